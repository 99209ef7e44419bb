/**
 * Several test files in one process. Most stand on the whole application, and loading it takes longer than their tests do; what is
 * loaded once and already warm serves the next file too. Each file is still a suite with a database of its own.
 */

import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { describe } from 'node:test'
import { runFolder } from './run-folder.ts'
import { project } from './steps.ts'

/** More in each, and the last process would run long after the others are done. */
const atMost = 6

export const isForBrowser = (path: string) => path.endsWith('.browser.test.ts')

/** Those of `test/` start, kill and fill things of their own; that of threads measures the memory of its process. */
const isAlone = (path: string) => path.startsWith('test/') || path === 'src/kernel/apart.test.ts'

/** They look at the most pages: one after the other they take as long as all other files for the browser together. */
const looksLong = (path: string) => path.endsWith('pages.browser.test.ts') || path.endsWith('thirty.browser.test.ts')

/**
 * Test files as they are given to the runner, which starts them in this order. Those that open a browser go in two processes, one
 * after the other in each: they wait more than they work, and with more at once they would make each other wait. The others go
 * folder by folder.
 */
export function batched(files: readonly string[]): readonly string[] {
  const inBrowser = files.filter(isForBrowser)
  const lanes = [inBrowser.filter(looksLong), inBrowser.filter((path) => !looksLong(path))]
  const rest = files.filter((path) => !isForBrowser(path))
  const folders = Map.groupBy(
    rest.filter((path) => !isAlone(path)),
    (path) => path.split('/').slice(0, 3).join('/'),
  )
  const batches = [...lanes, ...rest.filter(isAlone).map((path) => [path]), ...[...folders.values()].flatMap(inParts)]
  return batches.filter((paths) => paths.length > 0).map(entry)
}

function inParts(paths: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(paths.length / atMost)
  return Array.from({ length: count }, (_, index) => paths.filter((__, place) => place % count === index))
}

/** A file that runs them, numbered: the runner sorts by name. */
function entry(paths: readonly string[], index: number): string {
  const path = join(runFolder(), `${String(index).padStart(3, '0')}.test.ts`)
  writeFileSync(
    path,
    `import { runTogether } from '../../test/batches.ts'\n\nawait runTogether(${JSON.stringify(paths)})\n`,
  )
  return relative(project, path)
}

/** Each file's tests, and what is done before and after them, in a suite with its name. */
export async function runTogether(paths: readonly string[]): Promise<void> {
  const [only, ...others] = paths
  if (only !== undefined && others.length === 0) return void (await import(join(project, only)))
  const require = createRequire(import.meta.url)
  for (const path of paths) describe(path, () => void require(join(project, path)))
}
