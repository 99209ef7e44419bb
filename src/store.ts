/** Opens the store that the settings name: the embedded PostgreSQL or a server, migrated, with the file store beside it. */

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { calm, openDatabase, type Database } from './kernel/db.ts'
import { startPostgres } from './kernel/embedded-postgres.ts'
import { folderStore, type FileStore } from './kernel/files.ts'
import { migrate } from './kernel/migrate.ts'
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

/** Starts what is needed and brings it up to date. Throws when the database cannot be reached or migrated. */
export async function openStore(
  settings: Pick<Settings, 'dataFolder' | 'databaseUrl'> & { readonly replicaUrl?: string | undefined },
): Promise<Store> {
  await mkdir(settings.dataFolder, { recursive: true })
  const server =
    settings.databaseUrl === undefined ? await startPostgres({ folder: join(settings.dataFolder, 'pg') }) : undefined
  const connection = server?.connection ?? settings.databaseUrl ?? ''
  const db = openDatabase(connection)
  await migrate(db, connection, migrations)
  const replica = settings.replicaUrl === undefined ? undefined : openDatabase(settings.replicaUrl)
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  const jobPool = calm(new pg.Pool({ ...config, max: 6 }))
  return {
    db,
    replica,
    files: folderStore(join(settings.dataFolder, 'files')),
    jobPool,
    isEmbedded: server !== undefined,
    close: async () => {
      await jobPool.end()
      await replica?.destroy()
      await db.destroy()
      await server?.stop()
    },
  }
}
