/**
 * Runs a script of ours, from a fresh clone or at any time after, with whatever Node (18 or newer) happens to be here:
 *
 *   node bin/boot.mjs [--watch] src/main.ts [arguments]
 *
 * First it makes node_modules match package-lock.json, then it hands over to the Node that came with it. Plain
 * JavaScript, and nothing but Node: there may not be any packages yet. All words go to stderr, stdout is the script's.
 */

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.lock-hash')
const lock = join(root, 'tmp', 'install.lock')
const needed = 26

/**
 * For a web process. By itself V8 lets what is thrown away lie until there is four times what is in use; here until there is half
 * as much again. Not by a limit of the whole heap: that would take the place of the smaller limits that our threads have.
 */
const thrift = ['--heap-growing-percent=50', '--max-semi-space-size=8']

const isServer = ([script, verb]) => script === 'src/main.ts' || (script === 'src/cli.ts' && verb === 'serve')

const say = (words) => process.stderr.write(`${words}\n`)

/** Options before the script are for Node; what follows it is the script's own. */
export async function boot(words) {
  const place = words.findIndex((word) => !word.startsWith('--'))
  if (place < 0) return fail('Which script? node bin/boot.mjs [--watch] SCRIPT [arguments]')
  await installUnlessThere()
  const node = findNode()
  if (node === undefined) return fail(noNode())
  const script = resolve(root, words[place])
  const memory = isServer(words.slice(place)) ? thrift : []
  handOver(node, [...memory, ...words.slice(0, place), script, ...words.slice(place + 1)])
}

function fail(words) {
  say(words)
  process.exit(1)
}

// ── packages ──

async function installUnlessThere() {
  if (isInstalled()) return
  await takeLock()
  try {
    if (!isInstalled()) await install()
  } finally {
    rmSync(lock, { force: true })
  }
}

function wantedHash() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  return hash.update(isProduction() ? 'production' : '').digest('hex')
}

const isProduction = () => process.env.NODE_ENV === 'production'

function isInstalled() {
  if (readOr(stamp, '') === wantedHash()) return true
  if (!sameAsNpmLeftIt()) return false
  tryToStamp()
  return true
}

/** Somebody ran `npm ci` by hand: npm's own account of what it installed says whether that was this lockfile. */
function sameAsNpmLeftIt() {
  const installed = packagesIn(join(modules, '.package-lock.json'))
  const wanted = packagesIn(join(root, 'package-lock.json'))
  if (installed === undefined || wanted === undefined) return false
  const same = (path) =>
    installed[path]?.version === wanted[path]?.version && installed[path]?.integrity === wanted[path]?.integrity
  const mayBeAbsent = ({ optional, devOptional, dev }) => optional || devOptional || (dev && isProduction())
  const missing = Object.keys(wanted).filter(
    (path) => path !== '' && !(path in installed) && !mayBeAbsent(wanted[path]),
  )
  return missing.length === 0 && Object.keys(installed).every(same)
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** A read-only installation is as good without the stamp, only slower to recognise. */
function tryToStamp() {
  try {
    writeFileSync(stamp, wantedHash())
  } catch {}
}

async function install() {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  say('Installing what Kraftsam needs (packages, Node, PostgreSQL; some 500 MB). This happens once …')
  const ticking = setInterval(() => say(`… still installing (${seconds()} s)`), 10_000)
  const code = await runNpm(['ci', '--loglevel=error', '--no-fund', '--no-audit'])
  clearInterval(ticking)
  if (code !== 0) {
    rmSync(lock, { force: true })
    fail(`npm ci did not succeed (${code}). What it said stands above; nothing has been started.`)
  }
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, wantedHash())
  say(`Installed in ${seconds()} s.`)
}

/** What npm says goes to stderr. Our number and npm's stand in the lock: npm goes on if we are killed. */
function runNpm(words) {
  const own = join(modules, '.bin')
  const PATH = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== own)
    .join(delimiter)
  const npm = spawn('npm', words, { cwd: root, env: { ...process.env, PATH }, stdio: ['ignore', 2, 2] })
  writeFileSync(lock, `${process.pid} ${npm.pid ?? ''}`)
  const stop = (signal) => {
    npm.kill(signal)
    rmSync(lock, { force: true })
    npm.once('exit', () => process.exit(1))
  }
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']
  for (const signal of signals) process.once(signal, stop)
  return new Promise((done) => {
    npm.once('error', (error) => done(error.code === 'ENOENT' ? 'npm was not found' : error.message))
    npm.once('exit', (code, signal) => {
      for (const name of signals) process.removeListener(name, stop)
      done(signal ?? code)
    })
  })
}

/** Two starts at once: one installs, the other waits. A lock whose processes are gone is nobody's. */
async function takeLock() {
  mkdirSync(dirname(lock), { recursive: true })
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (waited === 1) say('Another start is installing; waiting for it …')
    removeDeadLock()
    await sleep(200)
  }
}

function removeDeadLock() {
  const text = readOr(lock, '')
  const holders = text.split(' ').filter(Boolean).map(Number)
  if (holders.length === 0 || holders.some(isAlive)) return
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
    // Between reading and moving it, another may have removed the dead one and put its own: that one goes back.
    if (readOr(aside, '') === text) rmSync(aside)
    else renameSync(aside, lock)
  } catch {}
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}

// ── Node ──

function findNode() {
  const brought = join(modules, '.bin', 'node')
  if (existsSync(brought)) return realpathSync(brought)
  return Number.parseInt(process.versions.node, 10) >= needed ? process.execPath : undefined
}

const noNode = () =>
  `Kraftsam needs Node ${needed} or newer. It comes with the packages for Linux on x64 and arm64; this is ` +
  `${process.platform} on ${process.arch} with Node ${process.versions.node}. Install Node ${needed} and start again with it.`

/** Becomes the script where Node can replace itself; else runs it as a child that shares its fate. */
function handOver(node, words) {
  // What Node compiled once it need not compile again: our TypeScript starts in half the time.
  process.env.NODE_COMPILE_CACHE ??= join(root, 'tmp', 'compiled')
  // The C library keeps memory apart for each thread and does not give it back. Two such stores are enough: some 20 MB less.
  process.env.MALLOC_ARENA_MAX ??= '2'
  // And large pieces that are given back go back to the system, also when there have been many of them.
  process.env.MALLOC_MMAP_THRESHOLD_ ??= '131072'
  process.env.MALLOC_TRIM_THRESHOLD_ ??= '131072'
  if (typeof process.execve === 'function') process.execve(node, [node, ...words], process.env)
  const prefix = hasSetpriv() ? ['setpriv', '--pdeathsig', 'TERM'] : []
  const [program, ...rest] = [...prefix, node, ...words]
  const child = spawn(program, rest, { stdio: 'inherit' })
  const forward = (signal) => child.kill(signal)
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, forward)
  // A terminal tells the whole group by itself; told twice, the script would think somebody is impatient.
  process.on('SIGINT', (signal) => atTerminal() || forward(signal))
  child.once('error', (error) => fail(`Node could not be run: ${error.message}`))
  child.once('exit', (code, signal) => (signal === null ? process.exit(code) : dieOf(signal)))
}

function dieOf(signal) {
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

const atTerminal = () => [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)

/** On Linux: has the kernel end the script if we are killed in a way that cannot be forwarded. */
const hasSetpriv = () =>
  process.platform === 'linux' && spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).status === 0

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await boot(process.argv.slice(2))
}
