/** A case's way through preparation and committee to the board, and how it is found backwards from the answer date. Pure. */

import { addDays, daysBetween } from '../../../kernel/time.ts'
import { lastDayToAdjust } from '../../meetings/index.ts'
import { text } from '../text.ts'
import {
  daysBetweenSteps,
  stepKinds,
  usualDispatchDays,
  type PlanMeeting,
  type PlanStep,
  type StepKind,
} from './step.ts'
import { warningsOfPlan, type PlanWarning } from './warnings.ts'

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
  const usable = question.calendar.filter(
    // Papers go out before a meeting: none that begins today can still be prepared for.
    (one) => !one.isCancelled && one.heldOn >= later(question.notBefore, addDays(question.today, 1)),
  )
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
    warnings: warningsOfPlan({
      steps,
      dispatchOn,
      dueOn,
      lastAdjustment: lastDayToAdjust(decidedOn),
      today: question.today,
    }),
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

/** preparation is optional and comes in its order; a board's answer to a referral is decided by the board. */
export function obstaclesToPlanning(
  steps: readonly PlanMeeting[],
  { state, needsBoard }: { readonly state: 'open' | 'closed'; readonly needsBoard: boolean },
): string[] {
  if (state === 'closed') return [text.obstacle.caseClosed]
  if (steps.length === 0) return [text.obstacle.noSteps]
  const obstacles: string[] = []
  if (steps.some((step) => step.isCancelled)) obstacles.push(text.obstacle.cancelled)
  if (!isInOrder(steps)) obstacles.push(text.obstacle.order)
  return [...obstacles, ...endOf(steps.at(-1), needsBoard)]
}

/** The last step is where it is decided. */
function endOf(last: PlanMeeting | undefined, needsBoard: boolean): string[] {
  if (needsBoard) return last?.step === 'board' ? [] : [text.obstacle.noBoard]
  return last?.step === 'chair_preparation' ? [text.obstacle.nobodyDecides] : []
}

/** Chair's preparation, committee and board, each once at most, none before the one it follows. */
function isInOrder(steps: readonly PlanMeeting[]): boolean {
  return steps.every((step, index) => {
    const before = steps[index - 1]
    return before === undefined || (rank(before) < rank(step) && before.heldOn <= step.heldOn)
  })
}

function rank({ step }: PlanMeeting): number {
  return stepKinds.indexOf(step)
}

type ToPlace = {
  readonly steps: readonly PlanStep[]
  readonly hasApprovedMemo: boolean
  /** A statement is being written that the heads have not approved. */
  readonly awaitsStatement: boolean
}

/** Approved before agenda: an agenda takes records, and approval is what makes the memo one. */
export function obstaclesToPlacingPlan({ steps, hasApprovedMemo, awaitsStatement }: ToPlace, today: string): string[] {
  const obstacles: string[] = []
  if (steps.length === 0) obstacles.push(text.obstacle.notPlanned)
  if (!hasApprovedMemo) obstacles.push(text.obstacle.memoNotApproved)
  if (awaitsStatement) obstacles.push(text.obstacle.statementNotApproved)
  if (steps.length > 0 && stepsToPlace(steps, today).length === 0) obstacles.push(text.obstacle.nothingToPlace)
  return obstacles
}

/** The steps still to come that do not stand on their agenda yet. */
export function stepsToPlace(steps: readonly PlanStep[], today: string): PlanStep[] {
  return steps.filter((step) => step.itemId === null && !step.isCancelled && step.heldOn >= today)
}
