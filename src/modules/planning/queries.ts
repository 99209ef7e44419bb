import { today, type Read, type Write } from '../../kernel/context.ts'
import { findApproved, findDraft, type PlanLine } from '../drafting/index.ts'
import { listDecisions, listMeetings, type Meeting } from '../meetings/index.ts'
import type { Case } from '../registry/index.ts'
import { usualLeadTimes, type LeadTimes } from './model/lead-times.ts'
import type { PlanQuestion } from './model/plan.ts'
import { waysOut, type PlanMeeting, type PlanStep, type StepKind, type WayOut } from './model/step.ts'
import type { Done } from './model/timeline.ts'

const kinds = ['chair_preparation', 'working_committee', 'board', 'executive_board', 'auditors'] as const

/** Which step a body's meetings are; null for one that has no place in a plan. */
export function stepOf(kind: Meeting['bodyKind']): StepKind | null {
  if (kind === 'executive_board' || kind === 'auditors') return 'board'
  return kind === 'chair_preparation' || kind === 'working_committee' || kind === 'board' ? kind : null
}

/** An authority's meetings from a day on that a plan can use, by day; those that were cancelled too. */
export async function listCalendar(
  ctx: Read,
  { authorityId, from }: { authorityId: string; from: string },
): Promise<PlanMeeting[]> {
  const meetings = await listMeetings(ctx, { authorityId, from, kinds })
  const leads = await leadTimesOf(ctx, meetings)
  return meetings.flatMap((meeting) => planMeetingOf(meeting, leads) ?? [])
}

/**
 * What the way of a case to its board is reckoned from today: with the agendas it stands on, and with no days in between where
 * it is adjusted at the meeting by the chosen way.
 */
export async function planQuestionOf(
  ctx: Read,
  { id, authorityId, dueOn }: Pick<Case, 'id' | 'authorityId' | 'dueOn'>,
): Promise<PlanQuestion> {
  const day = today(ctx)
  const items = await ctx.db
    .selectFrom('meetings.items')
    .where('case_id', '=', id)
    .where('state', '=', 'on_agenda')
    .select(['id', 'meeting_id'])
    .execute()
  const itemOf = new Map(items.map((item) => [item.meeting_id, item.id]))
  const meetings = await listCalendar(ctx, { authorityId, from: day })
  const calendar = meetings.map((one) => ({ ...one, itemId: itemOf.get(one.meetingId) ?? null }))
  const isAdjustedAtOnce = (await getWay(ctx, id)) === 'immediate'
  return { calendar, dueOn, today: day, notBefore: day, ...(isAdjustedAtOnce && { dispatchDays: 0 }) }
}

/** A meeting as a plan uses it; null for a body that has no place in a plan. */
export function planMeetingOf(meeting: Meeting, leads: ReadonlyMap<string, LeadTimes>): PlanMeeting | null {
  const step = stepOf(meeting.bodyKind)
  if (step === null) return null
  const { id: meetingId, bodyId, bodyKind, bodyName, heldOn, state } = meeting
  const lead = leads.get(bodyId) ?? usualLeadTimes(bodyKind)
  return { meetingId, bodyId, step, bodyName, heldOn, isCancelled: state === 'cancelled', lead }
}

const leadColumns = [
  'call_days as callDays',
  'paper_days as paperDays',
  'approval_days as approvalDays',
  'adjust_days as adjustDays',
] as const

/** The lead times that the bodies of these meetings have set themselves, by body. */
export async function leadTimesOf(
  ctx: Read,
  meetings: readonly { readonly bodyId: string }[],
): Promise<ReadonlyMap<string, LeadTimes>> {
  const ids = [...new Set(meetings.map(({ bodyId }) => bodyId))]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('planning.lead_times')
    .where('body_id', 'in', ids)
    .select(['body_id as bodyId', ...leadColumns])
    .execute()
  return new Map(rows.map(({ bodyId, ...lead }) => [bodyId, lead]))
}

