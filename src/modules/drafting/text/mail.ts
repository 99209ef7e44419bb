/** What a letter says of a draft that waits. It travels in the open: of a hidden case it says nothing but that it waits. */

import { words } from '../../../kernel/words.ts'
import { dayText } from '../../../kernel/ui/index.ts'
import type { Case } from '../../registry/index.ts'

type About = Pick<Case, 'referenceNumber' | 'title' | 'isSecret'>

const text = words(
  {
    hidden: 'ett ärende',
    subject: (what: string) => `Att godkänna: ${what}`,
    memo: 'en tjänsteskrivelse',
    statement: 'ett yttrande',
    both: 'en tjänsteskrivelse och ett yttrande',
    sent: (by: string, kinds: string) => `${by} har skickat ${kinds} till dig för godkännande:`,
    due: (day: string) => `Svaret ska vara framme ${day}.`,
    instead: (name: string) => `Du svarar i stället för ${name} de här dagarna.`,
    read: 'Läs och svara:',
    heading: 'Att godkänna',
    line: (what: string, by: string) => `${what}, från ${by}`,
    lineFor: (names: string) => `i stället för ${names}`,
    lineDue: (day: string) => `svaret ska vara framme ${day}`,
  },
  {
    hidden: 'a case',
    subject: (what: string) => `To approve: ${what}`,
    memo: 'a memo',
    statement: 'a statement',
    both: 'a memo and a statement',
    sent: (by: string, kinds: string) => `${by} has sent you ${kinds} for approval:`,
    due: (day: string) => `The answer is due ${day}.`,
    instead: (name: string) => `You answer for ${name} these days.`,
    read: 'Read and answer:',
    heading: 'To approve',
    line: (what: string, by: string) => `${what}, from ${by}`,
    lineFor: (names: string) => `for ${names}`,
    lineDue: (day: string) => `the answer is due ${day}`,
  },
)

function kindsWords(kinds: readonly string[]): string {
  if (kinds.includes('memo')) return kinds.includes('statement') ? text.both : text.memo
  return text.statement
}

/** "SN-2026-5 Remiss om cykelvägar". */
function caseWords({ isSecret, referenceNumber, title }: About): string {
  return isSecret ? text.hidden : `${referenceNumber} ${title}`
}

export type LetterFacts = {
  readonly by: string
  readonly kinds: readonly string[]
  readonly theCase: About & Pick<Case, 'dueOn'>
  /** The head who is away. */
  readonly insteadOf: string | null
  readonly link: string
}

export type LineFacts = {
  readonly by: string
  readonly theCase: About & Pick<Case, 'dueOn'>
  readonly insteadOf: readonly string[]
}

export const mailWords = {
  subject: (theCase: About) => text.subject(caseWords(theCase)),
  letter: ({ by, kinds, theCase, insteadOf, link }: LetterFacts) => {
    const notes = [
      ...(theCase.dueOn === null ? [] : [text.due(dayText(theCase.dueOn))]),
      ...(insteadOf === null ? [] : [text.instead(insteadOf)]),
    ]
    const parts = [
      `${text.sent(by, kindsWords(kinds))}\n${caseWords(theCase)}`,
      notes.join('\n'),
      `${text.read}\n${link}`,
    ]
    return parts.filter((part) => part !== '').join('\n\n')
  },
  heading: () => text.heading,
  line: ({ by, theCase, insteadOf }: LineFacts) =>
    [
      text.line(caseWords(theCase), by),
      ...(insteadOf.length === 0 ? [] : [text.lineFor(insteadOf.join(', '))]),
      ...(theCase.dueOn === null ? [] : [text.lineDue(dayText(theCase.dueOn))]),
    ].join(', '),
}
