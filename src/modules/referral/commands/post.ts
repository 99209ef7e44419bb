/** What passes between two authorities: the same files, registered on both sides (B-15). */

import { sql } from 'kysely'
import type { Write } from '../../../kernel/context.ts'
import type { Enclosure } from '../../../kernel/post.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { paperFiles, type Paper } from '../../../kernel/documents/index.ts'
import type { OutsideNews, OutsideSent } from '../model/slots.ts'
import type { Recipient } from '../model.ts'
import { currentFiles, registerRecord, type NewFile, type RecordItem, type RecordKind } from '../../registry/index.ts'

/**
 * Holds the authorities between which something passes, always in the same order, so that two that send to each other at the
 * same moment wait instead of stopping each other. Their number series are taken within.
 */
export async function holdAuthorities(ctx: Write, authorityIds: readonly string[]): Promise<void> {
  const ids = [...new Set(authorityIds)].sort()
  await sql`select pg_advisory_xact_lock(hashtextextended('referral.post:' || id, 0)) from unnest(${ids}::text[]) as id`.execute(
    ctx.db,
  )
}

/** A paper as PDF and Word, kept once under its hash however many records it becomes part of. */
export async function keepPaper(ctx: Write, paper: Paper, name: string): Promise<Upload[]> {
  const made = await paperFiles(paper, name)
  return Promise.all(made.map(async ({ bytes, ...file }) => ({ id: '', ...file, ...(await ctx.files.keep(bytes)) })))
}

/** The files of a record as they are now, to be part of another record without being copied. */
export function filesOf(record: RecordItem): Upload[] {
  return currentFiles(record.files).map(({ id, name, mediaType, sha256, size }) => ({
    id,
    name,
    mediaType,
    sha256,
    size,
  }))
}

/** A file name from a title: no signs that a file system minds. A title of nothing else gives a word. */
export function fileName(title: string): string {
  const name = title
    .replaceAll(/["*?<>]+|[\\/:|]+(?=\s|$)|(?<=\s|^)[\\/:|]+/g, ' ')
    .replaceAll(/[\\/:|]+/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .trim()
  return name === '' ? 'handling' : name
}

export type Letter = {
  readonly kind: RecordKind
  readonly title: string
  readonly files: readonly NewFile[]
}

export type Parties = {
  readonly fromCaseId: string
  readonly from: string
  readonly toCaseId: string
  readonly to: string
}

/** Dispatched on one side and received on the other, the second pointing at the first (B-15, TF 2:9–11). */
export async function passOn(
  ctx: Write,
  letter: Letter,
  { fromCaseId, from, toCaseId, to }: Parties,
): Promise<{ out: RecordItem; arrived: RecordItem }> {
  const out = await registerRecord(ctx, { ...letter, caseId: fromCaseId, direction: 'out', party: to })
  const arrived = await registerRecord(ctx, {
    ...letter,
    caseId: toCaseId,
    direction: 'in',
    party: from,
    originRecordId: out.id,
  })
  return { out, arrived }
}

/** What modules downstream send with the round to those outside, by the recipient's id. */
export async function packOutside(
  ctx: Write,
  about: Parameters<OutsideSent['pack']>[1],
): Promise<ReadonlyMap<string, readonly Enclosure[]>> {
  const packed = new Map<string, readonly Enclosure[]>()
  for (const { pack } of ctx.slots('recipient.sent'))
    for (const [id, files] of await pack(ctx, about)) packed.set(id, [...(packed.get(id) ?? []), ...files])
  return packed
}

/** Lets modules downstream carry it to bodies outside, in this transaction. Gives how many it reached. */
export async function tellOutside(ctx: Write, news: OutsideNews, recipients: readonly Recipient[]): Promise<number> {
  const told = new Set<string>()
  for (const { tell } of ctx.slots('recipient.sent')) for (const id of await tell(ctx, news, recipients)) told.add(id)
  return told.size
}
