/** Files under the SHA-256 of their content: never overwritten, the same bytes kept once. */

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type StoredFile = { readonly sha256: string; readonly size: number }

export type FileStore = {
  /** Keeps bytes. The same bytes twice are one file. */
  keep(bytes: Uint8Array): Promise<StoredFile>
  /** Keeps a stream without holding it in memory. Whatever the stream throws is thrown on, and nothing is kept. */
  keepStream(stream: Readable): Promise<StoredFile>
  read(sha256: string): Promise<Uint8Array>
  stream(sha256: string): Readable
  /** The same, once it is known to be there: throws before the first byte is promised to anyone. */
  open(sha256: string): Promise<Readable>
  /** The names of all files that begin with these two characters, for whoever looks for what nobody claims. */
  list(prefix: string): Promise<readonly string[]>
}

/** A file store in a folder: `ab/abcdef…`, written beside and moved into place. */
export function folderStore(folder: string): FileStore {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const incoming = async () => {
    const path = join(folder, 'incoming', randomUUID())
    await mkdir(join(folder, 'incoming'), { recursive: true })
    return path
  }
  const settle = async (path: string, sha256: string) => {
    if (await exists(place(sha256))) return rm(path)
    await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
    return rename(path, place(sha256))
  }
  return {
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = await incoming()
      await writeFile(path, bytes, { flush: true })
      await settle(path, sha256)
      return { sha256, size: bytes.byteLength }
    },
    async keepStream(stream) {
      const path = await incoming()
      const kept = await writeHashed(stream, path)
      await settle(path, kept.sha256)
      return kept
    },
    read: (sha256) => readFile(place(sha256)),
    stream: (sha256) => createReadStream(place(sha256)),
    open: async (sha256) => {
      const file = await open(place(sha256))
      return file.createReadStream()
    },
    list: (prefix) => readdir(join(folder, prefix)).catch(emptyWhereNone),
  }
}

/** Writes a stream to a path, counting and hashing on the way. What broke off is removed. */
async function writeHashed(stream: Readable, path: string): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    hash.update(chunk)
    size += chunk.byteLength
  })
  try {
    await pipeline(stream, createWriteStream(path, { flush: true }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { sha256: hash.digest('hex'), size }
}

function emptyWhereNone(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
