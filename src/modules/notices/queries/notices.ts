import { sql } from 'kysely'
import { today, type Read, type Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Appeal, Notice } from '../model/notice.ts'

/** Minutes without cover that count as a break; in a demonstration, which is turned off at night, nothing does. */
export const allowedBreak = (ctx: Pick<Read, 'isDemo'>): string => (ctx.isDemo ? '100 years' : '15 minutes')

/** How many open breaks each notice has that has any; asked once for a whole list. */
const breaksNow = (ctx: Read | Write) =>
  sql<{ notice_id: string; open: number }>`(select o.notice_id, count(*)::int as open
    from notices.open_breaks(${ctx.now}, ${allowedBreak(ctx)}::interval) o group by o.notice_id)`.as<'broken'>(
    sql.ref('broken'),
  )
const isBroken = sql<boolean>`broken.notice_id is not null`

/** What is withheld keeps its body, its §§ and its days; its title too where it says no more than those. */
const isHidden = sql`w.notice_id is not null`

const noticesWithNames = (ctx: Read | Write) =>
  ctx.db
    .selectFrom('notices.notices as n')
    .innerJoin('organisation.authorities as a', 'a.id', 'n.authority_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'n.body_id')
    .leftJoin('organisation.people as p', 'p.id', 'n.posted_by')
    .leftJoin('notices.notices as later', 'later.replaces', 'n.id')
    .leftJoin('notices.withheld as w', 'w.notice_id', 'n.id')
    .leftJoin(breaksNow(ctx), 'broken.notice_id', 'n.id')
    .select([
      'n.id',
      'n.authority_id as authorityId',
      'a.name as authorityName',
      'n.body_id as bodyId',
      'b.name as bodyName',
      'n.kind',
      sql<string>`case when ${isHidden} and not (n.kind = 'minutes' and n.meeting_id is not null) then '' else n.title end`.as(
        'title',
      ),
      sql<string | null>`case when ${isHidden} then null else n.words end`.as('words'),
      'w.withheld_at as withheldAt',
      'w.reason as withheldReason',
      'n.meeting_id as meetingId',
      'n.meeting_on as meetingOn',
      'n.paragraphs',
      'n.adjusted_on as adjustedOn',
      'n.kept_at as keptAt',
      'n.posted_at as postedAt',
      'n.posted_on as postedOn',
      'p.name as postedByName',
      'n.last_appeal_on as lastAppealOn',
      'n.ends_on as endsOn',
      'n.replaces',
      'later.id as replacedBy',
      sql<number>`coalesce(broken.open, 0)`.as('openBreaks'),
    ])

/** Throws `NotFound`. */
export async function getNotice(ctx: Read | Write, noticeId: string): Promise<Notice> {
  return found(await noticesWithNames(ctx).where('n.id', '=', noticeId).executeTakeFirst())
}

/** What is on the board now: until its day, and as long as a break in its period is unsettled. The newest first. */
export async function listUp(ctx: Read, { bodyId }: { readonly bodyId?: string | undefined } = {}): Promise<Notice[]> {
  return noticesWithNames(ctx)
    .where((is) => is.or([is('n.ends_on', '>', today(ctx)), isBroken]))
    .$if(bodyId !== undefined, (query) => query.where('n.body_id', '=', bodyId ?? ''))
    .orderBy('n.posted_at', 'desc')
    .orderBy('n.id')
    .execute()
}

/** An authority's notices with breaks that nobody has settled, the oldest first. */
export async function listBroken(ctx: Read, authorityId: string): Promise<Notice[]> {
  return noticesWithNames(ctx)
    .where('n.authority_id', '=', authorityId)
    .where(isBroken)
    .orderBy('n.posted_at')
    .orderBy('n.id')
    .limit(100)
    .execute()
}

export type NoticeFilter = {
  readonly authorityId: string
  readonly after?: { readonly postedAt: Date; readonly id: string }
  readonly limit: number
}

/** All that an authority has posted, the newest first. */
export async function listNotices(ctx: Read, { authorityId, after, limit }: NoticeFilter): Promise<Notice[]> {
  return noticesWithNames(ctx)
    .where('n.authority_id', '=', authorityId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(n.posted_at, n.id) < (${after?.postedAt ?? null}, ${after?.id ?? null}::uuid)`),
    )
    .orderBy('n.posted_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute()
}

export async function listOfMeeting(ctx: Read, meetingId: string): Promise<Notice[]> {
  return noticesWithNames(ctx).where('n.meeting_id', '=', meetingId).orderBy('n.posted_at').orderBy('n.id').execute()
}

/** The notice that a decision's appeal period runs by: the last one that tells of it. */
export async function findOfDecision(ctx: Read, decisionId: string): Promise<Notice | undefined> {
  return noticesWithNames(ctx)
    .innerJoin('notices.decisions as d', 'd.notice_id', 'n.id')
    .where('d.decision_id', '=', decisionId)
    .where('later.id', 'is', null)
    .orderBy('n.posted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export type Told = {
  readonly decisionId: string
  readonly caseId: string
  readonly paragraph: number
  readonly title: string
  readonly referenceNumber: string
}

/** The decisions that a notice tells of, by §. */
export async function listTold(ctx: Read | Write, noticeId: string): Promise<Told[]> {
  return ctx.db
    .selectFrom('notices.decisions as t')
    .innerJoin('meetings.decisions as d', 'd.id', 't.decision_id')
    .innerJoin('meetings.items as i', 'i.id', 'd.item_id')
    .innerJoin('registry.cases as c', 'c.id', 'd.case_id')
    .select([
      'd.id as decisionId',
      'd.case_id as caseId',
      'd.paragraph',
      'i.title',
      'c.reference_number as referenceNumber',
    ])
    .where('t.notice_id', '=', noticeId)
    .orderBy('d.paragraph')
    .execute()
}

/** The ids of all the decisions a notice tells of, also those the reader may not see. */
export async function listToldIds(ctx: Read | Write, noticeId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('notices.decisions')
    .select('decision_id as decisionId')
    .where('notice_id', '=', noticeId)
    .orderBy('decision_id')
    .execute()
  return rows.map(({ decisionId }) => decisionId)
}

export async function listAppeals(ctx: Read | Write, noticeId: string): Promise<Appeal[]> {
  return ctx.db
    .selectFrom('notices.appeals as a')
    .innerJoin('organisation.people as p', 'p.id', 'a.noted_by')
    .leftJoin('meetings.decisions as d', 'd.id', 'a.decision_id')
    .select(['a.id', 'a.decision_id as decisionId', 'd.paragraph', 'a.came_on as cameOn', 'p.name as notedByName'])
    .where('a.notice_id', '=', noticeId)
    .orderBy('a.came_on')
    .orderBy('a.id')
    .execute()
}

/** Whether an appeal of this decision has come in, under any of its notices. */
export async function isAppealed(ctx: Read, decisionId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('notices.appeals as a')
    .innerJoin('notices.decisions as t', 't.notice_id', 'a.notice_id')
    .select('a.id')
    .where('t.decision_id', '=', decisionId)
    .where((is) => is.or([is('a.decision_id', 'is', null), is('a.decision_id', '=', decisionId)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Who asked for a notice; null where nobody did, or it is not one's own authority's. */
export async function findAskedBy(ctx: Read, noticeId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('notices.requests')
    .select('asked_by as askedBy')
    .where('notice_id', '=', noticeId)
    .executeTakeFirst()
  return row?.askedBy ?? null
}

/** Where a body's minutes are kept; null where nobody has said. */
export async function findPlace(ctx: Read | Write, bodyId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('notices.places')
    .select('kept_at as keptAt')
    .where('body_id', '=', bodyId)
    .executeTakeFirst()
  return row?.keptAt ?? null
}
