/** Typesetting with Typst, in a thread of its own: its calls are synchronous and would stop the server meanwhile. */

import { apart } from '../apart.ts'
import { text as say } from './text.ts'

/** `template` is the source of a template, `data` what it reads as JSON, `madeAt` the date written in the file. */
export type Job = { readonly template: string; readonly data: object; readonly madeAt: Date }
export type Outcome = { readonly bytes: Uint8Array } | { readonly failure: string }

const ask = apart<Job, Outcome>({
  thread: new URL('./typst-thread.ts', import.meta.url),
  patience: 120_000,
  megabytes: 1024,
  atOnce: 1,
  fell: { failure: 'the typesetter stopped' },
  tooSlow: { failure: 'it took longer than two minutes' },
})

/**
 * A tagged PDF that has passed Typst's own PDF/UA-1 check and is PDF/A-2a. The same job gives the same bytes. Throws on
 * a platform that the typesetter is not built for, naming it.
 */
export async function typeset(job: Job): Promise<Uint8Array> {
  const platform = `${process.platform}-${process.arch}`
  if (platform !== 'linux-x64') throw new Error(say.pdfNeedsLinux(platform))
  const outcome = await ask(job)
  if ('failure' in outcome) throw new Error(`The document could not be typeset: ${outcome.failure}`)
  return outcome.bytes
}
