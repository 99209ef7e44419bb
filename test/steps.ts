/** The parts of `npm test` and `npm run check`: each a program of its own, timed, and all run even when one fails. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { join } from 'node:path'

export const project = join(import.meta.dirname, '..')

export type Step = { readonly name: string; readonly words: readonly string[]; readonly env?: NodeJS.ProcessEnv }

const tool = (name: string) => join(project, 'node_modules/.bin', name)
const ours = ['src', 'test', 'seed', 'bench', 'bin'].filter(
  (folder) => globSync(`${folder}/*`, { cwd: project }).length > 0,
)

export const types: Step = { name: 'types', words: [tool('tsc'), '-p', '.'] }
export const lint: Step = { name: 'lint', words: [tool('oxlint'), '--type-aware', '--deny-warnings', ...ours] }
/** Not the types made from the database: they are as they were made. */
export const format: Step = {
  name: 'format',
  words: [
    tool('prettier'),
    '--check',
    '--log-level=warn',
    ...ours.map((folder) => `${folder}/**/*.{ts,mjs}`),
    '!src/kernel/{schema,schema/*}.ts',
  ],
}

/** Whether it went well. Says how long it took, in seconds, unless it is the last and its own last words should stay. */
export async function run({ name, words, env = process.env }: Step): Promise<boolean> {
  const began = performance.now()
  const [program = '', ...rest] = words
  const child = spawn(program, rest, { cwd: project, env, stdio: 'inherit' })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGTERM', forward)
  const [code] = await once(child, 'exit')
  process.off('SIGTERM', forward)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.error(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)`)
  return code === 0
}

export async function runAll(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = []
  for (const step of steps) if (!(await run(step))) failed.push(step.name)
  return failed
}

/** Test files by path, in a steady order. */
export function testFiles(): string[] {
  return globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'seed/**/*.test.ts'], { cwd: project }).toSorted()
}
