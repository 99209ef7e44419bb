/** From a written answer to a decided one, on the nearest meetings there are. */

import { addDays, nextWorkingDay } from '../../src/kernel/time.ts'
import { adjust, decide } from '../../src/modules/meetings/index.ts'
import { placePlan, planPath } from '../../src/modules/planning/index.ts'
import { dispatchAnswer } from '../../src/modules/referral/index.ts'
import { meetingDays } from './calendars.ts'
import type { Loading } from './loading.ts'
import type { Staff } from './staff.ts'
import { approveAll } from './steps.ts'

export type Path = { readonly meetingId: string; readonly heldOn: string }

type ToPlan = {
  readonly board: string
  readonly from: string
  readonly caseId: string
  readonly officer: string
  readonly day: string
}

/** Plans the first board meeting from a day on. */
export async function planNearest(loading: Loading, { board, from, caseId, officer, day }: ToPlan): Promise<Path> {
  const [meeting] = await meetingDays(loading, board, from)
  if (meeting === undefined) throw new Error(`${board} does not meet after ${from}`)
  await loading.as(officer, day, planPath, { caseId, steps: [{ step: 'board', meetingId: meeting.id }] })
  return { meetingId: meeting.id, heldOn: meeting.day }
}

type ToCarry = {
  readonly caseId: string
  readonly board: string
  readonly who: Staff
  readonly path: Path
  readonly day: string
  readonly isDecided: boolean
}

/** Approved and on the agenda; and decided, adjusted and dispatched where the day has come. */
export async function carryToDecision(loading: Loading, { caseId, who, path, day, isDecided }: ToCarry): Promise<void> {
  await approveAll(loading, { caseId, heads: who.heads, day: addDays(day, 1) })
  await loading.as(who.officer, addDays(day, 1), placePlan, { caseId })
  const adjustedOn = nextWorkingDay(addDays(path.heldOn, 5))
  if (!isDecided || adjustedOn > loading.today) return
  const item = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('meetings.items')
      .select(['id', 'proposal'])
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
  )
  const { decisionId } = await loading.as(who.secretary, path.heldOn, decide, {
    itemId: item.id,
    outcome: 'as_proposed',
    points: [...item.proposal],
  })
  await loading.as(who.secretary, adjustedOn, adjust, {
    meetingId: path.meetingId,
    decisionIds: [decisionId],
    adjustedOn,
    isImmediate: false,
  })
  await loading.as(who.registrar, adjustedOn, dispatchAnswer, { caseId })
}
