import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import type { Meeting } from '../../meetings/index.ts'
import type { CallContent } from '../model/call.ts'

/** A call that was sent (kallelse), the agenda as it had it, and how many it went to. */
export type Call = CallContent & {
  readonly id: string
  readonly version: number
  readonly words: string | null
  readonly sentAt: Date
  readonly sentBy: string
  readonly members: number
  readonly substitutes: number
}

/** The agenda as it stands, as a call would have it now. What the reader may not see is not in it (B-04). */
export async function contentOf(ctx: Read | Write, meeting: Meeting): Promise<CallContent> {
  const { id, heldOn, startsAt, place } = meeting
  const items = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('registry.cases as c', 'c.id', 'i.case_id')
    .where('i.meeting_id', '=', id)
    .where('i.state', '<>', 'withdrawn')
    .select(['i.id as itemId', 'i.position', 'i.title', papersOf.as('papers')])
    .orderBy('i.position')
    .execute()
  return { heldOn, startsAt, place, items }
}

const papersOf = sql<
  string[]
>`coalesce((select array_agg(ir.record_id order by ir.position) from meetings.item_records ir where ir.item_id = i.id), '{}')`

/** The calls to a meeting, the first first. Two statements. */
export async function listCalls(ctx: Read | Write, meetingId: string): Promise<Call[]> {
  const calls = await ctx.db
    .selectFrom('calls.calls as c')
    .innerJoin('organisation.people as p', 'p.id', 'c.sent_by')
    .where('c.meeting_id', '=', meetingId)
    .select(['c.id', 'c.version', 'c.words', 'c.held_on as heldOn', 'c.starts_at as startsAt', 'c.place'])
    .select(['c.sent_at as sentAt', 'p.name as sentBy', counted(false).as('members'), counted(true).as('substitutes')])
    .orderBy('c.version')
    .execute()
  const items = await itemsOf(
    ctx,
    calls.map(({ id }) => id),
  )
  return calls.map((call) => ({ ...call, items: items.filter(({ callId }) => callId === call.id) }))
}

const counted = (isSubstitute: boolean) =>
  sql<number>`(select count(*)::int from calls.called d where d.call_id = c.id and d.is_substitute = ${isSubstitute})`

async function itemsOf(ctx: Read | Write, callIds: readonly string[]) {
  if (callIds.length === 0) return []
  return ctx.db
    .selectFrom('calls.items')
    .where('call_id', 'in', callIds)
    .select(['call_id as callId', 'item_id as itemId', 'position', 'title', 'papers'])
    .orderBy('position')
    .execute()
}

/** Which version the one who asks has read; null: none, or they were not called to it. */
export async function readVersion(ctx: Read, meetingId: string): Promise<number | null> {
  const row = await ctx.db
    .selectFrom('calls.readings')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', ctx.actor.personId)
    .select('version')
    .executeTakeFirst()
  return row?.version ?? null
}

/** Whether the one who asks was called to the meeting. */
export async function isCalled(ctx: Read | Write, meetingId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('calls.called as d')
    .innerJoin('calls.calls as c', 'c.id', 'd.call_id')
    .where('c.meeting_id', '=', meetingId)
    .where('d.person_id', '=', ctx.actor.personId)
    .select('d.person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Everyone who was called to the meeting, by any version. */
export async function listCalled(ctx: Read | Write, meetingId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('calls.called as d')
    .innerJoin('calls.calls as c', 'c.id', 'd.call_id')
    .where('c.meeting_id', '=', meetingId)
    .select('d.person_id as personId')
    .distinct()
    .execute()
  return rows.map(({ personId }) => personId)
}
