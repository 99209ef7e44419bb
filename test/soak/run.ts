/** `npm run soak -- [--kills 100] [--registrars 16] [--minutes N]`: the same as the suite's kill test, for long. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { underFire } from './under-fire.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    registrars: { type: 'string', default: '16' },
    minutes: { type: 'string' },
  },
})
/** Throws in words at what is no number above nothing: a soak that kills nothing proves nothing. */
function counted(option: string, words: string): number {
  const number = Number(words)
  if (!(number > 0)) throw new RangeError(`--${option} is a number above 0, not “${words}”.`)
  return number
}

const folder = mkdtempSync(join(tmpdir(), 'kraftsam-soak-'))
const started = performance.now()
const result = await underFire(
  {
    folder,
    kills: counted('kills', values.kills),
    registrars: counted('registrars', values.registrars),
    ...(values.minutes !== undefined && { atMost: counted('minutes', values.minutes) * 60_000 }),
  },
  (words) => process.stderr.write(`\r${words}`),
)
const { killed, promised, broken, wrong } = result
const seconds = Math.round((performance.now() - started) / 1000)
process.stdout.write(`${JSON.stringify({ killed, seconds, promised, broken, wrong })}\n`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = broken.length + wrong.length === 0 ? 0 : 1
