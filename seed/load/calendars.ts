/** The meetings of every body, those of 2023 and those around today. */

import { isWorkingDay } from '../../src/kernel/time.ts'
import { addMeetings, type NewMeeting } from '../../src/modules/meetings/index.ts'
import { meetings, rollingCalendar, story } from '../demo-city.ts'
import type { Loading } from './loading.ts'

export async function loadCalendars(loading: Loading): Promise<void> {
  const all = new Map(
    [...meetings, ...rollingCalendar(loading.today, isWorkingDay)].map((one) => [`${one.body} ${one.date}`, one]),
  )
  const calendar: NewMeeting[] = [...all.values()].map(({ body, date, isInvented }) => ({
    bodyId: loading.body(body),
    heldOn: date,
    startsAt: '13:00',
    isDemo: isInvented,
  }))
  await loading.write(story.boardSecretarySN, loading.today, (ctx) => addMeetings(ctx, calendar))
}

/** The id of a body's meeting on a day. */
export async function meetingOn(loading: Loading, body: string, day: string): Promise<string> {
  const row = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('meetings.meetings')
      .select('id')
      .where('body_id', '=', loading.body(body))
      .where('held_on', '=', day)
      .executeTakeFirst(),
  )
  if (row === undefined) throw new Error(`${body} does not meet on ${day}`)
  return row.id
}

/** The first days on which a body meets from a day on. */
export function meetingDays(loading: Loading, body: string, from: string): Promise<{ id: string; day: string }[]> {
  return loading.ask((ctx) =>
    ctx.db
      .selectFrom('meetings.meetings')
      .select(['id', 'held_on as day'])
      .where('body_id', '=', loading.body(body))
      .where('held_on', '>=', from)
      .orderBy('held_on')
      .limit(6)
      .execute(),
  )
}
