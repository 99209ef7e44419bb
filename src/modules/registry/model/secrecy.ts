/** Sekretessmarkering: what it is, and what the law and the state of things allow. Pure. */

import { text } from '../text.ts'
import type { Case } from './case.ts'

/**
 * What stands in the register instead of what a marking hides (OSL 5:2, B-06). Kept in the database, where the register is in
 * Swedish.
 */
export const leftOut = 'Uppgift utelämnad'

/** What everybody may know of a marking: the provision, the day and the authority (OSL 5:5, B-08). */
export type Marked = {
  readonly provision: string
  /** ISO day. */
  readonly markedOn: string
  readonly authorityName: string
}

export type Marking = Marked & {
  readonly id: string
  readonly caseId: string
  readonly authorityId: string
  /** Null: the whole case. */
  readonly recordId: string | null
  /** The record's order in the case. */
  readonly recordSeq: number | null
  readonly hidesTitle: boolean
  readonly hidesParty: boolean
  readonly markedByName: string | null
  readonly liftedAt: Date | null
  readonly liftedByName: string | null
  /** It was not lifted: another took its place at that moment. */
  readonly isReplaced: boolean
  /** Only for those who may read what is marked. */
  readonly reason: string | null
  readonly liftedWhy: string | null
}

/** Somebody who has been given access to what is marked in a case. */
export type Access = {
  readonly personId: string
  readonly personName: string
  readonly personTitle: string
  readonly reason: string
  readonly grantedAt: Date
  readonly grantedByName: string | null
  /** The last ISO day, or until it is taken back. */
  readonly until: string | null
}

/** The lists that show the words of what is marked to those who need it. */
export const seenIn = [
  'list',
  'journal',
  'search',
  'work',
  'linked',
  'history',
  'meeting',
  'referral',
  'assignment',
  'compilation',
  'delegation',
  'answers',
] as const

export type SeenIn = (typeof seenIn)[number]

/** Somebody read something marked. */
export type Reading = {
  readonly id: number
  readonly at: Date
  readonly personName: string
  readonly recordId: string | null
  readonly recordSeq: number | null
  readonly fileName: string | null
  /** The list where its words were seen; null where it was opened. */
  readonly seenIn: SeenIn | null
}

/** How a marking is asked for. Without words of one's own, `leftOut` stands for what is hidden. */
export type NewMarking = {
  readonly provision: string
  readonly reason?: string | null
  readonly hidesTitle?: boolean
  readonly hidesParty?: boolean
  readonly publicTitle?: string | null
  readonly publicParty?: string | null
}

/** What everybody reads of a record that is marked so. */
export function publicWords(
  real: { readonly title: string; readonly party: string | null },
  { hidesTitle = true, hidesParty = true, publicTitle, publicParty }: NewMarking,
): { title: string; party: string | null } {
  return {
    title: hidesTitle ? (publicTitle ?? leftOut) : real.title,
    party: hidesParty && real.party !== null ? (publicParty ?? leftOut) : real.party,
  }
}

const folded = (title: string) => title.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('sv')

/**
 * Whether the title of an open case says what the marking of the record that opens it hides: it would stand in the list of
 * cases (B-06, B-07). Every door that opens a case with a record asks the same.
 */
export function saysHiddenTitle(
  caseTitle: string,
  record: { readonly title: string; readonly isHidden: boolean },
): boolean {
  return record.isHidden && folded(caseTitle).includes(folded(record.title))
}

/** Provisions that a municipality often marks by; any other may be written (B-10). */
export const provisions = [
  '18 kap. 8 § OSL',
  '19 kap. 1 § OSL',
  '19 kap. 3 § OSL',
  '21 kap. 1 § OSL',
  '21 kap. 2 § OSL',
  '21 kap. 3 § OSL',
  '21 kap. 7 § OSL',
  '23 kap. 1 § OSL',
  '23 kap. 2 § OSL',
  '25 kap. 1 § OSL',
  '26 kap. 1 § OSL',
  '31 kap. 16 § OSL',
  '32 kap. 4 § OSL',
  '39 kap. 2 § OSL',
  '40 kap. 5 § OSL',
] as const

/** A marking says by which provision (TF 2:20, B-10): a chapter and a paragraph, of the Secrecy Act unless it says another. */
export function isProvision(written: string): boolean {
  return /\d+\s*(?:kap\.?|:)\s*\d+/iu.test(written)
}

export function obstaclesToMarking({ isSecret }: { readonly isSecret: boolean }): string[] {
  return isSecret ? [text.obstacle.isMarked] : []
}

export function obstaclesToLifting({ liftedAt }: Pick<Marking, 'liftedAt'>): string[] {
  return liftedAt === null ? [] : [text.obstacle.isLifted]
}

/** Who is the officer of a secret case reads it by that; giving it away they would not see what they did. */
export function obstaclesToGivingAway(
  theCase: Pick<Case, 'isSecret' | 'officerId'>,
  who: { readonly personId: string | null; readonly readsByOffice: boolean },
): string[] {
  const isOnlyOfficer = theCase.isSecret && !who.readsByOffice && theCase.officerId === who.personId
  return isOnlyOfficer ? [text.obstacle.givingAway] : []
}
