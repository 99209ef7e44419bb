import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { actorOf, asking, worldOf } from '../../../test/support.ts'
import { calm } from '../../kernel/db.ts'
import { aColleague, aRegistry, stepping } from './fixtures.ts'
import { importRegistry, type ImportDone } from './commands/import.ts'
import { writeRegistry } from './fixtures/import-files.ts'
import { openCase } from './commands/open.ts'
import { checkChain, leftOut } from './model.ts'
import { getCase, listLedger, listRecords } from './queries.ts'

const world = worldOf('2026-11-24T09:00:00+01:00')
const folder = mkdtempSync(join(tmpdir(), 'kraftsam-import-'))
let made: pg.Pool | undefined
const pool = () => (made ??= calm(new pg.Pool({ ...world.connection, max: 6 })))
after(async () => {
  await made?.end()
  rmSync(folder, { recursive: true, force: true })
})

function brought(source: string): Promise<ImportDone> {
  return importRegistry({ caller: world.caller(), pool: pool() }, { folder, source })
}

async function rowsOf<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(world.db)).rows
}

test('a registry is brought over: boards, officers, cases with their numbers, records with their texts', async () => {
  writeRegistry(folder)

  const done = await brought('registry')

  assert.partialDeepStrictEqual(done, {
    boards: 2,
    officers: 1,
    cases: { loaded: 3, already: 0, rejected: 0 },
    records: { loaded: 4, already: 0, rejected: 0 },
    faults: 0,
    ledgerEntries: 3,
  })
  const [first] = await rowsOf(sql<{ id: string }>`select id from registry.cases where reference_number = 'BN-2015-1'`)
  const theCase = await asking(world, (ctx) => getCase(ctx, first?.id ?? ''))
  const records = await asking(world, (ctx) => listRecords(ctx, theCase.id))
  assert.partialDeepStrictEqual(theCase, {
    title: 'Bygglov för "Kiosken"',
    state: 'open',
    officerName: 'Eva Karlsson',
    openedOn: '2015-06-25',
  })
  assert.partialDeepStrictEqual(
    records.toSorted((a, b) => a.seq - b.seq),
    [
      {
        number: 1,
        direction: 'in',
        kind: 'other',
        title: 'Ansökan om bygglov',
        party: 'Li Gustafsson',
        datedOn: '2015-06-25',
      },
      { number: 2, direction: 'out', kind: 'decision' },
    ],
  )
  const texts = await rowsOf(sql<{ body: string }>`select body from registry.texts where record_id = ${records[0]?.id}`)
  assert.match(texts[0]?.body ?? '', /^(Kiosken på torget\nska bli större\.|Nämnden beslutar\.)$/)
  const officers = await rowsOf(sql`select key, email from organisation.people where name = 'Eva Karlsson'`)
  assert.deepEqual(officers, [{ key: 'import:officer:1', email: 'officer-1@import.invalid' }])
})

test('J-09 the ledger of what was brought over is chained and hashed as every other, also when the case goes on', async () => {
  const rows = await rowsOf(sql<{ id: string; prefix: string }>`select c.id, a.prefix from registry.cases c
    join organisation.authorities a on a.id = c.authority_id where c.reference_number = 'BN-2015-1'`)
  const ledger = await asking(world, (ctx) => listLedger(ctx, rows[0]?.id ?? ''))
  assert.deepEqual(checkChain(ledger), [])
  assert.partialDeepStrictEqual(ledger, [
    {
      seq: 1,
      event: 'case.imported',
      personId: null,
      facts: { source: 'registry', sourceId: 1, referenceNumber: 'BN-2015-1', records: 2 },
    },
  ])
})

test('B-06 what was secret is withheld: neutral words stand for title and party, and the text is not there', async () => {
  const [marked] = await rowsOf(sql<{
    id: string
    authority_id: string
    title: string
    party: string
    provision: string
  }>`
    select r.id, r.authority_id, r.title, r.party, m.provision from registry.records r
    join registry.markings m on m.record_id = r.id join registry.withheld w on w.record_id = r.id and w.title = 'Ansökan barnets behov'`)
  assert.partialDeepStrictEqual(marked, {
    title: leftOut,
    party: leftOut,
    provision: 'Överförd markering, bestämmelse ej angiven',
  })

  const registry = await aRegistry(world)
  const stranger = await actorOf(world, await aColleague(world, registry, 'registrar'))
  const seen = await asking(
    world,
    async ({ db }) => ({
      withheld: await db.selectFrom('registry.withheld').select('title').execute(),
      texts: await db.selectFrom('registry.texts').select('body').execute(),
    }),
    stranger,
  )
  assert.deepEqual(seen.withheld, [])
  assert.deepEqual(seen.texts.map(({ body }) => body).sort(), [
    'Kiosken på torget\nska bli större.',
    'Nämnden beslutar.',
  ])
})

