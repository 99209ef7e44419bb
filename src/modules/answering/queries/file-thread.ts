/** The thread that takes files of answers apart, so that one made to be slow keeps nobody else waiting. */

import { parentPort } from 'node:worker_threads'
import { UnreadableFile } from '../../../kernel/file-text.ts'
import type { FilePassage } from '../model.ts'
import { propertyOf } from './docx-passages.ts'
import { passagesOfFile } from './passages.ts'

export type ToRead = {
  readonly bytes: Uint8Array
  readonly name: string
  /** The property of the file that is asked for. */
  readonly property: string
  /** Null: only the property is asked for. */
  readonly wants: 'passages' | null
}
export type ReadApart = {
  readonly state: UnreadableFile['code'] | 'read'
  readonly passages: readonly FilePassage[]
  readonly property: string | null
}

async function read({ bytes, name, property, wants }: ToRead): Promise<ReadApart> {
  try {
    const passages = wants === null ? [] : await passagesOfFile(bytes, name)
    return { state: 'read', passages, property: propertyOf(bytes, property) }
  } catch (error) {
    return { state: error instanceof UnreadableFile ? error.code : 'damaged', passages: [], property: null }
  }
}

parentPort?.on('message', (file: ToRead) => void read(file).then((taken) => parentPort?.postMessage(taken)))
