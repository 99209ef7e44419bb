/** Changes that other modules make inside their own commands. They do not ask who may: the command that calls has asked. */

import type { Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { today } from '../../../kernel/context.ts'
import { together } from '../../../kernel/together.ts'
import { getBody } from '../../organisation/index.ts'
import { getCase, holdRecords, writeLedger } from '../../registry/index.ts'
import { obstaclesToPlacing, obstaclesToTakingOff, type Meeting } from '../model/meeting.ts'
import { lockItem, lockMeeting } from '../queries/meetings.ts'
import { text } from '../text.ts'

export type NewMeeting = {
  readonly bodyId: string
  /** ISO day. */
  readonly heldOn: string
  /** 'hh:mm'. */
  readonly startsAt?: string | null
  readonly place?: string | null
  readonly isDemo?: boolean
}

/** Puts a meeting in a body's calendar. Throws `Invalid` if the body already meets that day. Gives the id of the meeting. */
export async function addMeeting(ctx: Write, meeting: NewMeeting): Promise<string> {
  const [id] = await addMeetings(ctx, [meeting])
  if (id === undefined) throw new Invalid({ heldOn: text.invalid.sameDay })
  return id
}

/** Puts whole calendars in place, at most some thousand meetings; days on which the body already meets are left. Gives the ids of the new. */
export async function addMeetings(ctx: Write, meetings: readonly NewMeeting[]): Promise<string[]> {
  const rows = meetings.map(({ bodyId, heldOn, startsAt = null, place = null, isDemo = false }) => ({
    body_id: bodyId,
    held_on: heldOn,
    starts_at: startsAt,
    place,
    is_demo: isDemo,
  }))
  const added = await ctx.db
    .insertInto('meetings.meetings')
    .values(rows)
    .onConflict((same) => same.columns(['body_id', 'held_on']).doNothing())
    .returning('id')
    .execute()
  return added.map(({ id }) => id)
}

export type ToPlace = {
  readonly meetingId: string
  readonly caseId: string
  readonly title: string
  /** Points of the proposed decision. */
  readonly proposal: readonly string[]
  /** Registry records of the case: approval is what makes them, so a draft cannot come here. */
  readonly recordIds: readonly string[]
}

/**
 * Puts a case last on a meeting's agenda. Gives the id of the item. Throws `Refused` when the meeting is cancelled or past,
 * `Invalid` when the case stands there already, belongs to another authority, or a record to another case or is struck.
 */
export async function placeOnAgenda(ctx: Write, { meetingId, caseId, ...what }: ToPlace): Promise<string> {
  const meeting = await lockMeeting(ctx, meetingId)
  refuseIf(obstaclesToPlacing(meeting, today(ctx)))
  await refuseForeign(ctx, { meeting, caseId, recordIds: what.recordIds })
  const itemId = await putLast(ctx, { meetingId, caseId, title: what.title, proposal: what.proposal })
  await attach(ctx, itemId, what.recordIds)
  await writeLedger(ctx, caseId, 'meetings.placed', {
    itemId,
    meetingId,
    body: meeting.bodyName,
    heldOn: meeting.heldOn,
    papers: what.recordIds.length,
  })
  return itemId
}

/**
 * Puts more records among the papers of an item that stands on an agenda, after those it has. Gives the id of the item. Throws
 * `Refused` when the meeting is cancelled or past, or the item is settled; `Invalid` for a record that is another case's or struck.
 */
export async function addToItem(
  ctx: Write,
  { itemId, recordIds }: { readonly itemId: string; readonly recordIds: readonly string[] },
): Promise<string> {
  const item = await lockItem(ctx, itemId)
  const meeting = await lockMeeting(ctx, item.meetingId)
  refuseIf([...obstaclesToPlacing(meeting, today(ctx)), ...obstaclesToTakingOff(item)])
  await refuseForeign(ctx, { meeting, caseId: item.caseId, recordIds })
  await attach(ctx, itemId, [...item.papers.map((paper) => paper.recordId), ...recordIds])
  return itemId
}

/** A board decides its own authority's cases; the council decides the cases that others prepare for it. Papers are the case's, and stand. */
async function refuseForeign(
  ctx: Write,
  { meeting, caseId, recordIds }: { meeting: Meeting; caseId: string; recordIds: readonly string[] },
): Promise<void> {
  const { authorityId } = await getCase(ctx, caseId)
  const body = await getBody(ctx, meeting.bodyId)
  if (body.kind !== 'council' && body.authorityId !== authorityId)
    throw new Invalid({ caseId: text.invalid.otherAuthority })
  if (recordIds.length === 0) return
  await holdRecords(ctx, recordIds)
  const own = await ctx.db
    .selectFrom('registry.records')
    .select(['id', 'struck_at as struckAt'])
    .where('case_id', '=', caseId)
    .where('id', 'in', recordIds)
    .execute()
  if (own.length < new Set(recordIds).size) throw new Invalid({ recordIds: text.invalid.foreignRecord })
  if (own.some(({ struckAt }) => struckAt !== null)) throw new Invalid({ recordIds: text.invalid.struckRecord })
}

/** An item that was taken off comes back as the same item. */
async function putLast(
  ctx: Write,
  item: Pick<ToPlace, 'meetingId' | 'caseId' | 'title' | 'proposal'>,
): Promise<string> {
  const { last } = await ctx.db
    .selectFrom('meetings.items')
    .select((row) => row.fn.max('position').as('last'))
    .where('meeting_id', '=', item.meetingId)
    .executeTakeFirstOrThrow()
  const value = {
    position: Number(last ?? 0) + 1,
    title: item.title,
    proposal: item.proposal,
    state: 'on_agenda' as const,
  }
  const put = await ctx.db
    .insertInto('meetings.items')
    .values({ meeting_id: item.meetingId, case_id: item.caseId, ...value })
    .onConflict((same) =>
      same.columns(['meeting_id', 'case_id']).doUpdateSet(value).where('meetings.items.state', '=', 'withdrawn'),
    )
    .returning('id')
    .executeTakeFirst()
  if (put === undefined) throw new Invalid({ caseId: text.invalid.alreadyOnAgenda })
  return put.id
}

async function attach(ctx: Write, itemId: string, recordIds: readonly string[]): Promise<void> {
  await ctx.db.deleteFrom('meetings.item_records').where('item_id', '=', itemId).execute()
  if (recordIds.length === 0) return summarise(ctx, itemId, [])
  const rows = [...new Set(recordIds)].map((recordId, index) => ({
    item_id: itemId,
    record_id: recordId,
    position: index + 1,
  }))
  await ctx.db.insertInto('meetings.item_records').values(rows).execute()
  await summarise(ctx, itemId, recordIds)
}

/** Of the same memo on an earlier agenda: the council's secretary may not see what the board's memo was written from. */
async function saidBefore(ctx: Write, recordIds: readonly string[]): Promise<string | null> {
  if (recordIds.length === 0) return null
  const row = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('meetings.item_records as p', 'p.item_id', 'i.id')
    .innerJoin('registry.records as r', 'r.id', 'p.record_id')
    .select('i.summary')
    .where('p.record_id', 'in', [...recordIds])
    .where('r.kind', '=', 'memo')
    .where('i.summary', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row?.summary ?? null
}

/** The item says what the memo among its papers says in short (I-14): from when they are put there until it is decided. */
async function summarise(ctx: Write, itemId: string, recordIds: readonly string[]): Promise<void> {
  const found = await together(ctx.slots('paper.summary').map((each) => each.of(ctx, recordIds)))
  const summary = found.find((one) => one !== null) ?? (await saidBefore(ctx, recordIds))
  await ctx.db.updateTable('meetings.items').set({ summary }).where('id', '=', itemId).execute()
}
