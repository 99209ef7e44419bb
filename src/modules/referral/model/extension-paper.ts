/** What passes between the two when the answer date is changed: the request and the decision. Always in Swedish. Pure. */

import type { Block, Paper } from '../../../kernel/documents/index.ts'
import { fromText } from '../../../kernel/rich-text.ts'
import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { text } from '../text/extensions.ts'
import type { Channel } from './extension.ts'
import type { Recipient } from './recipient.ts'
import type { Round } from './round.ts'

/** What the records are called, and what a case says of where its last day comes from. In Swedish whoever decides. */
export function titlesOf(round: Round, { bodyName }: Pick<Recipient, 'bodyName'>) {
  const cut = (title: string) => title.slice(0, 300)
  return speaking('sv', () => ({
    request: cut(text.recordRequest(capital(bodyName), round.title)),
    decision: cut(text.recordDecision(bodyName, round.title)),
    forAll: cut(text.recordForAll(round.title)),
    source: (day: string) => speaking('sv', () => text.source(round.issuerName, day)),
  }))
}

export type TimeAsked = {
  /** ISO days. */
  readonly date: string
  readonly wantedOn: string
  readonly reason: string
  /** How it came, when the sender wrote it down. */
  readonly entered: Channel | null
}

export function requestPaper(
  round: Round,
  recipient: Recipient,
  { date, wantedOn, reason, entered }: TimeAsked,
): Paper {
  return speaking('sv', () => {
    const t = text.paper
    const [body, sender] = [capital(recipient.bodyName), capital(round.authorityName)]
    return {
      kind: t.request,
      title: round.title,
      language: 'sv',
      sender: { organisation: entered === null ? body : sender, unit: null },
      reference: (entered === null ? recipient.referenceNumber : null) ?? round.referenceNumber,
      head: [
        { label: t.date, lines: [date] },
        { label: t.from, lines: [body] },
        { label: t.to, lines: [sender] },
        { label: t.theirReference, lines: [round.referenceNumber] },
      ],
      blocks: [
        paragraph(t.asks(body, round.title, wantedOn)),
        ...(recipient.answerBy === null ? [] : [paragraph(t.was(recipient.answerBy))]),
        ...reasoned(t.reason, reason),
        ...(entered === null ? [] : [paragraph(t.cameBy(text.channel[entered], date))]),
      ],
      isDraft: false,
      footer: [],
    }
  })
}

export type TimeDecided = {
  readonly date: string
  /** Null: refused. */
  readonly until: string | null
  readonly ground: string
  /** The last answer day as it was; null when it is not the same for everyone. */
  readonly before: string | null
  readonly deciderName: string
}

export function decisionOnTimePaper(round: Round, recipients: readonly Recipient[], decided: TimeDecided): Paper {
  const { date, until, ground, before, deciderName } = decided
  return speaking('sv', () => {
    const t = text.paper
    const what = until === null ? t.refused(before ?? round.answerBy ?? '') : t.granted(until)
    return {
      kind: t.decision,
      title: round.title,
      language: 'sv',
      sender: { organisation: round.authorityName, unit: null },
      reference: round.referenceNumber,
      head: [
        { label: t.date, lines: [date] },
        { label: t.to, lines: recipients.map(({ bodyName }) => capital(bodyName)) },
        { label: t.decidedBy, lines: [deciderName] },
      ],
      blocks: [
        paragraph(what),
        ...(until === null || before === null ? [] : [paragraph(t.wasBefore(before))]),
        ...reasoned(t.ground, ground),
      ],
      isDraft: false,
      footer: [],
    }
  })
}

function reasoned(heading: string, words: string): Block[] {
  return [
    { type: 'heading', level: 1, text: heading },
    { type: 'text', text: fromText(words) },
  ]
}

function paragraph(words: string): Block {
  return { type: 'paragraph', text: words }
}
