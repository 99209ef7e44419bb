/** Decided answers to learn from: what we said before, and what others say now. Pure. */

import type { RichText } from '../../../kernel/rich-text.ts'
import type { AnswerItems, Stance } from '../../drafting/index.ts'
import { text } from '../text.ts'

/** The decided words on one question of a referral, with where they were decided. */
export type DecidedPart = {
  readonly id: string
  readonly roundId: string
  readonly roundTitle: string
  readonly issuerName: string
  readonly recipientId: string
  readonly bodyName: string
  /** The case it was decided in; null for a body outside the system. */
  readonly referenceNumber: string | null
  /** Null where it stands outside the questions. */
  readonly question: { readonly number: number; readonly text: string } | null
  readonly stance: Stance
  readonly text: RichText
  readonly areas: readonly string[]
  readonly themes: readonly string[]
  /** All that was answered beside the words. */
  readonly items: AnswerItems
  /** "214", as the extract says it. */
  readonly paragraph: string | null
  /** ISO day. */
  readonly decidedOn: string | null
  readonly reservations: string | null
}

/** Another round in the same matter, in which the authority was asked. */
export type AskedBefore = {
  readonly roundId: string
  readonly recipientId: string
  readonly title: string
  readonly bodyName: string
  /** Its own case. */
  readonly referenceNumber: string
  readonly sentAt: Date | null
  /** The assignment that both rounds came from; null where none is registered in the sender's case. */
  readonly assignment: string | null
  readonly isAnswered: boolean
  /** What it answered, as far as one may read it. */
  readonly parts: readonly DecidedPart[]
}

/** What is being answered now, to find what is like it. */
export type Now = {
  /** The questions, or the case's title. */
  readonly words: string
  readonly areas: readonly string[]
  readonly themes: readonly string[]
}

/** Why an earlier answer is shown, the strongest reason. */
export function whyShown({ areas, themes }: Pick<DecidedPart, 'areas' | 'themes'>, now: Now): string {
  const area = sharedWith(areas, now.areas, now.words)
  if (area.length > 0) return text.earlier.sameArea(area.join(', '))
  const theme = sharedWith(themes, now.themes, now.words)
  return theme.length > 0 ? text.earlier.sameTheme(theme.join(', ')) : text.earlier.sameWords
}

/** Names that are chosen now too, or that the question itself names. */
function sharedWith(names: readonly string[], chosen: readonly string[], words: string): string[] {
  const [now, asked] = [new Set(chosen.map(plainly)), plainly(words)]
  return names.filter((name) => now.has(plainly(name)) || asked.includes(plainly(name)))
}

/** Small letters and digits alone, each word with a space on both sides, so that "Norr" is not found in "norrut". */
export function plainly(words: string): string {
  const small = words.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
  return ` ${small.trim()} `
}

/** What a quotation says of where it is from: "Servicenämnden § 214, SN-2023-1541, 2023-12-19". */
export function sourceOf({ bodyName, paragraph, referenceNumber, decidedOn }: DecidedPart): string {
  return [text.decision(bodyName, paragraph), referenceNumber, decidedOn].filter((part) => part !== null).join(', ')
}

/** An assignment to the authority, and how it went. */
export type Promised = {
  readonly id: string
  readonly title: string
  readonly giverName: string
  readonly decidedOn: string
  readonly source: string | null
  readonly state: 'open' | 'reported' | 'closed'
}
