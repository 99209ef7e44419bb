/**
 * The database that comes along: real PostgreSQL, started and stopped by us, on a Unix socket in a private folder and
 * nowhere else. The first process on a folder owns the server; those that come while it runs use it and leave it
 * running. See docs/decisions for why it is this and not an engine inside Node.
 */

import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import {
  clusterFolder,
  prepareCluster,
  serverEnvironment,
  superuser,
  type Cluster,
} from './embedded-postgres/cluster.ts'
import {
  adopt,
  disarmStaleLocks,
  findPostmaster,
  isAlive,
  ownerOf,
  removeOldOwners,
  removeOwner,
  writeOwner,
  type Postmaster,
} from './embedded-postgres/processes.ts'

export type EmbeddedPostgresOptions = {
  /** Holds the cluster, the socket and the log; made if it is not there. One server per folder. */
  readonly folder: string
  /** Made if it is not there. Default `kraftsam`. */
  readonly database?: string
  /** Told what happens, a line at a time. */
  readonly log?: (line: string) => void
  /** Where `unshare` and `setpriv` are looked for (`PATH`). Default: ours. */
  readonly env?: NodeJS.ProcessEnv
  /** More settings of the server, over our own. They hold for the process that starts it. */
  readonly settings?: Readonly<Record<string, string>>
}

export type PostgresConnection = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly ssl: false
}

export type EmbeddedPostgres = {
  /** For `pg`: `postgresql://kraftsam@/kraftsam?host=<socket folder>`. */
  readonly url: string
  readonly connection: PostgresConnection
  /** We started it, or took over one whose owner had died; then `stop` ends it. */
  readonly ours: boolean
  /** The server's process. It changes when it dies and is started again. */
  readonly pid: () => number
  /** Ends connections, writes what is in memory, stops. Leaves a server that is not ours alone. May be called again. */
  stop(): Promise<void>
}

/** PostgreSQL did not come up. The message holds its own last words. */
export class PostgresFailed extends Error {
  override readonly name = 'PostgresFailed'
}

type Running = Postmaster & { readonly ours: boolean }
type Task = {
  readonly folder: string
  readonly data: string
  readonly log: (line: string) => void
  readonly prepare: () => Promise<Cluster>
  stopping: boolean
}

/** Milliseconds. */
const patience = { start: 60_000, dying: 15_000, stop: 30_000, poll: 25 }

/** A sixteenth of the machine's memory, between 128 MB and 1 GB: a small machine starts, a large one caches its registry. */
function sharedBuffers(): string {
  const megabytes = Math.round(totalmem() / 16 / 1024 / 1024)
  return `${Math.min(Math.max(megabytes, 128), 1024)}MB`
}

const ourSettings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: sharedBuffers(),
  effective_cache_size: '2GB',
  random_page_cost: '1.1', // the disks of today are as quick here as there
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  max_connections: '150', // several web processes on the folder, each with a pool
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'Europe/Stockholm',
  log_timezone: 'Europe/Stockholm',
  log_line_prefix: '%m [%p] ',
  jit: 'off',
}

/** Throws `PostgresFailed`, or an error that says which folder is not ours or which platform has no binaries. */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { database = 'kraftsam', log = () => {}, env = process.env } = options
  const folder = resolve(options.folder)
  const settings = { ...ourSettings, ...options.settings }
  const prepare = () => prepareCluster({ folder, env, settings })
  const task: Task = { folder, data: clusterFolder(folder), log, prepare, stopping: false }
  let running = await bringUp(task, (again) => (running = again))
  await makeDatabase(running.socket, database)
  const connection = connectionTo(running.socket, database)
  const stop = () => stopOnce(task, running)
  return { url: urlOf(connection), connection, ours: running.ours, pid: () => running.pid, stop }
}

/** Tries until a server answers: one that lives, one whose owner died, or a new one. */
async function bringUp(task: Task, changed: (running: Running) => void): Promise<Running> {
  const deadline = performance.now() + patience.start
  while (performance.now() < deadline) {
    const running = (await reuse(task)) ?? (await launch(task, changed))
    if (running !== undefined) return running
    await sleep(patience.poll * 4)
  }
  throw new PostgresFailed(`PostgreSQL did not start within ${patience.start / 1000} s in ${task.folder}`)
}

async function reuse(task: Task): Promise<Running | undefined> {
  const found = await findPostmaster(task.data)
  if (found === undefined) return undefined
  const owner = await ownerOf(task.folder, found.pid)
  if (owner === 'nobody, it will end') await gone(found.pid, patience.dying)
  if (!(await answers(found.socket))) return undefined
  if (owner === 'somebody') return { ...found, ours: false }
  if (!(await adopt(task.folder, found.pid))) return undefined
  task.log(`took over the PostgreSQL (${found.pid}) that a process left behind`)
  endWithUs(found.pid)
  return { ...found, ours: true }
}

