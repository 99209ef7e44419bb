/** Postlista: an authority's records in the order of its registry, or by day within a period. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { recordNumber, type Direction, type RecordItem, type RecordKind } from '../model.ts'
import { noteSeen, unveil } from './unveil.ts'

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

export type JournalFilter = {
  readonly authorityId: string
  readonly direction: Direction | null
  /** ISO days, both included; with either the list goes by day. */
  readonly from?: string | null
  readonly to?: string | null
  readonly kind?: RecordKind | null
  /** The officer of the case. */
  readonly officerId?: string | null
}

type Before = { readonly day: string; readonly year: number; readonly number: number }
type Wanted = JournalFilter & { readonly before: Before; readonly size: number }

const theEnd: Before = { day: '9999-12-31', year: 9999, number: 999_999_999 }

function isByDay({ from, to }: JournalFilter): boolean {
  return typeof from === 'string' || typeof to === 'string'
}

function readBefore(after: string | undefined): Before {
  const [, day, year, number] = /^(?:(\d{4}-\d{2}-\d{2})_)?(\d{4})_(\d{1,9})$/.exec(after ?? '') ?? []
  return year === undefined ? theEnd : { day: day ?? theEnd.day, year: Number(year), number: Number(number) }
}

/**
 * An authority's records, the latest first, `size` at a time: those that can be read and those that only have a number and a
 * day, merged in their order, so that no row is left out between two pages. By kind or officer only those that can be read:
 * neither is known of the others. What is marked and shown in its own words is noted as seen.
 */
export async function listJournal(
  ctx: Read,
  filter: JournalFilter,
  { after, size = 50 }: { readonly after?: string | undefined; readonly size?: number } = {},
): Promise<JournalPage> {
  const wanted = { ...filter, before: readBefore(after), size: size + 1 }
  const byDay = isByDay(filter)
  const asksMore = typeof filter.kind === 'string' || typeof filter.officerId === 'string'
  const hidden = asksMore ? [] : await (byDay ? hiddenRowsBetween(ctx, wanted) : hiddenRows(ctx, wanted))
  const rows = [...(await seenRows(ctx, wanted)), ...hidden].sort(
    (a, b) => (byDay ? b.datedOn.localeCompare(a.datedOn) : 0) || b.year - a.year || b.number - a.number,
  )
  const records = rows.slice(0, size)
  const last = records.at(-1)
  const next = rows.length > size && last !== undefined ? cursorOf(last, byDay) : null
  noteSeen(
    ctx,
    'journal',
    records.flatMap(({ marked }) => marked ?? []),
  )
  return { records: records.map(({ marked: _, ...row }) => ({ ...row, number: recordNumber(row) })), next }
}

function cursorOf(
  { datedOn, year, number }: { datedOn: string; year: number; number: number },
  byDay: boolean,
): string {
  return `${byDay ? `${datedOn}_` : ''}${year}_${number}`
}

const mostInAFile = 50_000

/** All that match, for a file: a thousand at a time, at most fifty thousand. */
export async function findAllOfJournal(ctx: Read, filter: JournalFilter): Promise<JournalRow[]> {
  const all: JournalRow[] = []
  let after: string | null = null
  do {
    const page: JournalPage = await listJournal(ctx, filter, { after: after ?? undefined, size: 1000 })
    all.push(...page.records)
    after = page.next
  } while (after !== null && all.length < mostInAFile)
  return all
}

async function seenRows(ctx: Read, wanted: Wanted) {
  const rows = await selectSeen(ctx, wanted).limit(wanted.size).execute()
  return (await unveil(ctx, rows)).map(({ year, number, direction: way, datedOn, caseId, inSecretCase, ...shown }) => ({
    ...{ year, number, direction: way, datedOn },
    marked: inSecretCase || (shown.isSecret && !shown.isWithheld) ? { caseId, recordId: shown.id } : null,
    shown,
  }))
}

function selectSeen(ctx: Read, wanted: Wanted) {
  const { authorityId, direction, kind = null, officerId = null, before, from, to } = wanted
  const byDay = isByDay(wanted)
  const rows = ctx.db
    .selectFrom('registry.records as r')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .select(['r.id', 'r.year', 'r.number', 'r.direction', 'r.kind', 'r.title', 'r.party', 'r.dated_on as datedOn'])
    .select(['r.is_secret as isSecret', 'r.struck_at as struckAt', 'c.reference_number as referenceNumber'])
    .select(['r.case_id as caseId', 'r.in_secret_case as inSecretCase'])
    .where('r.authority_id', '=', authorityId)
    .$if(direction !== null, (query) => query.where('r.direction', '=', direction ?? 'in'))
    .$if(kind !== null, (query) => query.where('r.kind', '=', kind ?? 'other'))
    .$if(officerId !== null, (query) =>
      query.where('c.authority_id', '=', authorityId).where('c.officer_id', '=', officerId),
    )
    .$if(typeof from === 'string', (query) => query.where('r.dated_on', '>=', from ?? ''))
    .$if(typeof to === 'string', (query) => query.where('r.dated_on', '<=', to ?? ''))
  const ordered = byDay
    ? rows
        .where(
          sql<boolean>`(r.dated_on, r.year, r.number) < (${before.day}::date, ${before.year}::int, ${before.number}::int)`,
        )
        .orderBy('r.dated_on', 'desc')
    : rows.where(sql<boolean>`(r.year, r.number) < (${before.year}::int, ${before.number}::int)`)
  return ordered.orderBy('r.year', 'desc').orderBy('r.number', 'desc')
}

type Hidden = { year: number; number: number; direction: Direction; datedOn: string }
const unshown = (rows: readonly Hidden[]) => rows.map((row) => ({ ...row, marked: null, shown: null }))

async function hiddenRows(ctx: Read, { authorityId, direction, before, size }: Wanted) {
  const { rows } = await sql<Hidden>`
    select year, number, direction, dated_on as "datedOn"
    from registry.hidden_rows(${authorityId}, ${before.year}, ${before.number}, ${size}, ${direction})`.execute(ctx.db)
  return unshown(rows)
}

async function hiddenRowsBetween(ctx: Read, { authorityId, direction, before, size, from, to }: Wanted) {
  const { rows } = await sql<Hidden>`
    select year, number, direction, dated_on as "datedOn"
    from registry.hidden_rows_between(${authorityId}, ${from ?? '0001-01-01'}, ${to ?? '9999-12-31'}, ${before.day},
      ${before.year}, ${before.number}, ${size}, ${direction})`.execute(ctx.db)
  return unshown(rows)
}
