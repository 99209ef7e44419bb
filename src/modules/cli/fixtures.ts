/** Runs the real command line as a process of its own, on a test's database. */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as words } from 'node:stream/consumers'
import type { World } from '../../../test/support.ts'

const program = join(import.meta.dirname, '../../../bin/kraftsam')
const folder = mkdtempSync(join(tmpdir(), 'kraftsam-cli-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** `world`: the store it works on. Without one, opening the store fails, which proves that it was not opened. */
export async function kraftsam(
  args: readonly string[],
  { world, input = '' }: { readonly world?: World; readonly input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { env: environmentOf(world) })
  child.stdin.on('error', () => {}) // it may end without having read
  child.stdin.end(input)
  const [out, err, code] = await Promise.all([
    words(child.stdout),
    words(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ])
  return { code, out, err }
}

/** What a process of its own is told. */
export function environmentOf(world: World | undefined): NodeJS.ProcessEnv {
  const url = world === undefined ? 'postgresql://nobody@127.0.0.1:1/none' : urlOf(world)
  return { PATH: process.env['PATH'], DATABASE_URL: url, KRAFTSAM_DATA: folder, KRAFTSAM_LOG: 'silent' }
}

function urlOf({ connection }: World): string {
  const { host, port, user, password, database } = connection
  const url = new URL('postgresql://localhost/')
  url.pathname = `/${database ?? ''}`
  url.username = user ?? ''
  url.password = typeof password === 'string' ? password : ''
  url.searchParams.set('host', host ?? '')
  if (port !== undefined) url.searchParams.set('port', String(port))
  return url.href
}

export function pathTo(name: string): string {
  return join(folder, name)
}

export function aFile(name: string, content: string | Uint8Array): string {
  writeFileSync(pathTo(name), content)
  return pathTo(name)
}

/** A file of so many bytes that nobody has to write. */
export function aLargeFile(name: string, bytes: number): string {
  const path = aFile(name, '')
  truncateSync(path, bytes)
  return path
}

/** Each line is a JSON object. */
export function linesOf(output: string): unknown[] {
  return output
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
}
