/** Postlista: an authority's records in the order of its registry. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { recordNumber, type Direction, type RecordItem } from '../model.ts'
import { unveil } from './unveil.ts'

/** What is shown of a record whose case the reader can see. */
export type JournalRecord = Pick<RecordItem, 'id' | 'kind' | 'title' | 'party' | 'isSecret' | 'struckAt'> & {
  readonly referenceNumber: string
}

/** Day and number always show (OSL 5:2, B-06); `shown` is null for what lies in a case that is kept from the reader. */
export type JournalRow = Pick<RecordItem, 'year' | 'direction' | 'datedOn'> & {
  readonly number: string
  readonly shown: JournalRecord | null
}

export type JournalPage = { readonly records: readonly JournalRow[]; readonly next: string | null }

type Before = { readonly year: number; readonly number: number }
type Wanted = {
  readonly authorityId: string
  readonly direction: Direction | null
  readonly before: Before
  readonly size: number
}

const theEnd: Before = { year: 9999, number: 999_999_999 }

/**
 * An authority's records, the latest first, `size` at a time: those that can be read and those that only have a number and a
 * day, merged by their number, so that no row is left out between two pages.
 */
export async function listJournal(
  ctx: Read,
  { authorityId, direction }: { readonly authorityId: string; readonly direction: Direction | null },
  { after, size = 50 }: { readonly after?: string | undefined; readonly size?: number } = {},
): Promise<JournalPage> {
  const [, year, number] = /^(\d{4})_(\d{1,9})$/.exec(after ?? '') ?? []
  const before = year === undefined ? theEnd : { year: Number(year), number: Number(number) }
  const wanted = { authorityId, direction, before, size: size + 1 }
  const rows = [...(await seenRows(ctx, wanted)), ...(await hiddenRows(ctx, wanted))].sort(
    (a, b) => b.year - a.year || b.number - a.number,
  )
  const records = rows.slice(0, size)
  const last = records.at(-1)
  const next = rows.length > size && last !== undefined ? `${last.year}_${last.number}` : null
  return { records: records.map((row) => ({ ...row, number: recordNumber(row) })), next }
}

async function seenRows(ctx: Read, { authorityId, direction, before, size }: Wanted) {
  const rows = await ctx.db
    .selectFrom('registry.records as r')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .select(['r.id', 'r.year', 'r.number', 'r.direction', 'r.kind', 'r.title', 'r.party', 'r.dated_on as datedOn'])
    .select(['r.is_secret as isSecret', 'r.struck_at as struckAt', 'c.reference_number as referenceNumber'])
    .where('r.authority_id', '=', authorityId)
    .$if(direction !== null, (query) => query.where('r.direction', '=', direction ?? 'in'))
    .where(sql<boolean>`(r.year, r.number) < (${before.year}::int, ${before.number}::int)`)
    .orderBy('r.year', 'desc')
    .orderBy('r.number', 'desc')
    .limit(size)
    .execute()
  return (await unveil(ctx, rows)).map(({ year, number, direction: way, datedOn, ...shown }) => ({
    ...{ year, number, direction: way, datedOn },
    shown,
  }))
}

async function hiddenRows(ctx: Read, { authorityId, direction, before, size }: Wanted) {
  const { rows } = await sql<{ year: number; number: number; direction: Direction; datedOn: string }>`
    select year, number, direction, dated_on as "datedOn"
    from registry.hidden_rows(${authorityId}, ${before.year}, ${before.number}, ${size}, ${direction})`.execute(ctx.db)
  return rows.map((row) => ({ ...row, shown: null }))
}
