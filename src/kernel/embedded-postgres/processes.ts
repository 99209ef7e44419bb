/** What runs on a cluster, read from its lock file and from /proc; and who answers for it. */

import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A living process, known by more than its number, since numbers come again. */
type Process = { readonly pid: number; readonly born: string }

/** A server's lock file, `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly socket: string; readonly ready: boolean }

/** Who started a server and will stop it. Written beside the cluster in a file named by the server's number. */
type Owner = Process & { readonly diesWithOwner: boolean }

function processOf(pid: number): Process | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    const fields = afterName.split(' ')
    return fields[0] === 'Z' ? undefined : { pid, born: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

export function isAlive(pid: number): boolean {
  return processOf(pid) !== undefined
}

/** The server on this cluster; undefined when there is none, or when the number now belongs to somebody else. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!(pid > 0) || !serves(pid, cluster)) return undefined
  return { pid, socket: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

function serves(pid: number, cluster: string): boolean {
  try {
    return isAlive(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    return false
  }
}

/**
 * After a power cut or in a new container the number in a lock file may belong to somebody else, and PostgreSQL would
 * refuse to start for ever. It disregards its parent's number, so ours is put there: its own check that no old backend
 * still holds the shared memory stays in force, as it would not if the file were removed.
 */
export async function disarmStaleLocks({ data, socket }: { data: string; socket: string }): Promise<void> {
  const lock = join(data, 'postmaster.pid')
  const text = await readFile(lock, 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  if (pid > 0 && isAlive(pid) && !serves(pid, data)) await writeFile(lock, text.replace(/^\d+/, String(process.pid)))
  const socketLock = join(socket, '.s.PGSQL.5432.lock')
  const holder = Number.parseInt(await readFile(socketLock, 'utf8').catch(() => ''), 10)
  if (holder > 0 && !serves(holder, data)) await rm(socketLock, { force: true })
}

const ownerFile = (folder: string, server: number) => join(folder, `owner-${server}.json`)

export async function writeOwner(folder: string, server: number, diesWithOwner: boolean): Promise<void> {
  const owner: Owner = { ...(processOf(process.pid) ?? { pid: process.pid, born: '' }), diesWithOwner }
  await writeFile(ownerFile(folder, server), JSON.stringify(owner))
}

export async function removeOwner(folder: string, server: number): Promise<void> {
  await rm(ownerFile(folder, server), { force: true })
}

/** Owners of servers that are no more. */
export async function removeOldOwners(folder: string, server: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('owner-'))
  const old = names.filter((name) => join(folder, name) !== ownerFile(folder, server))
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })))
}

/** `nobody` when its owner has died; `somebody` when the owner lives, or when it was started by other means. */
export async function ownerOf(folder: string, server: number): Promise<'somebody' | 'nobody' | 'nobody, it will end'> {
  const text = await readFile(ownerFile(folder, server), 'utf8').catch(() => '')
  if (text === '') return 'somebody'
  const owner: Owner = JSON.parse(text)
  if (processOf(owner.pid)?.born === owner.born) return 'somebody'
  return owner.diesWithOwner ? 'nobody, it will end' : 'nobody'
}

/** Takes over a server that nobody owns. Of two who try, one succeeds. */
export async function adopt(folder: string, server: number): Promise<boolean> {
  const claimed = join(folder, `adopted-${process.pid}.json`)
  const mine = await rename(ownerFile(folder, server), claimed).then(
    () => true,
    () => false,
  )
  if (!mine) return false
  await writeOwner(folder, server, false)
  await rm(claimed, { force: true })
  return true
}
