/** Reads what a referred document says, once for each content, and keeps it page by page. */

import { sql } from 'kysely'
import { z } from 'zod'
import { apart } from '../../../kernel/apart.ts'
import { command, type Caller } from '../../../kernel/command.ts'
import { allowAt, theSystem, type Write } from '../../../kernel/context.ts'
import { writing } from '../../../kernel/db.ts'
import { found } from '../../../kernel/errors.ts'
import { isGone } from '../../../kernel/files.ts'
import { enqueue } from '../../../kernel/jobs.ts'
import { getCase, getFile, getRecord } from '../../registry/index.ts'
import type { ReadParts, ToRead } from './document-thread.ts'

declare module '../../../kernel/jobs.ts' {
  interface Jobs {
    'desk.read-document': { sha256: string }
  }
}

const carried = z.object({ sha256: z.string() })

const nothing = { isPaged: false, parts: [] }

/** One at a time. One that falls, or takes too long, gives no text. */
const inThread = apart<ToRead, ReadParts>({
  thread: new URL('./document-thread.ts', import.meta.url),
  ...{ patience: 120_000, megabytes: 512, atOnce: 1 },
  fell: { state: 'damaged', ...nothing },
  tooSlow: { state: 'too-slow', ...nothing },
})

/** A file is read once: its content never changes. One that is gone is said to be. */
export async function readDocumentJob(caller: Caller, payload: unknown): Promise<void> {
  const { sha256 } = carried.parse(payload)
  const read = await partsOfStored(caller, sha256)
  await writing(caller.db, theSystem, (tx) =>
    sql`select desk.keep(${sha256}, ${read.state}, ${read.isPaged}, ${JSON.stringify(read.parts)}::jsonb)`.execute(tx),
  )
}

async function partsOfStored(caller: Caller, sha256: string): Promise<ReadParts> {
  const file = await caller.db
    .selectFrom('registry.files')
    .select('name')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst()
  const bytes = await caller.files.read(sha256).catch((error: unknown) => {
    if (isGone(error)) return null
    throw error
  })
  if (file === undefined || bytes === null) return { state: 'missing', ...nothing }
  return inThread({ bytes, name: file.name })
}

/** What comes in with a referral is read as soon as it is registered. */
export async function expectDocuments(ctx: Write, recordIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ sha256: string }>`select sha256 from desk.expect(${recordIds}::uuid[])`.execute(ctx.db)
  for (const { sha256 } of rows) await enqueue(ctx, 'desk.read-document', { sha256 }, `desk.read-document ${sha256}`)
}

/** Has a document of the case read (läser in texten). It is done in a moment, by a job. Throws `NotFound`. */
export const readDocument = command('desk.read-document', z.object({ fileId: z.uuid() }), async (ctx, { fileId }) => {
  const { recordId } = await getFile(ctx, fileId)
  const { authorityId } = await getCase(ctx, (await getRecord(ctx, recordId)).caseId)
  allowAt(ctx, authorityId)
  const { rows } = await sql<{ sha256: string }>`select sha256 from desk.ask_for(${fileId}::uuid)`.execute(ctx.db)
  for (const { sha256 } of rows) await enqueue(ctx, 'desk.read-document', { sha256 }, `desk.read-document ${sha256}`)
  return { fileId: found(fileId) }
})
