/** What a secretary and a member have before them: calls to send, calls to read. */

import { may, today, type Read } from '../../../kernel/context.ts'
import { addDays } from '../../../kernel/time.ts'
import { dayText } from '../../../kernel/ui/index.ts'
import { listMeetings } from '../../meetings/index.ts'
import type { WorkItem } from '../../organisation/index.ts'
import { text } from '../text.ts'
import { lastDayToCall } from './part.ts'

/** How long before its last day a call to send is shown. */
const daysAhead = 5

export async function listWork(ctx: Read): Promise<WorkItem[]> {
  return [...(await toSend(ctx)), ...(await toRead(ctx))]
}

async function toSend(ctx: Read): Promise<WorkItem[]> {
  const { at } = ctx.actor
  if (at === null || !may(ctx.actor, 'calls.send', at)) return []
  const day = today(ctx)
  const meetings = await listMeetings(ctx, { authorityId: at, from: day, to: addDays(day, 30) })
  const open = meetings.filter(({ state, itemCount }) => state === 'planned' && itemCount > 0)
  if (open.length === 0) return []
  const called = await ctx.db
    .selectFrom('calls.calls')
    .where(
      'meeting_id',
      'in',
      open.map(({ id }) => id),
    )
    .select('meeting_id as meetingId')
    .execute()
  const items: WorkItem[] = []
  for (const meeting of open.filter(({ id }) => !called.some(({ meetingId }) => meetingId === id))) {
    const due = await lastDayToCall(ctx, meeting)
    if (due > addDays(day, daysAhead)) continue
    items.push({
      group: 'now',
      title: text.work.send(meeting.bodyName),
      href: `/sammantraden/${meeting.id}#kallelse`,
      reference: null,
      detail: text.work.sendDetail(dayText(meeting.heldOn)),
      due,
      action: text.work.sendAction,
    })
  }
  return items
}

/** The last call to each meeting to come that one is called to and has not read. */
async function toRead(ctx: Read): Promise<WorkItem[]> {
  const rows = await ctx.db
    .selectFrom('calls.called as d')
    .innerJoin('calls.calls as c', 'c.id', 'd.call_id')
    .innerJoin('meetings.meetings as m', 'm.id', 'c.meeting_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .leftJoin('calls.readings as r', (on) =>
      on.onRef('r.meeting_id', '=', 'c.meeting_id').onRef('r.person_id', '=', 'd.person_id'),
    )
    .where('d.person_id', '=', ctx.actor.personId)
    .where('m.held_on', '>=', today(ctx))
    .where('m.state', '<>', 'cancelled')
    .where(({ eb, fn }) => eb(fn.coalesce('r.version', eb.val(0)), '<', eb.ref('c.version')))
    .distinctOn('m.id')
    .select(['m.id', 'b.name as body', 'm.held_on as heldOn'])
    .orderBy('m.id')
    .execute()
  return rows.map(({ id, body, heldOn }) => ({
    group: 'now',
    title: text.work.read(body),
    href: `/sammantraden/${id}#kallelse`,
    reference: null,
    detail: text.work.sendDetail(dayText(heldOn)),
    due: heldOn,
    action: text.work.readAction,
  }))
}
