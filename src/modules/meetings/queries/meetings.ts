import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { BodyKind } from '../../organisation/index.ts'
import { noteSeen } from '../../registry/index.ts'
import type { AgendaItem, AgendaPaper, ItemState, Meeting, MeetingMove } from '../model/meeting.ts'

const meetingsWithBodies = (ctx: Read) =>
  ctx.db
    .selectFrom('meetings.meetings as m')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .select([
      'm.id',
      'm.body_id as bodyId',
      'b.name as bodyName',
      'b.kind as bodyKind',
      'b.authority_id as authorityId',
      'm.held_on as heldOn',
      'm.starts_at as startsAt',
      'm.place',
      'm.state',
      'm.closed_at as closedAt',
      'm.is_demo as isDemo',
      sql<number>`(select count(*) from meetings.items i where i.meeting_id = m.id and i.state <> 'withdrawn')`.as(
        'itemCount',
      ),
    ])

/** Throws `NotFound`. */
export async function getMeeting(ctx: Read, meetingId: string): Promise<Meeting> {
  return found(await meetingsWithBodies(ctx).where('m.id', '=', meetingId).executeTakeFirst())
}

/** The same, held until the transaction ends, so that its agenda is changed by one at a time. */
export async function lockMeeting(ctx: Write, meetingId: string): Promise<Meeting> {
  await ctx.db.selectFrom('meetings.meetings').select('id').where('id', '=', meetingId).forUpdate().execute()
  return getMeeting(ctx, meetingId)
}

/** Whether a body has no meeting that day. */
export async function isFreeDay(ctx: Read, bodyId: string, heldOn: string): Promise<boolean> {
  const taken = await ctx.db
    .selectFrom('meetings.meetings')
    .select('id')
    .where('body_id', '=', bodyId)
    .where('held_on', '=', heldOn)
    .executeTakeFirst()
  return taken === undefined
}

/** The days a meeting was moved from, the first move first. */
export async function listMoves(ctx: Read, meetingId: string): Promise<MeetingMove[]> {
  return ctx.db
    .selectFrom('meetings.moves')
    .select(['from_day as from', 'to_day as to', 'reason'])
    .where('meeting_id', '=', meetingId)
    .orderBy('moved_at')
    .execute()
}

export type MeetingFilter = {
  readonly bodyId?: string
  readonly authorityId?: string
  readonly kinds?: readonly BodyKind[]
  /** ISO days; both count. */
  readonly from?: string
  readonly to?: string
  readonly newestFirst?: boolean
  readonly limit?: number
  /** Keyset: only what comes after this meeting in the order asked for. */
  readonly after?: { readonly heldOn: string; readonly id: string }
}

/** Meetings by day, the earliest first unless asked otherwise; also those that were cancelled. */
export async function listMeetings(ctx: Read, filter: MeetingFilter = {}): Promise<Meeting[]> {
  let query = meetingsWithBodies(ctx)
  const { bodyId, authorityId, kinds, from, to, after } = filter
  if (bodyId !== undefined) query = query.where('m.body_id', '=', bodyId)
  if (authorityId !== undefined) query = query.where('b.authority_id', '=', authorityId)
  if (kinds !== undefined) query = query.where('b.kind', 'in', kinds)
  if (from !== undefined) query = query.where('m.held_on', '>=', from)
  if (to !== undefined) query = query.where('m.held_on', '<=', to)
  const [order, than] = filter.newestFirst === true ? (['desc', '<'] as const) : (['asc', '>'] as const)
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('m.held_on', 'm.id'), than, tuple(after.heldOn, after.id)),
    )
  }
  return query
    .orderBy('m.held_on', order)
    .orderBy('m.id', order)
    .limit(filter.limit ?? 500)
    .execute()
}

/** The agenda in its order, without what was taken off, each item with its papers. What is marked is noted as seen. Two statements. */
export async function listAgenda(ctx: Read, meetingId: string): Promise<AgendaItem[]> {
  const items = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('registry.cases as c', 'c.id', 'i.case_id')
    .where('i.meeting_id', '=', meetingId)
    .where('i.state', '<>', 'withdrawn')
    .select(itemColumns)
    .select('c.is_secret as isSecret')
    .orderBy('i.position')
    .execute()
  noteSeen(
    ctx,
    'meeting',
    items.filter(({ isSecret }) => isSecret),
  )
  const papers = await listPapers(
    ctx,
    items.map((item) => item.id),
  )
  return items.map(({ isSecret: _, ...item }) => ({ ...item, papers: papers.get(item.id) ?? [] }))
}

