/** What is wrong with a plan, and the ways out that the law offers. Pure. */

import { daysBetween, isWorkingDay } from '../../../kernel/time.ts'
import { text } from '../text.ts'
import { paperStopOf } from './lead-times.ts'
import { daysBetweenSteps, type PlanMeeting } from './step.ts'

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

export type PlanWarning = { readonly code: WarningCode; readonly message: string; readonly ways: readonly string[] }

export type PlanToCheck = {
  /** In order of time. */
  readonly steps: readonly PlanMeeting[]
  readonly dispatchOn: string
  readonly dueOn: string | null
  /** The last day the minutes may be adjusted. */
  readonly lastAdjustment: string
  readonly today: string
}

/** Everything to think of, most serious first. None of it stops the plan. */
export function warningsOfPlan(plan: PlanToCheck): PlanWarning[] {
  return [
    ...ofAnswerDate(plan),
    ...plan.steps.flatMap((step) => ofMeeting(step, plan.today)),
    ...ofGaps(plan.steps),
    ...ofWay(plan.steps),
  ]
}

/** I-22: after the answer date there are five ways out. I-23: what is decided leaves only when it is adjusted. */
function ofAnswerDate({ dueOn, dispatchOn, lastAdjustment }: PlanToCheck): PlanWarning[] {
  if (dueOn === null) return []
  if (dispatchOn > dueOn) {
    const message = text.warning.afterAnswerDate(dispatchOn, daysBetween(dueOn, dispatchOn))
    return [{ code: 'plan-after-answer-date', message, ways: waysOut() }]
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

function waysOut(): string[] {
  const { extension, urgent, delegation, immediate, extra } = text.way
  return [extension, urgent, delegation, immediate, extra]
}

function ofMeeting(step: PlanMeeting, today: string): PlanWarning[] {
  const found: PlanWarning[] = []
  if (step.isCancelled) found.push(plain('meeting-cancelled', text.warning.cancelled(step.bodyName)))
  else if (step.heldOn < today) found.push(plain('meeting-passed', text.warning.passed(step.bodyName)))
  else if (paperStopOf(step) < today)
    found.push({
      code: 'paper-stop-passed',
      message: text.warning.paperStop(step.bodyName, paperStopOf(step)),
      ways: step.step === 'board' ? waysOut() : [],
    })
  if (!isWorkingDay(step.heldOn)) found.push(plain('date-on-weekend', text.warning.dayOff(step.bodyName)))
  return found
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
