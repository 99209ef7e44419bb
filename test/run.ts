/**
 * `npm test`: installs what is missing and runs everything, in this order: types, lint, format, then every test.
 *
 *   npm test -- [--fast] [--tests-only] [--skip TEXT] [PART OF A PATH …]
 *
 * --fast leaves out the browser; --tests-only leaves out types, lint and format; --skip leaves out files whose path
 * has the text. A part of a path runs those files alone.
 */

import { parseArgs } from 'node:util'
import { batched, isForBrowser } from './batches.ts'
import { installWhatIsMissing } from './needs.ts'
import { startTestServer } from './postgres.ts'
import { runFolder } from './run-folder.ts'
import { format, lint, run, runAll, testFiles, types } from './steps.ts'

const { values, positionals: parts } = parseArgs({
  allowPositionals: true,
  options: {
    fast: { type: 'boolean', default: false },
    'tests-only': { type: 'boolean', default: false },
    skip: { type: 'string', multiple: true, default: [] },
  },
})

const files = testFiles()
  .filter((path) => parts.length === 0 || parts.some((part) => path.includes(part)))
  .filter((path) => !values.skip.some((text) => path.includes(text)))
  .filter((path) => !(values.fast && isForBrowser(path)))

/** One server for all of them, found by `testServer()` through the environment. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  const given = process.env['KRAFTSAM_TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  const url = given ?? (await startTestServer()).url
  runFolder()
  return { ...process.env, KRAFTSAM_TEST_DATABASE_URL: url }
}

/** Beside each other, as many as there are cores and one more. */
async function runTests(): Promise<boolean> {
  const env = await environment()
  const how = ['--test-concurrency=3', '--test-reporter=spec', '--test-timeout=1800000']
  // Young memory enough that what a test makes and forgets is seldom gone through.
  const words = [process.execPath, '--max-semi-space-size=32', '--test', ...how, ...batched(files)]
  return run({ name: `tests, ${files.length} files`, words, env })
}

async function main(): Promise<number> {
  if (files.length === 0) {
    console.error('No test file has that in its path.')
    return 1
  }
  if (!installWhatIsMissing(files.some(isForBrowser))) return 1
  const failed = values['tests-only'] || parts.length > 0 ? [] : await runAll([types, lint, format])
  const passed = await runTests()
  if (failed.length > 0) console.error(`✖ before the tests, these did not pass: ${failed.join(', ')}`)
  return passed && failed.length === 0 ? 0 : 1
}

process.exit(await main())
