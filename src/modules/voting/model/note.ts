/** What somebody has written into the minutes of an item (A-44 … A-48). Pure. */

export const noteKinds = ['reservation', 'note', 'opinion', 'explanation'] as const
/** Reservation, protokollsanteckning, särskilt yttrande, röstförklaring. Only the first is a right by law. */
export type NoteKind = (typeof noteKinds)[number]

export type Noting = {
  readonly kind: NoteKind
  readonly people: readonly string[]
  readonly announcedAt: Date
  /** Those who serve for the item. */
  readonly serving: readonly string[]
  /** Those who are there and do not serve. */
  readonly besides: readonly string[]
  /** When the meeting was closed; null: it goes on. */
  readonly closedAt: Date | null
}

export type NoteFault = 'notServing' | 'notThere' | 'afterClosing'

/** a reservation is for those who took part in deciding. A-45: it is announced before the meeting is closed (KL 4:27). */
export function faultsOfNote({ kind, people, announcedAt, serving, besides, closedAt }: Noting): NoteFault[] {
  const deciding = kind === 'reservation' || kind === 'explanation'
  const there = [...serving, ...besides]
  const faults: NoteFault[] = []
  if (deciding && people.some((person) => !serving.includes(person))) faults.push('notServing')
  if (!deciding && people.some((person) => !there.includes(person))) faults.push('notThere')
  if (kind === 'reservation' && closedAt !== null && announcedAt > closedAt) faults.push('afterClosing')
  return faults
}
