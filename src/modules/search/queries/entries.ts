/** The statement that finds: which entries, in what order, and how many of each sort. */

import { sql, type RawBuilder } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { daysOf, mostCounted, type Cursor, type Filters } from '../model.ts'
import type { Guess, Meaning } from './meaning.ts'

type Part = RawBuilder<unknown>

const columns = sql`id, case_id, authority_id, dated_on, kind, direction, officer_id, state`
const newestFirst = sql`order by dated_on desc, id desc`

/** What an index can find by. */
function byIndex({ authorityId, officerId, kind, ...rest }: Partial<Filters>): Part {
  const { first, last } = daysOf(rest)
  return all([
    authorityId !== undefined && sql`authority_id = ${authorityId}::uuid`,
    officerId !== undefined && sql`officer_id = ${officerId}::uuid`,
    kind !== undefined && sql`kind = ${kind}`,
    first !== null && sql`dated_on >= ${first}::date`,
    last !== null && sql`dated_on <= ${last}::date`,
  ])
}

/** What is common enough to be asked of each entry. */
function byLooking({ direction, state }: Partial<Filters>): Part {
  return all([direction !== undefined && sql`direction = ${direction}`, state !== undefined && sql`state = ${state}`])
}

function all(conditions: readonly (Part | false)[]): Part {
  return sql.join([sql`true`, ...conditions.filter((condition) => condition !== false)], sql` and `)
}

function saying(query: string | null): Part {
  return query === null ? sql`true` : sql`words @@ ${query}::tsquery`
}

function after(cursor: Cursor | null): Part {
  return cursor === null ? sql`true` : sql`(dated_on, id) < (${cursor.datedOn}::date, ${cursor.id}::uuid)`
}

export type Asked = {
  readonly meaning: Meaning
  readonly filters: Partial<Filters>
  readonly cursor: Cursor | null
  /** Entries a page shows. */
  readonly size: number
  /** Count each sort too. */
  readonly withFacets: boolean
}

/** The newest of what is withheld and within reach, at most so many; row-level security decides once more which are there. */
function secretHits({ meaning, filters, cursor }: Asked, { most, reach }: Pick<Ways, 'most' | 'reach'>): Part {
  const { year: _, from: __, to: ___, ...plain } = filters
  const narrowed = { ...plain, ...daysOf(filters), afterDay: cursor?.datedOn, afterId: cursor?.id }
  return sql`select ${columns} from search.secret_entries where id in (
    select search.withheld(${meaning.secret}, ${meaning.must}, ${JSON.stringify(narrowed)}::jsonb, ${most}::int, ${reach}::int))`
}

/** The newest entries are looked through until there are enough: for words that many have. At most `reach` are looked at. */
function walked({ meaning, filters, cursor }: Asked, { reach, enough }: { reach: number; enough: number }): Part {
  return sql`select ${columns} from (
      select * from search.entries where (select kernel.someone()) and ${byIndex(filters)} and ${after(cursor)}
      ${newestFirst} limit ${reach}
    ) newest where ${byLooking(filters)} and ${saying(meaning.open)} ${newestFirst} limit ${enough}`
}

/** All that have the words, by the index of words: for words that few have. */
function gathered({ meaning, filters }: Asked): Part {
  return sql`select ${columns} from search.entries
    where (select kernel.someone()) and ${byIndex(filters)} and ${byLooking(filters)} and ${saying(meaning.open)}`
}

export type Hit = { readonly id: string; readonly case_id: string; readonly kind: string; readonly dated_on: string }

export type Tally = { readonly filter: string; readonly value: string; readonly count: number }

export type Hits = { readonly page: readonly Hit[]; readonly count: number; readonly tallies: readonly Tally[] }

type Ways = {
  readonly open: Part
  /** Of what is withheld. */
  readonly most: number
  /** How many of what is withheld may be walked through before all with the words are gathered. */
  readonly reach: number
}

