/** The considerations that are asked for, read: the whole municipality's first, then the authority's own. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { obstaclesAmong, warningsAmong, type Consideration } from '../model/consideration.ts'
import type { MemoDraft } from '../model/draft.ts'

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
  return { obstacles: obstaclesAmong(list, said), warnings: warningsAmong(list, said) }
}
