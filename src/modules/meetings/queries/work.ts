/** What a secretary has before them: meetings that come, decisions to record, minutes to adjust. */

import { sql } from 'kysely'
import { may, today, type Read } from '../../../kernel/context.ts'
import { addDays, daysBetween } from '../../../kernel/time.ts'
import type { WorkItem } from '../../organisation/index.ts'
import { lastDayToAdjust } from '../model/decision.ts'
import { text } from '../text.ts'
import { listMeetings } from './meetings.ts'

const daysAhead = 14

/** Nothing for those who record no decisions at the authority where they are. Three statements. */
export async function listWork(ctx: Read): Promise<WorkItem[]> {
  const { at } = ctx.actor
  if (at === null || !may(ctx.actor, 'meetings.decide', at)) return []
  return [...(await undecided(ctx, at)), ...(await unadjusted(ctx, at)), ...(await coming(ctx, at))]
}

/** What stood on an agenda and has no decision yet; a preparation that the case has passed is no longer waited for. */
async function undecided(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  const rows = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('meetings.meetings as m', 'm.id', 'i.meeting_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .innerJoin('registry.cases as c', 'c.id', 'i.case_id')
    .where('b.authority_id', '=', authorityId)
    .where('i.state', '=', 'on_agenda')
    .where('m.state', '<>', 'cancelled')
    .where('m.held_on', '<=', today(ctx))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meetings.decisions as later')
            .select('later.id')
            .whereRef('later.case_id', '=', 'i.case_id')
            .whereRef('later.decided_on', '>=', 'm.held_on')
            .where('later.is_proposal', '=', false),
        ),
      ),
    )
    .select(['i.id', 'i.title', 'm.id as meetingId', 'm.held_on as heldOn', 'b.name', 'c.reference_number as number'])
    .orderBy('m.held_on')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    group: 'now',
    title: text.work.decide(row.title),
    href: `/sammantraden/${row.meetingId}#${row.id}`,
    reference: row.number,
    detail: row.name,
    due: row.heldOn,
    action: text.decide,
  }))
}

async function unadjusted(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  const rows = await ctx.db
    .selectFrom('meetings.decisions as d')
    .innerJoin('organisation.bodies as b', 'b.id', 'd.body_id')
    .where('b.authority_id', '=', authorityId)
    .where('d.state', '=', 'decided')
    .groupBy(['d.meeting_id', 'd.decided_on', 'b.name'])
    .select(['d.meeting_id as meetingId', 'd.decided_on as heldOn', 'b.name', sql<number>`count(*)`.as('count')])
    .orderBy('d.decided_on')
    .limit(100)
    .execute()
  return rows.map((row) => {
    const due = lastDayToAdjust(row.heldOn)
    return {
      group: 'now',
      title: text.work.adjust(row.name),
      href: `/sammantraden/${row.meetingId}#justera`,
      reference: null,
      detail: `${text.work.adjustDetail(row.count, row.name)} · ${timeLeft(due, today(ctx))}`,
      due,
      action: text.adjust,
    }
  })
}

function timeLeft(due: string, day: string): string {
  const days = daysBetween(day, due)
  if (days === 0) return text.work.lastDay
  return days > 0 ? text.work.daysLeft(days) : text.work.daysOver(-days)
}

async function coming(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  const meetings = await listMeetings(ctx, { authorityId, from: today(ctx), to: addDays(today(ctx), daysAhead) })
  return meetings
    .filter((meeting) => meeting.itemCount > 0 && meeting.state === 'planned')
    .map((meeting) => ({
      group: 'coming',
      title: text.work.coming(meeting.bodyName),
      href: `/sammantraden/${meeting.id}`,
      reference: null,
      detail: text.items(meeting.itemCount),
      due: meeting.heldOn,
      action: text.work.open,
    }))
}