/** A case's plan in its order, with what became of each step on the agenda. */
export async function listSteps(ctx: Read | Write, caseId: string): Promise<PlanStep[]> {
  const rows = await ctx.db
    .selectFrom('planning.steps as s')
    .innerJoin('meetings.meetings as m', 'm.id', 's.meeting_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .leftJoin('planning.lead_times as l', 'l.body_id', 'b.id')
    .leftJoin('meetings.items as i', (join) =>
      join
        .onRef('i.meeting_id', '=', 's.meeting_id')
        .onRef('i.case_id', '=', 's.case_id')
        .on('i.state', '<>', 'withdrawn'),
    )
    .where('s.case_id', '=', caseId)
    .select([
      's.step',
      's.position',
      'm.id as meetingId',
      'b.id as bodyId',
      'b.name as bodyName',
      'b.kind as bodyKind',
      's.planned_for as plannedFor',
      'm.held_on as heldOn',
      'm.state as meetingState',
      'i.id as itemId',
      'i.state as itemState',
      'l.call_days as callDays',
      'l.paper_days as paperDays',
      'l.approval_days as approvalDays',
      'l.adjust_days as adjustDays',
    ])
    .orderBy('s.position')
    .execute()
  return rows.map(({ meetingState, itemState, bodyKind, callDays, paperDays, approvalDays, adjustDays, ...step }) => ({
    ...step,
    lead: ownOr(usualLeadTimes(bodyKind), { callDays, paperDays, approvalDays, adjustDays }),
    isCancelled: meetingState === 'cancelled',
    isDecided: itemState !== null && itemState !== 'on_agenda',
  }))
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null }

function ownOr(usual: LeadTimes, { callDays, paperDays, approvalDays, adjustDays }: Nullable<LeadTimes>): LeadTimes {
  return {
    callDays: callDays ?? usual.callDays,
    paperDays: paperDays ?? usual.paperDays,
    approvalDays: approvalDays ?? usual.approvalDays,
    adjustDays: adjustDays ?? usual.adjustDays,
  }
}

/** How the case is to be decided: at its meetings, unless another way was chosen (I-22). */
export async function getWay(ctx: Read | Write, caseId: string): Promise<WayOut> {
  const row = await ctx.db.selectFrom('planning.ways').select('way').where('case_id', '=', caseId).executeTakeFirst()
  return waysOut.find((one) => one === row?.way) ?? 'board'
}

/** What is done on a case's way, as its papers, decisions and records tell. */
export async function doneOf(ctx: Read, caseId: string): Promise<Done> {
  const memo = await findApproved(ctx, caseId, 'memo')
  const draft = await findDraft(ctx, caseId, 'memo')
  const decision = (await listDecisions(ctx, caseId)).findLast(({ isProposal }) => !isProposal)
  const records = await ctx.db
    .selectFrom('registry.records')
    .where('case_id', '=', caseId)
    .where('direction', '<>', 'in')
    .where('kind', 'in', ['statement', 'decision'])
    .where('struck_at', 'is', null)
    .select(['direction', 'kind'])
    .execute()
  const has = (direction: string, kind: string) =>
    records.some((one) => one.direction === direction && one.kind === kind)
  return {
    isSubmitted: draft !== null && draft.state !== 'draft',
    isApproved: memo !== null,
    isDelegated: has('internal', 'decision'),
    adjustedOn: decision?.adjustedOn ?? null,
    isSent: has('out', 'statement'),
  }
}

/** The plan as a memo has it. */
export async function planLines(ctx: Read, caseId: string): Promise<PlanLine[]> {
  return (await listSteps(ctx, caseId)).map(({ bodyName, step, heldOn }) => ({ body: bodyName, step, date: heldOn }))
}

/** The approved papers of a case, and whether its statement still waits for approval. */
export async function papersOf(ctx: Read, caseId: string) {
  const memo = await findApproved(ctx, caseId, 'memo')
  const statement = await findApproved(ctx, caseId, 'statement')
  const draft = await findDraft(ctx, caseId, 'statement')
  return { memo, statement, awaitsStatement: draft !== null && statement === null }
}

/** Whom the approved memo says that the decision is sent to. */
export async function recipientsOf(ctx: Read, caseId: string): Promise<readonly string[]> {
  return (await findApproved(ctx, caseId, 'memo'))?.content.sendTo ?? []
}

export { listWork } from './queries/work.ts'
