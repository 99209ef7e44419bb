/** Records, their files and versions, and the ledger. */

import type { Read, Write } from '../../../kernel/context.ts'
import { found, Invalid, NotFound } from '../../../kernel/errors.ts'
import { swedishDay } from '../../../kernel/time.ts'
import type { Case, LedgerEntry, RecordFile, RecordItem } from '../model.ts'
import { takeUploads, type Upload } from '../../../kernel/uploads.ts'
import { text } from '../text.ts'
import { isUuid } from './cases.ts'
import { noteReading, unveil, type Unveiled } from './unveil.ts'

type RecordRow = Omit<RecordItem, 'files' | keyof Unveiled> & { readonly inSecretCase: boolean }

function selectRecords(ctx: Read | Write) {
  return ctx.db
    .selectFrom('registry.records as r')
    .leftJoin('organisation.people as p', 'p.id', 'r.registered_by')
    .select(['r.is_secret as isSecret', 'r.in_secret_case as inSecretCase', 'r.struck_at as struckAt'])
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
    ])
    .select((row) => row.fn.coalesce('p.name', row.val(text.record.transferred)).as('registeredByName'))
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

/** The records with their files, in two statements however many they are; three where any is marked. */
async function withFiles(ctx: Read | Write, rows: readonly RecordRow[]): Promise<RecordItem[]> {
  const records = await unveil(ctx, rows)
  if (records.length === 0) return []
  const ids = records.map((record) => record.id)
  const files = await selectFiles(ctx)
    .where('f.record_id', 'in', ids)
    .orderBy('f.position')
    .orderBy('f.version')
    .execute()
  const byRecord = Map.groupBy(files, (file) => file.recordId)
  return records.map(({ inSecretCase: _, ...record }) => ({ ...record, files: byRecord.get(record.id) ?? [] }))
}

/** What is marked and read as itself is noted. Throws `NotFound`. */
export async function getRecord(ctx: Read | Write, recordId: string): Promise<RecordItem> {
  if (!isUuid(recordId)) throw new NotFound()
  const rows = await selectRecords(ctx).where('r.id', '=', recordId).execute()
  const [record] = await withFiles(ctx, rows)
  const { caseId, isSecret, isWithheld } = found(record)
  if ((isSecret && !isWithheld) || rows[0]?.inSecretCase === true) noteReading(ctx, { caseId, recordId })
  return found(record)
}

/** The same, held until the transaction ends. Who locks cases too locks them first. Another authority's is read but not held. */
export async function lockRecord(ctx: Write, recordId: string): Promise<RecordItem> {
  await ctx.db.selectFrom('registry.records').select('id').where('id', '=', recordId).forUpdate().execute()
  return getRecord(ctx, recordId)
}

/**
 * Holds records that something is to hang on until the transaction ends: nobody moves or strikes one meanwhile. Held before they
 * are read and looked at. Another authority's are not held.
 */
export async function holdRecords(ctx: Write, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return
  await ctx.db
    .selectFrom('registry.records')
    .select('id')
    .where('id', 'in', recordIds)
    .orderBy('id')
    .forShare()
    .execute()
}

/** A case's records in the order they were registered. Where any that is marked is shown as itself, that is noted. */
export async function listRecords(ctx: Read | Write, caseId: string): Promise<RecordItem[]> {
  const rows = await selectRecords(ctx).where('r.case_id', '=', caseId).orderBy('r.seq').execute()
  const records = await withFiles(ctx, rows)
  if (records.some(({ isSecret, isWithheld }) => isSecret && !isWithheld)) noteReading(ctx, { caseId })
  return records
}

/** Those that can be chosen for a paper, an agenda or a referral: not what is struck. */
export async function listStandingRecords(ctx: Read | Write, caseId: string): Promise<RecordItem[]> {
  return (await listRecords(ctx, caseId)).filter(({ struckAt }) => struckAt === null)
}

export async function countRecords(ctx: Read | Write, caseId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('registry.records')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return count
}

/** One version of a file; what is marked is noted. Throws `NotFound`. */
export async function getFile(ctx: Read | Write, fileId: string): Promise<RecordFile> {
  if (!isUuid(fileId)) throw new NotFound()
  const row = await selectFiles(ctx)
    .innerJoin('registry.records as r', 'r.id', 'f.record_id')
    .select(['r.case_id as caseId', 'r.is_secret as isSecret', 'r.in_secret_case as inSecretCase'])
    .where('f.id', '=', fileId)
    .executeTakeFirst()
  const { caseId, isSecret, inSecretCase, ...file } = found(row)
  if (isSecret || inSecretCase) noteReading(ctx, { caseId, recordId: file.recordId, fileId })
  return file
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

/** The ISO day when the one who has the case got it; null where nobody has it, or it was so from the first. */
export async function assignedOn(ctx: Read, { id, officerId }: Case): Promise<string | null> {
  if (officerId === null) return null
  const row = await ctx.db
    .selectFrom('registry.ledger')
    .select('at')
    .where('case_id', '=', id)
    .where('event', '=', 'case.assigned')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : swedishDay(row.at)
}

function factsOf(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null ? { ...stored } : {}
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
