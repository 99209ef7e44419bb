/** The search: what it finds, as it is shown. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { together } from '../../../kernel/together.ts'
import { noteSeen } from '../../registry/index.ts'
import {
  mostCounted,
  readQuestion,
  writeCursor,
  type Cursor,
  type Filters,
  type FoundItem,
  type FoundPage,
} from '../model.ts'
import { findHits, type Hit } from './entries.ts'
import { facetsOf } from './facets.ts'
import { meaningOf, type Meaning } from './meaning.ts'
import { passagesOf } from './passages.ts'

export type SearchAsked = {
  readonly q: string
  readonly filters: Partial<Filters>
  readonly cursor?: Cursor | null
  readonly size?: number
  /** Count and sort into facets; without it only the page is found. */
  readonly withFacets?: boolean
}

const pageSize = 20
/** How many of a common word are met to count them into facets. */
const sample = 100

/** Nothing was asked when there are neither words nor filters. */
export async function search(ctx: Read, asked: SearchAsked): Promise<FoundPage | null> {
  const question = readQuestion(asked.q)
  const filters = { ...question.filters, ...asked.filters }
  if (question.terms.length === 0 && Object.keys(filters).length === 0) return null
  const meaning = await meaningOf(ctx, question)
  const isOnlySmallWords = meaning.open === null && question.terms.length > 0 && Object.keys(filters).length === 0
  if (isOnlySmallWords) return { items: [], next: null, count: 0, isMore: false, facets: [], shown: [] }
  return found(ctx, { ...asked, filters }, meaning)
}

/** The page for a question whose meaning is known. */
export async function found(ctx: Read, asked: SearchAsked, meaning: Meaning): Promise<FoundPage> {
  const { filters, cursor = null, size = pageSize, withFacets = false } = asked
  const hits = await findHits(ctx, { meaning, filters, cursor, size, withFacets }, withFacets ? sample : size + 1)
  const shownHits = hits.page.slice(0, size)
  const last = shownHits.at(-1)
  return {
    items: await itemsOf(ctx, shownHits, meaning.shown),
    next: hits.page.length > size && last !== undefined ? writeCursor({ datedOn: last.dated_on, id: last.id }) : null,
    count: Math.min(hits.count, mostCounted),
    isMore: hits.isMore || hits.count > mostCounted,
    facets: withFacets ? await facetsOf(ctx, hits.tallies) : [],
    shown: meaning.shown,
  }
}

/**
 * The items as the registry shows them to this person, in the order of the hits: what row-level security hides there is not
 * found here either, whatever the index said. What is marked and shown in its own words is noted as seen.
 */
export async function itemsOf(ctx: Read, hits: readonly Hit[], shown: readonly string[]): Promise<FoundItem[]> {
  if (hits.length === 0) return []
  const ids = hits.map((hit) => hit.id)
  const asked = [rowsOf(ctx, hits), passagesOf(ctx, ids, beginnings(shown))] as const
  await together<unknown>(asked)
  const [rows, passages] = [await asked[0], await asked[1]]
  noteSeen(
    ctx,
    'search',
    rows
      .filter(({ showsMarked }) => showsMarked)
      .map(({ id, kind, caseId }) => (kind === 'case' ? { caseId } : { caseId, recordId: id })),
  )
  return rows.map(({ caseId: _, showsMarked: __, ...item }) => ({ ...item, passage: passages.get(item.id) ?? null }))
}

type Row = Omit<FoundItem, 'passage'> & { readonly caseId: string; readonly showsMarked: boolean }

async function rowsOf(ctx: Read, hits: readonly Hit[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select asked.id, asked.case_id as "caseId", c.is_secret or w.record_id is not null as "showsMarked", coalesce(r.kind, 'case') as kind, c.reference_number as "referenceNumber",
      r.year || ':' || r.number as "recordNumber", coalesce(w.title, r.title, c.title) as title, c.title as "caseTitle",
      case when r.id is null then c.counterpart else coalesce(w.party, r.party) end as party,
      coalesce(r.dated_on, c.opened_on) as "datedOn", r.direction, c.state, a.name as "authorityName",
      coalesce(r.is_secret or r.in_secret_case, c.is_secret) as "isSecret", r.struck_at as "struckAt",
      exists (select from search.texts t where t.record_id = r.id and t.state not in ('read', 'empty')) as "hasUnread"
    from unnest(${hits.map((hit) => hit.id)}::uuid[], ${hits.map((hit) => hit.case_id)}::uuid[]) with ordinality asked (id, case_id, place)
    left join registry.records r on r.id = asked.id
    join lateral (select * from registry.cases one where one.id = asked.case_id limit 1) c on true
    join organisation.authorities a on a.id = c.authority_id
    left join registry.withheld w on w.record_id = r.id
    order by asked.place`.execute(ctx.db)
  return rows
}

/** A word that another one begins is found by that one already: what is looked for is where words begin. */
function beginnings(words: readonly string[]): string[] {
  const kept: string[] = []
  for (const word of [...new Set(words)].toSorted()) {
    const before = kept.at(-1)
    if (before === undefined || !word.startsWith(before)) kept.push(word)
  }
  return kept
}
