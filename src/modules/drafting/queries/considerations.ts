/** The considerations that are asked for, read: the whole municipality's first, then the authority's own. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { headingsBeside, obstaclesAmong, warningsAmong, type Consideration } from '../model/consideration.ts'
import type { Draft, MemoDraft } from '../model/draft.ts'
import { headingsOf } from '../model/written.ts'

function selectConsiderations(ctx: Read | Write) {
  return ctx.db
    .selectFrom('drafting.considerations as c')
    .select(['c.id', 'c.authority_id as authorityId', 'c.position', 'c.name', 'c.help', 'c.is_required as isRequired'])
}

/** Those that hold for an authority today. */
export async function listConsiderations(ctx: Read | Write, authorityId: string): Promise<Consideration[]> {
  return selectConsiderations(ctx)
    .where('c.ended_at', 'is', null)
    .where((on) => on.or([on('c.authority_id', 'is', null), on('c.authority_id', '=', authorityId)]))
    .orderBy(sql`c.authority_id is not null`)
    .orderBy('c.position')
    .orderBy('c.id')
    .execute()
}

/** Throws `NotFound`. `isEnded`: it is no longer asked for. */
export async function getConsideration(
  ctx: Read | Write,
  considerationId: string,
): Promise<Consideration & { readonly isEnded: boolean }> {
  const row = await selectConsiderations(ctx)
    .select(sql<boolean>`c.ended_at is not null`.as('isEnded'))
    .where('c.id', '=', considerationId)
    .executeTakeFirst()
  return found(row)
}

/** The same, held until the transaction ends. */
export async function lockConsideration(ctx: Write, considerationId: string) {
  await ctx.db
    .selectFrom('drafting.considerations')
    .select('id')
    .where('id', '=', considerationId)
    .forUpdate()
    .execute()
  return getConsideration(ctx, considerationId)
}

/** What a memo that is being written leaves open: what stops it on its way to the heads, and what does not. */
export async function leftOpen(
  ctx: Read | Write,
  memo: MemoDraft | null,
): Promise<{ obstacles: string[]; warnings: string[] }> {
  if (memo?.state !== 'draft') return { obstacles: [], warnings: [] }
  const list = await listConsiderations(ctx, memo.authorityId)
  const said = memo.content.considerations ?? []
  const inText = headingsOf(memo.content.body.content).flatMap(({ text, hasWords }) => (hasWords ? [text] : []))
  return { obstacles: obstaclesAmong(list, said), warnings: warningsAmong(list, said, inText) }
}

/** How many of them a memo that is being written says nothing of yet. */
export async function countOpenConsiderations(ctx: Read | Write, memo: MemoDraft | null): Promise<number> {
  const { obstacles, warnings } = await leftOpen(ctx, memo)
  return obstacles.length + warnings.length
}

/** Headings that the text of a draft must have, but for what the considerations say is left open: it is told of once. */
export async function headingsAskedOf(ctx: Read | Write, draft: Draft, headings: readonly string[]): Promise<string[]> {
  if (draft.kind !== 'memo' || headings.length === 0) return [...headings]
  const list = await listConsiderations(ctx, draft.authorityId)
  return headingsBeside(headings, list, draft.content.considerations ?? [])
}
