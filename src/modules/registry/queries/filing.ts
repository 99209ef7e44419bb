/** Where a case stands in the classification plan, in words. */

import type { Read, Write } from '../../../kernel/context.ts'
import type { Case, Filing } from '../model.ts'

/** Null for what nobody has said. Also what is no longer used has its name. */
export async function findFiling(
  ctx: Read | Write,
  { classId, caseTypeId }: Pick<Case, 'classId' | 'caseTypeId'>,
): Promise<Filing> {
  return { class: await className(ctx, classId), caseType: await caseTypeName(ctx, caseTypeId) }
}

async function className(ctx: Read | Write, classId: string | null): Promise<string | null> {
  if (classId === null) return null
  const row = await ctx.db
    .selectFrom('filing.classes')
    .select(['code', 'name'])
    .where('id', '=', classId)
    .executeTakeFirst()
  return row === undefined ? null : `${row.code} ${row.name}`
}

async function caseTypeName(ctx: Read | Write, caseTypeId: string | null): Promise<string | null> {
  if (caseTypeId === null) return null
  const row = await ctx.db
    .selectFrom('filing.case_types')
    .select('name')
    .where('id', '=', caseTypeId)
    .executeTakeFirst()
  return row?.name ?? null
}
