/** A case's way through preparation and committee to the board, and how it is found backwards from the answer date. Pure. */

import { addDays, daysBetween, nextWorkingDay } from '../../../kernel/time.ts'
import { lastDayToAdjust } from '../../meetings/index.ts'
import { text } from '../text.ts'
import { adjustmentOf } from './lead-times.ts'
import {
  daysBetweenSteps,
  hasChanged,
  stepKinds,
  type PlanMeeting,
  type PlanStep,
  type StepKind,
  type WayOut,
} from './step.ts'
import { isPlaced, takesPapers, type Step } from './stops.ts'
import { daysOfPlan } from './timeline.ts'
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
  /** Each with its item on the agenda, where the case stands there. */
  readonly calendar: readonly Step[]
  readonly dueOn: string | null
  readonly today: string
  /** No step before this day: the memo is not ready. */
  readonly notBefore: string
  /** Days from the deciding meeting until the answer leaves, other than the body's own. */
  readonly dispatchDays?: number
}

/**
 * Plans backwards (I-22, I-26): the latest board meeting that lets the answer leave in time, what prepares it before it. A
 * meeting to prepare at whose paper stop has passed is left out, unless the case stands on its agenda.
 */
export function proposePlan(question: PlanQuestion): Proposal {
  const usable = usableOf(question)
  const preparing = usable.filter((one) => one.step !== 'board' && takesPapers(one, question.today))
  const counted = { ...question, boardInTime: boardInTime(question) }
  const chains = boardsOf(usable).map((board) => chainOf(stepsBefore(board, preparing), counted))
  return { best: bestOf(chains, question), chains }
}

function usableOf({ calendar, notBefore, today }: PlanQuestion): Step[] {
  // Papers go out before a meeting: none that begins today can still be prepared for.
  const first = (one: Step) => later(notBefore, isPlaced(one) ? today : addDays(today, 1))
  return calendar.filter((one) => !one.isCancelled && one.heldOn >= first(one))
}

function boardsOf(meetings: readonly Step[]): Step[] {
  return meetings.filter((one) => one.step === 'board').toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
}

/** The latest meeting of the board that still takes papers, or has the case on its agenda, and lets the answer leave in time: that one can be awaited. */
export function boardInTime(question: PlanQuestion): PlanMeeting | null {
  const { dueOn, today } = question
  if (dueOn === null) return null
  const boards = boardsOf(usableOf(question))
  return boards.findLast((one) => takesPapers(one, today) && dispatchOf(one, question) <= dueOn) ?? null
}

/**
 * The same where nothing is written yet: a way counts while its first day, that of the draft, is still to come; preparation
 * that there is no time for is left out.
 */
export function proposeFromStart(question: PlanQuestion): Proposal {
  const chains = proposePlan(question).chains.flatMap(({ steps }) => {
    const left = steps.map((_, at) => steps.slice(at)).find((some) => canBegin(some, question.today))
    return left === undefined ? [] : [chainOf(left, question)]
  })
  return { best: bestOf(chains, question), chains }
}

function canBegin(steps: readonly PlanMeeting[], today: string): boolean {
  const [first] = daysOfPlan({ steps, dueOn: null, today, way: 'board' })
  return first !== undefined && first.on >= today
}

/** A board that still takes papers before one that does not, where both are in time, or neither. */
function bestOf(chains: readonly Chain[], { dueOn, today }: Pick<PlanQuestion, 'dueOn' | 'today'>): Chain | null {
  const open = chains.filter(({ steps }) => steps.some((one) => one.step === 'board' && takesPapers(one, today)))
  const isInTime = (chain: Chain) => dueOn === null || chain.dispatchOn <= dueOn
  const pick = (some: readonly Chain[]) => (dueOn === null ? some[0] : prepared(some).at(-1))
  return pick(open.filter(isInTime)) ?? pick(chains.filter(isInTime)) ?? open[0] ?? chains[0] ?? null
}

