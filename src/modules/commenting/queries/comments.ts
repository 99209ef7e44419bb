/** Comments with their replies, and those that wait for somebody. */

import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Comment, Reply } from '../model.ts'

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
