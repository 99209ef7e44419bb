/** Who serves for each item: members, and substitutes in the decided order (KL 5:45, 5:18–5:20, 6:16–6:17, 6:27–6:30). Pure. */

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

export const grounds = ['party', 'represents', 'supervision', 'other'] as const
/** A-24, KL 6:28. */
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
}

/** more than half of the seats, not of those present. */
export function neededFor(seats: number): number {
  return Math.floor(seats / 2) + 1
}

export function isQuorate({ serving, seats }: Pick<ItemRoll, 'serving' | 'seats'>): boolean {
  return serving.length >= neededFor(seats)
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
    const isHere = ({ personId }: Elected) =>
      present.some((one) => one.personId === personId && one.from <= item && item <= one.until) &&
      !away.some((one) => one.personId === personId)
    const vacant = members.filter((member) => !isHere(member))
    const { taken, besides } = fillSeats(vacant, substitutes.filter(isHere), seated)
    const serving = members.flatMap((member): Serving[] => {
      if (isHere(member)) return [servingAs(member, null)]
      const substitute = taken.get(member.personId)
      return substitute === undefined ? [] : [servingAs(substitute, member.name)]
    })
    const recused = away.map(({ personId, ground }) => ({ name: nameOf(personId), ground }))
    return { item, serving, besides, recused, seats: members.length }
  })
}

type Seated = {
  /** Substitutes that have served today. */
  readonly hasServed: Set<string>
  /** By member: who served for them last. */
  readonly lastFor: Map<string, string>
}

/** Each stays on the seat they had; the rest take what is free, those who have served before those who have not. */
function fillSeats(vacant: readonly Elected[], here: readonly Elected[], { hasServed, lastFor }: Seated) {
  const taken = new Map<string, Elected>()
  const stays = here.filter(({ personId }) => vacant.some((seat) => lastFor.get(seat.personId) === personId))
  for (const seat of vacant) {
    const same = stays.find(({ personId }) => lastFor.get(seat.personId) === personId)
    if (same !== undefined && ![...taken.values()].includes(same)) taken.set(seat.personId, same)
  }
  const free = here.filter((one) => ![...taken.values()].includes(one))
  const inTurn = [
    ...free.filter(({ personId }) => hasServed.has(personId)),
    ...free.filter(({ personId }) => !hasServed.has(personId)),
  ]
  for (const seat of vacant) {
    const next = taken.has(seat.personId) ? undefined : inTurn.shift()
    if (next !== undefined) taken.set(seat.personId, next)
  }
  for (const [seat, { personId }] of taken) {
    hasServed.add(personId)
    lastFor.set(seat, personId)
  }
  return { taken, besides: inTurn }
}

function servingAs({ personId, name, party }: Elected, inPlaceOf: string | null): Serving {
  return { personId, name, party, inPlaceOf }
}
