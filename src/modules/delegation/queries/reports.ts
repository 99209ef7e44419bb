/** Boards and their next meetings, what stands on the agendas, urgent decisions nobody was told of, and the särskilda protokoll. */

import { sql } from 'kysely'
import { today, type Read } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { listMeetings, type Meeting } from '../../meetings/index.ts'
import { listBodies, type Body } from '../../organisation/index.ts'
import { boardKinds, decisionNumber, urgentFault, type Minutes } from '../model.ts'

/** The boards of an authority: those that can have a scheme. */
export async function listBoards(ctx: Read, authorityId: string | null): Promise<Body[]> {
  return authorityId === null ? [] : listBodies(ctx, { authorityId, kinds: boardKinds })
}

/** The board's first meeting from a day on (today if not said) that is not cancelled; null when none is planned. */
export async function findNextMeeting(ctx: Read, bodyId: string, from: string = today(ctx)): Promise<Meeting | null> {
  const meetings = await listMeetings(ctx, { bodyId, from, limit: 20 })
  return meetings.find((meeting) => meeting.state !== 'cancelled') ?? null
}

/** The case of a year where a board's lists are registered; null until the first. */
export async function findReportCase(
  ctx: Read,
  { bodyId, year }: { readonly bodyId: string; readonly year: number },
): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('delegation.report_cases')
    .select('case_id as caseId')
    .where('body_id', '=', bodyId)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.caseId ?? null
}

