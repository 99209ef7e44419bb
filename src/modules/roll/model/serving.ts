/** Who serves for each item: members, and substitutes in the decided order (KL 5:45, 5:18–5:20, 6:16–6:17, 6:27–6:30). Pure. */

import type { BodyKind } from '../../organisation/index.ts'

/** One elected at the body on the day of the meeting. `order` is a substitute's place; null for a member. */
export type Elected = {
  readonly personId: string
  readonly name: string
  readonly party: string | null
  readonly role: 'chair' | 'first_vice_chair' | 'second_vice_chair' | 'member' | 'substitute'
  readonly order: number | null
}

/** Where someone was, by the place of items on the agenda, both ends included. `until`: left after that item. */
export type Presence = {
  readonly personId: string
  readonly atDistance: boolean
  readonly from: number
  readonly until: number
}

export const grounds = ['party', 'represents', 'supervision', 'other', 'personal'] as const
/** the first four in a board (KL 6:28), the last in the council (KL 5:47, A-30). */
export type Ground = (typeof grounds)[number]

export type Recusal = { readonly personId: string; readonly item: number; readonly ground: Ground }

export type Serving = {
  readonly personId: string
  readonly name: string
  readonly party: string | null
  /** Whom a substitute serves for; null for a member. */
  readonly inPlaceOf: string | null
}

export type ItemRoll = {
  /** The item's place on the agenda, from 0. */
  readonly item: number
  readonly serving: readonly Serving[]
  /** Present and not serving, in their order. */
  readonly besides: readonly Elected[]
  readonly recused: readonly { readonly name: string; readonly ground: Ground }[]
  readonly seats: number
  /** Seats that stand empty because their member, or the substitute who would have it, is at the meeting and has jäv. */
  readonly stepped: number
}

export function groundsAt(kind: BodyKind): readonly Ground[] {
  return grounds.filter((ground) => (ground === 'personal') === (kind === 'council'))
}

/** The bodies whose seats are counted: those that meet and decide. */
export function hasSeats(kind: BodyKind): boolean {
  return (
    kind === 'council' ||
    kind === 'executive_board' ||
    kind === 'board' ||
    kind === 'working_committee' ||
    kind === 'auditors'
  )
}

/** Seats that nobody holds, as members who are always away: a substitute serves on one, and it counts. */
export function withVacancies(elected: readonly Elected[], seats: number | null, name: string): Elected[] {
  const vacant = (seats ?? 0) - elected.filter(({ order }) => order === null).length
  const empty = Array.from({ length: Math.max(vacant, 0) }, (_, index): Elected => {
    return { personId: `vacant ${index + 1}`, name, party: null, role: 'member', order: null }
  })
  return [...elected, ...empty]
}

/** more than half of the seats, not of those present. */
export function neededFor(seats: number): number {
  return Math.floor(seats / 2) + 1
}

/**
 * Whether the body may handle the item. The council may, though jäv takes it below (A-17, KL 5:46); a board may not. A chair's preparation
 * decides nothing, and has no quorum in law.
 */
export function isQuorate(
  { serving, seats, stepped }: Pick<ItemRoll, 'serving' | 'seats' | 'stepped'>,
  kind: BodyKind,
): boolean {
  if (kind === 'chair_preparation') return true
  return serving.length + (kind === 'council' ? stepped : 0) >= neededFor(seats)
}

export type Roll = {
  readonly elected: readonly Elected[]
  readonly present: readonly Presence[]
  readonly recusals: readonly Recusal[]
  readonly items: number
}

/**
 * Item by item. A member who is there has their own seat, also one who came late. A seat whose member is away, or has stepped
 * out for jäv, is taken by a substitute: first one who has served already, else by the decided order. Who has stepped out for
 * jäv is neither there nor serving for that item and may serve again when it is done; who has left does not come back
 * (A-20).
 */
export function servingOf({ elected, present, recusals, items }: Roll): ItemRoll[] {
  const members = elected.filter(({ order }) => order === null)
  const substitutes = elected.filter(({ order }) => order !== null).toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
  const nameOf = (id: string) => elected.find(({ personId }) => personId === id)?.name ?? ''
  const seated: Seated = { hasServed: new Set(), lastFor: new Map() }
  return Array.from({ length: items }, (_, item) => {
    const away = recusals.filter((one) => one.item === item)
    const isIn = ({ personId }: Elected) =>
      present.some((one) => one.personId === personId && one.from <= item && item <= one.until)
    const isAway = ({ personId }: Elected) => away.some((one) => one.personId === personId)
    const isHere = (one: Elected) => isIn(one) && !isAway(one)
    const vacant = members.filter((member) => !isHere(member))
    const { taken, besides } = fillSeats(
      vacant,
      { here: substitutes.filter(isHere), away: substitutes.filter(isAway) },
      seated,
    )
    const serving = members.flatMap((member): Serving[] => {
      if (isHere(member)) return [servingAs(member, null)]
      const substitute = taken.get(member.personId)
      return substitute === undefined ? [] : [servingAs(substitute, member.name)]
    })
    const recused = away.map(({ personId, ground }) => ({ name: nameOf(personId), ground }))
    const empty = vacant.filter(({ personId }) => !taken.has(personId))
    const ownSeat = empty.filter(isIn).length
    const another = substitutes.filter((one) => isIn(one) && isAway(one)).length
    const stepped = ownSeat + Math.min(empty.length - ownSeat, another)
    return { item, serving, besides, recused, seats: members.length, stepped }
  })
}

type Seated = {
  /** Substitutes that have served today. */
  readonly hasServed: Set<string>
  /** By member: who served for them last. */
  readonly lastFor: Map<string, string>
}

type Substitutes = { readonly here: readonly Elected[]; readonly away: readonly Elected[] }

/**
 * Each stays on the seat they had; the rest take what is free, those who have served before those who have not. Who steps in for a
 * substitute that is out for jäv does so for that item: the seat is the first one's again after it.
 */
function fillSeats(vacant: readonly Elected[], { here, away }: Substitutes, { hasServed, lastFor }: Seated) {
  const taken = new Map<string, Elected>()
  for (const seat of vacant) {
    const same = here.find(({ personId }) => lastFor.get(seat.personId) === personId)
    if (same !== undefined && ![...taken.values()].includes(same)) taken.set(seat.personId, same)
  }
  const free = here.filter((one) => ![...taken.values()].includes(one))
  const begun = ({ personId }: Elected) => hasServed.has(personId)
  const inTurn = [...free.filter(begun), ...free.filter((one) => !begun(one))]
  for (const seat of vacant) {
    const next = taken.has(seat.personId) ? undefined : inTurn.shift()
    if (next !== undefined) taken.set(seat.personId, next)
  }
  for (const [seat, { personId }] of taken) {
    const isForOneItem = away.some((one) => one.personId === lastFor.get(seat))
    if (isForOneItem) continue
    hasServed.add(personId)
    lastFor.set(seat, personId)
  }
  return { taken, besides: inTurn }
}

function servingAs({ personId, name, party }: Elected, inPlaceOf: string | null): Serving {
  return { personId, name, party, inPlaceOf }
}
