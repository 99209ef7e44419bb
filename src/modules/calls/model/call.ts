/** What a call says, what is new since the last one, and what the law asks of it. Pure: no database, no clock, no HTTP. */

import { addDays } from '../../../kernel/time.ts'
import type { Meeting } from '../../meetings/index.ts'
import { text } from '../text.ts'

/** A case as a call has it; its papers by the ids of their records. */
export type CalledItem = {
  readonly itemId: string
  readonly position: number
  /** As the reader may know it. */
  readonly title: string
  readonly papers: readonly string[]
  /** Its case is marked: it is not named to others (B-04). */
  readonly isSecret: boolean
}

/** What a call tells: when, where, and the matters in their order (KL 5:15). */
export type CallContent = {
  /** ISO day. */
  readonly heldOn: string
  readonly startsAt: string | null
  readonly place: string | null
  readonly items: readonly CalledItem[]
}

export const changeKinds = ['day', 'time', 'place', 'added', 'gone', 'moved', 'retitled', 'papers'] as const

/** Something that is not as the earlier call had it; `title` of the matter, null where it is the meeting itself. */
export type Change = {
  readonly kind: (typeof changeKinds)[number]
  readonly title: string | null
  readonly isSecret: boolean
}

/** What is new in `now` for someone who has read `before`: first of the meeting, then of each matter in its order, last what is gone. */
export function changesBetween(before: CallContent, now: CallContent): Change[] {
  const known = new Map(before.items.map((item) => [item.itemId, item]))
  const left = now.items.filter(({ itemId }) => known.has(itemId))
  const steady = new Set(
    longestRising(left.map(({ itemId }) => known.get(itemId)?.position ?? 0)).map((at) => left[at]),
  )
  const gone = before.items.filter(({ itemId }) => !now.items.some((item) => item.itemId === itemId))
  return [
    ...ofMeeting(before, now),
    ...now.items.flatMap((item) => ofItem(known.get(item.itemId), item, steady.has(item))),
    ...gone.map(({ title, isSecret }): Change => ({ kind: 'gone', title, isSecret })),
  ]
}

function ofMeeting(before: CallContent, now: CallContent): Change[] {
  const kinds: Change['kind'][] = []
  if (before.heldOn !== now.heldOn) kinds.push('day')
  if (before.startsAt !== now.startsAt) kinds.push('time')
  if (before.place !== now.place) kinds.push('place')
  return kinds.map((kind) => ({ kind, title: null, isSecret: false }))
}

function ofItem(before: CalledItem | undefined, { title, papers, isSecret }: CalledItem, isSteady: boolean): Change[] {
  if (before === undefined) return [{ kind: 'added', title, isSecret }]
  const kinds: Change['kind'][] = []
  if (before.title !== title) kinds.push('retitled')
  if (!isSteady) kinds.push('moved')
  if (before.papers.join() !== papers.join()) kinds.push('papers')
  return kinds.map((kind) => ({ kind, title, isSecret }))
}

/** The indexes of a longest rising run: what keeps its order, so that one matter that is moved does not make all others look moved. */
function longestRising(values: readonly number[]): number[] {
  const best: number[][] = []
  for (const [at, value] of values.entries()) {
    const before = best.slice(0, at).filter((run) => (values[run.at(-1) ?? 0] ?? 0) < value)
    const longest = before.toSorted((a, b) => b.length - a.length)[0] ?? []
    best.push([...longest, at])
  }
  return best.toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** a call with nothing on it, or to a meeting that is cancelled or past, is none. The same call twice is told, not sent. */
export function obstaclesToCalling(facts: {
  readonly meeting: Pick<Meeting, 'state' | 'heldOn'>
  readonly today: string
  readonly content: CallContent
  readonly elected: number
  /** How many of them no call has gone to. */
  readonly newcomers: number
  readonly last: CallContent | null
}): string[] {
  const { meeting, today, content, elected, newcomers, last } = facts
  const obstacles: string[] = []
  if (meeting.state === 'cancelled') obstacles.push(text.obstacle.cancelled)
  if (meeting.heldOn < today) obstacles.push(text.obstacle.past)
  if (content.items.length === 0) obstacles.push(text.obstacle.empty)
  if (elected === 0) obstacles.push(text.obstacle.nobody)
  const isNew = last === null || newcomers > 0 || changesBetween(last, content).length > 0
  if (!isNew) obstacles.push(text.obstacle.same)
  return obstacles
}

/** The council's own week between the call and the day of the meeting (KL 5:13, 5:15). */
const councilDays = 7

/**
 * Whether a matter that is first called now comes too late for the council to decide it as others: it can be decided when all
 * who are present agree. In a board the call's time is the board's own.
 */
export function comesLate({ bodyKind, heldOn }: Pick<Meeting, 'bodyKind' | 'heldOn'>, calledOn: string): boolean {
  return bodyKind === 'council' && calledOn > addDays(heldOn, -councilDays)
}
