import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import type { Meeting } from '../../meetings/index.ts'
import type { CallContent } from '../model/call.ts'
import { text } from '../text.ts'

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

type Listed = Omit<CallContent['items'][number], 'title'>

/** The agenda as it stands, as a call would have it now: all of it, and without the titles that the reader may not see (A-03, B-04). */
export async function contentOf(ctx: Read | Write, meeting: Meeting): Promise<CallContent> {
  const { id, heldOn, startsAt, place } = meeting
  const { rows } = await sql<Listed>`select item_id as "itemId", position, papers, is_secret as "isSecret"
    from calls.agenda(${id}) order by position`.execute(ctx.db)
  const seen = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('registry.cases as c', 'c.id', 'i.case_id')
    .where('i.meeting_id', '=', id)
    .select(['i.id', 'i.title'])
    .execute()
  const titleOf = (itemId: string) => seen.find((item) => item.id === itemId)?.title ?? text.marked
  return { heldOn, startsAt, place, items: rows.map((row) => ({ ...row, title: titleOf(row.itemId) })) }
}

/** The calls to a meeting, the first first. Three statements. */
export async function listCalls(ctx: Read | Write, meetingId: string): Promise<Call[]> {
  const calls = await ctx.db
    .selectFrom('calls.calls as c')
    .innerJoin('organisation.people as p', 'p.id', 'c.sent_by')
    .where('c.meeting_id', '=', meetingId)
    .select(['c.id', 'c.version', 'c.words', 'c.held_on as heldOn', 'c.starts_at as startsAt', 'c.place'])
    .select(['c.sent_at as sentAt', 'p.name as sentBy', counted(false).as('members'), counted(true).as('substitutes')])
    .orderBy('c.version')
    .execute()
  const items = await itemsOf(ctx, meetingId)
  return calls.map((call) => ({ ...call, items: items.filter(({ callId }) => callId === call.id) }))
}

const counted = (isSubstitute: boolean) =>
  sql<number>`(select count(*)::int from calls.called d where d.call_id = c.id and d.is_substitute = ${isSubstitute})`

async function itemsOf(ctx: Read | Write, meetingId: string) {
  const { rows } = await sql<
    Listed & { callId: string }
  >`select call_id as "callId", item_id as "itemId", position, papers, is_secret as "isSecret"
    from calls.called_items(${meetingId}) order by position`.execute(ctx.db)
  const seen = await ctx.db
    .selectFrom('calls.items as k')
    .innerJoin('calls.calls as c', 'c.id', 'k.call_id')
    .where('c.meeting_id', '=', meetingId)
    .select(['k.call_id as callId', 'k.item_id as itemId', 'k.title'])
    .execute()
  const titleOf = (row: { callId: string; itemId: string }) =>
    seen.find(({ callId, itemId }) => callId === row.callId && itemId === row.itemId)?.title ?? text.marked
  return rows.map((row) => ({ ...row, title: titleOf(row) }))
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