/** The item where the lists of a meeting stand, in whatever state; null before the first. */
export async function findReportItem(
  ctx: Read,
  { meetingId, caseId }: { readonly meetingId: string; readonly caseId: string },
): Promise<{ readonly itemId: string; readonly state: string } | null> {
  const row = await ctx.db
    .selectFrom('meetings.items')
    .select(['id as itemId', 'state'])
    .where('meeting_id', '=', meetingId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row ?? null
}

export type UrgentFault = {
  readonly id: string
  readonly bodyId: string
  readonly bodyName: string
  readonly authorityId: string
  readonly number: string
  readonly delegateName: string
  readonly decidedOn: string
  readonly nextId: string | null
  readonly nextOn: string | null
  readonly fault: 'open' | 'late'
}

/**
 * urgent decisions that stand on no agenda, or on a later one than the board's next. What was late stays
 * so for ever, so only what can still be put right is asked for unless `also` says all.
 */
export async function listUrgentFaults(
  ctx: Read,
  of: { readonly authorityIds: readonly string[]; readonly bodyId?: string; readonly also?: 'late' },
): Promise<UrgentFault[]> {
  const { rows } = await sql<
    Omit<UrgentFault, 'number' | 'fault'> & { year: number; n: number; reportedOn: string | null }
  >`
    select d.id, d.body_id as "bodyId", b.name as "bodyName", d.authority_id as "authorityId", d.year, d.number as n, d.delegate_name as "delegateName",
      d.decided_on as "decidedOn", next.id as "nextId", next.held_on as "nextOn", told.held_on as "reportedOn"
    from delegation.decisions d
    join organisation.bodies b on b.id = d.body_id
    left join lateral (
      select m.id, m.held_on from meetings.meetings m
      where m.body_id = d.body_id and m.state <> 'cancelled' and m.held_on > d.decided_on
      order by m.held_on limit 1
    ) next on true
    left join lateral (
      select m.held_on from delegation.reported rd
      join delegation.reports rp on rp.id = rd.report_id
      join meetings.items i on i.id = rp.item_id and i.state in ('on_agenda', 'decided')
      join meetings.meetings m on m.id = i.meeting_id and m.state <> 'cancelled'
      where rd.decision_id = d.id
        and exists (select from meetings.item_records ir where ir.item_id = i.id and ir.record_id = rp.record_id)
      order by m.held_on limit 1
    ) told on true
    where d.authority_id = any(${of.authorityIds}::uuid[]) and d.is_urgent
      and (${of.bodyId ?? null}::uuid is null or d.body_id = ${of.bodyId ?? null}::uuid)
      and (told.held_on is null or told.held_on > next.held_on)
    order by d.decided_on, d.number
    limit 200`.execute(ctx.db)
  return rows.flatMap(({ year, n, reportedOn, ...row }) => {
    const fault = urgentFault({ decidedOn: row.decidedOn, reportedOn, nextOn: row.nextOn })
    if (fault === null || (fault === 'late' && of.also !== 'late')) return []
    return [{ ...row, number: decisionNumber({ year, number: n }), fault }]
  })
}

/** How many decisions stand on a meeting's agenda to be told of, or were told of there. */
export async function countPlaced(ctx: Read, meetingId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct rd.decision_id) as count
    from delegation.reports rp
    join delegation.reported rd on rd.report_id = rp.id
    join meetings.items i on i.id = rp.item_id and i.state in ('on_agenda', 'decided')
    where rp.meeting_id = ${meetingId}
      and exists (select from meetings.item_records ir where ir.item_id = i.id and ir.record_id = rp.record_id)`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

/** Whether the person chairs the board today: the chair is told of what is urgent, as the secretary is. */
export async function chairedBy(ctx: Read, personId: string): Promise<ReadonlySet<string>> {
  const day = today(ctx)
  const rows = await ctx.db
    .selectFrom('organisation.memberships')
    .select('body_id as bodyId')
    .where('person_id', '=', personId)
    .where('role', '=', 'chair')
    .where('valid_from', '<=', day)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', day)]))
    .execute()
  return new Set(rows.map((row) => row.bodyId))
}

/** How many decisions wait to be reported, and how many for a särskilt protokoll, for each board of an authority. */
export async function countWaiting(
  ctx: Read,
  authorityId: string,
): Promise<readonly { bodyId: string; bodyName: string; unreported: number; toMinute: number }[]> {
  const { rows } = await sql<{ bodyId: string; bodyName: string; unreported: number; toMinute: number }>`
    select d.body_id as "bodyId", b.name as "bodyName",
      count(*) filter (where d.is_reported) as unreported,
      count(*) filter (where not d.is_reported) as "toMinute"
    from delegation.decisions d
    join organisation.bodies b on b.id = d.body_id
    where d.authority_id = ${authorityId} and (d.is_reported or d.appeal = 'legality')
      and not exists (select from delegation.minuted mi where mi.decision_id = d.id)
      and not exists (
        select from delegation.reported rd
        join delegation.reports rp on rp.id = rd.report_id
        join meetings.items i on i.id = rp.item_id and i.state in ('on_agenda', 'decided')
        join meetings.meetings m on m.id = i.meeting_id and m.state <> 'cancelled'
        where rd.decision_id = d.id
          and exists (select from meetings.item_records ir where ir.item_id = i.id and ir.record_id = rp.record_id))
    group by d.body_id, b.name order by b.name`.execute(ctx.db)
  return rows
}

function selectMinutes(ctx: Read) {
  return ctx.db
    .selectFrom('delegation.minutes as m')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .innerJoin('registry.records as r', 'r.id', 'm.record_id')
    .select([
      'm.id',
      'm.body_id as bodyId',
      'b.name as bodyName',
      'm.authority_id as authorityId',
      'r.case_id as caseId',
      'm.record_id as recordId',
      'r.title as recordTitle',
      'm.made_on as madeOn',
      'm.noticed_on as noticedOn',
      sql<number>`(select count(*) from delegation.minuted d where d.minutes_id = m.id)`.as('count'),
    ])
}

/** A board's särskilda protokoll, the latest first. */
export async function listMinutes(ctx: Read, bodyId: string): Promise<Minutes[]> {
  return selectMinutes(ctx).where('m.body_id', '=', bodyId).orderBy('m.made_on', 'desc').limit(200).execute()
}

/** Throws `NotFound`. */
export async function getMinutes(ctx: Read, minutesId: string): Promise<Minutes> {
  return found(await selectMinutes(ctx).where('m.id', '=', minutesId).executeTakeFirst())
}
