/** Registering a record (diarieföring): its number, its facts and its files, in the case where it belongs. */

import { randomUUID } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { together } from '../../../kernel/together.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import {
  isDayToCome,
  mediaTypeOf,
  obstaclesToRegistering,
  publicWords,
  recordNumber,
  type Case,
  type Direction,
  type RecordFile,
  type NewMarking,
  type RecordItem,
  type RecordKind,
} from '../model.ts'
import { getCase, getRecord, nextSeq, sayTwins, twinsOf } from '../queries.ts'
import { text } from '../text.ts'
import { recordsChanged } from './changed.ts'
import { holdCount, writeLedger } from './ledger.ts'
import { checkProvision, markRecord } from './marking.ts'
import { numberTaken, yearOf } from './open.ts'

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
  /** Marks the record from the first moment, so that it never stands open. */
  readonly secrecy?: NewMarking
}

/**
 * Registers a record in a case under the next number of the authority's registry, keeps its files, and writes it in the
 * ledger. The calling command has asked whether it may. Throws `Invalid` for a day ahead, a missing party or a marking
 * without a provision, `Refused` when the case is closed and nothing came in.
 */
export async function registerRecord(ctx: Write, record: NewRecord): Promise<RecordItem> {
  const theCase = await getCase(ctx, record.caseId)
  const datedOn = record.datedOn ?? today(ctx)
  checkFacts(record, { datedOn, today: today(ctx) })
  refuseIf(obstaclesToRegistering(theCase, record.direction))
  if (record.secrecy !== undefined) checkProvision(record.secrecy.provision, 'secrecy.provision')
  const registered = await insertRecord(ctx, theCase, { ...record, datedOn })
  const whole = { ...registered, files: await keepFiles(ctx, registered.id, record.files) }
  const { id, direction, kind } = whole
  const facts = { recordId: id, number: recordNumber(whole), direction, kind, ...openFacts(record), datedOn }
  const said = writeLedger(ctx, theCase.id, 'record.registered', facts)
  if (record.secrecy === undefined) {
    await together([said, recordsChanged(ctx, [id])]) // others wait for the number until this is over
    return whole
  }
  await said
  await markRecord(ctx, whole, record.secrecy)
  return getRecord(ctx, id)
}

/** What the history says of a record: of one that is secret from the start, only what everybody may see. */
function openFacts(record: NewRecord): { title: string; party: string | null; files: string[] } {
  const real = { title: record.title, party: record.party ?? null }
  if (record.secrecy !== undefined) return { ...publicWords(real, record.secrecy), files: [] }
  return { ...real, files: record.files.map((file) => file.name) }
}

/** Throws `Invalid` for a day ahead (B-17, B-18) and for a missing party of what comes in or goes out (OSL 5:2, B-05). */
export function checkFacts(
  record: Pick<NewRecord, 'direction' | 'party'>,
  days: { readonly datedOn: string; readonly today: string },
): void {
  const wrong = wrongFacts(record, days)
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

function wrongFacts(
  { direction, party }: Pick<NewRecord, 'direction' | 'party'>,
  { datedOn, today: day }: { readonly datedOn: string; readonly today: string },
): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (isDayToCome(datedOn, day)) wrong['datedOn'] = text.invalid.dayToCome
  if (direction !== 'internal' && !party) {
    wrong['party'] = direction === 'in' ? text.invalid.noSender : text.invalid.noRecipient
  }
  return wrong
}

/** Throws `Invalid`, at the tick that lets them in anyway, for files that are in the authority's registry already. */
export async function refuseTwins(ctx: Write, authorityId: string, files: readonly Upload[]): Promise<void> {
  const twins = await twinsOf(ctx, authorityId, files)
  if (twins.length > 0) throw new Invalid({ acceptDuplicates: sayTwins(twins) })
}

type Sent = Pick<NewRecord, 'direction' | 'party'> & {
  readonly datedOn: string | null
  readonly acceptDuplicates: boolean
}

