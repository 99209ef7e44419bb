/** How long before its meeting a body wants its papers, and how soon after it its minutes are adjusted. Pure. */

import { addDays, daysBeforeAtLeast, nextWorkingDay, workingDayAtLatest } from '../../../kernel/time.ts'
import { daysToAdjust, lastDayToAdjust } from '../../meetings/index.ts'
import type { BodyKind } from '../../organisation/index.ts'
import { text } from '../text.ts'

/** A body's own lead times (ledtider). */
export type LeadTimes = {
  /** Kallelse: it goes out at least so many days before the meeting. */
  readonly callDays: number
  /** Stopptid: papers are handed in at least so many days before the meeting. */
  readonly paperDays: number
  /** Working days that the heads have to approve. */
  readonly approvalDays: number
  /** From the meeting to the day its minutes are usually adjusted. */
  readonly adjustDays: number
}

/**
 * What is usual: five days' call to a board, a week's to the council (the law's own), and minutes adjusted after a week. A
 * working committee and a chair's preparation meet closer to what they prepare.
 */
const usual = {
  board: { callDays: 5, paperDays: 8, approvalDays: 5, adjustDays: 7 },
  council: { callDays: 7, paperDays: 14, approvalDays: 5, adjustDays: 7 },
  working_committee: { callDays: 4, paperDays: 6, approvalDays: 5, adjustDays: 7 },
  chair_preparation: { callDays: 1, paperDays: 2, approvalDays: 5, adjustDays: 7 },
} as const satisfies Readonly<Record<string, LeadTimes>>

/** The lead times of a body that has set none of its own. */
export function usualLeadTimes(kind: BodyKind): LeadTimes {
  if (kind === 'council' || kind === 'working_committee' || kind === 'chair_preparation') return usual[kind]
  return usual.board
}

export type MeetingDay = { readonly heldOn: string; readonly lead: LeadTimes }

/** The last day the call goes out (kallelse). A least time, so a day off moves it earlier (CAL-05). */
export function callOf({ heldOn, lead }: MeetingDay): string {
  return daysBeforeAtLeast(heldOn, lead.callDays)
}

/** The last day papers are taken in (stopptid); never after the call. */
export function paperStopOf({ heldOn, lead }: MeetingDay): string {
  return daysBeforeAtLeast(heldOn, Math.max(lead.paperDays, lead.callDays))
}

/**
 * The day the minutes are adjusted, as the body usually does: moved past days off, unless that would take it past the
 * fourteen days; then before them, if the meeting was not later still.
 */
export function adjustmentOf(heldOn: string, days: number): string {
  const usualDay = addDays(heldOn, Math.min(days, daysToAdjust))
  const moved = nextWorkingDay(usualDay)
  if (moved <= lastDayToAdjust(heldOn)) return moved
  const earlier = workingDayAtLatest(usualDay)
  return earlier >= heldOn ? earlier : heldOn
}

/** KL 5:13 and A-58: the call is not later than the papers it carries, and the minutes not later than the law. */
export function obstaclesToLeadTimes(lead: LeadTimes, kind: BodyKind): string[] {
  const obstacles: string[] = []
  if (lead.paperDays < lead.callDays) obstacles.push(text.leadTimes.papersAfterCall)
  if (kind === 'council' && lead.callDays < usual.council.callDays) obstacles.push(text.leadTimes.councilCall)
  return obstacles
}
