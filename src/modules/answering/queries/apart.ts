/** Reading files of answers apart from everything else, each with its time: anybody with a link or an address can send one. */

import { apart } from '../../../kernel/apart.ts'
import { UnreadableFile } from '../../../kernel/file-text.ts'
import type { FilePassage } from '../model.ts'
import type { ReadApart, ToRead } from './file-thread.ts'
import type { ToPicture } from './picture-thread.ts'

const unread = { state: 'damaged', passages: [], property: null } as const

/** Two beside each other: one that is made to be slow holds nobody else up. A form takes some tenths of a second. */
const inThread = apart<ToRead, ReadApart>({
  thread: new URL('./file-thread.ts', import.meta.url),
  ...{ patience: 30_000, megabytes: 512, atOnce: 2, fell: unread, tooSlow: unread },
})

type File = { readonly bytes: Uint8Array; readonly name: string }
type Taken = { readonly passages: readonly FilePassage[]; readonly property: string | null }

/** A file in passages, and one of its own properties. Throws `UnreadableFile`, also for one that takes too long. */
export async function takenApart(file: File, property: string): Promise<Taken> {
  const { state, ...taken } = await inThread({ ...file, property, wants: 'passages' })
  if (state !== 'read') throw new UnreadableFile(state, file.name)
  return taken
}

/** One of the file's own properties; null also for what cannot be read. */
export async function propertyApart(file: File, property: string): Promise<string | null> {
  return (await inThread({ ...file, property, wants: null })).property
}

/** The file is read when its turn has come: those that wait hold none. */
type Wanted = { readonly bytes: () => Promise<Uint8Array>; readonly page: number }

const pictures = apart<Wanted, Uint8Array | null>({
  thread: new URL('./picture-thread.ts', import.meta.url),
  ...{ patience: 30_000, megabytes: 512, atOnce: 1, fell: null, tooSlow: null },
  mostWaiting: 30,
  prepare: async ({ bytes, page }): Promise<ToPicture> => ({ bytes: await bytes(), page }),
})

/** The picture of a scanned page as PNG; null where none can be had. Throws `TooMany` where many wait already. */
export function pictureApart(bytes: () => Promise<Uint8Array>, page: number): Promise<Uint8Array | null> {
  return pictures({ bytes, page })
}
