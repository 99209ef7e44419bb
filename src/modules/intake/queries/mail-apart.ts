/** Taking messages apart in a thread of its own, one at a time, each with its time. */

import { Worker } from 'node:worker_threads'
import { unread, type ReadMail } from '../model/mail.ts'

/** Milliseconds; the largest message takes some seconds. */
const patience = 120_000
/** Megabytes for the thread: the largest message in several copies. */
const room = 1024

type Reader = { readonly worker: Worker; settle: (mail: ReadMail) => void }

let reader: Reader | undefined
let before: Promise<unknown> = Promise.resolve()

/** Reads a message apart from everything else. What takes too long or too much is unread, with that as the reason. Never throws. */
export function readMailApart(bytes: Uint8Array, receivedAt: Date): Promise<ReadMail> {
  const reading = before.then(() => ask((reader ??= start()), { bytes, receivedAt }))
  before = reading
  return reading
}

function ask(current: Reader, letter: { readonly bytes: Uint8Array; readonly receivedAt: Date }): Promise<ReadMail> {
  const { worker } = current
  return new Promise((resolve) => {
    const alarm = setTimeout(() => void worker.terminate(), patience)
    current.settle = (mail) => {
      clearTimeout(alarm)
      worker.unref()
      resolve(mail)
    }
    worker.ref()
    worker.postMessage(letter)
  })
}

function start(): Reader {
  const url = new URL('./mail-thread.ts', import.meta.url)
  const worker = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: room } })
  const started: Reader = { worker, settle: () => {} }
  const stop = () => {
    if (reader === started) reader = undefined
    started.settle(unread('unreadable'))
  }
  worker.on('message', (mail: ReadMail) => started.settle(mail))
  worker.on('error', stop)
  worker.on('exit', stop)
  return started
}
