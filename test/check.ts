/** `npm run check`: types, lint, format and the rules of the architecture. Under a minute, no browser. */

import { format, lint, runAll, testFiles, types, type Step } from './steps.ts'

const rules = testFiles().filter((path) => path.endsWith('architecture.test.ts'))
const architecture: Step = {
  name: 'architecture',
  words: [process.execPath, '--test', '--test-reporter=dot', ...rules],
}

const failed = await runAll([types, lint, format, architecture])
if (failed.length > 0) console.error(`These did not pass: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
