/** What the acting officer's own plans ask for: one that a meeting has changed, one to place, and the meetings that come. */

import { may, today, type Read } from '../../../kernel/context.ts'
import { addDays } from '../../../kernel/time.ts'
import type { WorkItem } from '../../organisation/index.ts'
import { caseHref } from '../../registry/index.ts'
import type { StepKind } from '../model/step.ts'
import { text } from '../text.ts'

const daysAhead = 28

/** The acting officer's own cases: changed plans, approved ones to place on their agendas, the meetings that come. One statement. */
export async function listWork(ctx: Read): Promise<WorkItem[]> {
  const { personId } = ctx.actor
  if (personId === null) return []
  const rows = await undecided(ctx, personId)
  const changed = rows.filter((row) => row.state === 'cancelled' || row.plannedFor !== row.heldOn)
  const steady = rows.filter((row) => !changed.includes(row))
  const toPlace = steady.filter(
    (row) => row.isApproved && row.itemId === null && may(ctx.actor, 'planning.place', row.authorityId),
  )
  return [...oneOfEach(changed).map(replanning), ...oneOfEach(toPlace).map(placing), ...coming(ctx, steady)]
}

/** The first row of each case. */
function oneOfEach<T extends Planned>(rows: readonly T[]): T[] {
  return [...new Map(rows.toReversed().map((row) => [row.referenceNumber, row])).values()].toReversed()
}

/** The steps of a person's open cases that come, or that a meeting has changed. */
function undecided(ctx: Read, personId: string) {
  return ctx.db
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
    .where('m.state', 'in', ['planned', 'cancelled'])
    .where(({ eb, or, ref }) =>
      or([
        eb('m.held_on', '>=', today(ctx)),
        eb('s.planned_for', '<>', ref('m.held_on')),
        eb('m.state', '=', 'cancelled'),
      ]),
    )
    .where(({ eb, or }) => or([eb('i.state', 'is', null), eb('i.state', '=', 'on_agenda')]))
    .select(['c.title', 'c.reference_number as referenceNumber', 'c.authority_id as authorityId', 's.step'])
    .select(['m.id as meetingId', 'm.held_on as heldOn', 'm.state', 's.planned_for as plannedFor', 'i.id as itemId'])
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
}

type Planned = {
  readonly title: string
  readonly referenceNumber: string
  readonly step: StepKind
  readonly meetingId: string
  readonly heldOn: string
}

/** A meeting of the plan was moved or cancelled. */
function replanning(row: Planned & { readonly state: string; readonly plannedFor: string }): WorkItem {
  const { cancelled, moved } = text.changed
  const detail =
    row.state === 'cancelled'
      ? cancelled(text.step[row.step], row.heldOn)
      : moved(text.step[row.step], row.plannedFor, row.heldOn)
  return {
    group: 'now',
    title: text.work.replan(row.title),
    href: caseHref(row, 'beslutsplan'),
    reference: row.referenceNumber,
    detail,
    due: row.state === 'cancelled' ? row.plannedFor : row.heldOn,
    action: text.replan,
  }
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
