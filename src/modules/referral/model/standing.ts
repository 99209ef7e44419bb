/** With what standing in law a body has answered, in one place: who decided, on what, and what is to be known of it. Pure. */

import type { StatusKind } from '../../../kernel/ui/index.ts'
import type { BodyKind } from '../../organisation/index.ts'
import type { Stance } from '../../drafting/index.ts'
import { text } from '../text/standing.ts'
import { text as referralText } from '../text.ts'
import type { DecidedBy } from './answer.ts'

/** What an answer's standing is read from. Days are ISO. */
export type Answered = {
  readonly decidedBy: DecidedBy
  readonly stance: Stance
  readonly decidedOn: string | null
  /** "214", "D 2023:14". */
  readonly paragraph: string | null
  /** The rule of the delegation scheme, where it was decided on one. */
  readonly rule?: string | null
  readonly reservations: string | null
  readonly isLate: boolean
  readonly isAfterDecision?: boolean
}

export type Stands = {
  readonly bodyKind: BodyKind
  /** The body's last answer day. */
  readonly answerBy: string | null
  readonly answer: Answered | null
  /** When the latest draft under political treatment was sent; null when none was (I-24). */
  readonly draftSentOn: string | null
}

export const standings = [
  'board',
  'committee',
  'chair',
  'delegation',
  'administration',
  'company',
  'abstains',
  'declines',
  'draft',
  'late',
  'silent',
] as const
export type StandingCode = (typeof standings)[number]

export type LegalStanding = {
  readonly code: StandingCode
  /** "Nämndens beslut § 121, 2023-12-19": as a line begins. */
  readonly words: string
  readonly kind: StatusKind
  /** What is to be known besides: late, after the sender's decision, reservations. */
  readonly notes: readonly string[]
}

/**
 * The standing in law of what a body has or has not answered (I-20, I-21, I-24, I-25). `day` writes a day as the place wants it.
 * A draft is never a decided answer; a body that need not answer and says no declines, one that decides not to abstains.
 */
export function legalStanding(
  { bodyKind, answerBy, answer, draftSentOn }: Stands,
  { today, day = (iso) => iso }: { readonly today: string; readonly day?: (iso: string) => string },
): LegalStanding {
  if (answer !== null) return standingOfAnswer(answer, bodyKind, day)
  const isPast = answerBy !== null && today > answerBy
  const late = isPast ? [text.pastLastDay] : []
  if (draftSentOn !== null) return { code: 'draft', words: text.draft(day(draftSentOn)), kind: 'draft', notes: late }
  if (isPast) return { code: 'late', words: text.late, kind: 'late', notes: [] }
  return { code: 'silent', words: text.silent, kind: 'waiting', notes: [] }
}

function standingOfAnswer(answer: Answered, bodyKind: BodyKind, day: (iso: string) => string): LegalStanding {
  const words = decidedWords(answer, day)
  const notes = notesOf(answer)
  if (answer.stance !== 'abstain') return { code: answer.decidedBy, words, kind: 'done', notes }
  const isFree = bodyKind === 'company' || bodyKind === 'external'
  if (isFree) return { code: 'declines', words: text.declines, kind: 'done', notes }
  return { code: 'abstains', words: text.abstains(words), kind: 'done', notes }
}

/** "Nämndens beslut § 121, 2023-12-19"; "Beslut på delegation D 2023:14, punkt 2.1, 2023-12-01". */
export function decidedWords(
  { decidedBy, paragraph, rule = null, decidedOn }: Pick<Answered, 'decidedBy' | 'paragraph' | 'rule' | 'decidedOn'>,
  day: (iso: string) => string = (iso) => iso,
): string {
  const label = referralText.decidedBy[decidedBy]
  const begins = label.charAt(0).toLocaleUpperCase('sv') + label.slice(1)
  const number = paragraph === null ? '' : ` ${signed(paragraph)}`
  const onRule = rule === null ? '' : `, ${text.rule(rule)}`
  return `${begins}${number}${onRule}${decidedOn === null ? '' : `, ${day(decidedOn)}`}`
}

/** "§ 214"; the number of a delegated decision stands as it is. */
export function signed(paragraph: string): string {
  const bare = paragraph.replace(/^§\s*/, '')
  return /^D \d/.test(bare) ? bare : `§ ${bare}`
}

/** What is to be known of an answer besides who decided it, the most important first. */
export function notesOf(answer: Pick<Answered, 'isLate' | 'isAfterDecision' | 'reservations'>): string[] {
  const { isLate, isAfterDecision = false, reservations } = answer
  return [
    ...(isAfterDecision ? [text.afterDecision] : []),
    ...(isLate ? [text.afterLastDay] : []),
    ...(reservations === null ? [] : [text.reservations]),
  ]
}
