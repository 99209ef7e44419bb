import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { worldOf } from '../../../test/support.ts'
import { writeRegistry, type ImportedFiles } from '../registry/fixtures/import-files.ts'
import { environmentOf, kraftsam, linesOf } from './fixtures.ts'

const world = worldOf()
const folder = mkdtempSync(join(tmpdir(), 'kraftsam-cli-import-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const cases = 4200
const each = 5

/** Enough records for several batches. */
function aLargeRegistry(): ImportedFiles {
  const numbers = Array.from({ length: cases }, (_, i) => i + 1)
  return {
    series: [`1,2019,${cases},${cases * each}`],
    cases: numbers.map((n) => `${n},1,2019,${n},"BN-2019-${n}","Ärende ${n}","Inkommet",1,"2019-01-10",`),
    document: numbers.flatMap((n) =>
      Array.from({ length: each }, (_, i) => {
        const id = (n - 1) * each + i + 1
        return `${id},${n},1,2019,${id},${i + 1},"Handling ${id}","in","Li","2019-01-11",${id % 9 === 0},"${'ord '.repeat(20)}"`
      }),
    ),
  }
}

async function counted(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  return Number((await query.execute(world.db)).rows[0]?.n)
}

/** Starts an import and ends it without a word once a batch of records is in. */
async function brokenOff(from: string): Promise<void> {
  const program = join(import.meta.dirname, '../../cli.ts')
  const child = spawn(process.execPath, [program, 'import', 'registry', from, '--no-index'], {
    env: environmentOf(world),
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const batches = sql<{ n: number }>`select count(*) as n from registry.import_batches where file = 'document'`
  while (child.exitCode === null && (await counted(batches)) === 0) await pause(5)
  child.kill('SIGKILL')
  await ended
}

test('an import that is killed goes on where it stopped: everything once, and verify finds it whole', async () => {
  const from = join(folder, 'stort')
  mkdirSync(from)
  writeRegistry(from, aLargeRegistry())
  await brokenOff(from)
  const before = await counted(sql`select count(*) as n from registry.records`)
  assert.ok(before > 0 && before < cases * each, `${before} records were in when it ended`)

  const again = await kraftsam(['import', 'registry', from, '--no-index'], { world })
  const verified = await kraftsam(['verify'], { world })

  assert.equal(again.code, 0, again.err)
  assert.partialDeepStrictEqual(linesOf(again.out), [
    { resumed: true, cases: { loaded: cases }, records: { loaded: cases * each, already: 0 }, ledgerEntries: cases },
  ])
  assert.equal(await counted(sql`select count(*) as n from registry.records`), cases * each)
  assert.equal(await counted(sql`select count(*) as n from registry.texts`), cases * each)
  assert.equal(verified.code, 0, verified.out)
})

test('numbers that never came are no gaps; one that is lost afterwards is', async () => {
  const from = join(folder, 'glest')
  mkdirSync(from)
  writeRegistry(from, {
    board: ['1,"GN","Glesnämnden"'],
    series: ['1,2018,4,3'],
    cases: [
      '1,1,2018,1,"GN-2018-1","Ett","Inkommet",,"2018-01-10",',
      '2,1,2018,4,"GN-2018-4","Fyra","Inkommet",,"2018-01-10",',
    ],
    document: [
      '1,1,1,2018,2,1,"Två","in","Li","2018-01-10",false,""',
      '2,2,1,2018,3,1,"Trasig","in","Li","2018-13-10",false,""',
    ],
  })
  const report = join(folder, 'rapport.ndjson')

  const done = await kraftsam(['import', 'registry', from, '--source', 'gles', '--report', report], { world })
  const whole = await kraftsam(['verify'], { world })

  assert.equal(done.code, 0, done.err)
  assert.deepEqual(linesOf(readFileSync(report, 'utf8')), [
    { file: 'document.csv', line: 2, reason: 'bad-date', says: 'dagen finns inte', isLoaded: false },
  ])
  assert.partialDeepStrictEqual(linesOf(done.out), [{ faults: 1, report, indexed: { cases: cases + 2 } }])
  assert.partialDeepStrictEqual(linesOf(whole.out), [{ isWhole: true, checked: { knownGaps: 4 } }])

  await sql`delete from registry.texts where record_id in (select id from registry.records where year = 2018)`.execute(
    world.db,
  )
  await sql`delete from registry.records where year = 2018`.execute(world.db)
  const lost = await kraftsam(['verify'], { world })
  assert.equal(lost.code, 1)
  assert.partialDeepStrictEqual(linesOf(lost.out), [
    {
      byKind: { 'imported-records-lost': 1, 'number-gap': 1 },
      faults: [{ referenceNumber: 'GN-2018-1' }, { first: 2, last: 2 }],
    },
  ])
})

test('a folder that is not named is not understood, and files that are missing are told', async () => {
  const unnamed = await kraftsam(['import', 'registry'], { world })
  const empty = await kraftsam(['import', 'registry', join(folder, 'finns-inte')], { world })
  assert.deepEqual([unnamed.code, empty.code], [2, 1])
  assert.partialDeepStrictEqual(linesOf(empty.err), [{ status: 422, errors: { board: 'board.csv saknas i mappen.' } }])
})
