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

/** A file is read once: it never changes. A record that is gone is passed over. */
export async function readFileJob(caller: Caller, payload: unknown): Promise<void> {
  const { fileId } = carried.parse(payload)
  const file = await caller.db
    .selectFrom('registry.files')
    .select(['name', 'media_type as mediaType', 'sha256', 'size'])
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (file === undefined) return
  const { state, text } = await textOfStored(caller, file)
  await writing(caller.db, theSystem, (tx) =>
    sql`select search.keep_text(${fileId}::uuid, ${state}, ${text})`.execute(tx),
  )
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
