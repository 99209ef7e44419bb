/** The proof of posting (anslagsbevis, A-73). Always in Swedish: it is the municipality's own document. */

import { capital, clockText, dayText } from '../../kernel/ui/index.ts'
import type { Paper } from '../../kernel/documents/index.ts'
import { swedishDay } from '../../kernel/time.ts'
import { speaking } from '../../kernel/words.ts'
import { keptAtOf, type Notice, type Settled } from './model/notice.ts'
import { text } from './text.ts'

export type ProofFacts = {
  readonly notice: Notice
  readonly settled: readonly Settled[]
  readonly askedBy: string | null
  readonly issuedOn: string
}

export function proofPaper({ notice, settled, askedBy, issuedOn }: ProofFacts): Paper {
  return speaking('sv', () => {
    const rows = [
      { label: text.field.kind, value: text.kind[notice.kind] },
      { label: text.field.title, value: notice.title },
      { label: text.field.meetingOn, value: notice.meetingOn },
      { label: text.field.paragraphs, value: notice.paragraphs },
      { label: text.field.adjustedOn, value: notice.adjustedOn },
      { label: text.field.keptAt, value: keptAtOf(notice) },
      { label: text.paper.from, value: notice.postedOn },
      { label: text.field.lastAppealOn, value: notice.lastAppealOn },
      { label: text.paper.to, value: notice.endsOn },
      { label: text.field.askedBy, value: askedBy },
      { label: text.field.postedBy, value: notice.postedByName },
    ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
    return {
      kind: text.paper.proof,
      title: text.paper.title(notice.title),
      language: 'sv',
      sender: { organisation: capital(notice.authorityName), unit: null },
      reference: null,
      head: [{ label: text.paper.day, lines: [issuedOn] }],
      blocks: [
        { type: 'paragraph', text: text.paper.lead },
        { type: 'facts', rows },
        ...(settled.length === 0
          ? [{ type: 'paragraph', text: text.paper.noBreaks } as const]
          : ([
              { type: 'heading', level: 1, text: text.paper.hadBreaks },
              { type: 'list', ordered: false, items: settled.map(breakWords) },
            ] as const)),
      ],
      isDraft: false,
      footer: [],
    }
  })
}

function breakWords({ wentDown, outcome, reason }: Settled): string {
  return `${momentText(wentDown)}: ${text.breaks.was[outcome]}. ${reason}`
}

/** "tis 19 dec 2023 kl. 14:05", for where there is no markup. */
export function momentText(instant: Date): string {
  return text.moment(dayText(swedishDay(instant)), clockText(instant))
}
