/** Telling the board (anmälan, KL 6:40): what is to be reported, what has its own minutes instead, and when. Pure. */

import { addDays, lastDayOfWeeks } from '../../../kernel/time.ts'
import type { Meeting } from '../../meetings/index.ts'
import { text } from '../text.ts'

/** The bodies that have a scheme: a nämnd, the styrelse or the auditors, never the council. */
export const boardKinds = ['board', 'executive_board', 'auditors'] as const

/** The call goes out about this long before a meeting; what is to be reported should stand on it then. The house's habit. */
export const daysOfCall = 7

export function callDay(heldOn: string): string {
  return addDays(heldOn, -daysOfCall)
}

/** A-92 and KL 13:5: appealed within three weeks from the day the minutes were noticed on the board. */
export function lastDayToAppeal(noticedOn: string): string {
  return lastDayOfWeeks(noticedOn, 3)
}

type Reporting = {
  readonly meeting: Pick<Meeting, 'bodyKind'>
  readonly count: number
  /** The state of the item that stands there already, if any. */
  readonly item: string | null
}

/** A list is put on a board's agenda while the item is open; a cancelled or past meeting is refused by the agenda itself. */
export function obstaclesToReporting({ meeting, count, item }: Reporting): string[] {
  const obstacles: string[] = []
  if (!boardKinds.some((kind) => kind === meeting.bodyKind)) obstacles.push(text.obstacle.notABoard)
  if (count === 0) obstacles.push(text.obstacle.nothingToReport)
  if (item !== null && item !== 'on_agenda' && item !== 'withdrawn') obstacles.push(text.obstacle.itemSettled)
  return obstacles
}

export type Minutes = {
  readonly id: string
  readonly bodyId: string
  readonly bodyName: string
  readonly authorityId: string
  readonly caseId: string
  readonly recordId: string
  readonly recordTitle: string
  readonly madeOn: string
  readonly noticedOn: string | null
  readonly count: number
}

/** noticed once, on a day that has come and not before the minutes were there. */
export function obstaclesToNoticing(minutes: Minutes, noticedOn: string, today: string): string[] {
  const obstacles: string[] = []
  if (minutes.noticedOn !== null) obstacles.push(text.obstacle.alreadyNoticed)
  if (noticedOn > today) obstacles.push(text.obstacle.dayToCome)
  if (noticedOn < minutes.madeOn) obstacles.push(text.obstacle.noticedBefore)
  return obstacles
}
