/** The thread that takes messages apart: whatever they do to the reader, the server goes on answering. */

import { parentPort } from 'node:worker_threads'
import { readMail } from './mail.ts'

parentPort?.on('message', async ({ bytes, receivedAt }: { bytes: Uint8Array; receivedAt: Date }) => {
  parentPort?.postMessage(await readMail(bytes, receivedAt))
})
