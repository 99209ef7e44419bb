/** Reads what a file says, in a thread of its own so that a large one keeps nobody waiting, and keeps it for finding. */

import { sql } from 'kysely'
import { z } from 'zod'
import { apart } from '../../../kernel/apart.ts'
import type { Caller } from '../../../kernel/command.ts'
import { theSystem } from '../../../kernel/context.ts'
import { writing } from '../../../kernel/db.ts'
import { largestFile } from '../../../kernel/file-text.ts'
import { isGone } from '../../../kernel/files.ts'
import type { FileRead, FileToRead } from './file-thread.ts'

const carried = z.object({ fileId: z.uuid() })

/** One at a time. A file that takes longer is not read; its title and party are found all the same. */
const inThread = apart<FileToRead, FileRead>({
  thread: new URL('./file-thread.ts', import.meta.url),
  ...{ patience: 120_000, megabytes: 512, atOnce: 1 },
  fell: { state: 'damaged', text: '' },
  tooSlow: { state: 'too-slow', text: '' },
})

/** How many records are written anew in one transaction: their cases are held until it ends. */
const atOnce = 50

/**
 * What files have in common that read alike is read once, for all of them: they never change. Records that are gone, and what
 * somebody else has read meanwhile, are passed over.
 */
export async function readFileJob(caller: Caller, payload: unknown): Promise<void> {
  const { fileId } = carried.parse(payload)
  const file = await caller.db
    .selectFrom('registry.files as f')
    .select(['f.name', 'f.media_type as mediaType', 'f.sha256', 'f.size'])
    .where('f.id', '=', fileId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('search.texts as t').select('t.file_id').whereRef('t.file_id', '=', 'f.id'))),
    )
    .executeTakeFirst()
  if (file === undefined) return
  const read = await textOfStored(caller, file)
  let kept = atOnce
  while (kept === atOnce) kept = await keepText(caller, fileId, read)
}

/** Gives for how many files it was kept. */
async function keepText(caller: Caller, fileId: string, { state, text }: FileRead): Promise<number> {
  const { rows } = await writing(caller.db, theSystem, (tx) =>
    sql<{ kept: number }>`select search.keep_text(${fileId}::uuid, ${state}, ${text}, ${atOnce}) as kept`.execute(tx),
  )
  return rows[0]?.kept ?? 0
}

type Stored = { readonly name: string; readonly mediaType: string; readonly sha256: string; readonly size: number }

async function textOfStored(caller: Caller, file: Stored): Promise<FileRead> {
  if (file.size > largestFile) return { state: 'too-large', text: '' }
  if (/^(image|video|audio)\//.test(file.mediaType)) return { state: 'no-text', text: '' }
  const bytes = await caller.files.read(file.sha256).catch((error: unknown) => {
    if (isGone(error)) return null
    throw error
  })
  if (bytes === null) return { state: 'missing', text: '' }
  return inThread({ bytes, name: file.name, mediaType: file.mediaType })
}
