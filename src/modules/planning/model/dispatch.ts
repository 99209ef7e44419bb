/** When an answer can be expected to leave, seen by the one who waits for it. Pure. */

import { nextWorkingDay, workingDayAtLatest } from '../../../kernel/time.ts'
import { adjustmentOf, usualLeadTimes } from './lead-times.ts'
import type { WayOut } from './step.ts'

/** What is known of the way of the one asked. Days are ISO days. */
export type WayToLeave = {
  readonly way: WayOut
  /** When its board decides or decided. */
  readonly boardOn: string | null
  readonly decidedOn: string | null
  readonly adjustedOn: string | null
  readonly dueOn: string | null
  /** Its board's own time to adjustment; null: what is usual. */
  readonly adjustDays: number | null
}

/**
 * What a board decides leaves when it is adjusted (I-23), as that board usually does or at once; what is decided in its
 * place is decided in time. Null where nothing tells.
 */
export function expectedDispatch(known: WayToLeave): string | null {
  const { way, boardOn, adjustedOn } = known
  if (adjustedOn !== null) return nextWorkingDay(adjustedOn)
  if (way === 'urgent' || way === 'delegation') return dispatchInItsPlace(known)
  if (boardOn === null) return null
  const adjustDays = known.adjustDays ?? usualLeadTimes('board').adjustDays
  return nextWorkingDay(way === 'immediate' ? boardOn : adjustmentOf(boardOn, adjustDays))
}

function dispatchInItsPlace({ decidedOn, dueOn }: WayToLeave): string | null {
  if (decidedOn !== null) return nextWorkingDay(decidedOn)
  return dueOn === null ? null : workingDayAtLatest(dueOn)
}
