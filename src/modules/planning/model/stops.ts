/** Papers that come too late for a meeting that prepares, and what may be done of a plan that counts with one (I-22). Pure. */

import { addDays } from '../../../kernel/time.ts'
import { paperStopOf } from './lead-times.ts'
import { daysBetweenSteps, type PlanMeeting, type StepKind } from './step.ts'

/** A step of a plan, or one that is only proposed. */
export type Step = PlanMeeting & { readonly itemId?: string | null; readonly isDecided?: boolean }

/** On its agenda already, or dealt with: its paper stop no longer matters. */
export function isPlaced({ itemId, isDecided }: Pick<Step, 'itemId' | 'isDecided'>): boolean {
  return isDecided === true || (itemId !== undefined && itemId !== null)
}

/** Whether papers may still be handed in to a meeting, or the case stands on its agenda with them already. */
export function takesPapers(step: Step, today: string): boolean {
  return isPlaced(step) || paperStopOf(step) >= today
}

/** A meeting to come that the case is not on the agenda of, and whose papers were to be in before today. */
export function isPastStop(step: Step, today: string): boolean {
  return !step.isCancelled && step.heldOn >= today && !takesPapers(step, today)
}

/** A step to prepare whose paper stop has passed, and the plans that are without it. In order of time. */
export type PastStop = {
  readonly step: Exclude<StepKind, 'board'>
  /** The plan without the step. */
  readonly skipped: readonly PlanMeeting[]
  /** The plan with the body's next meeting in its place; null where none that takes papers is before the step after it. */
  readonly moved: readonly PlanMeeting[] | null
}

/** The preparing steps of a plan that papers come too late for, each with its ways out; the last step decides, and is not one. */
export function pastStops(steps: readonly Step[], calendar: readonly Step[], today: string): PastStop[] {
  return steps.slice(0, -1).flatMap((step, index) => {
    if (step.step === 'board' || !isPastStop(step, today)) return []
    const next = nextMeeting(step, { calendar, before: steps[index + 1], today })
    return [
      {
        step: step.step,
        skipped: steps.filter((one) => one !== step),
        moved: next === undefined ? null : steps.map((one) => (one === step ? next : one)),
      },
    ]
  })
}

type Until = {
  readonly calendar: readonly Step[]
  readonly before: PlanMeeting | undefined
  readonly today: string
}

function nextMeeting({ bodyId, heldOn }: Step, { calendar, before, today }: Until): PlanMeeting | undefined {
  if (before === undefined) return undefined
  const last = addDays(before.heldOn, -daysBetweenSteps)
  return calendar
    .filter((one) => one.bodyId === bodyId && !one.isCancelled && one.heldOn > heldOn && one.heldOn <= last)
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
    .find((one) => takesPapers(one, today))
}
