/** Taking a backup while others write: one snapshot of all tables, and the files that the rows in it claim. */

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { isGone, syncFolder, type FileStore } from '../files.ts'
import { claims, countClaims, faultOf } from './claims.ts'
import { listWaitingJobs } from './jobs.ts'
import { storedPath, type KeptFile, type Manifest } from './manifest.ts'
import { listSequences, listTables, migrationLevel, type TableShape } from './tables.ts'

/** What is secret lies here too: nobody but who keeps the system reads it (J-08). */
const ownFolder = 0o700
const ownFile = 0o600

export type BackupProgress = (done: {
  readonly stage: 'tables' | 'files'
  readonly done: number
  readonly of: number
}) => void

export type BackupAsked = {
  readonly pool: pg.Pool
  readonly files: FileStore
  /** Must not be there; made whole beside it, and renamed when it is. */
  readonly folder: string
  readonly now: Date
  readonly progress?: BackupProgress
}

/** The folder is there already. */
export class BackupInTheWay extends Error {
  override readonly name = 'BackupInTheWay'
}

/** Gives the manifest that it wrote. Needs the tables' owner. Throws `BackupInTheWay`. */
export async function takeBackup(asked: BackupAsked): Promise<Manifest> {
  const { pool, folder } = asked
  if (await isThere(folder)) throw new BackupInTheWay(folder)
  const partial = `${folder}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(join(partial, 'tables'), { recursive: true, mode: ownFolder })
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest = await takeAll(client, { ...asked, folder: partial })
    await keepText(partial, 'manifest.json', [`${JSON.stringify(manifest, null, 2)}\n`])
    await rename(partial, folder)
    await syncFolder(dirname(folder))
    return manifest
  } finally {
    client.release(true)
  }
}

async function takeAll(client: pg.PoolClient, asked: BackupAsked): Promise<Manifest> {
  const { folder, now, progress = () => {} } = asked
  const migration = (await migrationLevel(client)) ?? ''
  const shapes = await listTables(client)
  const tables: Manifest['tables'] = []
  for (const [index, shape] of shapes.entries()) {
    progress({ stage: 'tables', done: index, of: shapes.length })
    tables.push(await takeTable(client, folder, shape))
  }
  const jobs = await listWaitingJobs(client)
  const jobLines = jobs.map((job) => `${JSON.stringify(job)}\n`)
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  return {
    format: 1,
    takenAt: now.toISOString(),
    migration,
    server: rows[0]?.version ?? '',
    tables,
    sequences: await listSequences(client),
    jobs: { count: jobs.length, file: await keepText(folder, 'jobs.ndjson', jobLines) },
    ...(await takeFiles(client, asked)),
  }
}

async function takeTable(
  client: pg.PoolClient,
  folder: string,
  shape: TableShape,
): Promise<Manifest['tables'][number]> {
  const { name, columns } = shape
  const path = join('tables', `${name.replaceAll('"', '')}.copy`)
  const source = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`))
  const file = await keep(folder, path, source)
  return { name, columns: [...columns], rows: source.rowCount, file }
}

/** Writes a stream and counts and hashes on the way; it is on the disk when this ends. */
async function keep(folder: string, path: string, source: Readable): Promise<KeptFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.byteLength
      done(null, chunk)
    },
  })
  await pipeline(source, counted, createWriteStream(join(folder, path), { flush: true, mode: ownFile }))
  return { path, bytes, sha256: hash.digest('hex') }
}

function keepText(folder: string, path: string, lines: Iterable<string> | AsyncIterable<string>): Promise<KeptFile> {
  return keep(folder, path, Readable.from(lines, { objectMode: false }))
}

/** A file that is lost or damaged already does not stop the backup; it is told in the manifest. */
async function takeFiles(client: pg.PoolClient, asked: BackupAsked): Promise<Pick<Manifest, 'files' | 'lost'>> {
  const { folder, files, progress = () => {} } = asked
  const lost: Manifest['lost'] = []
  const all = await countClaims(client)
  let count = 0
  let bytes = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const { sha256, size } of claims(client)) {
      const fault = await takeFile(folder, files, { sha256, size })
      if (fault !== null) lost.push({ sha256, fault })
      count++
      bytes += size
      progress({ stage: 'files', done: count, of: all.files })
      yield `${JSON.stringify({ sha256, size })}\n`
    }
  }
  const list = await keepText(folder, 'files.ndjson', lines())
  return { files: { count, bytes, list }, lost }
}

async function takeFile(
  folder: string,
  files: FileStore,
  file: { readonly sha256: string; readonly size: number },
): Promise<string | null> {
  const path = storedPath(file.sha256)
  await mkdir(join(folder, dirname(path)), { recursive: true, mode: ownFolder })
  try {
    const kept = await keep(folder, path, await files.open(file.sha256))
    if (kept.sha256 === file.sha256 && kept.bytes === file.size) return null
  } catch (error) {
    if (!isGone(error)) throw error
  }
  await rm(join(folder, path), { force: true })
  return faultOf(files, file)
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
