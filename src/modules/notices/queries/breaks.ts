import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import type { Break, Settled } from '../model/notice.ts'
import { allowedBreak } from './notices.ts'

/** Breaks in a notice's period that nobody has settled, the earliest first. */
export async function listOpenBreaks(ctx: Read | Write, noticeId: string): Promise<Break[]> {
  const { rows } = await sql<Break>`select g.notice_id as "noticeId", g.went_down as "wentDown", g.came_up as "cameUp"
    from notices.open_breaks(${ctx.now}, ${allowedBreak(ctx)}::interval) g where g.notice_id = ${noticeId}
    order by g.went_down`.execute(ctx.db)
  return rows
}

export async function listSettled(ctx: Read, noticeId: string): Promise<Settled[]> {
  return ctx.db
    .selectFrom('notices.settled as s')
    .innerJoin('organisation.people as p', 'p.id', 's.settled_by')
    .select([
      's.went_down as wentDown',
      's.outcome',
      's.reason',
      's.settled_at as settledAt',
      'p.name as settledByName',
    ])
    .where('s.notice_id', '=', noticeId)
    .orderBy('s.went_down')
    .execute()
}
