/** The case that a memo says it belongs to, when that is another than the one it is read into. */

import type { Read } from '../../../kernel/context.ts'
import { isSameNumber } from '../../reading/index.ts'

/** The number of the case that has this number, however it is spelled; null when there is none that one may see. */
export async function findCaseNumber(ctx: Read, written: string): Promise<string | null> {
  const parts = written.toUpperCase().match(/\p{L}+|\d+/gu) ?? []
  if (parts.length === 0) return null
  const rows = await ctx.db
    .selectFrom('registry.cases')
    .select('reference_number as number')
    .where('reference_number', 'like', parts.join('%'))
    .limit(20)
    .execute()
  return rows.find(({ number }) => isSameNumber(number, written))?.number ?? null
}
