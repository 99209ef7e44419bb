/** What a meeting is, what stands on its agenda, and what may be done with them. Pure: no database, no clock, no HTTP. */

import { isWorkingDay } from '../../../kernel/time.ts'
import type { Body } from '../../organisation/index.ts'
import { text } from '../text.ts'

/** The kinds of body that hold meetings here. */
export const meetingKinds = [
  'council',
  'executive_board',
  'board',
  'auditors',
  'working_committee',
  'chair_preparation',
] as const

/** A body's meeting (sammanträde). */
export type Meeting = {
  readonly id: string
  readonly bodyId: string
  readonly bodyName: string
  readonly bodyKind: Body['kind']
  readonly authorityId: string | null
  /** ISO day. */
  readonly heldOn: string
  /** 'hh:mm'. */
  readonly startsAt: string | null
  readonly place: string | null
  readonly state: 'planned' | 'held' | 'cancelled'
  /** When the chair closed it; null: it goes on, or nobody has said. */
  readonly closedAt: Date | null
  readonly isDemo: boolean
  readonly itemCount: number
}

/** A day that a meeting was moved from, and why (flyttat sammanträde). ISO days. */
export type MeetingMove = { readonly from: string; readonly to: string; readonly reason: string }

/** What became of a meeting that others may have planned for. `to` is null when it is cancelled. */
export type MeetingChange = {
  readonly meetingId: string
  readonly body: string
  readonly from: string
  readonly to: string | null
  readonly reason: string | null
}

/** Whether what was noted at the meeting is no longer of it: another room or hour is the same meeting. */
export function isAnotherDay({ from, to }: Pick<MeetingChange, 'from' | 'to'>): boolean {
  return from !== to
}

/** A case on an agenda (ärende på föredragningslistan). */
export type AgendaItem = {
  readonly id: string
  readonly meetingId: string
  readonly caseId: string
  readonly referenceNumber: string
  readonly position: number
  readonly title: string
  /** The memo's own summary (I-14): plain words, a blank line between paragraphs. Null: none, or the memo is marked. */
  readonly summary: string | null
  readonly proposal: readonly string[]
  readonly state: ItemState
  readonly papers: readonly AgendaPaper[]
}

/** A registry record that the meeting has before it. */
export type AgendaPaper = {
  readonly recordId: string
  readonly title: string
  readonly number: number
  readonly year: number
}

export type ItemState = 'on_agenda' | 'decided' | 'tabled' | 'remitted' | 'withdrawn'

/** Where an item may go from where it stands. Later: recalled from the table, sent back, put to the vote. */
const ways: Readonly<Record<ItemState, readonly ItemState[]>> = {
  on_agenda: ['decided', 'tabled', 'remitted', 'withdrawn'],
  withdrawn: ['on_agenda'],
  decided: [],
  tabled: [],
  remitted: [],
}

export function mayBecome(from: ItemState, to: ItemState): boolean {
  return ways[from].includes(to)
}

/** from its own day on, until all of its minutes are adjusted. The time may be put right. */
export function obstaclesToClosing(
  meeting: Pick<Meeting, 'state' | 'heldOn'>,
  { today, isAdjusted }: { readonly today: string; readonly isAdjusted: boolean },
): string[] {
  const obstacles: string[] = []
  if (meeting.state === 'cancelled') obstacles.push(text.obstacle.meetingCancelled)
  if (meeting.heldOn > today) obstacles.push(text.obstacle.closedTooEarly)
  if (isAdjusted) obstacles.push(text.obstacle.closedIsAdjusted)
  return obstacles
}

/** What may be put on this agenda: nothing once it is cancelled or its day has passed. */
export function obstaclesToPlacing(meeting: Pick<Meeting, 'state' | 'heldOn'>, today: string): string[] {
  if (meeting.state === 'cancelled') return [text.obstacle.meetingCancelled]
  return meeting.heldOn < today ? [text.obstacle.meetingPassed] : []
}

export function obstaclesToCancelling(meeting: Pick<Meeting, 'state'>): string[] {
  if (meeting.state === 'cancelled') return [text.obstacle.alreadyCancelled]
  return meeting.state === 'held' ? [text.obstacle.alreadyHeld] : []
}

/** the body's own day, before it has met and to a day that has not passed. */
export function obstaclesToMoving(
  meeting: Pick<Meeting, 'state'>,
  { heldOn, today }: { readonly heldOn: string; readonly today: string },
): string[] {
  const obstacles: string[] = []
  if (meeting.state === 'cancelled') obstacles.push(text.obstacle.meetingCancelled)
  if (meeting.state === 'held') obstacles.push(text.obstacle.heldStays)
  if (heldOn < today) obstacles.push(text.obstacle.movedToThePast)
  return obstacles
}

export function obstaclesToTakingOff(item: Pick<AgendaItem, 'state'>): string[] {
  return mayBecome(item.state, 'withdrawn') ? [] : [text.obstacle.noLongerOnAgenda]
}

/** What the secretary should think of before the day is announced. It does not stop the plan. */
export function warningsOfMeeting(meeting: Pick<Meeting, 'heldOn'>): string[] {
  return isWorkingDay(meeting.heldOn) ? [] : [text.warning.dayOff]
}
