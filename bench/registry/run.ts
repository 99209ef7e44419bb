/**
 * `npm run bench:registry -- [--cases 10000,100000] [--seconds 5] [--only search] [--keep DIR]`: a registry of so many
 * cases (about 4.5 records each) imported, searched, listed and registered in by sixteen people at once, beside the same SQL
 * raw. `--keep` leaves the registries in a folder, one for each size, and measures those that lie there already.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { table, type Line } from '../table.ts'
import { fill } from './fill.ts'
import { measure } from './measure.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000,100000' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
  },
})

const lines: Line[] = []
for (const cases of values.cases.split(',').map(Number)) {
  const folder =
    values.keep === undefined ? mkdtempSync(join(tmpdir(), 'kraftsam-registry-')) : join(values.keep, String(cases))
  try {
    const wish = { cases, seconds: Number(values.seconds), only: values.only }
    lines.push(...(await fill(folder, cases)), ...(await measure(folder, wish)))
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
process.stdout.write(`${table(lines)}\n`)
const today = new Date().toISOString().slice(0, 10)
process.stderr.write(
  `${today} · ${availableParallelism()} cores · Node ${process.versions.node} · load ${loadavg()[0]?.toFixed(1)}\n`,
)
process.exit(0)
