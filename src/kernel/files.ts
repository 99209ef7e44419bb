/** Files under the SHA-256 of their content: never overwritten, the same bytes kept once. */

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
  /**
   * Takes a file away, unless it has been kept anew since `before`: it is moved aside first, and put back if it was after all
   * wanted in the meantime. True: it is gone.
   */
  discard(sha256: string, about: Discarding): Promise<boolean>
  /** Puts back what a discarding that broke off left aside, and removes what broke off on its way in before `before`. */
  tidy(before: Date): Promise<void>
}

export type Discarding = { readonly before: Date; readonly isWanted: () => Promise<boolean> }

/** A file store in a folder: `ab/abcdef…`, written beside and moved into place. */
export function folderStore(folder: string): FileStore {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const incoming = async () => {
    const path = join(folder, 'incoming', randomUUID())
    await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 })
    return path
  }
  /** The name must be on the disk before anybody is told that the file is kept: a power cut forgets it otherwise. */
  const settle = async (path: string, sha256: string) => {
    const home = place(sha256)
    if (await isTouched(home)) await rm(path)
    else await move(path, home)
    await syncFolder(dirname(home))
  }
  return {
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = await incoming()
      await writeFile(path, bytes, { flush: true, mode: 0o600 })
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
    discard: (sha256, about) => discard({ home: place(sha256), aside: join(folder, 'leaving', sha256) }, about),
    tidy: (before) => tidy(folder, { place, before }),
  }
}

type Tidying = { readonly place: (sha256: string) => string; readonly before: Date }

async function tidy(folder: string, { place, before }: Tidying): Promise<void> {
  const namesIn = (path: string) => readdir(join(folder, path)).catch(emptyWhereNone)
  for (const sha256 of await namesIn('leaving')) await moveIfThere(join(folder, 'leaving', sha256), place(sha256))
  for (const name of await namesIn('incoming')) {
    const path = join(folder, 'incoming', name)
    if (await isOlder(path, before)) await rm(path, { force: true })
  }
}

/**
 * Whoever keeps the same bytes touches the file, or finds it gone and puts their own in its place: so what has an old mark
 * after it was moved is nobody's who is still on the way.
 */
async function discard(
  { home, aside }: { readonly home: string; readonly aside: string },
  { before, isWanted }: Discarding,
): Promise<boolean> {
  if (!(await isOlder(home, before)) || !(await moveIfThere(home, aside))) return false
  if ((await isWanted()) || !(await isOlder(aside, before))) {
    await moveIfThere(aside, home)
    return false
  }
  await rm(aside, { force: true })
  return true
}

/** Moves into a folder that may not be there yet, and whose own name is then made safe too. */
async function move(from: string, to: string): Promise<void> {
  const made = await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to)
  if (made !== undefined) await syncFolder(dirname(made))
}

/** False: somebody else was first. */
async function moveIfThere(from: string, to: string): Promise<boolean> {
  return move(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => nothingWhereNone(error) ?? false,
  )
}

/** A file that is kept once more is as new as one that came: it is not taken away while its row is being written. */
async function isTouched(path: string): Promise<boolean> {
  const now = new Date()
  return utimes(path, now, now).then(
    () => true,
    (error: NodeJS.ErrnoException) => nothingWhereNone(error) ?? false,
  )
}

/** Of what is not there, nothing is older. */
async function isOlder(path: string, before: Date): Promise<boolean> {
  const about = await stat(path).catch(nothingWhereNone)
  return about !== undefined && about.mtimeMs < before.getTime()
}

/** A new name is safe once its folder is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
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
    await pipeline(stream, createWriteStream(path, { flush: true, mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { sha256: hash.digest('hex'), size }
}

/** Whether what a store threw says that it has no such file. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function nothingWhereNone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

function emptyWhereNone(error: NodeJS.ErrnoException): string[] {
  nothingWhereNone(error)
  return []
}
