/** The whole way of a case, day by day, counted backwards from the last answer date: what is done, next and late. Pure. */

import { addDays, nextWorkingDay, workingDayAtLatest, workingDaysBefore } from '../../../kernel/time.ts'
import { lastDayToNotice } from '../../meetings/index.ts'
import { adjustmentOf, callOf, paperStopOf } from './lead-times.ts'
import { isPlaced, type Step as Planned } from './stops.ts'
import type { PlanMeeting, StepKind, WayOut } from './step.ts'

/** In the order they come when they fall on the same day. */
export const milestoneKinds = [
  'draft',
  'approval',
  'paper_stop',
  'call',
  'meeting',
  'urgent',
  'delegation',
  'adjustment',
  'notice',
  'dispatch',
  'answer',
  'report',
] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

/** 'passed': its day has been, and nothing here tells whether it was done. */
export const milestoneStates = ['done', 'passed', 'late', 'next', 'planned', 'stopped'] as const
export type MilestoneState = (typeof milestoneStates)[number]

/** The last day for one thing (ISO), and where it is done, if it is done at a meeting. */
export type Milestone = {
  readonly kind: MilestoneKind
  readonly on: string
  readonly step: StepKind | null
  readonly bodyName: string | null
  readonly meetingId: string | null
  readonly state: MilestoneState
}

export type WayToPlan = {
  /** In order of time; the last decides. */
  readonly steps: readonly Planned[]
  readonly dueOn: string | null
  readonly today: string
  readonly way: WayOut
  /** The day the minutes were adjusted, once they are. */
  readonly adjustedOn?: string | null
}

/** What is known to be done. */
export type Done = {
  readonly isSubmitted: boolean
  readonly isApproved: boolean
  /** Decided by somebody in the board's place. */
  readonly isDelegated: boolean
  readonly adjustedOn: string | null
  readonly isSent: boolean
}

type Day = Omit<Milestone, 'state'>

/** The days alone, latest possible, in order of time (I-22, I-23, I-26, A-58, A-69). */
export function daysOfPlan(plan: WayToPlan): Day[] {
  const { dueOn, steps, way } = plan
  const last = steps.at(-1)
  if (last === undefined) return []
  const answer = dueOn === null ? [] : [day('answer', dueOn)]
  const days = way === 'urgent' || way === 'delegation' ? inItsPlace(plan, last, way) : atItsMeetings(plan, last)
  return [...days, ...answer].toSorted((a, b) => a.on.localeCompare(b.on) || rank(a.kind) - rank(b.kind))
}

function rank(kind: MilestoneKind): number {
  return milestoneKinds.indexOf(kind)
}

function day(kind: MilestoneKind, on: string, at?: PlanMeeting): Day {
  return { kind, on, step: at?.step ?? null, bodyName: at?.bodyName ?? null, meetingId: at?.meetingId ?? null }
}

function atItsMeetings({ steps, dueOn, way, adjustedOn }: WayToPlan, last: Planned): Day[] {
  const usual = way === 'immediate' ? last.heldOn : adjustmentOf(last.heldOn, last.lead.adjustDays)
  const adjusted = adjustedOn ?? usual
  const dispatch = dispatchFrom(adjusted, dueOn)
  const approval = earliest(steps.map(paperStopOf))
  return [
    ...before(approval, last),
    ...steps.flatMap((at) => [
      day('paper_stop', paperStopOf(at), at),
      day('call', callOf(at), at),
      day('meeting', at.heldOn, at),
    ]),
    day('adjustment', adjusted, last),
    day('notice', noticeOf(adjusted, dispatch), last),
    day('dispatch', dispatch),
  ]
}

function earliest(days: readonly string[]): string {
  return days.toSorted()[0] ?? ''
}

/** What is written, and then approved by the heads. */
function before(approval: string, { lead }: PlanMeeting): Day[] {
  return [day('draft', workingDaysBefore(approval, lead.approvalDays)), day('approval', approval)]
}

