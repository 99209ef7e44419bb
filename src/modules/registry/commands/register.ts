/** Registering a record (diarieföring): its number, its facts and its files, in the case where it belongs. */

import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import {
  isDayToCome,
  mediaTypeOf,
  obstaclesToRegistering,
  recordNumber,
  type Case,
  type Direction,
  type RecordItem,
  type RecordKind,
} from '../model.ts'
import { getCase, getRecord } from '../queries.ts'
import { text } from '../text.ts'
import { holdCount, writeLedger } from './ledger.ts'
import { takeNumber, yearOf } from './open.ts'

/** Bytes that the system made itself, or a file that somebody sent before. */
export type NewFile = Upload | { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

export type NewRecord = {
  readonly caseId: string
  readonly direction: Direction
  readonly kind: RecordKind
  readonly title: string
  /** Sender or recipient; must be there for what comes in or goes out (OSL 5:2). */
  readonly party?: string | null
  /** The ISO day it came in, went out or was drawn up; today if not given. */
  readonly datedOn?: string
  readonly originRecordId?: string | null
  readonly files: readonly NewFile[]
}

/**
 * Registers a record in a case under the next number of the authority's registry, keeps its files, and writes it in the
 * ledger. The calling command has asked whether it may. Throws `Invalid` for a day ahead or a missing party, `Refused` when
 * the case is closed and nothing came in.
 */
export async function registerRecord(ctx: Write, record: NewRecord): Promise<RecordItem> {
  const theCase = await getCase(ctx, record.caseId)
  const datedOn = record.datedOn ?? today(ctx)
  checkFacts(record, { datedOn, today: today(ctx) })
  refuseIf(obstaclesToRegistering(theCase, record.direction))
  const { id, number } = await insertRecord(ctx, theCase, { ...record, datedOn })
  await keepFiles(ctx, id, record.files)
  await writeLedger(ctx, theCase.id, 'record.registered', {
    recordId: id,
    number,
    direction: record.direction,
    kind: record.kind,
    title: record.title,
    party: record.party ?? null,
    datedOn,
    files: record.files.map((file) => file.name),
  })
  return getRecord(ctx, id)
}

function checkFacts(record: NewRecord, days: { datedOn: string; today: string }): void {
  const wrong: Record<string, string> = {}
  if (isDayToCome(days.datedOn, days.today)) wrong['datedOn'] = text.invalid.dayToCome
  if (record.direction !== 'internal' && !record.party) {
    wrong['party'] = record.direction === 'in' ? text.invalid.noSender : text.invalid.noRecipient
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

async function insertRecord(
  ctx: Write,
  theCase: Case,
  record: NewRecord & { datedOn: string },
): Promise<{ id: string; number: string }> {
  await holdCount(ctx, theCase.id)
  const year = yearOf(today(ctx))
  const number = await takeNumber(ctx, { authorityId: theCase.authorityId, year, kind: 'record' })
  const { id } = await ctx.db
    .insertInto('registry.records')
    .values({
      case_id: theCase.id,
      authority_id: theCase.authorityId,
      year,
      number,
      seq: await nextSeq(ctx, theCase.id),
      direction: record.direction,
      kind: record.kind,
      title: record.title,
      party: record.party ?? null,
      dated_on: record.datedOn,
      origin_record_id: record.originRecordId ?? null,
      registered_at: ctx.now,
      registered_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, number: recordNumber({ year, number }) }
}

async function nextSeq(ctx: Write, caseId: string): Promise<number> {
  const { last } = await ctx.db
    .selectFrom('registry.records')
    .select((row) => row.fn.max('seq').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

async function keepFiles(ctx: Write, recordId: string, files: readonly NewFile[]): Promise<void> {
  for (const [index, file] of files.entries())
    await keepVersion(ctx, file, { recordId, position: index + 1, version: 1 })
}

/** Keeps the bytes under their hash and notes the version; nothing is ever overwritten. Gives the file's id. */
export async function keepVersion(
  ctx: Write,
  file: NewFile,
  place: { readonly recordId: string; readonly position: number; readonly version: number },
): Promise<string> {
  const { sha256, size } = 'bytes' in file ? await ctx.files.keep(file.bytes) : file
  const { id } = await ctx.db
    .insertInto('registry.files')
    .values({
      record_id: place.recordId,
      position: place.position,
      version: place.version,
      name: file.name,
      media_type: mediaTypeOf(file.name, file.mediaType),
      sha256,
      size,
      added_at: ctx.now,
      added_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