/** What is on an agenda, as it may be told to anyone: without the cases that are marked (B-04). In order. */
export async function listOpenTitles(ctx: Read, meetingId: string): Promise<string[]> {
  const items = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('registry.cases as c', 'c.id', 'i.case_id')
    .where('i.meeting_id', '=', meetingId)
    .where('i.state', '<>', 'withdrawn')
    .where('c.is_secret', '=', false)
    .select('i.title')
    .orderBy('i.position')
    .execute()
  return items.map(({ title }) => title)
}

/**
 * What was decided of the item stays in the authority until the minutes are adjusted (B-20), and the proposal is most often what was
 * decided word for word: to others neither the proposal nor how it went. Before it is decided the proposal is read as before.
 */
const isKept = sql<boolean>`exists (select from meetings.decisions d join organisation.bodies b on b.id = d.body_id
  where d.item_id = i.id and d.state <> 'adjusted' and not kernel.serves(b.authority_id))`

/** The words of what is marked stand in the record and nowhere else (B-04). */
const isMemoMarked = sql<boolean>`exists (select from meetings.item_records ir join registry.records r on r.id = ir.record_id
  where ir.item_id = i.id and r.kind = 'memo' and r.is_secret)`

const itemColumns = [
  'i.id',
  'i.meeting_id as meetingId',
  'i.case_id as caseId',
  'c.reference_number as referenceNumber',
  'i.position',
  'i.title',
  sql<string | null>`case when not ${isMemoMarked} then i.summary end`.as('summary'),
  sql<string[]>`case when ${isKept} then '{}' else i.proposal end`.as('proposal'),
  sql<ItemState>`case when ${isKept} then 'decided' else i.state end`.as('state'),
] as const

async function listPapers(ctx: Read, itemIds: readonly string[]): Promise<Map<string, AgendaPaper[]>> {
  if (itemIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('meetings.item_records as ir')
    .innerJoin('registry.records as r', 'r.id', 'ir.record_id')
    .where('ir.item_id', 'in', itemIds)
    .select(['ir.item_id as itemId', 'r.id as recordId', 'r.title', 'r.number', 'r.year'])
    .orderBy('ir.position')
    .execute()
  const byItem = new Map<string, AgendaPaper[]>()
  for (const { itemId, ...paper } of rows) byItem.set(itemId, [...(byItem.get(itemId) ?? []), paper])
  return byItem
}

/** One item with its papers. Throws `NotFound`. */
export async function getItem(ctx: Read, itemId: string): Promise<AgendaItem> {
  const item = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('registry.cases as c', 'c.id', 'i.case_id')
    .where('i.id', '=', itemId)
    .select(itemColumns)
    .executeTakeFirst()
  const papers = await listPapers(ctx, [itemId])
  return { ...found(item), papers: papers.get(itemId) ?? [] }
}

/** The same, held until the transaction ends, so that two secretaries do not decide it twice. */
export async function lockItem(ctx: Write, itemId: string): Promise<AgendaItem> {
  await ctx.db.selectFrom('meetings.items').select('id').where('id', '=', itemId).forUpdate().execute()
  return getItem(ctx, itemId)
}

/** Where a case stands: one row for each agenda, by day. */
export type OnAgenda = {
  readonly itemId: string
  readonly state: ItemState
  readonly meetingId: string
  readonly bodyId: string
  readonly bodyName: string
  readonly bodyKind: BodyKind
  readonly heldOn: string
  readonly meetingState: Meeting['state']
}

export async function listAgendaOfCase(ctx: Read, caseId: string): Promise<OnAgenda[]> {
  return ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('meetings.meetings as m', 'm.id', 'i.meeting_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .where('i.case_id', '=', caseId)
    .where('i.state', '<>', 'withdrawn')
    .select([
      'i.id as itemId',
      'i.state',
      'm.id as meetingId',
      'b.id as bodyId',
      'b.name as bodyName',
      'b.kind as bodyKind',
      'm.held_on as heldOn',
      'm.state as meetingState',
    ])
    .orderBy('m.held_on')
    .execute()
}
