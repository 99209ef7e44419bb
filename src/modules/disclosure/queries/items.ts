/** The records that are asked for, as the actor may see them, and where more are found. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { currentFiles, getCase, noteReading, readNumber, recordNumber, type RecordFile } from '../../registry/index.ts'
import type { Item, Part } from '../model/item.ts'
import { patterns, type Masks, type Pattern } from '../model/mask.ts'

/** Whether the actor may read what is marked in the record. What is not marked, everyone may. */
const isReadable = sql<boolean>`(not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id))`
/** By which provision it is marked, itself or its whole case. */
const marking = sql<string | null>`(
  select m.provision from registry.markings m
  where m.case_id = r.case_id and (m.record_id = r.id or m.record_id is null) and m.lifted_at is null limit 1)`

function selectItems(ctx: Read | Write) {
  return ctx.db
    .selectFrom('disclosure.items as i')
    .innerJoin('registry.records as r', 'r.id', 'i.record_id')
    .innerJoin('registry.cases as c', 'c.id', 'i.case_id')
    .leftJoin('organisation.people as p', 'p.id', 'i.assessed_by')
    .select([
      'i.id',
      'i.request_id as requestId',
      'i.authority_id as authorityId',
      'i.case_id as caseId',
      'c.reference_number as caseNumber',
      'i.record_id as recordId',
      'r.year',
      'r.number',
      'r.title',
      'r.dated_on as datedOn',
      'r.struck_at as struckAt',
      'i.was_marked as wasMarked',
      'r.in_secret_case as inSecretCase',
      'i.outcome',
      'i.provision',
      'i.reason',
      'i.assessed_at as assessedAt',
      'p.name as assessedByName',
      'i.given_at as givenAt',
      sql<boolean>`(r.is_secret or r.in_secret_case)`.as('isMarked'),
      isReadable.as('isReadable'),
      marking.as('markedBy'),
    ])
}

type Row = Omit<Item, 'recordNumber' | 'files' | 'parts'> & { readonly year: number; readonly number: number }

/** With files and parts: three statements, however many records. */
async function whole(ctx: Read | Write, rows: readonly Row[]): Promise<Item[]> {
  if (rows.length === 0) return []
  const files = await filesOf(ctx, rows)
  const parts = await partsOf(ctx, rows)
  return rows.map(({ year, number, ...row }) => ({
    ...row,
    recordNumber: recordNumber({ year, number }),
    files: currentFiles(files.get(row.recordId) ?? []),
    parts: parts.get(row.id) ?? [],
  }))
}

async function filesOf(ctx: Read | Write, rows: readonly Row[]): Promise<Map<string, RecordFile[]>> {
  const files = await ctx.db
    .selectFrom('registry.files')
    .select(['id', 'record_id as recordId', 'position', 'version', 'name', 'media_type as mediaType', 'sha256', 'size'])
    .select('added_at as addedAt')
    .where(
      'record_id',
      'in',
      rows.map(({ recordId }) => recordId),
    )
    .execute()
  return Map.groupBy(files, ({ recordId }) => recordId)
}

