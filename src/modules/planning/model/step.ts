/** The steps of a case's way to its decision, and the meetings they are taken at. Pure. */

import type { LeadTimes } from './lead-times.ts'

export const stepKinds = ['chair_preparation', 'working_committee', 'board'] as const
export type StepKind = (typeof stepKinds)[number]

/** A meeting that a plan may use. `heldOn` is an ISO day. */
export type PlanMeeting = {
  readonly meetingId: string
  readonly bodyId: string
  readonly step: StepKind
  readonly bodyName: string
  readonly heldOn: string
  readonly isCancelled: boolean
  readonly lead: LeadTimes
}

/** A step as it is planned, with what became of it on the agenda. */
export type PlanStep = PlanMeeting & {
  readonly position: number
  readonly itemId: string | null
  readonly isDecided: boolean
  /** The day it was planned for; where the meeting is held another day now, it was moved. */
  readonly plannedFor: string
}

/** How a case is decided where the board would be too late. `board`: at its meeting, as planned. */
export const waysOut = ['board', 'urgent', 'delegation', 'immediate'] as const
export type WayOut = (typeof waysOut)[number]

/** Whether the plan still says what will be: a meeting that was cancelled or moved has changed it, until it is decided. */
export function hasChanged(step: PlanStep): boolean {
  return !step.isDecided && (step.isCancelled || step.plannedFor !== step.heldOn)
}

/** Papers need time between two steps: fewer days than this is too close. */
export const daysBetweenSteps = 3

declare module '../../../kernel/events.ts' {
  interface Events {
    'planning.planned': { steps: readonly { step: StepKind; body: string; heldOn: string }[] }
    'planning.way-chosen': { way: WayOut }
    'planning.meeting-changed': { body: string; from: string; to: string | null; reason: string | null }
    'planning.placed': { meetings: readonly { body: string; heldOn: string }[] }
  }
}

/** Where a case's plan is; by its id, since the number of a hidden case is hidden too. */
export function planHref({ id }: { readonly id: string }): string {
  return `/arenden/${id}/beslutsplan`
}
