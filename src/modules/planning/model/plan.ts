/** A case's way through preparation and committee to the board, and how it is found backwards from the answer date. Pure. */

import { addDays, daysBetween } from '../../../kernel/time.ts'
import { lastDayToAdjust } from '../../meetings/index.ts'
import { warningsOfPlan, type PlanWarning } from './warnings.ts'

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

/** One possible way, earliest meeting first. */
export type Chain = {
  readonly steps: readonly PlanMeeting[]
  readonly decidedOn: string
  /** The day the answer is assumed to leave. */
  readonly dispatchOn: string
  /** Days left on the answer date when it leaves; negative when late; null without an answer date. */
  readonly marginDays: number | null
  readonly warnings: readonly PlanWarning[]
}

export type Proposal = {
  /** The latest way that still meets the answer date; where none does, the earliest there is. */
  readonly best: Chain | null
  /** Every way, by the day of its board meeting. */
  readonly chains: readonly Chain[]
}

/** Assumed days from the board's meeting until the adjusted decision is dispatched, unless told otherwise. */
export const usualDispatchDays = 7
/** Papers need time between two steps: fewer days than this is too close. */
export const daysBetweenSteps = 3

export type PlanQuestion = {
  readonly calendar: readonly PlanMeeting[]
  readonly dueOn: string | null
  readonly today: string
  /** No step before this day: the memo is not ready. */
  readonly notBefore: string
  readonly dispatchDays?: number
}

/** Plans backwards (I-22, I-26): the latest board meeting that lets the answer leave in time, what prepares it before it. */
export function proposePlan(question: PlanQuestion): Proposal {
  const { dueOn } = question
  const usable = question.calendar.filter((one) => !one.isCancelled && one.heldOn >= later(question.notBefore, question.today))
  const chains = usable
    .filter((one) => one.step === 'board')
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
    .map((board) => chainOf(stepsBefore(board, usable), question))
  const inTime = chains.filter((chain) => dueOn === null || chain.dispatchOn <= dueOn)
  const best = (dueOn === null ? inTime[0] : prepared(inTime).at(-1)) ?? chains[0] ?? null
  return { best, chains }
}

/** A way with all its preparation is better than one without, while both are in time. */
function prepared(chains: readonly Chain[]): readonly Chain[] {
  const most = Math.max(0, ...chains.map((chain) => chain.steps.length))
  return chains.filter((chain) => chain.steps.length === most)
}

/** What a plan means for the answer date. `steps` in order of time. */
export function chainOf(steps: readonly PlanMeeting[], question: Omit<PlanQuestion, 'calendar' | 'notBefore'>): Chain {
  const decidedOn = steps.at(-1)?.heldOn ?? question.today
  const dispatchOn = addDays(decidedOn, question.dispatchDays ?? usualDispatchDays)
  const { dueOn } = question
  return {
    steps,
    decidedOn,
    dispatchOn,
    marginDays: dueOn === null ? null : daysBetween(dispatchOn, dueOn),
    warnings: warningsOfPlan({ steps, dispatchOn, dueOn, lastAdjustment: lastDayToAdjust(decidedOn), today: question.today }),
  }
}

function stepsBefore(board: PlanMeeting, calendar: readonly PlanMeeting[]): PlanMeeting[] {
  const committee = latestBefore(calendar, 'working_committee', board.heldOn)
  const chair = latestBefore(calendar, 'chair_preparation', (committee ?? board).heldOn)
  return [chair, committee, board].filter((one) => one !== undefined)
}

function latestBefore(calendar: readonly PlanMeeting[], step: StepKind, day: string): PlanMeeting | undefined {
  const last = addDays(day, -daysBetweenSteps)
  return calendar
    .filter((one) => one.step === step && one.heldOn <= last)
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
    .at(-1)
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'planning.planned': { steps: readonly { step: StepKind; body: string; heldOn: string }[] }
    'planning.placed': { meetings: readonly { body: string; heldOn: string }[] }
  }
}
