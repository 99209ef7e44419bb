/** What lies on the table of one item, as it is read and shown. Pure. */

import type { Elected, ItemRoll, Serving } from '../../roll/index.ts'
import type { NoteKind } from './note.ts'
import type { Answer, ClaimKind, Course, Option } from './order.ts'
import type { Ballot, How } from './vote.ts'

export type Who = { readonly personId: string; readonly name: string }

/** A claim (yrkande) that is not withdrawn. */
export type Claim = {
  readonly id: string
  readonly kind: ClaimKind
  readonly words: string | null
  readonly people: readonly Who[]
}

/** A question that was put, and how it was settled. `votes` is empty but for an open vote. */
export type Settled = Answer & {
  readonly position: number
  readonly how: How
  readonly counts: readonly number[] | null
  readonly abstained: number | null
  readonly chairName: string | null
  /** How the lot was drawn, or the minority's own reasons. */
  readonly words: string | null
  readonly votes: readonly (Who & { readonly vote: Ballot })[]
}

export type Note = {
  readonly id: string
  readonly kind: NoteKind
  readonly words: string | null
  readonly announcedAt: Date
  readonly people: readonly Who[]
}

export type Table = {
  readonly itemId: string
  readonly isCalled: boolean
  readonly isOnAgenda: boolean
  readonly isDecided: boolean
  readonly isAdjusted: boolean
  /** Who serves for the item; null: the roll is not called. */
  readonly roll: ItemRoll | null
  /** Who presides, by the order of the presidium; null: none of them serves. */
  readonly presiding: string | null
  readonly hasProposal: boolean
  readonly claims: readonly Claim[]
  readonly main: Option | null
  readonly settled: readonly Settled[]
  readonly course: Course
  readonly notes: readonly Note[]
  /** A minority of the council has delayed the matter before. */
  readonly isDelayedBefore: boolean
}

/** The chair, or the vice chairs in their order, of those who serve. */
export function presidingOf(
  serving: readonly Pick<Serving, 'personId'>[],
  elected: readonly Pick<Elected, 'personId' | 'role'>[],
): string | null {
  const presidium = (['chair', 'first_vice_chair', 'second_vice_chair'] as const).flatMap((role) =>
    elected.filter((one) => one.role === role),
  )
  return presidium.find(({ personId }) => serving.some((one) => one.personId === personId))?.personId ?? null
}

/** Those who voted and, as the roll says now, do not serve for the item; it was corrected after the vote. */
export function strangersIn({ roll, settled }: Pick<Table, 'roll' | 'settled'>): string[] {
  const serving = roll?.serving.map(({ personId }) => personId) ?? []
  const voted = settled.flatMap(({ votes }) => votes)
  return [...new Set(voted.filter(({ personId }) => !serving.includes(personId)).map(({ name }) => name))]
}

/**
 * Those whom the table and the roll tell differently of, now: who voted or reserves and does not serve, and who serves and is in no open
 * vote.
 */
export function unmatchedIn({ roll, settled, notes }: Pick<Table, 'roll' | 'settled' | 'notes'>): string[] {
  const serving = roll?.serving ?? []
  const reserving = notes.filter(({ kind }) => kind === 'reservation').flatMap(({ people }) => people)
  const strange = [...settled.flatMap(({ votes }) => votes), ...reserving].filter(
    (one) => !serving.some(({ personId }) => personId === one.personId),
  )
  const open = settled.filter(({ votes }) => votes.length > 0)
  const missing = serving.filter((one) =>
    open.some(({ votes }) => !votes.some((vote) => vote.personId === one.personId)),
  )
  return [...new Set([...strange, ...missing].map(({ name }) => name))]
}

/** What an open page shows: changes when anything on the table does. */
export function markOf({ claims, main, settled, notes }: Pick<Table, 'claims' | 'main' | 'settled' | 'notes'>): string {
  const short = (id: string) => id.slice(0, 8)
  return [
    claims.map(({ id }) => short(id)).join(),
    short(main ?? ''),
    settled.map(({ winner, how, counts }) => [short(winner), how, ...(counts ?? [])].join()).join('+'),
    notes.map(({ id, words }) => `${short(id)}${words?.length ?? 0}`).join(),
  ].join('.')
}
