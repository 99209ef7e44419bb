/** How many there are of each sort, with the names that people know them by. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import type { Facet, FilterName } from '../model.ts'
import type { Tally } from './entries.ts'

const order = [
  'kind',
  'authorityId',
  'year',
  'officerId',
  'direction',
  'state',
] as const satisfies readonly FilterName[]
const mostValues = 12

/** Names of people and authorities, by their id. One statement. */
export async function namesOf(ctx: Read, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisation.authorities where id = any (${ids}::uuid[])
    union all select id, name from organisation.people where id = any (${ids}::uuid[])`.execute(ctx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function facetsOf(ctx: Read, tallies: readonly Tally[]): Promise<Facet[]> {
  const named = tallies.filter(({ filter }) => filter === 'authorityId' || filter === 'officerId')
  const names = await namesOf(
    ctx,
    named.map(({ value }) => value),
  )
  return order.map((filter) => ({
    filter,
    values: tallies
      .filter((tally) => tally.filter === filter)
      .toSorted(filter === 'year' ? (a, b) => Number(b.value) - Number(a.value) : (a, b) => b.count - a.count)
      .slice(0, mostValues)
      .map(({ value, count }) => ({ value, label: names.get(value) ?? value, count })),
  }))
}
