/** Makes the CSV, imports it with the command that everybody uses, and indexes it for search. */

import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Line } from '../table.ts'

const root = join(import.meta.dirname, '../..')

export type Made = {
  readonly cases: number
  readonly documents: number
  readonly pairs: readonly (readonly [string, string])[]
}

export function madeIn(folder: string): Made {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- written by the generator
  return JSON.parse(readFileSync(join(folder, 'csv', 'params.json'), 'utf8')) as Made
}

/** Nothing is done again in a folder that was kept. */
export async function fill(folder: string, cases: number): Promise<Line[]> {
  const csv = join(folder, 'csv')
  if (existsSync(join(csv, 'params.json'))) return []
  await run(['bench/gen/gen.mjs', '--cases', String(cases), '--rounds', '0', '--seed', '1541', '--out', csv], {})
  const env = { KRAFTSAM_DATA: join(folder, 'data'), KRAFTSAM_DEMO: 'no', KRAFTSAM_LOG: 'error' }
  const { documents } = madeIn(folder)
  const imported = await run(['src/cli.ts', 'import', 'registry', csv, '--no-index'], env)
  const indexed = await run(['src/cli.ts', 'search', 'rebuild'], env)
  for (const name of ['document', 'cases']) rmSync(join(csv, `${name}.csv`), { force: true })
  const what = `${cases.toLocaleString('en')} cases, ${documents.toLocaleString('en')} records`
  return [
    {
      what: `import of ${what}`,
      took: `${imported.seconds.toFixed(0)} s, ${Math.round(documents / imported.seconds).toLocaleString('en')} records/s`,
      beside: `at most ${imported.megabytes} MB of memory`,
    },
    {
      what: `search index of the same`,
      took: `${indexed.seconds.toFixed(0)} s, ${Math.round(documents / indexed.seconds).toLocaleString('en')} records/s`,
      beside: `at most ${indexed.megabytes} MB of memory`,
    },
  ]
}

type Ran = { readonly seconds: number; readonly megabytes: number }

/** Runs a script of ours and looks at its memory while it does. Throws when it fails. */
function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const began = performance.now()
  const child = spawn(process.execPath, [...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, residentOf(child.pid))), 200)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      clearInterval(watch)
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, megabytes: Math.round(most) })
      else reject(new Error(`${words.join(' ')} ended with ${code}`))
    })
  })
}

/** Megabytes that a process holds in memory. */
export function residentOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
