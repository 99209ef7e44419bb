/** What is wrong with a plan, and the ways out that the law offers. Pure. */

import { daysBetween, isWorkingDay } from '../../../kernel/time.ts'
import { text } from '../text.ts'
import { paperStopOf } from './lead-times.ts'
import { daysBetweenSteps, type PlanMeeting } from './step.ts'
import { isPastStop, type PastStop, type Step } from './stops.ts'

export type WarningCode =
  | 'plan-after-answer-date'
  | 'adjustment-after-answer-date'
  | 'date-on-weekend'
  | 'too-close'
  | 'meeting-cancelled'
  | 'meeting-passed'
  | 'paper-stop-passed'
  | 'no-preparation'
  | 'committee-decides'

export type PlanWarning = {
  readonly code: WarningCode
  readonly message: string
  readonly ways: readonly string[]
  /** The step to prepare that papers come too late for. */
  readonly step?: PastStop['step']
}

export type PlanToCheck = {
  /** In order of time. */
  readonly steps: readonly Step[]
  readonly dispatchOn: string
  readonly dueOn: string | null
  /** The last day the minutes may be adjusted. */
  readonly lastAdjustment: string
  readonly today: string
  /** A meeting of the board that is in time and takes papers: nothing is too urgent to await it. */
  readonly boardInTime: PlanMeeting | null
}

/** Everything to think of, most serious first. None of it stops the plan. */
export function warningsOfPlan(plan: PlanToCheck): PlanWarning[] {
  return [
    ...ofAnswerDate(plan),
    ...plan.steps.flatMap((step) => ofMeeting(step, plan)),
    ...ofGaps(plan.steps),
    ...ofWay(plan.steps),
  ]
}

/** I-22: after the answer date there are five ways out. I-23: what is decided leaves only when it is adjusted. */
function ofAnswerDate({ dueOn, dispatchOn, lastAdjustment, boardInTime }: PlanToCheck): PlanWarning[] {
  if (dueOn === null) return []
  if (dispatchOn > dueOn) {
    const message = text.warning.afterAnswerDate(dispatchOn, daysBetween(dueOn, dispatchOn))
    return [{ code: 'plan-after-answer-date', message, ways: waysOut(boardInTime) }]
  }
  if (lastAdjustment <= dueOn) return []
  return [
    {
      code: 'adjustment-after-answer-date',
      message: text.warning.adjustBy(dueOn, lastAdjustment),
      ways: [text.way.immediate],
    },
  ]
}

/** Where a meeting of the board can be awaited, that is the way, and neither the chair's decision nor one more meeting is. */
function waysOut(board: PlanMeeting | null): string[] {
  const { earlier, extension, urgent, delegation, immediate, extra } = text.way
  return board === null
    ? [extension, urgent, delegation, immediate, extra]
    : [earlier(board.heldOn), extension, delegation, immediate]
}

function ofMeeting(step: Step, plan: PlanToCheck): PlanWarning[] {
  const found: PlanWarning[] = []
  if (step.isCancelled) found.push(plain('meeting-cancelled', text.warning.cancelled(step.bodyName)))
  else if (step.heldOn < plan.today) found.push(plain('meeting-passed', text.warning.passed(step.bodyName)))
  else if (isPastStop(step, plan.today)) found.push(ofPaperStop(step, plan))
  if (!isWorkingDay(step.heldOn)) found.push(plain('date-on-weekend', text.warning.dayOff(step.bodyName)))
  return found
}

/** Of a meeting to prepare at, the case can go past it; of the board, the ways are those of one that is too late. */
function ofPaperStop(step: Step, { steps, boardInTime }: PlanToCheck): PlanWarning {
  const message = text.warning.paperStop(step.bodyName, paperStopOf(step))
  const code = 'paper-stop-passed'
  if (step.step === 'board') return { code, message, ways: waysOut(boardInTime) }
  if (step === steps.at(-1)) return { code, message, ways: [] }
  const { next, skip, extension } = text.way
  return { code, message, ways: [next, skip[step.step], extension], step: step.step }
}

function ofGaps(steps: readonly PlanMeeting[]): PlanWarning[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1]
    if (before === undefined) return []
    const gap = daysBetween(before.heldOn, step.heldOn)
    return gap >= daysBetweenSteps
      ? []
      : [plain('too-close', text.warning.tooClose(before.bodyName, step.bodyName, gap))]
  })
}

function ofWay(steps: readonly PlanMeeting[]): PlanWarning[] {
  const last = steps.at(-1)
  if (last?.step === 'working_committee') return [plain('committee-decides', text.warning.committeeDecides)]
  return last !== undefined && steps.length === 1 ? [plain('no-preparation', text.warning.noPreparation)] : []
}

function plain(code: WarningCode, message: string): PlanWarning {
  return { code, message, ways: [] }
}
