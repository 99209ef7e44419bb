import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isAlive } from '../src/kernel/embedded-postgres/processes.ts'
import { eventually } from './support/postgres-processes.ts'

const boot = join(import.meta.dirname, '../bin')
const folders: string[] = []
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** What an older Node is like: it cannot replace itself, and runs the script as a child. */
const asOlderNode = ['--import', 'data:text/javascript,process.execve=undefined']

/** A project without packages, so that its installation is real and needs no network. */
function project(script: string, dependencies: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'kraftsam-boot-'))
  folders.push(folder)
  cpSync(boot, join(folder, 'bin'), { recursive: true })
  const named = { name: 'small', version: '1.0.0' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...named, type: 'module', dependencies }))
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...named, lockfileVersion: 3, requires: true, packages: { '': named } }),
  )
  writeFileSync(join(folder, 'script.ts'), script)
  return folder
}

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

function start(folder: string, words: readonly string[], options: readonly string[] = []) {
  const child = spawn(process.execPath, [...options, join(folder, 'bin/boot.mjs'), ...words], { cwd: folder })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)))
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => ({ code, out, err }))
  return { child, ended, said: () => out }
}

/** Tells its number only when it is ready for the signal: who knows it may send one at once. */
const waits = `
process.on('SIGTERM', () => process.exit(7))
console.log(process.pid)
setInterval(() => {}, 1000)`

async function pidOf({ said }: { said: () => string }): Promise<number> {
  await eventually(() => /^\d+\n/.test(said()))
  return Number(said())
}

test('the first start installs, tells about it on stderr, and leaves stdout to the script', async () => {
  const folder = project('console.log(JSON.stringify(process.argv.slice(2)))')

  const first = await start(folder, ['script.ts', 'å', '--flag']).ended
  const second = await start(folder, ['script.ts']).ended

  assert.equal(first.out, '["å","--flag"]\n')
  assert.match(first.err, /Installing what Kraftsam needs[^]*Installed in/)
  assert.deepEqual({ out: second.out, err: second.err }, { out: '[]\n', err: '' })
})

test('a changed lockfile is installed anew', async () => {
  const folder = project('')
  await start(folder, ['script.ts']).ended
  const path = join(folder, 'package-lock.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('{', '{ '))
  writeFileSync(
    join(folder, 'node_modules/.package-lock.json'),
    '{"packages":{"node_modules/old":{"version":"1.0.0"}}}',
  )

  const { err } = await start(folder, ['script.ts']).ended

  assert.match(err, /Installed in/)
})

test('packages that npm ci already installed are not installed again', async () => {
  const folder = project('')
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{"packages":{}}')

  const { code, err } = await start(folder, ['script.ts']).ended

  assert.deepEqual({ code, err }, { code: 0, err: '' })
  assert.ok(existsSync(join(folder, 'node_modules/.lock-hash')))
})

test('two first starts at once install one after the other, and both run', async () => {
  const folder = project('console.log("up")')

  const both = await Promise.all([start(folder, ['script.ts']).ended, start(folder, ['script.ts']).ended])

  assert.deepEqual(
    both.map(({ out }) => out),
    ['up\n', 'up\n'],
  )
  assert.equal(both.filter(({ err }) => err.includes('Installed in')).length, 1)
})

test('the lock of an installation that was killed holds nobody up', async () => {
  const folder = project('console.log("up")')
  const dead = spawn('true')
  await once(dead, 'exit')
  mkdirSync(join(folder, 'tmp'))
  writeFileSync(join(folder, 'tmp/install.lock'), String(dead.pid))

  assert.equal((await start(folder, ['script.ts']).ended).out, 'up\n')
})

test('an installation that fails says so, and starts nothing', async () => {
  const folder = project('console.log("up")', { gone: 'file:gone.tgz' })

  const { code, out, err } = await start(folder, ['script.ts']).ended

  assert.deepEqual({ code, out }, { code: 1, out: '' })
  assert.match(err, /npm ci did not succeed/)
})

for (const [which, options] of [
  ['this Node', []],
  ['an older Node', asOlderNode],
] as const) {
  test(`${which} gives the script's exit code, passes signals on and leaves nothing behind`, async () => {
    const folder = project(waits)
    const running = start(folder, ['script.ts'], options)
    const pid = await pidOf(running)

    running.child.kill('SIGTERM')

    assert.equal((await running.ended).code, 7)
    assert.equal(isAlive(pid), false)
  })

  test(`${which}, killed, takes the script with it`, async () => {
    const folder = project(waits)
    const running = start(folder, ['script.ts'], options)
    const pid = await pidOf(running)

    running.child.kill('SIGKILL')

    await eventually(() => !isAlive(pid))
    assert.equal(isAlive(pid), false)
  })
}

test('without a script it says how it is used', async () => {
  const { code, err } = await start(project(''), ['--watch']).ended

  assert.equal(code, 1)
  assert.match(err, /node bin\/boot\.mjs/)
})
