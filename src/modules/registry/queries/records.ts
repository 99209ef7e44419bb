/** Records, their files and versions, and the ledger. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found, Invalid, NotFound } from '../../../kernel/errors.ts'
import { recordNumber, type LedgerEntry, type RecordFile, type RecordItem } from '../model.ts'
import { takeUploads, type Upload } from '../../../kernel/uploads.ts'
import { isUuid } from './cases.ts'

type RecordRow = Omit<RecordItem, 'files'>

function selectRecords(ctx: Read | Write) {
  return ctx.db
    .selectFrom('registry.records as r')
    .innerJoin('organisation.people as p', 'p.id', 'r.registered_by')
    .select([
      'r.id',
      'r.case_id as caseId',
      'r.authority_id as authorityId',
      'r.number',
      'r.year',
      'r.seq',
      'r.direction',
      'r.kind',
      'r.title',
      'r.party',
      'r.dated_on as datedOn',
      'r.origin_record_id as originRecordId',
      'r.registered_at as registeredAt',
      'p.name as registeredByName',
    ])
}

function selectFiles(ctx: Read | Write) {
  return ctx.db
    .selectFrom('registry.files as f')
    .select([
      'f.id',
      'f.record_id as recordId',
      'f.position',
      'f.version',
      'f.name',
      'f.media_type as mediaType',
      'f.sha256',
      'f.size',
      'f.added_at as addedAt',
    ])
}

/** The records with their files, in two statements however many they are. */
async function withFiles(ctx: Read | Write, records: readonly RecordRow[]): Promise<RecordItem[]> {
  if (records.length === 0) return []
  const ids = records.map((record) => record.id)
  const files = await selectFiles(ctx)
    .where('f.record_id', 'in', ids)
    .orderBy('f.position')
    .orderBy('f.version')
    .execute()
  const byRecord = Map.groupBy(files, (file) => file.recordId)
  return records.map((record) => ({ ...record, files: byRecord.get(record.id) ?? [] }))
}

/** Throws `NotFound`. */
export async function getRecord(ctx: Read | Write, recordId: string): Promise<RecordItem> {
  if (!isUuid(recordId)) throw new NotFound()
  const [record] = await withFiles(ctx, await selectRecords(ctx).where('r.id', '=', recordId).execute())
  return found(record)
}

/** A case's records in the order they were registered. */
export async function listRecords(ctx: Read | Write, caseId: string): Promise<RecordItem[]> {
  return withFiles(ctx, await selectRecords(ctx).where('r.case_id', '=', caseId).orderBy('r.seq').execute())
}

export async function countRecords(ctx: Read | Write, caseId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('registry.records')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return count
}

/** One version of a file. Throws `NotFound`. */
export async function getFile(ctx: Read | Write, fileId: string): Promise<RecordFile> {
  if (!isUuid(fileId)) throw new NotFound()
  return found(await selectFiles(ctx).where('f.id', '=', fileId).executeTakeFirst())
}

/** The case's ledger from the first entry on; `latest` gives only the last ones, still in order. */
export async function listLedger(
  ctx: Read | Write,
  caseId: string,
  { latest }: { readonly latest?: number } = {},
): Promise<LedgerEntry[]> {
  const rows = await ctx.db
    .selectFrom('registry.ledger')
    .select(['case_id as caseId', 'seq', 'at', 'person_id as personId', 'actor', 'event', 'facts', 'previous', 'hash'])
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .$if(latest !== undefined, (query) => query.limit(latest ?? 0))
    .execute()
  return rows.reverse().map((row) => ({ ...row, facts: factsOf(row.facts) }))
}

function factsOf(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null ? { ...stored } : {}
}

export type JournalRow = Pick<RecordItem, 'id' | 'year' | 'direction' | 'kind' | 'title' | 'party' | 'datedOn'> & {
  readonly number: string
  readonly referenceNumber: string
}
export type JournalPage = { readonly records: readonly JournalRow[]; readonly next: string | null }

/** An authority's records in the order of its registry, the latest first: `size` at a time, one statement. */
export async function listJournal(
  ctx: Read,
  { authorityId, direction }: { readonly authorityId: string; readonly direction: RecordItem['direction'] | null },
  { after, size = 50 }: { readonly after?: string | undefined; readonly size?: number } = {},
): Promise<JournalPage> {
  const [, year, number] = /^(\d{4})_(\d{1,9})$/.exec(after ?? '') ?? []
  const rows = await ctx.db
    .selectFrom('registry.records as r')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .select(['r.id', 'r.year', 'r.number', 'r.direction', 'r.kind', 'r.title', 'r.party', 'r.dated_on as datedOn'])
    .select('c.reference_number as referenceNumber')
    .where('r.authority_id', '=', authorityId)
    .$if(direction !== null, (query) => query.where('r.direction', '=', direction ?? 'in'))
    .$if(year !== undefined, (query) => query.where(sql<boolean>`(r.year, r.number) < (${year}::int, ${number}::int)`))
    .orderBy('r.year', 'desc')
    .orderBy('r.number', 'desc')
    .limit(size + 1)
    .execute()
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  const next = rows.length > size && last !== undefined ? `${last.year}_${last.number}` : null
  return { records: shown.map((row) => ({ ...row, number: recordNumber(row) })), next }
}

/** Files that came with a form that was refused, by the ids the form holds; what is not an id of the person's own is left out. */
export async function keptFilesOf(ctx: Read, sent: string | readonly string[] | undefined): Promise<Upload[]> {
  const ids = (typeof sent === 'string' ? [sent] : (sent ?? [])).filter(isUuid)
  if (ids.length === 0) return []
  return takeUploads(ctx, ids).catch((error: unknown) => {
    if (error instanceof Invalid) return []
    throw error
  })
}
