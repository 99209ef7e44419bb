/** The cluster: its folder, its files, and the private folder where its socket stands. */

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { findBinaries, type Binaries } from './binaries.ts'
import { chooseGuard, type Guard } from './guard.ts'
import { isAlive } from './processes.ts'

export type Cluster = {
  readonly folder: string
  readonly data: string
  readonly socket: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly guard: Guard
  readonly env: NodeJS.ProcessEnv
  readonly settings: Readonly<Record<string, string>>
}

export const superuser = 'kraftsam'

/** A Unix socket's whole path may have 107 bytes. */
const longestSocketFolder = 107 - '/.s.PGSQL.5432'.length

const name = (folder: string) => createHash('sha256').update(folder).digest('hex').slice(0, 16)

export const clusterFolder = (folder: string) => join(folder, 'cluster')

/** Where things stand; makes the folders, and the cluster if there is none. Safe when two do it at once. */
export async function prepareCluster(given: Pick<Cluster, 'env' | 'settings'> & { folder: string }): Promise<Cluster> {
  const folder = resolve(given.folder)
  const data = clusterFolder(folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const binaries = findBinaries()
  const guard = chooseGuard([binaries.postgres, data], given.env)
  const cluster = {
    ...given,
    folder,
    data,
    binaries,
    guard,
    logFile: join(folder, 'postgres.log'),
    socket: socketFolder(folder),
  }
  giveTo(guard.owner, folder)
  makeSocketFolder(cluster.socket, guard.owner)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(cluster)
  return cluster
}

export function socketFolder(folder: string): string {
  const near = join(folder, 'socket')
  if (Buffer.byteLength(near) <= longestSocketFolder) return near
  return join(tmpdir(), `kraftsam-${name(folder)}`)
}

/** A folder in a common place may have been put there by somebody else to listen: it must be a folder, private, ours. */
function makeSocketFolder(socket: string, owner: number): void {
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  const found = lstatSync(socket)
  const trusted = found.uid === process.getuid?.() || found.uid === owner
  if (!found.isDirectory() || (found.mode & 0o077) !== 0 || !trusted) {
    throw new Error(`${socket} should be a private folder of ours (0700), and is not: remove it`)
  }
  if (found.uid !== owner) chownSync(socket, owner, owner)
}

/** The whole folder changes owner when root's way of running PostgreSQL changes, as when a machine becomes a container. */
function giveTo(owner: number, folder: string): void {
  if (process.getuid?.() !== 0) return
  if (statSync(folder).uid === owner) return
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
  for (const path of [...inside, folder]) if (existsSync(path)) chownSync(path, owner, owner)
}

/** In a folder beside and then renamed, so that a cluster is whole or not there. */
async function initialise(cluster: Cluster): Promise<void> {
  removeStrays(cluster.folder)
  const fresh = join(cluster.folder, `new-${process.pid}`)
  mkdirSync(fresh, { mode: 0o700 })
  if (cluster.guard.owner !== process.getuid?.()) chownSync(fresh, cluster.guard.owner, cluster.guard.owner)
  await runInitdb(cluster, fresh)
  try {
    renameSync(fresh, cluster.data)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(cluster.data, 'PG_VERSION'))) throw error
  }
}

function removeStrays(folder: string): void {
  const strays = readdirSync(folder).filter((path) => /^new-\d+$/.test(path) && !isAlive(Number(path.slice(4))))
  for (const stray of strays) rmSync(join(folder, stray), { recursive: true, force: true })
}

/** Swedish order (å ä ö last) from ICU; messages and numbers in C, so that they can be read by programs. */
async function runInitdb({ binaries, guard, env, settings }: Cluster, data: string): Promise<void> {
  const [program = binaries.initdb, ...words] = [
    ...guard.prefix,
    binaries.initdb,
    ...['-D', data, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
    ...['--locale-provider=icu', '--icu-locale=sv-SE', '--lc-messages=C', '--no-instructions'],
    ...(settings['fsync'] === 'off' ? ['--no-sync'] : []),
  ]
  await promisify(execFile)(program, words, { env: serverEnvironment(env), ...guard.spawnAs }).catch(
    (failed: Error & { stderr?: string }) => {
      throw new Error(`PostgreSQL could not make its folder ${data}: ${failed.stderr || failed.message}`)
    },
  )
}

/** Nothing of ours leads PostgreSQL astray: no PGDATA, PGPORT or locale. */
export function serverEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { PATH: env['PATH'], LC_ALL: 'C.UTF-8' }
}
