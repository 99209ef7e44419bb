/** Many PDF files as one, to read on a tablet without a net: bookmarks, and a first page that leads to each. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { apart } from '../apart.ts'
import { speaking } from '../words.ts'
import { text as say } from './text.ts'

export type JoinedFile = { readonly title: string; readonly bytes: Uint8Array | null }

export type Joined = {
  readonly title: string
  /** Stands under the title, a line each. */
  readonly about: readonly string[]
  /** `bytes` is null for a file that is no PDF: it is named, and said to be apart. */
  readonly parts: readonly { readonly heading: string; readonly files: readonly JoinedFile[] }[]
}

export type JoinJob = { readonly template: string; readonly joined: Joined; readonly words: object }
export type JoinOutcome = { readonly bytes: Uint8Array } | { readonly failure: string }

const template = readFileSync(join(import.meta.dirname, 'templates', 'joined.typ'), 'utf8')

const ask = apart<JoinJob, JoinOutcome>({
  thread: new URL('./joined-thread.ts', import.meta.url),
  patience: 120_000,
  megabytes: 2048,
  atOnce: 1,
  mostWaiting: 20,
  fell: { failure: 'the typesetter stopped' },
  tooSlow: { failure: 'it took longer than two minutes' },
})

/**
 * The files in one, in order. One that cannot be opened (locked, damaged) is named on the first page as apart from the others.
 * It is for reading: each file by itself is the record, with the tags that a screen reader follows.
 */
export async function joinedPdf(joined: Joined): Promise<Uint8Array> {
  const platform = `${process.platform}-${process.arch}`
  if (platform !== 'linux-x64') throw new Error(say.pdfNeedsLinux(platform))
  const words = speaking('sv', () => ({ apart: say.joined.apart, none: say.joined.none }))
  const outcome = await ask({ template, joined, words })
  if ('failure' in outcome) throw new Error(`The documents could not be joined: ${outcome.failure}`)
  return outcome.bytes
}
