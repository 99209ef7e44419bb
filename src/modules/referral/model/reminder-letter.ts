/** What a reminder says. In Swedish, by whoever posts it. Pure. */

import { here } from '../../../kernel/post-words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { text } from '../text/reminders.ts'
import { text as waysText } from '../text/ways.ts'
import type { Recipient } from './recipient.ts'
import { workingDaysTo } from './reminder.ts'
import type { Round } from './round.ts'

export type ReminderFacts = {
  readonly round: Pick<Round, 'title' | 'referenceNumber' | 'issuerName' | 'contact'>
  readonly recipient: Pick<Recipient, 'bodyName' | 'isMandatory' | 'referenceNumber' | 'answerBy'>
  readonly words: string | null
  /** The path of a body's personal link; null where it has a case here. */
  readonly way: string | null
  readonly today: string
}

export function reminderLetter(facts: ReminderFacts): { readonly subject: string; readonly text: string } {
  const { round, recipient, words, way } = facts
  const { letter } = text
  const { contact } = round
  const parts = [
    words,
    `${letter.asked(capital(round.issuerName), round.title, round.referenceNumber)} ${letter.missing(recipient.bodyName)}`,
    recipient.isMandatory ? waysText.letter.must : waysText.letter.may,
    dueWords(facts),
    recipient.referenceNumber !== null &&
      `${letter.theirs(recipient.referenceNumber)}\n${here(`/arenden/${encodeURIComponent(recipient.referenceNumber)}/remiss`)}`,
    way !== null && `${letter.way}\n${here(way)}`,
    contact !== null && letter.contact(contact.name, contact.email),
    letter.handled,
  ].filter((part) => typeof part === 'string' && part !== '')
  const day = recipient.answerBy ?? facts.today
  return { subject: letter.subject(round.referenceNumber, day, subjectOf(facts)), text: parts.join('\n\n') }
}

function subjectOf({ recipient: { isMandatory, answerBy }, today }: ReminderFacts): 'late' | 'due' | 'invited' {
  if (!isMandatory) return 'invited'
  return answerBy !== null && answerBy < today ? 'late' : 'due'
}

function dueWords({ recipient: { answerBy }, today }: ReminderFacts): string | null {
  if (answerBy === null) return null
  if (answerBy < today) return text.letter.passed(answerBy)
  return `${text.letter.due(answerBy)} ${text.letter.left(workingDaysTo(today, answerBy))}`
}
