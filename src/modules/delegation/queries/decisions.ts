/** Delegated decisions, and where each stands with the board. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { noteReading, noteSeen } from '../../registry/index.ts'
import { decisionNumber, type DelegatedDecision, type Standing } from '../model.ts'

/** That a decision is reported is read from the agenda: its list must be among the papers of an item that stands there. */
const live = sql<{ meetingId: string; heldOn: string; itemState: string }>`
  lateral (
    select m.id as "meetingId", m.held_on as "heldOn", i.state as "itemState"
    from delegation.reported rd
    join delegation.reports rp on rp.id = rd.report_id
    join meetings.items i on i.id = rp.item_id and i.state in ('on_agenda', 'decided')
    join meetings.meetings m on m.id = i.meeting_id and m.state <> 'cancelled'
    where rd.decision_id = d.id
      and exists (select from meetings.item_records ir where ir.item_id = i.id and ir.record_id = rp.record_id)
    order by m.held_on limit 1
  )`

const standing = sql<Standing>`case
  when live."itemState" = 'decided' then 'reported'
  when live."itemState" = 'on_agenda' then 'placed'
  when mi.minutes_id is not null then 'minuted'
  when d.is_reported then 'unreported'
  when d.appeal = 'legality' then 'to_minute'
  else 'exempt' end`

const columns = [
  'd.id',
  'd.body_id as bodyId',
  'b.name as bodyName',
  'd.authority_id as authorityId',
  'd.year',
  'd.number',
  'd.rule_id as ruleId',
  'r.number as ruleNumber',
  'r.heading as ruleHeading',
  's.version',
  'c.id as caseId',
  'c.reference_number as referenceNumber',
  'd.record_id as recordId',
  'd.delegate_id as delegateId',
  'd.delegate_name as delegateName',
  'd.delegate_title as delegateTitle',
  'by.name as passedOnBy',
  'd.decided_on as decidedOn',
  'd.appeal',
  'd.is_urgent as isUrgent',
  'd.own_document as hasOwnDocument',
  sql<boolean>`coalesce(rec.is_secret or rec.in_secret_case, true)`.as('isSecret'),
  'before.year as beforeYear',
  'before.number as beforeNumber',
  'after.year as afterYear',
  'after.number as afterNumber',
  't.title',
  't.points',
  't.motivation',
  't.why_urgent as whyUrgent',
  standing.as('standing'),
  'live.meetingId',
  'live.heldOn as reportedOn',
  'mi.minutes_id as minutesId',
] as const