async function partsOf(ctx: Read | Write, rows: readonly Row[]): Promise<Map<string, Part[]>> {
  const parts = await ctx.db
    .selectFrom('disclosure.parts as t')
    .innerJoin('organisation.people as p', 'p.id', 't.made_by')
    .select(['t.id', 't.item_id as itemId', 't.file_id as fileId', 't.way', 't.name', 't.media_type as mediaType'])
    .select(['t.sha256', 't.size', 't.original_sha256 as originalSha256', 't.provision', 't.made_at as madeAt'])
    .select('p.name as madeByName')
    .where(
      't.item_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return Map.groupBy(parts, ({ itemId }) => itemId)
}

/** In the order of their numbers, in the words of the diary. A record that is hidden from the actor is not among them. */
export async function listItems(ctx: Read | Write, requestId: string): Promise<Item[]> {
  const rows = await selectItems(ctx)
    .where('i.request_id', '=', requestId)
    .orderBy('r.year')
    .orderBy('r.number')
    .execute()
  const hidden = rows.filter(({ inSecretCase }) => inSecretCase)
  for (const caseId of new Set(hidden.map((row) => row.caseId))) await getCase(ctx, caseId)
  return whole(ctx, rows)
}

/** Throws `NotFound`. */
export async function getItem(ctx: Read | Write, itemId: string): Promise<Item> {
  const [item] = await whole(ctx, await selectItems(ctx).where('i.id', '=', itemId).execute())
  return found(item)
}

/** A part with bytes to send. What is marked and not cut out of it is noted as read. Throws `NotFound`. */
export async function getPart(ctx: Read, requestId: string, partId: string): Promise<Part> {
  const part = await ctx.db
    .selectFrom('disclosure.parts as t')
    .innerJoin('disclosure.items as i', 'i.id', 't.item_id')
    .select('i.id')
    .where('t.id', '=', partId)
    .where('i.request_id', '=', requestId)
    .executeTakeFirst()
  const item = await getItem(ctx, found(part).id)
  const copy = found(item.parts.find(({ id }) => id === partId))
  if (item.inSecretCase || (item.isMarked && copy.way === 'whole'))
    noteReading(ctx, { caseId: item.caseId, recordId: item.recordId, fileId: copy.fileId })
  return copy
}

export type SavedMasks = Masks & { readonly textHash: string }

/** What was chosen to be masked in a file, for who may read the file. */
export async function findMasks(ctx: Read | Write, itemId: string, fileId: string): Promise<SavedMasks | null> {
  const row = await ctx.db
    .selectFrom('disclosure.masks')
    .select(['text_sha256 as textHash', 'lines', 'words', 'patterns'])
    .where('item_id', '=', itemId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { ...row, patterns: row.patterns.filter(isPattern) }
}

function isPattern(word: string): word is Pattern {
  return patterns.some((pattern) => pattern === word)
}

export type Choosable = {
  readonly recordId: string
  readonly caseId: string
  readonly caseNumber: string
  readonly recordNumber: string
  readonly title: string
  readonly datedOn: string
  readonly struckAt: Date | null
  readonly inSecretCase: boolean
  readonly isMarked: boolean
  readonly markedBy: string | null
}

/** The records of the case that a number means, whether it is the case's or a record's. At most 500, at the authority. */
export async function findChoosable(ctx: Read | Write, authorityId: string, asked: string): Promise<Choosable[]> {
  const caseId = (await caseOfRecord(ctx, authorityId, asked)) ?? (await caseOfNumber(ctx, authorityId, asked))
  if (caseId === null) return []
  await getCase(ctx, caseId) // that somebody reads in a marked case is noted there
  return choosable(await selectChoosable(ctx).where('r.case_id', '=', caseId).orderBy('r.seq').limit(500).execute())
}

/** Those of these records that the authority has and the actor may know of. */
export async function listChoosable(
  ctx: Read | Write,
  authorityId: string,
  recordIds: readonly string[],
): Promise<Choosable[]> {
  if (recordIds.length === 0) return []
  return choosable(
    await selectChoosable(ctx).where('r.authority_id', '=', authorityId).where('r.id', 'in', recordIds).execute(),
  )
}

function selectChoosable(ctx: Read | Write) {
  return ctx.db
    .selectFrom('registry.records as r')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .select(['r.id as recordId', 'r.case_id as caseId', 'c.reference_number as caseNumber', 'r.year', 'r.number'])
    .select([
      'r.title',
      'r.dated_on as datedOn',
      'r.struck_at as struckAt',
      'r.in_secret_case as inSecretCase',
      sql<boolean>`(r.is_secret or r.in_secret_case)`.as('isMarked'),
      marking.as('markedBy'),
    ])
}

type ChoosableRow = Omit<Choosable, 'recordNumber'> & { readonly year: number; readonly number: number }

function choosable(rows: readonly ChoosableRow[]): Choosable[] {
  return rows.map(({ year, number, ...row }) => ({ ...row, recordNumber: recordNumber({ year, number }) }))
}

/** '2026:17' is a record's number in the authority's registry. */
async function caseOfRecord(ctx: Read | Write, authorityId: string, asked: string): Promise<string | null> {
  const [, year, number] = /^\s*(\d{4}):(\d{1,9})\s*$/.exec(asked) ?? []
  if (year === undefined || number === undefined) return null
  const row = await ctx.db
    .selectFrom('registry.records')
    .select('case_id as caseId')
    .where('authority_id', '=', authorityId)
    .where('year', '=', Number(year))
    .where('number', '=', Number(number))
    .executeTakeFirst()
  return row?.caseId ?? null
}

/** A case however its number is written; of several years the latest. */
async function caseOfNumber(ctx: Read | Write, authorityId: string, asked: string): Promise<string | null> {
  const number = readNumber(asked)
  const row = await ctx.db
    .selectFrom('registry.cases as c')
    .select('c.id')
    .where('c.authority_id', '=', authorityId)
    .where((on) =>
      on.or([
        on('c.reference_number', '=', asked.trim()),
        ...(number === null
          ? []
          : [
              on.and([
                on('c.number', '=', number.n),
                ...(number.year === null ? [] : [on('c.year', '=', number.year)]),
              ]),
            ]),
      ]),
    )
    .orderBy('c.year', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
