/** The command line's entry: arguments, streams, settings and clock. What it can do is in `modules/cli`. */

import { buffer } from 'node:stream/consumers'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './settings.ts'
import { runCommandLine, type House, type OpenHouse, type Streams } from './modules/cli/index.ts'

const clock = () => new Date()

const streams: Streams = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  input: () => buffer(process.stdin),
  progress: openProgress(),
}

const house: House = {
  version: versionOf(join(import.meta.dirname, '..', 'package.json')),
  clock,
  open,
  openBare: async (into) => (await import('./store.ts')).openBareStore(await settingsOf(into)),
  routes: async () => (await import('./app.ts')).routes,
  serve: async (started) => {
    const { readSettings } = await import('./settings.ts')
    const { serve } = await import('./serve.ts')
    const running = await serve(readSettings(process.env), clock)
    started(running)
    await new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, resolve)))
    await running.stop()
  },
}

/** What the environment says; with a folder given, the embedded store in that folder. */
async function settingsOf(into?: string): Promise<Settings> {
  const { readSettings } = await import('./settings.ts')
  return readSettings(
    into === undefined ? process.env : { ...process.env, KRAFTSAM_DATA: into, DATABASE_URL: undefined },
  )
}

/** On a terminal one line that changes; elsewhere a line now and then. */
function openProgress(): Streams['progress'] {
  const isTerminal = process.stderr.isTTY
  const milliseconds = isTerminal ? 100 : 5000
  let last = -Infinity
  return (line, isLast = false) => {
    if (!isLast && performance.now() - last < milliseconds) return
    last = isLast ? -Infinity : performance.now()
    process.stderr.write(isTerminal ? `\r\x1b[K${line}${isLast ? '\n' : ''}` : `${line}\n`)
  }
}

/** The store that the settings name; a server that already runs on the folder is used and left running. */
async function open(into?: string): Promise<OpenHouse> {
  const { openStore } = await import('./store.ts')
  const { grants, routes, slots } = await import('./app.ts')
  const store = await openStore(await settingsOf(into))
  const { db, files, jobPool: pool } = store
  const base = { db, files, slots, isDemo: false } // signing in as a person of the demo city is for the browser
  return {
    db,
    pool,
    routes,
    grants,
    caller: (actor) => ({ ...base, actor, now: clock() }),
    close: store.close,
  }
}

function versionOf(file: string): string {
  const about: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : ''
}

// Whoever reads our output may stop before the end (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await runCommandLine(process.argv.slice(2), house, streams)
