/** What a link leaves behind on paper: the statement as it was handed in, and the receipt. Always in Swedish. */

import type { Write } from '../../kernel/context.ts'
import type { Block, Paper } from '../../kernel/documents/index.ts'
import { swedishClock, swedishDay } from '../../kernel/time.ts'
import { capital } from '../../kernel/ui/index.ts'
import { speaking } from '../../kernel/words.ts'
import { askedAmong, asUploads, enclosureLines, filesAmong, stanceLabel, statementPaper } from '../drafting/index.ts'
import { decidedByLabel, fileName, keepPaper, type Recipient, type Round } from '../referral/index.ts'
import type { NewFile } from '../registry/index.ts'
import type { Asked, Submission, Working, Writer } from './model.ts'
import { text } from './text.ts'

export type Handed = {
  readonly round: Pick<Round, 'authorityName' | 'referenceNumber' | 'title'>
  readonly recipient: Pick<Recipient, 'bodyName' | 'bodyKind'>
  readonly working: Working
  readonly writer: Writer
  readonly title: string
}

/** The statement as PDF and Word, kept, and the files that answer its questions. */
export async function answerFiles(ctx: Write, about: Handed): Promise<NewFile[]> {
  const paper = await keepPaper(ctx, answerPaper(about, ctx.now), fileName(about.title))
  return [...paper, ...asUploads(filesAmong(askedAmong(about.working.statement.answers)))]
}

function answerPaper({ round, recipient, working, writer, title }: Handed, at: Date): Paper {
  return speaking('sv', () => {
    const { decidedBy, decidedOn, paragraph, reservations } = working.whole
    const day = swedishDay(at)
    const decision = [decidedBy === null ? null : capital(decidedByLabel(decidedBy)), decidedOn, paragraph]
    const paper = statementPaper(
      { ...working.statement, title },
      {
        sender: { organisation: capital(recipient.bodyName), unit: null },
        reference: null,
        isDraft: false,
        date: day,
        to: capital(round.authorityName),
        theirReference: round.referenceNumber,
        decision: decision.filter((part) => part !== null).join(' ') || day,
      },
    )
    return {
      ...paper,
      blocks: [...paper.blocks, ...reservationBlocks(reservations)],
      footer: [text.paper.handedInBy(writer.name, writer.role)],
    }
  })
}

function reservationBlocks(reservations: string | null): Block[] {
  if (reservations === null) return []
  return [
    { type: 'heading', level: 1, text: text.paper.reservations },
    { type: 'paragraph', text: reservations },
  ]
}

/** What the one who handed in keeps: who, what, when, and the sum that proves which words it was. */
export function receiptPaper(asked: Asked, submission: Submission): Paper {
  return speaking('sv', () => {
    const { at, by, digest, isLate, statement, version } = submission
    const rows = [
      { label: text.paper.from, value: capital(asked.bodyName) },
      { label: text.paper.to, value: `${capital(asked.authorityName)}, ${asked.referenceNumber}` },
      { label: text.paper.matter, value: asked.title },
      { label: text.paper.at, value: `${swedishDay(at)} ${swedishClock(at)}` },
      { label: text.paper.by, value: `${by.name}, ${by.role}` },
      { label: text.paper.version, value: String(version) },
      { label: text.paper.stance, value: stanceLabel(statement.stance) },
      ...(isLate ? [{ label: text.paper.late, value: text.paper.lateWords }] : []),
      { label: text.paper.digest, value: digest },
    ]
    return {
      kind: text.paper.receipt,
      title: text.paper.receiptTitle(asked.title),
      language: 'sv',
      sender: { organisation: capital(asked.authorityName), unit: null },
      reference: asked.referenceNumber,
      head: [{ label: text.paper.date, lines: [swedishDay(at)] }],
      blocks: [{ type: 'facts', rows }, ...enclosed(submission), { type: 'paragraph', text: text.paper.digestHelp }],
      isDraft: false,
      footer: [],
      madeAt: at,
    }
  })
}

/** The files that were handed in, each with the sum of its bytes. */
function enclosed({ statement }: Submission): Block[] {
  const items = enclosureLines(askedAmong(statement.answers))
  return items.length === 0 ? [] : [{ type: 'list', ordered: false, items }]
}
