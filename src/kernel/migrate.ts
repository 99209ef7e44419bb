/** Brings the database to the shape this version needs: numbered SQL files, each run once, in order, under one lock. */

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { calm, type Database } from './db.ts'
import { migrateJobs } from './jobs.ts'

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  const migrations: Record<string, Migration> = {}
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8')
    migrations[name.slice(0, -'.sql'.length)] = { up: async (db) => void (await sql.raw(text).execute(db)) }
  }
  return migrations
}

/** The migrations that this version has, in order. */
export async function knownMigrations(folder: string): Promise<string[]> {
  return Object.keys(await readMigrations(folder))
}

/**
 * Runs what has not run yet, to the last or to the one named (a restore puts an older backup in an older shape). Throws the
 * first error, with the file's name; what came before it stays.
 */
export async function migrate(
  db: Database,
  connection: string | pg.PoolConfig,
  folder: string,
  upTo?: string,
): Promise<void> {
  const pool = calm(new pg.Pool(typeof connection === 'string' ? { connectionString: connection } : connection))
  await migrateJobs(pool).finally(() => pool.end())
  const migrations = await readMigrations(folder)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'kraftsam_migrations',
    migrationLockTableName: 'kraftsam_migrations_lock',
  })
  const { error, results } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
  const failed = results?.find((result) => result.status === 'Error')
  if (error !== undefined) throw new Error(`Migration ${failed?.migrationName ?? ''} failed`, { cause: error })
}

/** A fingerprint of all migrations, so that a test template is remade when one changes. */
export async function migrationsHash(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(folder)).sort()) hash.update(name).update(await readFile(join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}
