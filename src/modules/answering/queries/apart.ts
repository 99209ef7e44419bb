/** Reading files of answers apart from everything else, each with its time: anybody with a link or an address can send one. */

import { Worker } from 'node:worker_threads'
import { UnreadableFile } from '../../../kernel/file-text.ts'
import type { FilePassage } from '../model.ts'
import type { ReadApart, ToRead } from './file-thread.ts'

/** Milliseconds; a form takes some tenths of a second, a report of a hundred pages some seconds. */
const patience = 30_000
/** What a thread may use: a small compressed file can hold a very large one. */
const mostMegabytes = 512

type File = { readonly bytes: Uint8Array; readonly name: string }
type Taken = { readonly passages: readonly FilePassage[]; readonly property: string | null }

/** A file in passages, and one of its own properties. Throws `UnreadableFile`, also for one that takes too long. */
export async function takenApart(file: File, property: string): Promise<Taken> {
  const { state, ...taken } = await inThread({ ...file, property, wants: 'passages' })
  if (state !== 'read') throw new UnreadableFile(state, file.name)
  return taken
}

/** One of the file's own properties; null also for what cannot be read. */
export async function propertyApart(file: File, property: string): Promise<string | null> {
  return (await inThread({ ...file, property, wants: null })).property
}

/** Threads that wait for a file. They keep no process alive. */
const idle: Worker[] = []
const mostIdle = 1

function opened(): Worker {
  const thread = new Worker(new URL('./file-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  thread.on('error', () => {})
  thread.unref()
  return thread
}

/** A thread that fell, or had to be ended, is not used again. */
function inThread(file: ToRead): Promise<ReadApart> {
  const thread = idle.pop() ?? opened()
  return new Promise((resolve) => {
    const end = (read: ReadApart) => {
      clearTimeout(clock)
      thread.off('message', keep).off('error', fall).off('exit', fall)
      resolve(read)
    }
    const keep = (read: ReadApart) => {
      end(read)
      if (idle.length < mostIdle) idle.push(thread)
      else void thread.terminate()
    }
    const fall = () => {
      end({ state: 'damaged', passages: [], property: null })
      void thread.terminate()
    }
    const clock = setTimeout(fall, patience)
    thread.on('message', keep).on('error', fall).on('exit', fall)
    thread.postMessage(file)
  })
}
