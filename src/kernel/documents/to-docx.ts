import { apart } from '../apart.ts'
import type { Paper } from './paper.ts'

export type Made = { readonly bytes: Uint8Array } | { readonly failure: string }

const make = apart<Paper, Made>({
  thread: new URL('./docx-thread.ts', import.meta.url),
  patience: 120_000,
  megabytes: 1024,
  atOnce: 1,
  fell: { failure: 'the thread stopped' },
  tooSlow: { failure: 'it took longer than two minutes' },
})

/**
 * The paper as a Word document (DOCX): real headings, lists and tables with a header row, the language set, and the
 * font inside. Not the same bytes each time: Word files carry the hour they were made. Made in a thread of its own.
 */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const made = await make(paper)
  if ('failure' in made) throw new Error(`The Word file could not be made: ${made.failure}`)
  return made.bytes
}
