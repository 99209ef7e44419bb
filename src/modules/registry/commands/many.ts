/** Opening cases and registering records by the hundred, in a handful of statements: the same numbers, rules and ledger as one by one. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { found, Refused, refuseIf } from '../../../kernel/errors.ts'
import { insertRows } from '../../../kernel/rows.ts'
import {
  mediaTypeOf,
  obstaclesToRegistering,
  recordNumber,
  referenceNumber,
  type Case,
  type LinkKind,
} from '../model.ts'
import { text } from '../text.ts'
import { casesChanged, recordsChanged } from './changed.ts'
import { holdCounts, writeLedgers, type Entry } from './ledger.ts'
import { yearOf, type NewCase } from './open.ts'
import { checkFacts, isInSecretCase, type NewRecord } from './register.ts'
import type { Upload } from '../../../kernel/uploads.ts'

/** What a batch may open: today, and not secret from the start. */
export type PlainCase = Omit<NewCase, 'openedOn' | 'secrecy' | 'classId' | 'caseTypeId'>
/** What a batch may register: today, with files that are kept already, and not secret from the start. */
export type PlainRecord = Omit<NewRecord, 'datedOn' | 'secrecy' | 'files'> & { readonly files: readonly Upload[] }
export type OpenedCase = Pick<Case, 'id' | 'referenceNumber' | 'authorityId'>

type Series = { readonly authorityId: string; readonly count: number }

/**
 * The next numbers of many series, the first of each. Their rows are locked in the same order whoever asks, until the
 * transaction ends, so that none is skipped and none is used twice (B-16). A series begins at 0, as if it had been there.
 */
async function takeNumbers(
  ctx: Write,
  kind: 'case' | 'record',
  wanted: readonly Series[],
): Promise<Map<string, number>> {
  const year = yearOf(today(ctx))
  const ids = wanted.map(({ authorityId }) => authorityId)
  const counts = wanted.map(({ count }) => count)
  await sql`insert into registry.series (authority_id, year, kind, last)
    select id, ${year}::int, ${kind}, 0 from unnest(${ids}::uuid[]) as id order by id on conflict do nothing`.execute(
    ctx.db,
  )
  const { rows } = await sql<{ authorityId: string; last: number }>`
    with held as (
      select s.authority_id, w.count from registry.series s
      join unnest(${ids}::uuid[], ${counts}::int[]) as w (id, count) on w.id = s.authority_id
      where s.year = ${year}::int and s.kind = ${kind} order by s.authority_id for update of s)
    update registry.series s set last = s.last + held.count from held
    where s.authority_id = held.authority_id and s.year = ${year}::int and s.kind = ${kind}
    returning s.authority_id as "authorityId", s.last`.execute(ctx.db)
  const count = new Map(wanted.map((one) => [one.authorityId, one.count]))
  return new Map(rows.map(({ authorityId, last }) => [authorityId, last - (count.get(authorityId) ?? 0) + 1]))
}

function countsBy<T>(things: readonly T[], of: (thing: T) => string): Series[] {
  const groups = Map.groupBy(things, of)
  return [...groups].map(([authorityId, members]) => ({ authorityId, count: members.length }))
}

/** Hands out the numbers one after the other, series by series. */
function numbering(first: ReadonlyMap<string, number>): (authorityId: string) => number {
  const next = new Map(first)
  return (authorityId) => {
    const number = found(next.get(authorityId))
    next.set(authorityId, number + 1)
    return number
  }
}

/**
 * Opens many cases today, each under the next number of its authority, in the order given. The calling command has asked whether
 * it may. Throws `Refused` when a format gives a number that is taken.
 */
export async function openCases(ctx: Write, news: readonly PlainCase[]): Promise<OpenedCase[]> {
  if (news.length === 0) return []
  const rows = await numberedCases(ctx, news)
  await refuseTaken(
    ctx,
    rows.map((row) => row.reference_number),
  )
  await insertRows(ctx, 'registry.cases', { rows })
  await writeLedgers(ctx, rows.map(openedEntry))
  await casesChanged(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ id: row.id, referenceNumber: row.reference_number, authorityId: row.authority_id }))
}

async function numberedCases(ctx: Write, news: readonly PlainCase[]) {
  const day = today(ctx)
  const year = yearOf(day)
  const formats = await formatsOf(ctx, news)
  const numberAt = numbering(
    await takeNumbers(
      ctx,
      'case',
      countsBy(news, ({ authorityId }) => authorityId),
    ),
  )
  return news.map((one) => {
    const number = numberAt(one.authorityId)
    const { prefix, format } = found(formats.get(one.authorityId))
    return {
      id: randomUUID(),
      authority_id: one.authorityId,
      ...{ year, number, reference_number: referenceNumber(format, { prefix, year, n: number }) },
      kind: one.kind ?? ('matter' as const),
      title: one.title,
      opened_on: day,
      officer_id: one.officerId ?? null,
      counterpart: one.counterpart ?? null,
      due_on: one.dueOn ?? null,
      due_source: one.dueSource ?? null,
      opened_by: actingPerson(ctx),
    }
  })
}

function openedEntry(row: Awaited<ReturnType<typeof numberedCases>>[number]): Entry {
  const { id: caseId, reference_number: number, title, kind, due_on: dueOn } = row
  return { caseId, event: 'case.opened', facts: { referenceNumber: number, title, kind, dueOn } }
}