/** The latest working day that is in time; what is decided does not leave before it is adjusted (I-23). */
function dispatchFrom(adjusted: string, dueOn: string | null): string {
  const ready = nextWorkingDay(adjusted)
  if (dueOn === null) return ready
  const latest = workingDayAtLatest(dueOn)
  return latest > ready ? latest : ready
}

/** at latest the second day after the adjustment, and that day is not moved by a day off. */
function noticeOf(adjusted: string, dispatch: string): string {
  const last = lastDayToNotice(adjusted)
  const noticed = workingDayAtLatest(last < dispatch ? last : dispatch)
  return noticed >= adjusted ? noticed : adjusted
}

/** somebody decides in the board's place in time; what is urgent is told at the board's next meeting. */
function inItsPlace({ dueOn, today }: WayToPlan, last: Planned, way: 'urgent' | 'delegation'): Day[] {
  const latest = workingDayAtLatest(dueOn ?? last.heldOn)
  const decided = latest >= today ? latest : nextWorkingDay(today)
  const report = last.heldOn > decided ? [day('report', last.heldOn, last)] : []
  return [...before(decided, last), day(way, decided), day('dispatch', decided), ...report]
}

/** The days with where each stands now. */
export function timelineOf(plan: WayToPlan, done: Done): Milestone[] {
  const { today } = plan
  const days = daysOfPlan({ ...plan, adjustedOn: done.adjustedOn })
  const standing = days.map((one) => standOf(one, plan, done))
  const next = days.findIndex((one, index) => standing[index] === null && one.on >= today)
  return days.map((one, index) => ({
    ...one,
    state: standing[index] ?? (index === next ? 'next' : one.on < today ? 'late' : 'planned'),
  }))
}

type Stand = (done: Done, at: Planned | undefined) => boolean

const isDone: Readonly<Record<MilestoneKind, Stand>> = {
  draft: ({ isSubmitted, isApproved }) => isSubmitted || isApproved,
  approval: ({ isApproved }) => isApproved,
  paper_stop: (_, at) => at !== undefined && isPlaced(at),
  call: () => false,
  meeting: (_, at) => at?.isDecided === true,
  urgent: ({ isDelegated }) => isDelegated,
  delegation: ({ isDelegated }) => isDelegated,
  adjustment: ({ adjustedOn }) => adjustedOn !== null,
  notice: () => false,
  dispatch: ({ isSent }) => isSent,
  answer: ({ isSent }) => isSent,
  report: () => false,
}

/** Null: still to do, and so next, late or planned by its day alone. */
function standOf(one: Day, { steps, today }: WayToPlan, done: Done): MilestoneState | null {
  const at = steps.find(({ meetingId }) => meetingId === one.meetingId)
  if (isDone[one.kind](done, at)) return 'done'
  if (at?.isCancelled === true && one.kind !== 'report') return 'stopped'
  if (one.on >= today) return null
  return isOnlyPassed(one, done) || isForPast(one, at, today) ? 'passed' : null
}

/** A preparation that was held, a notice of what is adjusted: nobody notes those here. */
function isOnlyPassed({ kind, step }: Day, { adjustedOn }: Done): boolean {
  if (kind === 'meeting') return step !== 'board'
  if (kind === 'notice') return adjustedOn !== null
  return kind === 'report'
}

/** The papers of a meeting that has been, and a call that carried the case. */
function isForPast({ kind }: Day, at: Planned | undefined, today: string): boolean {
  if (at === undefined || (kind !== 'call' && kind !== 'paper_stop')) return false
  return at.heldOn < today || (kind === 'call' && isPlaced(at))
}

/** A day for one more meeting that would be in time: adjusted and sent by the answer date, and called as usual. */
export function extraMeetingDay(
  { lead }: PlanMeeting,
  { dueOn, today }: Pick<WayToPlan, 'dueOn' | 'today'>,
): string | null {
  if (dueOn === null) return null
  let held = workingDayAtLatest(addDays(dueOn, -lead.adjustDays))
  while (adjustmentOf(held, lead.adjustDays) > dueOn) held = workingDaysBefore(held, 1)
  return callOf({ heldOn: held, lead }) >= today ? held : null
}
