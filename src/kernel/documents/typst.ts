/** Typesetting with Typst, in a thread of its own: its calls are synchronous and would stop the server meanwhile. */

import { Worker } from 'node:worker_threads'
import { text as say } from './text.ts'

/** `template` is the source of a template, `data` what it reads as JSON, `madeAt` the date written in the file. */
export type Job = { readonly template: string; readonly data: object; readonly madeAt: Date }
export type Outcome = { readonly bytes: Uint8Array } | { readonly failure: string }

/** A document that takes longer than this is not coming. */
const patience = 120_000

type Setter = { readonly worker: Worker; readonly waiting: Map<number, (outcome: Outcome) => void> }

let setter: Setter | undefined
let jobs = 0

/**
 * A tagged PDF that has passed Typst's own PDF/UA-1 check and is PDF/A-2a. The same job gives the same bytes. Throws on
 * a platform that the typesetter is not built for, naming it.
 */
export async function typeset(job: Job): Promise<Uint8Array> {
  const platform = `${process.platform}-${process.arch}`
  if (platform !== 'linux-x64') throw new Error(say.pdfNeedsLinux(platform))

  const outcome = await ask((setter ??= start()), job)
  if ('failure' in outcome) throw new Error(`The document could not be typeset: ${outcome.failure}`)
  return outcome.bytes
}

function ask({ worker, waiting }: Setter, job: Job): Promise<Outcome> {
  const id = ++jobs
  return new Promise((resolve) => {
    const alarm = setTimeout(() => void worker.terminate(), patience)
    waiting.set(id, (outcome) => {
      clearTimeout(alarm)
      waiting.delete(id)
      if (waiting.size === 0) worker.unref()
      resolve(outcome)
    })
    worker.ref()
    worker.postMessage({ id, job })
  })
}

function start(): Setter {
  const worker = new Worker(new URL('./typst-thread.ts', import.meta.url))
  const waiting: Setter['waiting'] = new Map()
  const stop = (failure: string) => {
    if (setter?.worker === worker) setter = undefined
    for (const answer of waiting.values()) answer({ failure })
  }
  worker.on('message', ({ id, outcome }: { id: number; outcome: Outcome }) => waiting.get(id)?.(outcome))
  worker.on('error', (error) => stop(String(error)))
  worker.on('exit', () => stop('the typesetter stopped'))
  worker.unref()
  return { worker, waiting }
}
