/** What is read of a comment, whatever it is about. */

import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { AnyComment, Reply } from '../model.ts'

export function selectComments(ctx: Read | Write) {
  return ctx.db
    .selectFrom('commenting.comments as c')
    .innerJoin('organisation.people as p', 'p.id', 'c.by')
    .leftJoin('organisation.people as a', 'a.id', 'c.answered_by')
    .select(['c.id', 'c.draft_id as draftId', 'c.case_id as caseId', 'c.quote', 'c.said', 'c.proposal', 'c.at', 'c.by'])
    .select(['c.state', 'p.name as byName', 'c.answered_at as answeredAt', 'a.name as answeredByName'])
}

/** Comments with what was replied to each. */
export async function withReplies<T extends { readonly id: string }>(
  ctx: Read,
  rows: readonly T[],
): Promise<(T & { replies: readonly Reply[] })[]> {
  const replies = await repliesTo(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, replies: replies.get(row.id) ?? [] }))
}

async function repliesTo(ctx: Read, ids: readonly string[]): Promise<Map<string, Reply[]>> {
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

/** A comment without its replies. Throws `NotFound`. */
export async function getComment(ctx: Read | Write, commentId: string): Promise<Omit<AnyComment, 'replies'>> {
  return found(await selectComments(ctx).where('c.id', '=', commentId).executeTakeFirst())
}
