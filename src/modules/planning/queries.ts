import { may, today, type Read } from '../../kernel/context.ts'
import { addDays } from '../../kernel/time.ts'
import { findApproved, findDraft, type PlanLine } from '../drafting/index.ts'
import { listMeetings, type Meeting } from '../meetings/index.ts'
import type { WorkItem } from '../organisation/index.ts'
import { caseHref } from '../registry/index.ts'
import type { PlanMeeting, PlanStep, StepKind } from './model/step.ts'
import { text } from './text.ts'

const kinds = ['chair_preparation', 'working_committee', 'board', 'executive_board'] as const

/** Which step a body's meetings are; null for one that has no place in a plan. */
export function stepOf(kind: Meeting['bodyKind']): StepKind | null {
  if (kind === 'executive_board') return 'board'
  return kind === 'chair_preparation' || kind === 'working_committee' || kind === 'board' ? kind : null
}

/** An authority's meetings from a day on that a plan can use, by day; those that were cancelled too. */
export async function listCalendar(
  ctx: Read,
  { authorityId, from }: { authorityId: string; from: string },
): Promise<PlanMeeting[]> {
  return (await listMeetings(ctx, { authorityId, from, kinds })).flatMap((meeting) => {
    const step = stepOf(meeting.bodyKind)
    if (step === null) return []
    const { id: meetingId, bodyName, heldOn, state } = meeting
    return [{ meetingId, step, bodyName, heldOn, isCancelled: state === 'cancelled' }]
  })
}

/** A case's plan in its order, with what became of each step on the agenda. */
export async function listSteps(ctx: Read, caseId: string): Promise<PlanStep[]> {
  const rows = await ctx.db
    .selectFrom('planning.steps as s')
    .innerJoin('meetings.meetings as m', 'm.id', 's.meeting_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
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
      'm.held_on as heldOn',
      'm.state as meetingState',
      'i.id as itemId',
      'i.state as itemState',
    ])
    .orderBy('s.position')
    .execute()
  return rows.map(({ meetingState, itemState, ...step }) => ({
    ...step,
    isCancelled: meetingState === 'cancelled',
    isDecided: itemState !== null && itemState !== 'on_agenda',
  }))
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

const daysAhead = 28

/** The acting officer's own cases: approved ones to place on their agendas, and the meetings that come. One statement. */
export async function listWork(ctx: Read): Promise<WorkItem[]> {
  const { personId } = ctx.actor
  if (personId === null) return []
  const rows = await ctx.db
    .selectFrom('planning.steps as s')
    .innerJoin('registry.cases as c', 'c.id', 's.case_id')
    .innerJoin('meetings.meetings as m', 'm.id', 's.meeting_id')
    .leftJoin('meetings.items as i', (join) =>
      join
        .onRef('i.meeting_id', '=', 's.meeting_id')
        .onRef('i.case_id', '=', 's.case_id')
        .on('i.state', '<>', 'withdrawn'),
    )
    .where('c.officer_id', '=', personId)
    .where('c.state', '=', 'open')
    .where('m.state', '=', 'planned')
    .where('m.held_on', '>=', today(ctx))
    .select(['c.title', 'c.reference_number as referenceNumber', 'c.authority_id as authorityId', 's.step'])
    .select(['m.id as meetingId', 'm.held_on as heldOn', 'i.id as itemId'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('drafting.drafts as d')
          .select('d.id')
          .whereRef('d.case_id', '=', 'c.id')
          .where('d.kind', '=', 'memo')
          .where('d.state', '=', 'approved'),
      ).as('isApproved'),
    )
    .orderBy('m.held_on')
    .limit(200)
    .execute()
  const toPlace = Map.groupBy(
    rows.filter((row) => row.isApproved && row.itemId === null && may(ctx.actor, 'planning.place', row.authorityId)),
    (row) => row.referenceNumber,
  )
  return [
    ...[...toPlace.values()].flatMap(([first]) => (first === undefined ? [] : [placing(first)])),
    ...coming(ctx, rows),
  ]
}

type Planned = {
  readonly title: string
  readonly referenceNumber: string
  readonly step: StepKind
  readonly meetingId: string
  readonly heldOn: string
}

function placing(row: Planned): WorkItem {
  return {
    group: 'now',
    title: text.work.place(row.title),
    href: caseHref(row, 'beslutsplan'),
    reference: row.referenceNumber,
    detail: text.work.placeDetail,
    due: row.heldOn,
    action: text.place,
  }
}

function coming(ctx: Read, rows: readonly Planned[]): WorkItem[] {
  const last = addDays(today(ctx), daysAhead)
  return rows
    .filter((row) => row.heldOn <= last)
    .map((row) => ({
      group: 'coming',
      title: text.work.coming(text.step[row.step], row.title),
      href: caseHref(row, 'beslutsplan'),
      reference: row.referenceNumber,
      detail: text.step[row.step],
      due: row.heldOn,
      action: null,
    }))
}
