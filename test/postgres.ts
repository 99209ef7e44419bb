/** The server that tests make their databases on: one for a whole `npm test`, or one for a test file run by hand. */

import { rmSync } from 'node:fs'
import type { ClientConfig } from 'pg'
import { startPostgres } from '../src/kernel/embedded-postgres.ts'
import { isAlive } from '../src/kernel/embedded-postgres/processes.ts'
import { quickFolder } from './quick-folder.ts'

export type TestServer = {
  /** May create databases. Add `database` to reach another one. */
  readonly connection: Pick<ClientConfig, 'host' | 'port' | 'user' | 'database' | 'password' | 'ssl'>
  readonly url: string
}

let server: Promise<TestServer> | undefined

/** That of `KRAFTSAM_TEST_DATABASE_URL` or `DATABASE_URL`; else one of our own, which ends with this process. */
export function testServer(): Promise<TestServer> {
  const url = process.env['KRAFTSAM_TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  server ??= url === undefined ? startTestServer() : Promise.resolve(serverAt(url))
  return server
}

/** Nothing in it is worth a power cut: no fsync. Its folder goes with the process. */
export async function startTestServer(): Promise<TestServer> {
  const folder = quickFolder('kraftsam-test-')
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    max_wal_size: '256MB',
  }
  const { connection, url, pid } = await startPostgres({ folder, database: 'postgres', settings })
  process.once('exit', () => {
    endAtOnce(pid())
    rmSync(folder, { recursive: true, force: true })
  })
  return { connection, url }
}

/** Waits until it is gone, at most three seconds: what still runs would write in a folder that is being removed. */
function endAtOnce(pid: number): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
  for (let tries = 0; tries < 300 && isAlive(pid); tries++) Atomics.wait(pause, 0, 0, 10)
}

function serverAt(text: string): TestServer {
  const url = new URL(text.replace('@/', '@localhost/'))
  const connection = {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.searchParams.get('port') ?? (url.port || 5432)),
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
  }
  return { connection, url: text }
}
