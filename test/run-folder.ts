/** What the processes of one `npm test` share on disk; a test file that is run by hand has its own. */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './steps.ts'

const variable = 'KRAFTSAM_TEST_FOLDER'

/** Under `tmp/`, named in the environment for the processes that are started; goes with the process that made it. */
export function runFolder(): string {
  const given = process.env[variable]
  if (given !== undefined) return given
  mkdirSync(join(project, 'tmp'), { recursive: true })
  const made = mkdtempSync(join(project, 'tmp', 'tests-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  process.env[variable] = made
  return made
}