async function formatsOf(ctx: Write, news: readonly PlainCase[]) {
  const authorities = await ctx.db
    .selectFrom('organisation.authorities')
    .select(['id', 'prefix', 'number_format as format'])
    .where('id', 'in', [...new Set(news.map(({ authorityId }) => authorityId))])
    .execute()
  return new Map(authorities.map(({ id, ...rest }) => [id, rest]))
}

/** Where an import has brought a number that the series comes to only now. */
async function refuseTaken(ctx: Write, numbers: readonly string[]): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select reference_number as number from registry.cases where reference_number = any (${[...numbers]}::text[])`.execute(
    ctx.db,
  )
  if (rows.length > 0) throw new Refused(rows.map(({ number }) => text.obstacle.numberTaken(number)))
}

/** Links each of these cases to another; the histories of both say so. They are new, and linked to nothing. */
export async function linkMany(
  ctx: Write,
  cases: readonly OpenedCase[],
  { to, kind }: { readonly to: Pick<Case, 'id' | 'referenceNumber'>; readonly kind: LinkKind },
): Promise<void> {
  const ids = cases.map(({ id }) => id)
  await sql`insert into registry.links (case_id, other_case_id, kind)
    select id, ${to.id}::uuid, ${kind} from unnest(${ids}::uuid[]) as id`.execute(ctx.db)
  const entry = (caseId: string, other: Pick<Case, 'id' | 'referenceNumber'>): Entry => ({
    caseId,
    event: 'case.linked',
    facts: { otherCaseId: other.id, referenceNumber: other.referenceNumber, kind },
  })
  await writeLedgers(
    ctx,
    cases.flatMap((one) => [entry(one.id, to), entry(to.id, one)]),
  )
}

type Place = Pick<Case, 'id' | 'authorityId' | 'state'> & { readonly lastSeq: number }

async function placesOf(ctx: Write, records: readonly PlainRecord[]): Promise<Map<string, Place>> {
  const ids = [...new Set(records.map(({ caseId }) => caseId))]
  const { rows } = await sql<Place>`
    select c.id, c.authority_id as "authorityId", c.state,
      greatest(
        (select coalesce(max(r.seq), 0) from registry.records r where r.case_id = c.id),
        (select coalesce(max(v.seq), 0) from registry.moves v where v.from_case_id = c.id)) as "lastSeq"
    from registry.cases c where c.id = any (${ids}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Registers many records today, each under the next number of its authority, in the order given; gives their ids in the same
 * order. Throws `Invalid` for a missing party, `Refused` when a case is closed and nothing came in.
 */
export async function registerRecords(ctx: Write, records: readonly PlainRecord[]): Promise<string[]> {
  if (records.length === 0) return []
  const day = today(ctx)
  await holdCounts(ctx, [...new Set(records.map(({ caseId }) => caseId))])
  const places = await placesOf(ctx, records)
  for (const record of records) {
    checkFacts(record, { datedOn: day, today: day })
    refuseIf(obstaclesToRegistering(found(places.get(record.caseId)), record.direction))
  }
  const rows = await numbered(ctx, records, places)
  const reckoned = { in_secret_case: isInSecretCase(sql.ref('n.case_id')) }
  await insertRows(ctx, 'registry.records', { rows, reckoned })
  await keepFiles(ctx, records, rows)
  await writeLedgers(
    ctx,
    rows.map((row, index) => registered(row, found(records[index]))),
  )
  await recordsChanged(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id }) => id)
}

async function numbered(ctx: Write, records: readonly PlainRecord[], places: ReadonlyMap<string, Place>) {
  const authorityOf = ({ caseId }: PlainRecord) => found(places.get(caseId)).authorityId
  const numberAt = numbering(await takeNumbers(ctx, 'record', countsBy(records, authorityOf)))
  const seqs = new Map([...places].map(([id, { lastSeq }]) => [id, lastSeq]))
  return records.map((record) => {
    const seq = (seqs.get(record.caseId) ?? 0) + 1
    seqs.set(record.caseId, seq)
    const { caseId, direction, kind, title, party = null, originRecordId = null } = record
    return {
      id: randomUUID(),
      case_id: caseId,
      authority_id: authorityOf(record),
      year: yearOf(today(ctx)),
      number: numberAt(authorityOf(record)),
      ...{ seq, direction, kind, title, party },
      dated_on: today(ctx),
      origin_record_id: originRecordId,
      registered_at: ctx.now,
      registered_by: actingPerson(ctx),
    }
  })
}

type Row = Awaited<ReturnType<typeof numbered>>[number]

function registered(row: Row, { files }: PlainRecord): Entry {
  const { id: recordId, case_id: caseId, direction, kind, title, party, dated_on: datedOn } = row
  const names = files.map(({ name }) => name)
  const facts = { recordId, number: recordNumber(row), direction, kind, title, party, files: names, datedOn }
  return { caseId, event: 'record.registered', facts }
}

async function keepFiles(ctx: Write, records: readonly PlainRecord[], rows: readonly Row[]): Promise<void> {
  const files = records.flatMap((record, at) =>
    record.files.map(({ name, mediaType, sha256, size }, index) => ({
      id: randomUUID(),
      record_id: found(rows[at]).id,
      position: index + 1,
      version: 1,
      ...{ name, media_type: mediaTypeOf(name, mediaType), sha256, size },
      added_at: ctx.now,
      added_by: actingPerson(ctx),
    })),
  )
  await insertRows(ctx, 'registry.files', { rows: files })
}
