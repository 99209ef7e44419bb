/** The thread that takes the picture of a scanned page out of a file, so that one made to be heavy keeps nobody else waiting. */

import { parentPort } from 'node:worker_threads'
import { pictureOfPage } from '../../../kernel/pdf-picture.ts'

export type ToPicture = { readonly bytes: Uint8Array; readonly page: number }

async function picture({ bytes, page }: ToPicture): Promise<Uint8Array | null> {
  try {
    return await pictureOfPage(bytes, page)
  } catch {
    return null // what cannot be had is not shown: the file itself can be opened
  }
}

parentPort?.on('message', (asked: ToPicture) => void picture(asked).then((made) => parentPort?.postMessage(made)))
