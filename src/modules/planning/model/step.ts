/** The steps of a case's way to its decision, and the meetings they are taken at. Pure. */

export const stepKinds = ['chair_preparation', 'working_committee', 'board'] as const
export type StepKind = (typeof stepKinds)[number]

/** A meeting that a plan may use. `heldOn` is an ISO day. */
export type PlanMeeting = {
  readonly meetingId: string
  readonly step: StepKind
  readonly bodyName: string
  readonly heldOn: string
  readonly isCancelled: boolean
}

/** A step as it is planned, with what became of it on the agenda. */
export type PlanStep = PlanMeeting & {
  readonly bodyId: string
  readonly position: number
  readonly itemId: string | null
  readonly isDecided: boolean
}

/** Assumed days from the board's meeting until the adjusted decision is dispatched, unless told otherwise. */
export const usualDispatchDays = 7
/** Papers need time between two steps: fewer days than this is too close. */
export const daysBetweenSteps = 3

declare module '../../../kernel/events.ts' {
  interface Events {
    'planning.planned': { steps: readonly { step: StepKind; body: string; heldOn: string }[] }
    'planning.placed': { meetings: readonly { body: string; heldOn: string }[] }
  }
}
