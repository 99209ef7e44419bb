/** Reads what a file says, in a thread of its own so that a large one keeps nobody waiting, and keeps it for finding. */

import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Caller } from '../../../kernel/command.ts'
import { theSystem } from '../../../kernel/context.ts'
import { writing } from '../../../kernel/db.ts'
import { largestFile } from '../../../kernel/file-text.ts'
import type { FileRead, FileToRead } from './file-thread.ts'

const carried = z.object({ fileId: z.uuid() })

/** A file that takes longer is not read; its title and party are found all the same. */
const patience = 120_000
/** What a thread may use: a small compressed file can hold a very large one. */
const mostMegabytes = 512

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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (bytes === null) return { state: 'missing', text: '' }
  return inThread({ bytes, name: file.name, mediaType: file.mediaType })
}

let thread: Worker | undefined
let turn: Promise<unknown> = Promise.resolve()

/** One at a time, in a thread that stays for the next; it keeps no process alive. */
function inThread(file: FileToRead): Promise<FileRead> {
  const read = turn.then(() => ask((thread ??= openThread()), file))
  turn = read
  return read
}

function openThread(): Worker {
  const opened = new Worker(new URL('./file-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  opened.unref()
  return opened
}

/** A thread that fell, or had to be ended, is not used again. */
function ask(asked: Worker, file: FileToRead): Promise<FileRead> {
  return new Promise((resolve) => {
    const end = (read: FileRead) => {
      clearTimeout(clock)
      asked.off('message', end).off('error', fall).off('exit', fall)
      resolve(read)
    }
    const give = (state: 'too-slow' | 'damaged') => {
      thread = undefined
      end({ state, text: '' })
      asked.once('error', () => {})
      void asked.terminate()
    }
    const fall = () => give('damaged')
    const clock = setTimeout(() => give('too-slow'), patience)
    asked.on('message', end).on('error', fall).on('exit', fall)
    asked.postMessage(file)
  })
}
