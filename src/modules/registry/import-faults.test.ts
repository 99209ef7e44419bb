import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { worldOf } from '../../../test/support.ts'
import { calm } from '../../kernel/db.ts'
import { importRegistry, type ImportDone } from './commands/import.ts'
import { writeRegistry } from './fixtures/import-files.ts'
import { importFaults, type ImportFaultLine } from './queries/import-report.ts'

const world = worldOf('2026-11-24T09:00:00+01:00')
const folder = mkdtempSync(join(tmpdir(), 'kraftsam-faults-'))
let made: pg.Pool | undefined
const pool = () => (made ??= calm(new pg.Pool({ ...world.connection, max: 6 })))
after(async () => {
  await made?.end()
  rmSync(folder, { recursive: true, force: true })
})

function brought(source: string): Promise<ImportDone> {
  return importRegistry({ caller: world.caller(), pool: pool() }, { folder, source })
}

async function faultsOf(done: ImportDone): Promise<ImportFaultLine[]> {
  return Array.fromAsync(importFaults(pool(), done.importId))
}

async function rowsOf<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(world.db)).rows
}

test('bad lines go to the report with line and reason, and the rest is taken', async () => {
  writeRegistry(folder, {
    cases: [
      '11,1,2016,1,"BN-2016-1","Gott ärende","Inkommet",1,"2016-02-29",',
      '12,9,2016,1,"XX-2016-1","Okänd nämnd","Inkommet",1,"2016-01-01",',
      '13,1,2016,2,"BN-2016-2","Dag som inte finns","Inkommet",1,"2015-02-29",',
      '14,1,2016,1,"BN-2016-1","Samma nummer igen","Inkommet",1,"2016-01-01",',
      `15,1,2016,3,"BN-2016-3","${'å'.repeat(301)}","Inkommet",1,"2016-01-01",`,
      '16,1,2016,4,"BN-2016-4","","Inkommet",1,"2016-01-01",',
      '17,1,2016,5,"BN-2016-5","Okänd handläggare","Inkommet",77,"2016-01-01",',
      'x,1,2016,6,"BN-2016-6","Inget id","Inkommet",1,"2016-01-01",',
      '18,1,2016,7,"BN-2016-7","För få kolumner"',
      '11,1,2016,8,"BN-2016-8","Samma id, annat ärende","Inkommet",1,"2016-01-01",',
    ],
    document: [
      '11,11,1,2016,1,1,"God handling","in","Li","2016-03-01",false,"Text"',
      '12,99,1,2016,2,1,"Inget ärende","in","Li","2016-03-01",false,"Text"',
      '13,13,1,2016,3,1,"Ärendet togs inte emot","in","Li","2016-03-01",false,"Text"',
      '14,11,2,2016,4,2,"Annan nämnd","in","Li","2016-03-01",false,"Text"',
      '15,11,1,2016,5,2,"Ingen part","in","","2016-03-01",false,"Text"',
      '16,11,1,2016,6,2,"Fel riktning","bort","Li","2016-03-01",false,"Text"',
      '17,11,1,2016,1,2,"Samma nummer","in","Li","2016-03-01",false,"Text"',
      '18,11,1,2016,8,1,"Samma ordning","in","Li","2016-03-01",false,"Text"',
      '19,11,1,2016,0,3,"Nummer noll","in","Li","2016-03-01",false,"Text"',
      '20,11,1,2016,9,2,"trasig "citat"","in","Li","2016-03-01",false,"Text"',
      '21,11,1,2016,7,2,"God handling till","in","Li","2016-03-01",false,"Text två"',
    ],
  })

  const done = await brought('registry')

  assert.partialDeepStrictEqual(done, {
    cases: { loaded: 2, rejected: 8 },
    records: { loaded: 2, rejected: 9 },
    notes: 1,
  })
  const told = (await faultsOf(done)).map(({ file, line, reason }) => `${file}:${line} ${reason}`)
  assert.deepEqual(told, [
    'cases.csv:2 unknown-board',
    'cases.csv:3 bad-date',
    'cases.csv:4 number-used',
    'cases.csv:5 long-title',
    'cases.csv:6 no-title',
    'cases.csv:7 unknown-officer',
    'cases.csv:8 bad-id',
    'cases.csv:9 columns',
    'cases.csv:10 id-used',
    'document.csv:2 unknown-case',
    'document.csv:3 unknown-case',
    'document.csv:4 other-board',
    'document.csv:5 no-party',
    'document.csv:6 bad-direction',
    'document.csv:7 number-used',
    'document.csv:8 order-used',
    'document.csv:9 bad-number',
    'document.csv:10 quotes',
  ])
  const texts = await rowsOf(sql<{
    body: string
  }>`select t.body from registry.texts t join registry.records r on r.id = t.record_id
    where r.year = 2016 order by r.number`)
  assert.deepEqual(
    texts.map(({ body }) => body),
    ['Text', 'Text två'],
  )
})