/** What is withheld stands before what is open of the same record, which is its mask. */
async function hitsAmong(ctx: Read, asked: Asked, { open, ...withheld }: Ways): Promise<Hits> {
  const { rows } = await sql<{ page: readonly Hit[] | null; count: number; tallies: readonly Tally[] | null }>`
    with open_hits as materialized (${open}), secret_hits as materialized (${secretHits(asked, withheld)}),
    hits as materialized (
      select * from secret_hits
      union all select * from open_hits o where not exists (select from secret_hits s where s.id = o.id)
    ), page as (
      select id, case_id, kind, dated_on from hits where ${after(asked.cursor)} ${newestFirst} limit ${asked.size + 1}
    )
    select (select json_agg(page order by dated_on desc, id desc) from page) as page,
      (select count(*)::int from hits) as count, ${asked.withFacets ? tallies() : sql`null`} as tallies`.execute(ctx.db)
  return { page: rows[0]?.page ?? [], count: rows[0]?.count ?? 0, tallies: rows[0]?.tallies ?? [] }
}

function tallies(): Part {
  return sql`(select json_agg(t) from (
      select case grouping(kind, direction, state, authority_id, officer_id, extract(year from dated_on))
          when 31 then 'kind' when 47 then 'direction' when 55 then 'state' when 59 then 'authorityId'
          when 61 then 'officerId' else 'year' end as filter,
        coalesce(kind, direction, state, authority_id::text, officer_id::text, extract(year from dated_on)::text) as value,
        count(*)::int as count
      from hits
      group by grouping sets ((kind), (direction), (state), (authority_id), (officer_id), (extract(year from dated_on)))
    ) t where t.value is not null)`
}

/** How many entries a walk may look at: where it is likely to end before, where it is not, where there are no words, and of what is withheld. */
const reaches = { likely: 5_000, unlikely: 1_500, wordless: 200_000, withheld: 1_000 } as const

/** Of so few entries all hits are gathered, and the count is right. */
const small = 20_000

/** So few expected hits cost less to gather than a walk that may end without having met enough. */
const fewTogether = 2_000

/** A walk looks at `enough * all / most` entries, a gathering at `most`; to look at one costs a fourth of fetching one. */
function isCommon({ most, all }: Guess, enough: number): boolean {
  return all > small && most * most > 4 * enough * all
}

/**
 * Finds, newest first, by the way that costs less. Of few hits all are gathered and counted; of many the newest are walked
 * through, and the count is of those that were met. `enough`: how many are met before it stops.
 */
export async function findHits(ctx: Read, asked: Asked, enough: number): Promise<Hits & { readonly isMore: boolean }> {
  const { guess } = asked.meaning
  const most = Math.max(enough, asked.size + 1)
  if (guess !== null && (guess.together < fewTogether || !isCommon(guess, most))) return gather(ctx, asked)
  const isLikely = guess === null || isCommon({ ...guess, most: guess.together }, most)
  const reach = isLikely ? reaches.likely : reaches.unlikely
  const ways = { open: walked(asked, { reach, enough: most }), most, reach: isLikely ? reachFor(most) : 0 }
  const near = await hitsAmong(ctx, asked, ways)
  if (near.page.length > asked.size) return { ...near, isMore: true }
  if (await isAllWithin(ctx, asked, reach)) return { ...near, isMore: asked.cursor !== null }
  if (guess !== null) return gather(ctx, asked)
  const far = await hitsAmong(ctx, asked, { ...ways, open: walked(asked, { reach: reaches.wordless, enough: most }) })
  return { ...far, isMore: true }
}

/** Not worth while where all that a walk may meet would hardly be enough. */
function reachFor(most: number): number {
  return most < reaches.withheld ? reaches.withheld : 0
}

async function gather(ctx: Read, asked: Asked): Promise<Hits & { readonly isMore: boolean }> {
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(ctx.db)
  const hits = await hitsAmong(ctx, asked, { open: gathered(asked), most: mostCounted + 1, reach: 0 })
  await sql`select set_config('enable_seqscan', 'on', true)`.execute(ctx.db)
  return { ...hits, isMore: false }
}

/** Whether the walk met every entry that the filters leave. */
async function isAllWithin(ctx: Read, { filters, cursor }: Asked, reach: number): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from search.entries where ${byIndex(filters)} and ${after(cursor)} ${newestFirst} limit ${reach}
    ) newest`.execute(ctx.db)
  return (rows[0]?.count ?? 0) < reach
}