/** What a door asks of a record that somebody sends: its facts, and that no file of it is here already unless that is meant. */
export async function checkSent(
  ctx: Write,
  sent: Sent,
  { authorityId, files }: { readonly authorityId: string; readonly files: readonly Upload[] },
): Promise<void> {
  const wrong = wrongFacts(sent, { datedOn: sent.datedOn ?? today(ctx), today: today(ctx) })
  const twins = sent.acceptDuplicates ? [] : await twinsOf(ctx, authorityId, files)
  if (twins.length > 0) wrong['acceptDuplicates'] = sayTwins(twins)
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

type Registered = Omit<RecordItem, 'files'>

async function insertRecord(ctx: Write, theCase: Case, record: NewRecord & { datedOn: string }): Promise<Registered> {
  await holdCount(ctx, theCase.id)
  const { direction, kind, title, party = null, datedOn, originRecordId = null } = record
  const year = yearOf(today(ctx))
  const place = { caseId: theCase.id, authorityId: theCase.authorityId, year }
  const facts = { direction, kind, title, party, datedOn, originRecordId, registeredAt: ctx.now }
  const row = await ctx.db
    .with('taken', () => numberTaken(ctx, { authorityId: theCase.authorityId, year, kind: 'record' }))
    .insertInto('registry.records')
    .values({
      case_id: theCase.id,
      authority_id: theCase.authorityId,
      ...{
        year,
        number: sql<number>`(select last from taken)`,
        seq: nextSeq(theCase.id),
        direction,
        kind,
        title,
        party,
      },
      dated_on: datedOn,
      origin_record_id: originRecordId,
      in_secret_case: isInSecretCase(sql`${theCase.id}::uuid`),
      registered_at: ctx.now,
      registered_by: actingPerson(ctx),
    })
    .returning(['id', 'seq', 'number'])
    .executeTakeFirstOrThrow()
  const open = { struckAt: null, isSecret: false, marking: null, isWithheld: false }
  return { ...row, ...place, ...facts, ...open, registeredByName: ctx.actor.name }
}

/** As the case is now that it is held: it may have been marked while one waited for it. */
export function isInSecretCase(caseId: RawBuilder<unknown>) {
  return sql<boolean>`coalesce((select c.is_secret from registry.cases c where c.id = ${caseId}), true)`
}

type Place = { readonly recordId: string; readonly position: number; readonly version: number }

async function keepFiles(ctx: Write, recordId: string, files: readonly NewFile[]): Promise<RecordFile[]> {
  const kept: RecordFile[] = []
  for (const [index, file] of files.entries())
    kept.push(await keepBytes(ctx, file, { recordId, position: index + 1, version: 1 }))
  await noteFiles(ctx, kept)
  return kept
}

/** Keeps the bytes under their hash and notes the version; nothing is ever overwritten. */
export async function keepVersion(ctx: Write, file: NewFile, place: Place): Promise<RecordFile> {
  const kept = await keepBytes(ctx, file, place)
  await noteFiles(ctx, [kept])
  return kept
}

async function keepBytes(ctx: Write, file: NewFile, place: Place): Promise<RecordFile> {
  const { sha256, size } = 'bytes' in file ? await ctx.files.keep(file.bytes) : file
  const id = randomUUID() // not from the store: who adds a file to a secret record may have no need to read it
  const { name } = file
  return { id, ...place, name, mediaType: mediaTypeOf(name, file.mediaType), sha256, size, addedAt: ctx.now }
}

async function noteFiles(ctx: Write, files: readonly RecordFile[]): Promise<void> {
  if (files.length === 0) return
  const rows = files.map(({ recordId, mediaType, addedAt, ...file }) => ({
    ...file,
    record_id: recordId,
    media_type: mediaType,
    added_at: addedAt,
    added_by: actingPerson(ctx),
  }))
  await ctx.db.insertInto('registry.files').values(rows).execute()
}
