/** The manifest of a backup: what is in it, with a hash of each file, so that a damaged one is refused before anything is written. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const keptFile = z.object({ path: z.string(), bytes: z.number(), sha256 })

export const manifestSchema = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The last migration that the tables had. */
  migration: z.string(),
  server: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), file: keptFile })),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() })),
  /** Jobs that were waiting. */
  jobs: z.object({ count: z.number(), file: keptFile }),
  /** A line of JSON for each file that the rows claim. */
  files: z.object({ count: z.number(), bytes: z.number(), list: keptFile }),
  /** Files that were claimed but not whole when the backup was taken. */
  lost: z.array(z.object({ sha256, fault: z.string() })),
})

export type Manifest = z.output<typeof manifestSchema>
export type KeptFile = z.output<typeof keptFile>

export const storedFile = z.object({ sha256, size: z.number() })

/** Where a stored file lies in a backup. */
export const storedPath = (hash: string) => join('files', hash.slice(0, 2), hash)

/** Something in a backup that is not as the manifest says. */
export type BackupFault = { readonly path: string; readonly fault: 'missing' | 'size' | 'changed' | 'unreadable' }

/** Reads the manifest, or says what is wrong with it. */
export async function readManifest(folder: string): Promise<Manifest | BackupFault> {
  const path = 'manifest.json'
  const words = await readFile(join(folder, path), 'utf8').catch(() => null)
  if (words === null) return { path, fault: 'missing' }
  const read = manifestSchema.safeParse(parse(words))
  return read.success ? read.data : { path, fault: 'unreadable' }
}

function parse(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}

/** Reads every file of the backup. Each that is missing, cut off or changed is told; an empty list: the backup is whole. */
export async function checkBackup(
  folder: string,
  manifest: Manifest,
  tell: (done: number, of: number) => void,
): Promise<BackupFault[]> {
  const faults: BackupFault[] = []
  const kept = [...manifest.tables.map(({ file }) => file), manifest.jobs.file, manifest.files.list]
  const of = kept.length + manifest.files.count
  let done = 0
  const check = async (file: KeptFile) => {
    const fault = await faultIn(folder, file)
    if (fault !== null) faults.push({ path: file.path, fault })
    tell(++done, of)
  }
  for (const file of kept) await check(file)
  const isListWhole = !faults.some(({ path }) => path === manifest.files.list.path)
  const lost = new Set(manifest.lost.map((one) => one.sha256))
  if (isListWhole)
    for await (const { sha256: hash, size } of storedFiles(folder, manifest))
      if (!lost.has(hash)) await check({ path: storedPath(hash), bytes: size, sha256: hash })
  return faults
}

async function faultIn(folder: string, { path, bytes, sha256: hash }: KeptFile): Promise<BackupFault['fault'] | null> {
  const about = await stat(join(folder, path)).catch(() => null)
  if (about === null) return 'missing'
  if (about.size !== bytes) return 'size'
  const read = createHash('sha256')
  await pipeline(createReadStream(join(folder, path), { highWaterMark: 1_000_000 }), read)
  return read.digest('hex') === hash ? null : 'changed'
}

export async function* storedFiles(folder: string, manifest: Manifest): AsyncGenerator<z.output<typeof storedFile>> {
  const lines = createInterface({
    input: createReadStream(join(folder, manifest.files.list.path)),
    crlfDelay: Infinity,
  })
  for await (const line of lines) if (line !== '') yield storedFile.parse(JSON.parse(line))
}
