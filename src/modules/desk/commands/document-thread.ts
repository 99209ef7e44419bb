/** The thread that reads a referred document, so that a large one keeps nobody waiting. */

import { parentPort } from 'node:worker_threads'
import { partsOfFile, type FilePart } from '../../../kernel/file-pages.ts'
import { UnreadableFile } from '../../../kernel/file-text.ts'

export type ToRead = { readonly bytes: Uint8Array; readonly name: string }
export type ReadParts = {
  readonly state: UnreadableFile['code'] | 'read' | 'too-slow' | 'missing'
  readonly isPaged: boolean
  readonly parts: readonly FilePart[]
}

async function readParts({ bytes, name }: ToRead): Promise<ReadParts> {
  try {
    return { state: 'read', ...(await partsOfFile(bytes, name)) }
  } catch (error) {
    return { state: error instanceof UnreadableFile ? error.code : 'damaged', isPaged: false, parts: [] }
  }
}

parentPort?.on('message', (file: ToRead) => void readParts(file).then((read) => parentPort?.postMessage(read)))
