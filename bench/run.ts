/**
 * `npm run bench`: how long the things take that people wait for, beside the least the same thing could take.
 *
 *   npm run bench -- [MEMO.txt]      another memo than the sample for (b)
 *   DATABASE_URL=… npm run bench     what needs a store is measured on that server, in a database of its own
 *
 * Starts a store of its own in a temporary folder, with the settings of production, and takes it away again.
 */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../src/kernel/embedded-postgres.ts'
import { checkTimes } from './checking.ts'
import { documentTimes } from './documents.ts'
import { longDocumentTimes } from './long-document.ts'
import { sendingTimes } from './sending.ts'
import { startTimes } from './starting.ts'
import { caseTimes, matrixTimes } from './store.ts'
import { median, milliseconds, table, type Line } from './table.ts'
import { readMemo } from '../src/modules/reading/index.ts'

const root = join(import.meta.dirname, '..')
const realMemo = join(root, '../shared/real/tjansteskrivelse-SN-2023-1541.txt')
const sample = join(root, 'src/modules/reading/samples/27-malmo-ks.txt')

const path = process.argv[2] ?? (existsSync(realMemo) ? realMemo : sample)

async function readingTimes(): Promise<Line[]> {
  const text = await readFile(path, 'utf8')
  const parse = await median(50, async () => void readMemo(text, { file: 'memo.txt' }))
  const least = await median(50, async () => void (await readFile(path, 'utf8')))
  const what = `read a memo of ${text.length.toLocaleString('en')} characters`
  return [{ what, took: milliseconds(parse), beside: `reading the file ${milliseconds(least)}` }]
}

async function storeTimes(folder: string): Promise<Line[]> {
  const given = process.env['DATABASE_URL']
  const server = given === undefined ? await startPostgres({ folder: join(folder, 'pg'), database: 'postgres' }) : null
  process.env['KRAFTSAM_TEST_DATABASE_URL'] = server?.url ?? given
  const { freshDatabase } = await import('../test/support.ts')
  const world = await freshDatabase()
  try {
    return [
      ...(await checkTimes(world, await readFile(path, 'utf8'))),
      ...(await caseTimes(world)),
      ...(await matrixTimes(world)),
      ...(await sendingTimes(world)),
    ]
  } finally {
    await world.close()
    await server?.stop()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'kraftsam-bench-'))
try {
  const lines = [
    ...(await documentTimes()),
    ...(await longDocumentTimes()),
    ...(await readingTimes()),
    ...(await storeTimes(folder)),
    ...(await startTimes(folder)),
  ]
  process.stdout.write(`${table(lines)}\n`)
  const today = new Date().toISOString().slice(0, 10)
  process.stderr
    .write(`${today} · ${availableParallelism()} cores · Node ${process.versions.node} · load ${loadavg()[0]?.toFixed(1)}
`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
