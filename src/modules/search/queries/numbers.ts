/** A number is no word: what has it stands first. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { readNumber, type NumberAsked } from '../../registry/index.ts'
import type { FoundItem } from '../model.ts'
import type { Hit } from './entries.ts'
import { itemsOf } from './search.ts'

const most = 8

/** Cases with the number that was written, or the record '2023:17' of one's own authority. One's own authority's stand first. */
export async function byNumber(ctx: Read, asked: string): Promise<{ items: readonly FoundItem[]; isWhole: boolean }> {
  const written = asked.trim().slice(0, 60)
  if (!/\d/.test(written)) return { items: [], isWhole: false }
  const records = await recordsNumbered(ctx, written)
  if (records.length > 0) return { items: await itemsOf(ctx, records, []), isWhole: true }
  const number = readNumber(written)
  const items = await itemsOf(ctx, await casesNumbered(ctx, written, number), [])
  return { items, isWhole: items.length > 0 && number?.isWhole === true }
}

async function recordsNumbered(ctx: Read, written: string): Promise<readonly Hit[]> {
  const [, year, number] = /^(\d{4}):(\d{1,9})$/.exec(written) ?? []
  if (year === undefined || number === undefined) return []
  const { rows } = await sql<Hit>`
    select r.id, r.case_id, r.kind, r.dated_on from registry.records r
    where r.authority_id = ${ctx.actor.at}::uuid and r.year = ${year}::int and r.number = ${number}::int`.execute(
    ctx.db,
  )
  return rows
}

async function casesNumbered(ctx: Read, written: string, number: NumberAsked | null): Promise<readonly Hit[]> {
  const { rows } = await sql<Hit>`
    select c.id, c.id as case_id, 'case' as kind, c.opened_on as dated_on
    from registry.cases c join organisation.authorities a on a.id = c.authority_id
    where c.reference_number = ${written} or ${number === null ? sql`false` : numbered(number)}
    order by c.authority_id is not distinct from ${ctx.actor.at}::uuid desc, c.opened_on desc, c.id limit ${most}`.execute(
    ctx.db,
  )
  return rows
}

function numbered({ n, year, prefix }: NumberAsked) {
  return sql`(c.number = ${n}::int and (${year}::int is null or c.year = ${year}::int)
    and (${prefix}::text is null or a.prefix = ${prefix}::text))`
}
