/** The thread that makes Word files: a long paper is a second and more of work, and the library is not needed elsewhere. */

import { parentPort } from 'node:worker_threads'
import type { Paper } from './paper.ts'
import { drawDocx } from './draw-docx.ts'
import type { Made } from './to-docx.ts'

async function answer(paper: Paper): Promise<Made> {
  try {
    return { bytes: await drawDocx(paper) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', async (paper: Paper) => parentPort?.postMessage(await answer(paper)))
