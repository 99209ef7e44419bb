/** Many PDF files as one, to read on a tablet without a net: bookmarks, and a first page that leads to each. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { apart } from '../apart.ts'
import { speaking } from '../words.ts'
import { text as say } from './text.ts'

/** Read when its turn has come; `read` is null for a file that is no PDF: it is named, and said to be apart. */
export type JoinedFile = { readonly title: string; readonly read: (() => Promise<Uint8Array>) | null }

export type Joined = {
  readonly title: string
  /** Stands under the title, a line each. */
  readonly about: readonly string[]
  readonly parts: readonly { readonly heading: string; readonly files: readonly JoinedFile[] }[]
}

/** What the thread gets. */
export type ReadFile = { readonly title: string; readonly bytes: Uint8Array | null }
export type JoinJob = {
  readonly template: string
  readonly words: object
  readonly about: Pick<Joined, 'title' | 'about'>
  readonly parts: readonly { readonly heading: string; readonly files: readonly ReadFile[] }[]
}
type Asked = Pick<JoinJob, 'words'> & { readonly joined: Joined }
export type JoinOutcome = { readonly bytes: Uint8Array } | { readonly failure: string }

const template = readFileSync(join(import.meta.dirname, 'templates', 'joined.typ'), 'utf8')

const ask = apart<Asked, JoinOutcome>({
  thread: new URL('./joined-thread.ts', import.meta.url),
  patience: 120_000,
  megabytes: 2048,
  atOnce: 1,
  mostWaiting: 20,
  prepare: jobOf,
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
  const outcome = await ask({ joined, words })
  if ('failure' in outcome) throw new Error(`The documents could not be joined: ${outcome.failure}`)
  return outcome.bytes
}

async function jobOf({ joined: { parts, ...about }, words }: Asked): Promise<JoinJob> {
  const read: JoinJob['parts'][number][] = []
  for (const { heading, files } of parts) {
    const own: ReadFile[] = []
    for (const file of files) own.push({ title: file.title, bytes: file.read === null ? null : await file.read() })
    read.push({ heading, files: own })
  }
  return { template, words, about, parts: read }
}