/** Undefined when another was first, or an old one is still on its way out. */
async function launch(task: Task, changed: (running: Running) => void): Promise<Running | undefined> {
  const cluster = await task.prepare()
  await disarmStaleLocks(cluster)
  const before = sizeOf(cluster.logFile)
  const child = spawnServer(cluster)
  const pid = child.pid
  if (pid === undefined) throw new PostgresFailed(`PostgreSQL could not be run: ${cluster.binaries.postgres}`)
  await writeOwner(task.folder, pid, cluster.guard.diesWithUs)
  if (!(await isReady(child, task.data))) {
    await removeOwner(task.folder, pid)
    const said = readFileSync(cluster.logFile, 'utf8').slice(before)
    if (isInTheWay(said)) return undefined
    throw new PostgresFailed(`PostgreSQL did not start in ${task.folder}:\n${said.trim()}`)
  }
  await removeOldOwners(task.folder, pid)
  task.log(`PostgreSQL started (${pid}) in ${task.folder}`)
  endWithUs(pid)
  child.once('exit', () => void startAgain(task, changed))
  return { pid, socket: cluster.socket, ready: true, ours: true }
}

/** Its own session, so that Ctrl-C in a terminal reaches us first and the last answers can be written. */
function spawnServer({ binaries, data, socket, guard, env, settings, logFile }: Cluster): ChildProcess {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const words = [...guard.prefix, binaries.postgres, '-D', data, '-k', socket, ...options]
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(words[0] ?? binaries.postgres, words.slice(1), {
    env: serverEnvironment(env),
    stdio: ['ignore', log, log],
    detached: true,
    ...guard.spawnAs,
  })
  closeSync(log)
  child.on('error', () => {})
  child.unref()
  return child
}

async function isReady(child: ChildProcess, data: string): Promise<boolean> {
  const deadline = performance.now() + patience.start
  while (child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
    const found = await findPostmaster(data)
    if (found?.ready && found.pid === child.pid && (await answers(found.socket))) return true
    await sleep(patience.poll)
  }
  return false
}

/** Another server of the folder, living or dying: worth waiting for. Everything else is worth telling at once. */
function isInTheWay(said: string): boolean {
  return /lock file ".*" already exists|pre-existing shared memory block|the database system is/.test(said)
}

/** The server died under us (a crash, the memory killer): what was acknowledged is on disk, and it comes up again. */
async function startAgain(task: Task, changed: (running: Running) => void): Promise<void> {
  if (task.stopping) return
  task.log('PostgreSQL ended unexpectedly and is started again')
  try {
    const running = await bringUp(task, changed)
    changed(running)
    if (task.stopping) await stopOnce(task, running)
  } catch (error) {
    task.log(String(error))
  }
}

const ending = new Set<number>()
let watching = false

/** Where nothing else ends it with us: a fast shutdown when we leave without a word. */
function endWithUs(pid: number): void {
  if (!watching) process.once('exit', () => ending.forEach((left) => isAlive(left) && process.kill(left, 'SIGINT')))
  watching = true
  ending.add(pid)
}

async function stopOnce(task: Task, { ours, pid }: Running): Promise<void> {
  if (!ours) return
  task.stopping = true
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  if (!(await gone(pid, patience.stop))) process.kill(pid, 'SIGQUIT')
  await gone(pid, patience.dying)
  await removeOwner(task.folder, pid)
  ending.delete(pid)
}

async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false
    await sleep(patience.poll)
  }
  return true
}

function connectionTo(host: string, database: string): PostgresConnection {
  return { host, port: 5432, user: superuser, database, ssl: false }
}

function urlOf({ host, user, database }: PostgresConnection): string {
  return `postgresql://${user}@/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}`
}

async function answers(socket: string): Promise<boolean> {
  return withClient(socket, async () => true).catch(() => false)
}

async function makeDatabase(socket: string, database: string): Promise<void> {
  await withClient(socket, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`).catch(unlessThere)
  })
}

const alreadyThere = new Set(['42P04', '23505'])

/** Two processes may make it at the same moment. */
function unlessThere(error: unknown): void {
  if (!(error instanceof pg.DatabaseError && alreadyThere.has(error.code ?? ''))) throw error
}

async function withClient<T>(socket: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connectionTo(socket, 'postgres'), connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
