/** The memo and the statement as papers. Always in Swedish: it is the language of the authority (språklagen § 10). */

import type { Block, Field, Paper, Sender } from '../../kernel/documents/index.ts'
import { isEmpty, type RichText } from '../../kernel/rich-text.ts'
import { capital } from '../../kernel/ui/index.ts'
import { speaking } from '../../kernel/words.ts'
import type { Case } from '../registry/index.ts'
import type { Approver } from './model/draft.ts'
import { consideredBlocks } from './model/consideration.ts'
import { meetingOf } from './model/meeting.ts'
import type { MemoContent } from './model/memo.ts'
import { answerBlocks, enclosureLines } from './model/answer-paper.ts'
import { askedAmong } from './model/condition.ts'
import { stanceLabel } from './model/stance.ts'
import type { StatementContent } from './model/statement.ts'
import { text } from './text.ts'
import { text as answerText } from './text/answers.ts'
import { text as considerationText } from './text/considerations.ts'

/** What stands round the words: who sends, in which case, and how far it has come. */
export type PaperFrame = {
  readonly sender: Sender
  /** The case number. */
  readonly reference: string | null
  readonly isDraft: boolean
  /** ISO day of a statement; a memo has its own. */
  readonly date?: string
  /** To whom a statement goes, and their case number. */
  readonly to?: string | null
  readonly theirReference?: string | null
  /** Who decided the statement, when and in which §; without it the paper is a proposal ("Förslag till yttrande"). */
  readonly decision?: string
  /** When each head approved, by name, and who did it for one who was away. */
  readonly approvals?: readonly Approver[]
}

/** The frame of papers in a case. */
export function paperFrame(theCase: Case, isDraft: boolean): PaperFrame {
  return {
    sender: { organisation: capital(theCase.authorityName), unit: null },
    reference: theCase.referenceNumber,
    isDraft,
    theirReference: theCase.counterpart,
  }
}

/** The memo, its parts in the order of I-13. Parts that are empty are left out. */
export function memoPaper(memo: MemoContent, frame: PaperFrame): Paper {
  return speaking('sv', () => ({
    kind: text.paper.memo,
    title: withNumber(memo.title, frame.reference),
    language: 'sv',
    sender: frame.sender,
    reference: frame.reference,
    head: [
      { label: text.paper.date, lines: [memo.date] },
      ...field(text.paper.reference, [memo.reference.name, memo.reference.title, memo.reference.email]),
    ],
    blocks: [
      ...richPart(text.paper.summary, memo.summary),
      ...richPart(text.paper.body, memo.body),
      ...part(considerationText.paper.title, consideredBlocks(memo.considerations ?? [])),
      ...part(text.paper.proposals, proposals(memo.proposals)),
      ...listPart(text.paper.basis, memo.basis),
      ...listPart(
        text.paper.planning,
        memo.planning.map((line) => `${capital(meetingOf(line))} ${line.date}`.trim()),
      ),
      ...listPart(text.paper.sendTo, memo.sendTo),
      ...part(text.paper.responsible, signatures(memo, frame)),
    ],
    isDraft: frame.isDraft,
    footer: [],
  }))
}

/** The statement: a proposal until it is decided. The text of each answer stands as it was written. */
export function statementPaper(statement: StatementContent, frame: PaperFrame): Paper {
  return speaking('sv', () => ({
    kind: frame.decision === undefined ? text.paper.proposal : text.paper.statement,
    title: statement.title === '' ? text.paper.statement : statement.title,
    language: 'sv',
    sender: frame.sender,
    reference: frame.reference,
    head: [
      ...field(text.paper.date, [frame.date]),
      ...field(text.paper.to, [frame.to]),
      ...field(text.paper.theirs, [frame.theirReference]),
      ...field(text.paper.decision, [frame.decision]),
    ],
    blocks: [
      ...rich(statement.introduction),
      ...(statement.stance === 'none' ? [] : part(text.paper.overall, [paragraph(stanceLabel(statement.stance))])),
      ...askedAmong(statement.answers).flatMap(answerBlocks),
      ...richPart(text.paper.outside, statement.outside),
      ...listPart(answerText.enclosures, enclosureLines(askedAmong(statement.answers))),
    ],
    isDraft: frame.isDraft,
    footer: [],
  }))
}

function withNumber(title: string, number: string | null): string {
  if (number === null || title.includes(number)) return title
  return title === '' ? number : `${title} ${number}`
}

function field(label: string, lines: readonly (string | null | undefined)[]): Field[] {
  const written = lines.flatMap((line) => (line === undefined || line === null || line === '' ? [] : [line]))
  return written.length === 0 ? [] : [{ label, lines: written }]
}

function paragraph(words: string): Block {
  return { type: 'paragraph', text: words }
}

function part(heading: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ type: 'heading', level: 1, text: heading }, ...blocks]
}

function rich(words: RichText): Block[] {
  return isEmpty(words) ? [] : [{ type: 'text', text: words }]
}

function richPart(heading: string, words: RichText): Block[] {
  return part(heading, rich(words))
}

function listPart(heading: string, items: readonly string[]): Block[] {
  return part(heading, items.length === 0 ? [] : [{ type: 'list', ordered: false, items }])
}

/** One point is a sentence; several are numbered, so that each can be decided on by its number. */
function proposals(points: readonly string[]): Block[] {
  const only = points[0]
  if (only === undefined) return []
  return points.length === 1 ? [paragraph(only)] : [{ type: 'list', ordered: true, items: points }]
}

function signatures({ responsible }: MemoContent, { approvals = [] }: PaperFrame): Block[] {
  if (responsible.length === 0) return []
  const noteOf = (name: string) => {
    const approval = approvals.find((one) => one.name === name)
    return approval === undefined ? null : text.paper.approvedOn(approval.on, approval.by)
  }
  return [{ type: 'signatures', people: responsible.map(({ name, role }) => ({ name, role, note: noteOf(name) })) }]
}
