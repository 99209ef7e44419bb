/** Web processes on one data folder, as they run in production, and the registrars who work there. */

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase, type Database } from '../../src/kernel/db.ts'
import { superuser, clusterFolder, socketFolder } from '../../src/kernel/embedded-postgres/cluster.ts'
import { hashToken, makeToken } from '../../src/kernel/secrets.ts'
import { anAuthority, aPerson } from '../house.ts'

const project = join(import.meta.dirname, '../..')

const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))

export type WebProcess = { readonly child: ChildProcess; readonly address: string }

/** Starts one on the folder; the first of them owns the database. Resolves when it answers. */
export async function startWeb(folder: string, more: NodeJS.ProcessEnv = {}): Promise<WebProcess> {
  const { DATABASE_URL: _, ...around } = process.env
  const env = { ...around, KRAFTSAM_DATA: folder, KRAFTSAM_DEMO: 'no', KRAFTSAM_LOG: 'silent', PORT: '0', ...more }
  const child = spawn(process.execPath, [join(project, 'bin/boot.mjs'), 'src/main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address !== undefined) return { child, address: address.replace('localhost', '127.0.0.1') }
  }
  throw new Error('The web process ended before it was ready')
}

/** SIGKILL: nothing is said, nothing is cleaned. */
export async function killWeb({ child }: WebProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

export async function stopWeb({ child }: WebProcess): Promise<void> {
  child.kill('SIGTERM')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** The database server's process, as its own file names it; undefined while there is none. */
export function postgresPid(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(clusterFolder(join(folder, 'pg')), 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

/** Straight to the store, past every rule: to set up and to check. */
export function storeOf(folder: string): Database {
  const host = socketFolder(join(folder, 'pg'))
  return openDatabase({ host, port: 5432, user: superuser, database: 'kraftsam', ssl: false }, 3)
}

export type Registrar = { readonly authorityId: string; readonly bearer: string }

/** So many registrars, spread over so many authorities. */
export async function hire(
  db: Database,
  { registrars, authorities }: { registrars: number; authorities: number },
): Promise<Registrar[]> {
  const boards = []
  for (let n = 0; n < authorities; n++) boards.push(await anAuthority(db))
  const hired: Registrar[] = []
  for (let n = 0; n < registrars; n++) {
    const board = boards[n % boards.length]
    if (board === undefined) throw new Error('There is no authority to work at')
    const personId = await aPerson(db, { bodyId: board.bodyId, roles: ['registrar'] })
    const bearer = makeToken()
    const now = new Date()
    await db
      .insertInto('organisation.api_tokens')
      .values({
        token_hash: hashToken(bearer),
        person_id: personId,
        name: 'soak',
        created_at: now,
        expires_at: new Date(now.getTime() + 86_400_000),
      })
      .execute()
    hired.push({ authorityId: board.authorityId, bearer })
  }
  return hired
}

/** Waits until the store answers again. */
export async function isBack(address: string, seconds = 60): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(50)) {
    const reply = await fetch(`${address}/health`).catch(() => undefined)
    if (reply?.status === 200) return
  }
  throw new Error(`Not back within ${seconds} s`)
}
