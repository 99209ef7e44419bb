/** `npm run soak -- [--kills 100] [--registrars 16]`: the same as the suite's kill test, for long. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { underFire } from './under-fire.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, registrars: { type: 'string', default: '16' } },
})
const folder = mkdtempSync(join(tmpdir(), 'kraftsam-soak-'))
const started = performance.now()
const result = await underFire(
  { folder, kills: Number(values.kills), registrars: Number(values.registrars) },
  (words) => process.stderr.write(`\r${words}`),
)
const { promised, broken, wrong } = result
const seconds = Math.round((performance.now() - started) / 1000)
process.stdout.write(`${JSON.stringify({ kills: Number(values.kills), seconds, promised, broken, wrong })}\n`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = broken.length + wrong.length === 0 ? 0 : 1
