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
const folder = mkdtempSync(join(tmpdir(), 'kraftsam-soak-'))
const started = performance.now()
const result = await underFire(
  {
    folder,
    kills: Number(values.kills),
    registrars: Number(values.registrars),
    ...(values.minutes !== undefined && { atMost: Number(values.minutes) * 60_000 }),
  },
  (words) => process.stderr.write(`\r${words}`),
)
const { killed, promised, broken, wrong } = result
const seconds = Math.round((performance.now() - started) / 1000)
process.stdout.write(`${JSON.stringify({ killed, seconds, promised, broken, wrong })}\n`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = broken.length + wrong.length === 0 ? 0 : 1
