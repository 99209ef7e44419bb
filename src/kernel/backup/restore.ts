/** Bringing a backup back into an empty store: checked first, then all tables in one transaction, then the files' names. */

import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { FileStore } from '../files.ts'
import { addJobs, waitingJob } from './jobs.ts'
import { checkBackup, readManifest, storedFiles, storedPath, type BackupFault, type Manifest } from './manifest.ts'
import { filledTables, migrationLevel } from './tables.ts'

export type RestoreProgress = (done: {
  readonly stage: 'check' | 'files' | 'tables'
  readonly done: number
  readonly of: number
}) => void

/** The backup is not as its manifest says; nothing was written. */
export class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged'
  readonly faults: readonly BackupFault[]
  constructor(faults: readonly BackupFault[]) {
    super(faults.map(({ path, fault }) => `${path}: ${fault}`).join('\n'))
    this.faults = faults
  }
}

/** There is something in the store already; nothing was written. */
export class StoreNotEmpty extends Error {
  override readonly name = 'StoreNotEmpty'
  readonly tables: readonly string[]
  constructor(tables: readonly string[]) {
    super(tables.join(', '))
    this.tables = tables
  }
}

/** The backup was made by a newer version than this, or the store is newer than the backup. */
export class OtherVersion extends Error {
  override readonly name = 'OtherVersion'
}

/** Reads the manifest and every file of the backup. Throws `BackupDamaged` with all that is wrong. */
export async function checkedManifest(folder: string, progress: RestoreProgress): Promise<Manifest> {
  const manifest = await readManifest(folder)
  if ('fault' in manifest) throw new BackupDamaged([manifest])
  const faults = await checkBackup(folder, manifest, (done, of) => progress({ stage: 'check', done, of }))
  if (faults.length > 0) throw new BackupDamaged(faults)
  return manifest
}

export type RestoreAsked = {
  readonly folder: string
  readonly manifest: Manifest
  readonly pool: pg.Pool
  readonly files: FileStore
  /** Migrates up to this one and no further. */
  readonly migrateTo: (migration: string) => Promise<void>
  readonly knownMigrations: readonly string[]
  readonly progress: RestoreProgress
}

/**
 * Files first, so that no row ever claims one that is not there. Afterwards the tables are as old as the backup: migrate.
 * Throws `StoreNotEmpty`, `OtherVersion`.
 */
export async function restoreBackup(asked: RestoreAsked): Promise<void> {
  const { pool, manifest } = asked
  await refuseUnfit(asked)
  await asked.migrateTo(manifest.migration)
  await restoreFiles(asked)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await restoreTables(client, asked)
    await client.query('commit')
  } finally {
    client.release(true)
  }
}

async function refuseUnfit({ pool, manifest, knownMigrations }: RestoreAsked): Promise<void> {
  if (!knownMigrations.includes(manifest.migration)) throw new OtherVersion(manifest.migration)
  const client = await pool.connect()
  try {
    const level = await migrationLevel(client)
    const filled = level === null ? [] : await filledTables(client)
    if (filled.length > 0) throw new StoreNotEmpty(filled)
    if (level !== null && level > manifest.migration) throw new OtherVersion(level)
  } finally {
    client.release()
  }
}

async function restoreFiles({ folder, manifest, files, progress }: RestoreAsked): Promise<void> {
  const lost = new Set(manifest.lost.map(({ sha256 }) => sha256))
  let done = 0
  for await (const { sha256 } of storedFiles(folder, manifest)) {
    if (!lost.has(sha256)) await files.keepStream(createReadStream(join(folder, storedPath(sha256))))
    progress({ stage: 'files', done: ++done, of: manifest.files.count })
  }
}

/** In the manifest's order, which foreign keys allow. What the rows caused when they were written is in the backup too. */
async function restoreTables(client: pg.PoolClient, { folder, manifest, progress }: RestoreAsked): Promise<void> {
  for (const [index, { name, columns, file, rows }] of manifest.tables.entries()) {
    progress({ stage: 'tables', done: index, of: manifest.tables.length })
    await client.query(`alter table ${name} disable trigger user`)
    const target = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))
    await pipeline(createReadStream(join(folder, file.path), { highWaterMark: 1_000_000 }), target)
    if (target.rowCount !== rows) throw new Error(`${name}: ${target.rowCount} rows of ${rows}`)
    await client.query(`alter table ${name} enable trigger user`)
  }
  for (const { name, last, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, isCalled])
  const lines = (await readFile(join(folder, manifest.jobs.file.path), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
  await addJobs(
    client,
    lines.map((line) => waitingJob.parse(JSON.parse(line))),
  )
}
