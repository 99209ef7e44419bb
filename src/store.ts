/** Opens the store that the settings name: the embedded PostgreSQL or a server, migrated, with the file store beside it. */

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { calm, openDatabase, type Database } from './kernel/db.ts'
import { startPostgres, type EmbeddedPostgres } from './kernel/embedded-postgres.ts'
import { folderStore, type FileStore } from './kernel/files.ts'
import { knownMigrations, migrate } from './kernel/migrate.ts'
import type { Settings } from './settings.ts'

export type Store = {
  readonly db: Database
  /** The hot standby, where there is one. */
  readonly replica: Database | undefined
  readonly files: FileStore
  /** For the job worker, which needs connections of its own. */
  readonly jobPool: pg.Pool
  readonly isEmbedded: boolean
  readonly close: () => Promise<void>
}

const migrations = join(import.meta.dirname, '..', 'migrations')

type Where = Pick<Settings, 'dataFolder' | 'databaseUrl'>

/** Starts what is needed and brings it up to date. Throws when the database cannot be reached or migrated. */
export async function openStore(settings: Where & { readonly replicaUrl?: string | undefined }): Promise<Store> {
  const { migrateTo, server, ...store } = await openBareStore(settings)
  await migrateTo()
  const replica = settings.replicaUrl === undefined ? undefined : openDatabase(settings.replicaUrl)
  return {
    ...store,
    replica,
    isEmbedded: server !== undefined,
    close: async () => {
      await replica?.destroy()
      await store.close()
    },
  }
}

export type BareStore = Pick<Store, 'db' | 'files' | 'jobPool' | 'close'> & {
  readonly server: EmbeddedPostgres | undefined
  readonly knownMigrations: readonly string[]
  /** Up to the one named, or to the last. */
  readonly migrateTo: (migration?: string) => Promise<void>
}

/** The store as it is, in whatever shape; a restore fills an empty one. */
export async function openBareStore(settings: Where): Promise<BareStore> {
  await mkdir(settings.dataFolder, { recursive: true })
  const server =
    settings.databaseUrl === undefined ? await startPostgres({ folder: join(settings.dataFolder, 'pg') }) : undefined
  const connection = server?.connection ?? settings.databaseUrl ?? ''
  const db = openDatabase(connection)
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  const jobPool = calm(new pg.Pool({ ...config, max: 6 }))
  return {
    db,
    server,
    jobPool,
    files: folderStore(join(settings.dataFolder, 'files')),
    knownMigrations: await knownMigrations(migrations),
    migrateTo: (migration) => migrate(db, connection, migrations, migration),
    close: async () => {
      await jobPool.end()
      await db.destroy()
      await server?.stop()
    },
  }
}