test('a second run adds nothing, and says so', async () => {
  const before =
    await rowsOf(sql`select (select count(*) from registry.cases) as c, (select count(*) from registry.records) as r,
    (select count(*) from registry.ledger) as l, (select count(*) from organisation.people) as p`)

  const done = await brought('registry')

  const now =
    await rowsOf(sql`select (select count(*) from registry.cases) as c, (select count(*) from registry.records) as r,
    (select count(*) from registry.ledger) as l, (select count(*) from organisation.people) as p`)
  assert.partialDeepStrictEqual(done, {
    cases: { loaded: 0, already: 3, rejected: 0 },
    records: { loaded: 0, already: 4, rejected: 0 },
    ledgerEntries: 0,
    faults: 0,
  })
  assert.deepEqual(now, before)
})

test('B-16 series go on after the last number that was brought over, and never back', async () => {
  const [bn] = await rowsOf(sql<{ id: string }>`select id from organisation.authorities where prefix = 'BN'`)
  const series = () =>
    rowsOf(sql`select year, kind, last from registry.series where authority_id = ${bn?.id} order by 1, 2`)
  const before = await series()
  assert.deepEqual(before.slice(0, 2), [
    { year: 2015, kind: 'case', last: 2 },
    { year: 2015, kind: 'record', last: 3 },
  ])
  writeRegistry(folder, { series: ['1,2015,1,1'] })

  await brought('registry')

  assert.deepEqual((await series()).slice(0, 2), before.slice(0, 2))
})

test('an authority that is here already gets the cases of its prefix; a number that it has used is told', async () => {
  const registry = await aRegistry(world, { prefix: 'HN' })
  await stepping(world, registry.registrarId, (ctx) =>
    openCase(ctx, { authorityId: registry.authorityId, title: 'Eget ärende', openedOn: '2025-01-10' }),
  )
  writeRegistry(folder, {
    board: ['1,"HN","Hamnnämnden"'],
    series: ['1,2025,2,0'],
    cases: [
      '1,1,2025,1,"HN-2025-1","Kolliderar","Inkommet",,"2025-01-10",',
      '2,1,2025,2,"HN-2025-2","Kommer med","Inkommet",,"2025-01-10",',
    ],
    document: ['1,2,1,2025,1,1,"Skrivelse","in","Li","2025-01-10",false,"Text"'],
  })

  const done = await brought('hamnen')

  assert.partialDeepStrictEqual(done, { cases: { loaded: 1, rejected: 1 }, records: { loaded: 1 } })
  const titles = await rowsOf(
    sql<{
      title: string
    }>`select title from registry.cases where authority_id = ${registry.authorityId} order by number`,
  )
  assert.deepEqual(
    titles.map(({ title }) => title),
    ['Eget ärende', 'Kommer med'],
  )
  const known = await rowsOf(
    sql`select kind, source_id::int as n from registry.imported where source = 'hamnen' order by 1`,
  )
  assert.deepEqual(known, [
    { kind: 'case', n: 2 },
    { kind: 'document', n: 1 },
  ])
})

test('a case that gets more in a later import says how many more', async () => {
  writeRegistry(folder, {
    board: ['1,"TNX","Tekniska nämnden"'],
    series: ['1,2020,1,2'],
    cases: ['1,1,2020,1,"TNX-2020-1","Växer","Inkommet",,"2020-01-10",'],
    document: ['1,1,1,2020,1,1,"Första","in","Li","2020-01-10",false,"Text"'],
  })
  await brought('tekniska')
  writeFileSync(
    join(folder, 'document.csv'),
    '1,1,1,2020,1,1,"Första","in","Li","2020-01-10",false,"Text"\n2,1,1,2020,2,2,"Andra","in","Li","2020-02-10",false,"Mer"\n',
  )

  const done = await brought('tekniska')

  assert.partialDeepStrictEqual(done, { records: { loaded: 1, already: 1 }, ledgerEntries: 1 })
  const [theCase] = await rowsOf(
    sql<{ id: string }>`select id from registry.cases where reference_number = 'TNX-2020-1'`,
  )
  const ledger = await asking(world, (ctx) => listLedger(ctx, theCase?.id ?? ''))
  assert.deepEqual(checkChain(ledger), [])
  assert.deepEqual(
    ledger.map(({ facts }) => facts['records']),
    [1, 1],
  )
})

test('a folder without the files is told file by file, and two imports at once are not had', async () => {
  await assert.rejects(
    importRegistry({ caller: world.caller(), pool: pool() }, { folder: '/finns/inte', source: 'x' }),
    {
      name: 'Invalid',
      message: /board\.csv.*document\.csv/,
    },
  )
  writeRegistry(folder)
  const both = await Promise.allSettled([brought('registry'), brought('registry')])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})
