/** Comments with their replies, and those that wait for somebody. */

import type { Read, Write } from '../../../kernel/context.ts'
import { sql } from 'kysely'
import { found } from '../../../kernel/errors.ts'
import type { Comment, Reply, Standing } from '../model.ts'

function selectComments(ctx: Read | Write) {
  return ctx.db
    .selectFrom('commenting.comments as c')
    .innerJoin('organisation.people as p', 'p.id', 'c.by')
    .leftJoin('organisation.people as a', 'a.id', 'c.answered_by')
    .select(['c.id', 'c.draft_id as draftId', 'c.quote', 'c.said', 'c.proposal', 'c.at', 'c.by', 'c.state'])
    .select(['p.name as byName', 'c.answered_at as answeredAt', 'a.name as answeredByName'])
}

async function repliesTo(ctx: Read | Write, ids: readonly string[]): Promise<Map<string, Reply[]>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('commenting.replies as r')
    .innerJoin('organisation.people as p', 'p.id', 'r.by')
    .select(['r.id', 'r.comment_id as commentId', 'r.said', 'r.at', 'p.name as byName'])
    .where('r.comment_id', 'in', ids)
    .orderBy('r.at')
    .orderBy('r.id')
    .execute()
  return Map.groupBy(rows, ({ commentId }) => commentId)
}

/** What has been said of a draft, in the order it was said. */
export async function listComments(ctx: Read, draftId: string): Promise<Comment[]> {
  const rows = await selectComments(ctx).where('c.draft_id', '=', draftId).orderBy('c.at').orderBy('c.id').execute()
  const replies = await repliesTo(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, replies: replies.get(row.id) ?? [] }))
}

/** A comment without its replies. Throws `NotFound`. */
export async function getComment(ctx: Read | Write, commentId: string): Promise<Omit<Comment, 'replies'>> {
  return found(await selectComments(ctx).where('c.id', '=', commentId).executeTakeFirst())
}

/** How what is said of a case's drafts stands. Throws `NotFound` where one sees no draft of it. */
export async function standingOf(ctx: Read, caseId: string): Promise<Standing> {
  const { rows } = await sql<{ open: number; mark: string | null }>`
    select count(c.id) filter (where c.state = 'open') as open,
      concat_ws(' ', count(c.id), count(c.id) filter (where c.state = 'open'), count(c.id) filter (where c.state = 'taken'),
        sum(r.count), max(c.at), max(c.answered_at), max(r.last)) as mark
    from drafting.drafts d
    left join commenting.comments c on c.draft_id = d.id
    left join lateral (select count(*) as count, max(x.at) as last from commenting.replies x where x.comment_id = c.id) r on true
    where d.case_id = ${caseId}::uuid group by d.case_id`.execute(ctx.db)
  const { open, mark } = found(rows[0])
  return { open, mark: mark ?? '' }
}

/** How many comments are open in a case; none where one sees no draft of it. */
export async function countOpen(ctx: Read, caseId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('commenting.comments as c')
    .innerJoin('drafting.drafts as d', 'd.id', 'c.draft_id')
    .where('d.case_id', '=', caseId)
    .where('c.state', '=', 'open')
    .select((on) => on.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Who has said something in a comment and its replies. */
export async function listVoices(ctx: Read | Write, commentId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('commenting.comments')
    .select('by')
    .where('id', '=', commentId)
    .union(ctx.db.selectFrom('commenting.replies').select('by').where('comment_id', '=', commentId))
    .execute()
  return rows.map(({ by }) => by)
}

/** One thing that was said of a draft: the comment itself, or a reply in it. */
export type SaidSince = {
  readonly commentId: string
  readonly caseId: string
  readonly draftId: string
  readonly isReply: boolean
  readonly said: string | null
  readonly by: string
  readonly byName: string
}

/**
 * What others have said since, of drafts that are still written or answered, and that may concern a person: in their case or draft,
 * where they have spoken, or with a name in it.
 */
export async function listSaidSince(
  ctx: Read | Write,
  { since, personId }: { readonly since: Date; readonly personId: string },
): Promise<SaidSince[]> {
  const { rows } = await sql<SaidSince>`
    select s."commentId", d.case_id as "caseId", d.id as "draftId", s."isReply", s.said, s.by, p.name as "byName"
    from (
      select c.id as "commentId", c.draft_id, false as "isReply", c.said, c.by, c.at from commenting.comments c
      union all
      select c.id, c.draft_id, true, r.said, r.by, r.at from commenting.replies r
      join commenting.comments c on c.id = r.comment_id
    ) s
    join drafting.drafts d on d.id = s.draft_id and d.state in ('draft', 'submitted')
    join registry.cases k on k.id = d.case_id
    join organisation.people p on p.id = s.by
    where s.at > ${since} and s.by <> ${personId}
      and (${personId} in (k.officer_id, d.created_by) or position('@' in s.said) > 0
        or exists (select from commenting.comments c where c.id = s."commentId" and c.by = ${personId})
        or exists (select from commenting.replies r where r.comment_id = s."commentId" and r.by = ${personId}))
    order by s.at, s."commentId", s."isReply"`.execute(ctx.db)
  return rows
}

export type WaitingComments = {
  readonly caseId: string
  readonly referenceNumber: string
  readonly count: number
  readonly names: readonly string[]
}

/** What others have said of the drafts in the cases that are a person's own, and nobody has answered: a row for each case. */
export async function listWaitingComments(ctx: Read, personId: string): Promise<WaitingComments[]> {
  const rows = await ctx.db
    .selectFrom('commenting.comments as c')
    .innerJoin('drafting.drafts as d', 'd.id', 'c.draft_id')
    .innerJoin('registry.cases as k', 'k.id', 'd.case_id')
    .innerJoin('organisation.people as p', 'p.id', 'c.by')
    .where('k.officer_id', '=', personId)
    .where('k.state', '=', 'open')
    .where('d.state', '=', 'draft')
    .where('c.state', '=', 'open')
    .where('c.by', '<>', personId)
    .groupBy(['k.id', 'k.reference_number'])
    .select(['k.id as caseId', 'k.reference_number as referenceNumber'])
    .select((on) => [on.fn.countAll<number>().as('count'), on.fn.agg<string[]>('array_agg', ['p.name']).as('names')])
    .orderBy('k.reference_number')
    .execute()
  return rows.map((row) => ({ ...row, names: [...new Set(row.names)].toSorted((a, b) => a.localeCompare(b, 'sv')) }))
}
