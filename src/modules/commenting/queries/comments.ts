/** Comments on drafts with their replies, and those that wait for somebody. */

import type { Read, Write } from '../../../kernel/context.ts'
import { sql } from 'kysely'
import { found } from '../../../kernel/errors.ts'
import type { Comment, Standing } from '../model.ts'
import { selectComments, withReplies } from './said.ts'

/** What has been said of a draft, in the order it was said. */
export async function listComments(ctx: Read, draftId: string): Promise<Comment[]> {
  const rows = await selectComments(ctx).where('c.draft_id', '=', draftId).orderBy('c.at').orderBy('c.id').execute()
  return withReplies(
    ctx,
    rows.map((row) => ({ ...row, draftId })),
  )
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

/** One thing that was said of a draft or a document: the comment itself, or a reply in it. */
export type SaidSince = {
  readonly commentId: string
  readonly caseId: string
  /** Null: of a document of the case. */
  readonly draftId: string | null
  readonly isReply: boolean
  readonly said: string | null
  readonly by: string
  readonly byName: string
}

/**
 * What others have said since, of drafts that are still written or answered and of documents, and that may concern a person: in
 * their case or draft, where they have spoken, or with a name in it.
 */
export async function listSaidSince(
  ctx: Read | Write,
  { since, personId }: { readonly since: Date; readonly personId: string },
): Promise<SaidSince[]> {
  const { rows } = await sql<SaidSince>`
    select s."commentId", k.id as "caseId", d.id as "draftId", s."isReply", s.said, s.by, p.name as "byName"
    from (
      select c.id as "commentId", c.draft_id, c.case_id, false as "isReply", c.said, c.by, c.at from commenting.comments c
      union all
      select c.id, c.draft_id, c.case_id, true, r.said, r.by, r.at from commenting.replies r
      join commenting.comments c on c.id = r.comment_id
    ) s
    left join drafting.drafts d on d.id = s.draft_id
    join registry.cases k on k.id = coalesce(d.case_id, s.case_id)
    join organisation.people p on p.id = s.by
    where s.at > ${since} and s.by <> ${personId} and (s.draft_id is null or d.state in ('draft', 'submitted'))
      and (${personId} in (k.officer_id, d.created_by) or position('@' in s.said) > 0
        or exists (select from commenting.comments c where c.id = s."commentId" and c.by = ${personId})
        or exists (select from commenting.replies r where r.comment_id = s."commentId" and r.by = ${personId}))
    order by s.at, s."commentId", s."isReply"`.execute(ctx.db)
  return rows
}

export type WaitingComments = {
  readonly caseId: string
  readonly referenceNumber: string
  /** On the documents of the case, not on what is written in it. */
  readonly isOnDocument: boolean
  readonly count: number
  readonly names: readonly string[]
}

/** What others have said in the cases that are a person's own, and nobody has answered: a row for the drafts of each, and for its documents. */
export async function listWaitingComments(ctx: Read, personId: string): Promise<WaitingComments[]> {
  const isOnDocument = sql<boolean>`c.draft_id is null`
  const rows = await ctx.db
    .selectFrom('commenting.comments as c')
    .leftJoin('drafting.drafts as d', 'd.id', 'c.draft_id')
    .innerJoin('registry.cases as k', (join) => join.on('k.id', '=', sql`coalesce(d.case_id, c.case_id)`))
    .innerJoin('organisation.people as p', 'p.id', 'c.by')
    .where('k.officer_id', '=', personId)
    .where('k.state', '=', 'open')
    .where((on) => on.or([on('c.draft_id', 'is', null), on('d.state', '=', 'draft')]))
    .where('c.state', '=', 'open')
    .where('c.by', '<>', personId)
    .groupBy(['k.id', 'k.reference_number', isOnDocument])
    .select(['k.id as caseId', 'k.reference_number as referenceNumber', isOnDocument.as('isOnDocument')])
    .select((on) => [on.fn.countAll<number>().as('count'), on.fn.agg<string[]>('array_agg', ['p.name']).as('names')])
    .orderBy('k.reference_number')
    .orderBy(isOnDocument)
    .execute()
  return rows.map((row) => ({ ...row, names: [...new Set(row.names)].toSorted((a, b) => a.localeCompare(b, 'sv')) }))
}
