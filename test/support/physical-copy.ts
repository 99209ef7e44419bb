/** A physical copy of a running cluster, as an operator's tool makes it: between the backup's start and its stop. */

import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { EmbeddedPostgres } from '../../src/kernel/embedded-postgres.ts'
import { clusterFolder } from '../../src/kernel/embedded-postgres/cluster.ts'

/** Copies `from`'s cluster into the folder `to`, ready to be started with a `standby.signal` or a `recovery.signal`. */
export async function copyCluster(
  server: EmbeddedPostgres,
  { from, to, signal }: { from: string; to: string; signal: 'standby.signal' | 'recovery.signal' },
): Promise<void> {
  const client = new pg.Client(server.connection)
  await client.connect()
  const target = clusterFolder(to)
  await mkdir(target, { recursive: true, mode: 0o700 })
  await client.query(`select pg_backup_start('copy', true)`)
  const isLeft = /\/(postmaster\.(pid|opts)|pg_wal\/.+|pg_replslot\/.+)$/
  await cp(clusterFolder(from), target, { recursive: true, filter: (path) => !isLeft.test(path) })
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
  await client.end()
  await mkdir(join(target, 'pg_wal', 'archive_status'), { recursive: true })
  await writeFile(join(target, 'backup_label'), rows[0]?.labelfile ?? '')
  await writeFile(join(target, signal), '')
  await rm(join(target, 'backup_manifest'), { force: true })
}
