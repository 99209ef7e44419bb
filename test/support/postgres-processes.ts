/** For tests of the embedded PostgreSQL: temporary folders, one question, and servers held by other processes. */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { readFile, readlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import type { PostgresConnection } from '../../src/kernel/embedded-postgres.ts'

const ours = join(import.meta.dirname, '../..')

const folders: string[] = []
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })))

/** Whether every user may walk to a folder. */
function isOpen(folder: string): boolean {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isOpen(parent))
}

/** The project where every user can run it: where it lies, or in links beside it when only root may walk there. */
function reachable(): string {
  if (process.getuid?.() !== 0 || isOpen(ours)) return ours
  const open = temporaryFolder()
  chmodSync(open, 0o755)
  for (const name of ['package.json', 'node_modules', 'src', 'test']) {
    const [from, to] = [join(ours, name), join(open, name)]
    const linked = spawnSync('cp', ['-al', from, to], { stdio: 'ignore' }).status === 0
    if (!linked) cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  }
  return open
}

let place: string | undefined
const project = (): string => (place ??= reachable())

/** Goes when the process does. */
export function temporaryFolder(owner?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'kraftsam-pg-'))
  if (owner !== undefined) chownSync(folder, owner, owner)
  folders.push(folder)
  return folder
}

/** The first column of the first row, as text. */
export async function ask({ connection }: { connection: PostgresConnection }, question: string): Promise<string> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: question, rowMode: 'array' })
    return String(rows[0]?.[0] ?? '')
  } finally {
    await client.end()
  }
}

/** Waits, at most twenty seconds, until it is so. An error is a no. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (
      await Promise.resolve()
        .then(isSo)
        .catch(() => false)
    )
      return
    await sleep(50)
  }
  throw new Error(`It never became so: ${isSo}`)
}

const held = z.object({ pid: z.number(), ours: z.boolean(), url: z.string(), uid: z.number() })

export type Holder = z.output<typeof held> & {
  readonly process: ChildProcess
  /** Lets go: the process stops what is its own and ends. */
  release(): Promise<void>
}

type Words = {
  readonly prefix?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Done to the process before its first line is awaited. */
  readonly prepare?: (child: ChildProcess) => Promise<void>
}

const children: ChildProcess[] = []

/** A test that fails half way leaves its holder behind: it would keep the whole run waiting. */
after(() => children.forEach((child) => child.kill('SIGKILL')))

/** A server held by another process, which may be killed. The words of `prefix` come before `node`. */
export async function holdPostgres(
  folder: string,
  { prefix = [], env = process.env, prepare }: Words = {},
): Promise<Holder> {
  const node = process.execPath.replace(ours, project())
  const script = join(project(), 'test/support/hold-postgres.ts')
  const [program = node, ...words] = [...prefix, node, script, folder]
  const child = spawn(program, words, { cwd: project(), env, stdio: ['pipe', 'pipe', 'pipe'] })
  children.push(child)
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += String(chunk)))
  await prepare?.(child)
  const line = await Promise.race([firstLine(child), once(child, 'exit').then(() => undefined)])
  if (line === undefined) throw new Error(`The holder ended: ${complaints}`)
  return { ...held.parse(JSON.parse(line)), process: child, release: () => release(child) }
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) return undefined
  for await (const line of createInterface({ input: child.stdout })) return line
  return new Promise(() => {})
}

async function release(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.stdin?.end()
  await ended
}

export async function kill({ process: child }: Holder): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** As whom a process runs, in our own eyes. */
export async function userOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])
}

/** Run anew once the numbers are mapped, since only then is it root there. */
const refusing = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'

/**
 * Root in a user namespace where every user has its own number and no further namespace may be made: what a process
 * is in most containers. The kernel's own refusal, not a pretended one.
 */
export const withoutNamespaces: Words = {
  prefix: ['unshare', '-U', 'sh', '-c', `read go; exec sh -c '${refusing}' sh "$@"`, 'sh'],
  prepare: async (child) => {
    const outside = await readlink('/proc/self/ns/user')
    await eventually(async () => (await readlink(`/proc/${child.pid}/ns/user`)) !== outside)
    await writeFile(`/proc/${child.pid}/uid_map`, '0 0 65536')
    await writeFile(`/proc/${child.pid}/gid_map`, '0 0 65536')
    child.stdin?.write('go\n')
  },
}

/** Whether this machine lets us make user namespaces at all. */
export const hasNamespaces = spawnSync('unshare', ['-U', 'true'], { stdio: 'ignore' }).status === 0

/** A PATH on which only these programs are found. */
export function pathWithOnly(folder: string, programs: readonly string[]): string {
  const bin = join(folder, 'only')
  mkdirSync(bin)
  chmodSync(bin, 0o755)
  chmodSync(folder, 0o755)
  for (const program of programs) symlinkSync(`/usr/bin/${program}`, join(bin, program))
  return bin
}