/** A way with all its preparation is better than one without, while both are in time. */
function prepared(chains: readonly Chain[]): readonly Chain[] {
  const most = Math.max(0, ...chains.map((chain) => chain.steps.length))
  return chains.filter((chain) => chain.steps.length === most)
}

/** What a plan is counted with. */
export type CountedWith = Omit<PlanQuestion, 'calendar' | 'notBefore'> & {
  /** A meeting of the board that would be in time, where it was looked for. */
  readonly boardInTime?: PlanMeeting | null
}

/** What a plan means for the answer date. `steps` in order of time. */
export function chainOf(steps: readonly PlanMeeting[], question: CountedWith): Chain {
  const decidedOn = steps.at(-1)?.heldOn ?? question.today
  const dispatchOn = dispatchOf(steps.at(-1), question)
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
      boardInTime: question.boardInTime ?? null,
    }),
  }
}

/** What is decided leaves when it is adjusted (I-23): on the body's usual day, or after so many days as the question says. */
function dispatchOf(
  last: PlanMeeting | undefined,
  { today, dispatchDays }: Pick<PlanQuestion, 'today' | 'dispatchDays'>,
): string {
  if (last === undefined) return nextWorkingDay(today)
  if (dispatchDays !== undefined) return nextWorkingDay(addDays(last.heldOn, dispatchDays))
  return adjustmentOf(last.heldOn, last.lead.adjustDays)
}

function stepsBefore(board: PlanMeeting, preparing: readonly PlanMeeting[]): PlanMeeting[] {
  const committee = latestBefore(preparing, 'working_committee', board.heldOn)
  const chair = latestBefore(preparing, 'chair_preparation', (committee ?? board).heldOn)
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

/** There is something to plan anew only where a meeting has changed. */
export function obstaclesToReplanning(
  steps: readonly PlanStep[],
  { state }: { readonly state: 'open' | 'closed' },
): string[] {
  if (state === 'closed') return [text.obstacle.caseClosed]
  if (steps.length === 0) return [text.obstacle.notPlanned]
  return steps.some(hasChanged) ? [] : [text.obstacle.nothingChanged]
}

/** The plan after a change: the same meetings on their new days while they still hold, else the best way from what is decided. */
export function replanned(steps: readonly PlanStep[], question: PlanQuestion): readonly PlanMeeting[] {
  const inOrder = steps.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
  const holds = isInOrder(inOrder) && steps.every((step) => step.isDecided || isStillToCome(step, question.today))
  if (holds && isInTime(inOrder, question)) return inOrder
  const done = steps.filter((step) => step.isDecided)
  const last = done.at(-1)
  const notBefore = last === undefined ? question.notBefore : later(question.notBefore, addDays(last.heldOn, 1))
  const { best } = proposePlan({ ...question, notBefore })
  const rest = best?.steps.filter((step) => last === undefined || rank(step) > rank(last)) ?? []
  return [...done, ...rest]
}

function isStillToCome(step: PlanStep, today: string): boolean {
  return !step.isCancelled && step.heldOn >= today
}

function isInTime(steps: readonly PlanMeeting[], question: PlanQuestion): boolean {
  return (chainOf(steps, question).marginDays ?? 0) >= 0
}

type ToChooseWay = {
  readonly state: 'open' | 'closed'
  readonly present: WayOut
  readonly steps: readonly PlanStep[]
  readonly boardInTime: PlanMeeting | null
}

/**
 * what is adjusted at once is decided at a meeting, and there must be one to adjust at. A-90, KL 6:39: the chair decides
 * only what cannot await the board, so not while a meeting of it is in time.
 */
export function obstaclesToWay(way: WayOut, { state, present, steps, boardInTime: board }: ToChooseWay): string[] {
  if (state === 'closed') return [text.obstacle.caseClosed]
  if (steps.length === 0) return [text.obstacle.notPlanned]
  if (way === present) return [text.obstacle.sameWay]
  if (steps.at(-1)?.isDecided === true) return [text.obstacle.alreadyDecided]
  return way === 'urgent' && board !== null ? [text.obstacle.boardInTime(board.heldOn)] : []
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