function selectDecisions(ctx: Read) {
  return ctx.db
    .selectFrom('delegation.decisions as d')
    .innerJoin('delegation.rules as r', 'r.id', 'd.rule_id')
    .innerJoin('delegation.schemes as s', 's.id', 'r.scheme_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'd.body_id')
    .leftJoin('registry.cases as c', 'c.id', 'd.case_id')
    .leftJoin('registry.records as rec', 'rec.id', 'd.record_id')
    .leftJoin('delegation.contents as t', 't.decision_id', 'd.id')
    .leftJoin('delegation.minuted as mi', 'mi.decision_id', 'd.id')
    .leftJoin('delegation.passed_on as p', 'p.id', 'd.passed_on_id')
    .leftJoin('organisation.people as by', 'by.id', 'p.given_by')
    .leftJoin('delegation.decisions as before', 'before.id', 'd.corrects_id')
    .leftJoin('delegation.decisions as after', 'after.corrects_id', 'd.id')
    .leftJoin(live.as('live'), (join) => join.onTrue())
    .select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDecisions>['execute']>>[number]

function decisionOf({ beforeYear, beforeNumber, afterYear, afterNumber, ...row }: Row): DelegatedDecision {
  const named = (year: number | null, number: number | null) =>
    year === null || number === null ? null : decisionNumber({ year, number })
  return { ...row, corrects: named(beforeYear, beforeNumber), correctedBy: named(afterYear, afterNumber) }
}

/** The marked record whose words the actor is shown; null where nothing is marked, or its words are withheld. */
function markedIn({ isSecret, title, caseId, recordId }: Row): { caseId: string; recordId: string } | null {
  return isSecret && title !== null && caseId !== null ? { caseId, recordId } : null
}

/** The decisions of a list. What is marked and shown in its own words is noted as seen (E-17). */
function seenIn(ctx: Read, rows: readonly Row[]): DelegatedDecision[] {
  noteSeen(
    ctx,
    'delegation',
    rows.map(markedIn).filter((marked) => marked !== null),
  )
  return rows.map(decisionOf)
}

/** What is marked is noted as read. Throws `NotFound`. */
export async function getDelegated(ctx: Read, decisionId: string): Promise<DelegatedDecision> {
  const row = found(await selectDecisions(ctx).where('d.id', '=', decisionId).executeTakeFirst())
  const marked = markedIn(row)
  if (marked !== null) noteReading(ctx, marked)
  return decisionOf(row)
}

/** What was decided by delegation in a case, the earliest first. */
export async function listDelegatedInCase(ctx: Read, caseId: string): Promise<DelegatedDecision[]> {
  const rows = await selectDecisions(ctx)
    .where('d.case_id', '=', caseId)
    .orderBy('d.decided_on')
    .orderBy('d.number')
    .execute()
  return seenIn(ctx, rows)
}

export async function countDelegatedInCase(ctx: Read, caseId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('delegation.decisions')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return count
}

/** The groups of the board's list. `open`: what the board has not been told of and is to be. */
export const shown = ['open', 'reported', 'minutes', 'all'] as const
export type Shown = (typeof shown)[number]

const standingsOf: Readonly<Record<Shown, readonly Standing[] | null>> = {
  open: ['unreported', 'placed'],
  reported: ['reported'],
  minutes: ['to_minute', 'minuted', 'exempt'],
  all: null,
}

export type DelegatedFilter = {
  readonly bodyId: string
  readonly shown?: Shown
  readonly standings?: readonly Standing[]
  /** '3.2', in whatever version. */
  readonly rule?: string
  readonly delegateId?: string
  /** ISO days; both count. */
  readonly from?: string
  readonly to?: string
  readonly limit?: number
  /** Keyset: only what comes after this one, the latest first. */
  readonly after?: { readonly decidedOn: string; readonly number: number; readonly id: string }
}

/** A board's decisions, the latest first. One statement. */
export async function listDelegated(ctx: Read, filter: DelegatedFilter): Promise<DelegatedDecision[]> {
  let query = selectDecisions(ctx).where('d.body_id', '=', filter.bodyId)
  const standings = filter.standings ?? standingsOf[filter.shown ?? 'all']
  if (standings !== null) query = query.where(sql<boolean>`${standing} = any(${standings})`)
  const { rule, delegateId, from, to, after } = filter
  if (rule !== undefined) query = query.where('r.number', '=', rule)
  if (delegateId !== undefined) query = query.where('d.delegate_id', '=', delegateId)
  if (from !== undefined) query = query.where('d.decided_on', '>=', from)
  if (to !== undefined) query = query.where('d.decided_on', '<=', to)
  if (after !== undefined)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('d.decided_on', 'd.number', 'd.id'), '<', tuple(after.decidedOn, after.number, after.id)),
    )
  const rows = await query
    .orderBy('d.decided_on', 'desc')
    .orderBy('d.number', 'desc')
    .orderBy('d.id', 'desc')
    .limit(filter.limit ?? 1000)
    .execute()
  return seenIn(ctx, rows)
}

/** What a board has still to be told of, the earliest first; decided on `until` at the latest. */
export async function listUnreported(ctx: Read, bodyId: string, until?: string): Promise<DelegatedDecision[]> {
  const found = await listDelegated(ctx, {
    bodyId,
    standings: ['unreported'],
    ...(until !== undefined && { to: until }),
  })
  return found.toReversed()
}

export type Choice = { readonly value: string; readonly label: string }

/** The rules and people that occur among a board's decisions, to filter by. */
export async function listOccurring(
  ctx: Read,
  bodyId: string,
): Promise<{ readonly rules: readonly Choice[]; readonly delegates: readonly Choice[] }> {
  const rules = await ctx.db
    .selectFrom('delegation.decisions as d')
    .innerJoin('delegation.rules as r', 'r.id', 'd.rule_id')
    .where('d.body_id', '=', bodyId)
    .select(['r.number as value', sql<string>`r.number || ' ' || max(r.heading)`.as('label')])
    .groupBy('r.number')
    .execute()
  const delegates = await ctx.db
    .selectFrom('delegation.decisions as d')
    .where('d.body_id', '=', bodyId)
    .select(['d.delegate_id as value', sql<string>`max(d.delegate_name)`.as('label')])
    .groupBy('d.delegate_id')
    .orderBy('label')
    .execute()
  return { rules: rules.toSorted((a, b) => a.value.localeCompare(b.value, 'sv', { numeric: true })), delegates }
}
