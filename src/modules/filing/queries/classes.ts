/** The classification plan as an authority has it. */

import type { Read, Write } from '../../../kernel/context.ts'
import { compareCodes, type PlanClass } from '../model.ts'

function selectClasses(ctx: Read | Write) {
  return ctx.db
    .selectFrom('filing.classes')
    .select(['id', 'authority_id as authorityId', 'code', 'name', 'retention', 'years', 'is_active as isActive'])
}

/** The shared plan, with the authority's own classes in place of those that have the same code; in the order of the codes. */
export async function listClasses(ctx: Read | Write, authorityId: string | null): Promise<PlanClass[]> {
  const rows = await selectClasses(ctx)
    .where((row) =>
      row.or([
        row('authority_id', 'is', null),
        ...(authorityId === null ? [] : [row('authority_id', '=', authorityId)]),
      ]),
    )
    .where('is_active', '=', true)
    .execute()
  const own = new Set(rows.filter((row) => row.authorityId !== null).map(({ code }) => code))
  return rows
    .filter((row) => row.authorityId !== null || !own.has(row.code))
    .toSorted((a, b) => compareCodes(a.code, b.code))
}

/** The classes of one plan alone, by their codes, also those no longer used. */
export async function classesByCode(ctx: Read, authorityId: string | null): Promise<Map<string, PlanClass>> {
  const rows = await selectClasses(ctx)
    .where('authority_id', authorityId === null ? 'is' : '=', authorityId)
    .execute()
  return new Map(rows.map((row) => [row.code, row]))
}
