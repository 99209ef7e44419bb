import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { actorOf, as, asking, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aRecord, aRegistry, markedCase, markedRecord, type TestRegistry } from './fixtures.ts'
import type { Direction, RecordKind } from './model.ts'
import { listCases, listJournal } from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

/** Records on three days, in a case that has an officer and one that has none. */
async function anOffice() {
  const registry = await aRegistry(world)
  const officerId = await aColleague(world, registry, 'case_officer')
  const [held, free] = [await aCase(world, registry, { officerId }), await aCase(world, registry)]
  const record = (facts: {
    caseId: string
    title: string
    datedOn: string
    direction?: Direction
    kind?: RecordKind
  }) => aRecord(world, registry, facts)
  await record({ caseId: held.id, title: 'Sent registrerad', datedOn: '2023-10-02' })
  await record({ caseId: free.id, title: 'I dag in', datedOn: '2023-10-10' })
  await record({ caseId: held.id, title: 'I dag ut', datedOn: '2023-10-10', direction: 'out', kind: 'statement' })
  await record({ caseId: free.id, title: 'I går', datedOn: '2023-10-09', kind: 'memo', direction: 'internal' })
  const registrar = await as(world, registry.registrarId)
  const colleague = await as(world, await aColleague(world, registry, 'case_officer'))
  const titles = async (query: string, who = registrar) => {
    const page = await (await who.get(`/handlingar${query}`)).text()
    return ['Sent registrerad', 'I dag in', 'I dag ut', 'I går'].filter((title) => page.includes(title))
  }
  return { registry, officerId, held, free, registrar, colleague, titles }
}

test('B-05 the list is chosen by day, period, direction, kind and officer, and a choice that cannot be read is none', async () => {
  const { officerId, titles } = await anOffice()

  assert.deepEqual(await titles('?fran=2023-10-10&till=2023-10-10'), ['I dag in', 'I dag ut'])
  assert.deepEqual(await titles('?fran=2023-10-03&till=2023-10-09'), ['I går'])
  assert.deepEqual(await titles('?till=2023-10-02'), ['Sent registrerad'])
  assert.deepEqual(await titles('?riktning=out&fran=2023-10-01'), ['I dag ut'])
  assert.deepEqual(await titles('?slag=memo'), ['I går'])
  assert.deepEqual(await titles(`?handlaggare=${officerId}`), ['Sent registrerad', 'I dag ut'])
  assert.deepEqual((await titles('?fran=&till=&slag=&handlaggare=&myndighet=')).length, 4)
  assert.deepEqual((await titles('?fran=igår&slag=allt')).length, 4)
})

test('what narrows the list is never compulsory, and so nothing of it is called optional', async () => {
  const { registrar } = await anOffice()

  const page = await (await registrar.get('/handlingar')).text()

  assert.match(page, /name="fran" type="date"/)
  assert.doesNotMatch(page, /frivilligt/)
})

test('another authority’s list is open to everyone inside, as its registry is', async () => {
  const { registry, titles } = await anOffice()
  const stranger = await as(world, (await aRegistry(world)).registrarId)

  assert.deepEqual(await titles('', stranger), [])
  assert.equal((await titles(`?myndighet=${registry.authorityId}`, stranger)).length, 4)
})

test('B-06 B-07 by day too, a marked case leaves its day and number and nothing else; by kind and officer not even that', async () => {
  const { registry, held, free, officerId, colleague } = await anOffice()
  await markedCase(world, registry, held.id)
  const [marked] = (
    await asking(world, (ctx) => listJournal(ctx, { authorityId: registry.authorityId, direction: null }))
  ).records
  await markedRecord(world, registry, marked?.shown?.id ?? '')
  const get = async (path: string) => (await colleague.get(path)).text()

  const today = await get('/handlingar?fran=2023-10-10&till=2023-10-10')
  const csv = await get('/handlingar.csv?fran=2023-10-01')
  const answer = await get('/api/v1/journal?fran=2023-10-01')
  const narrowed = [await get('/handlingar?slag=statement'), await get(`/handlingar?handlaggare=${officerId}`)]

  assert.match(today, /2023:2[^]*|2023:3/)
  assert.match(today, /2023:3/)
  for (const seen of [today, csv, answer])
    assert.doesNotMatch(seen, new RegExp(`I dag ut|I går|${held.referenceNumber}`))
  assert.match(csv, /2023:3;2023-10-10;Utgående;;Uppgift utelämnad;Uppgift utelämnad;Uppgift utelämnad;\r/)
  assert.match(
    csv,
    new RegExp(`2023:2;2023-10-10;Inkommen;Skrivelse;I dag in;Kommunstyrelsen;${free.referenceNumber};\r`),
  )
  for (const page of narrowed) assert.doesNotMatch(page, /2023:3|I dag ut/)
})

test('page by page, by day, every row comes once, those that are hidden too', async () => {
  const { registry, held } = await anOffice()
  for (let nth = 0; nth < 9; nth++)
    await aRecord(world, registry, { caseId: held.id, datedOn: `2023-10-0${1 + (nth % 4)}` })
  await markedCase(world, registry, held.id)
  const actor = await actorOf(world, await aColleague(world, registry, 'case_officer'))
  const filter = { authorityId: registry.authorityId, direction: null, from: '2023-10-01', to: '2023-10-10' }
  const seen: string[] = []

  let after: string | undefined
  do {
    const page = await asking(world, (ctx) => listJournal(ctx, filter, { size: 3, after }), actor)
    seen.push(...page.records.map(({ datedOn, number }) => `${datedOn} ${number.padStart(9)}`))
    after = page.next ?? undefined
  } while (after !== undefined)

  assert.equal(new Set(seen).size, 13)
  assert.deepEqual(seen, seen.toSorted().toReversed())
})

/** 60,000 records in 20,000 cases, as an import puts them. */
async function aLargeRegistry(): Promise<TestRegistry> {
  const registry = await aRegistry(world)
  await sql`insert into registry.cases (authority_id, year, number, reference_number, title, opened_on)
    select ${registry.authorityId}::uuid, 2000 + n % 20, n, 'STOR-' || n, 'Ärende ' || n, date '2000-01-01' + n % 7000
    from generate_series(1, 20000) n`.execute(world.db)
  await sql`insert into registry.records (case_id, authority_id, year, number, seq, direction, kind, title, party, dated_on, registered_at)
    select c.id, c.authority_id, c.year, c.number * 3 + k, k, (array['in', 'out', 'internal'])[1 + k % 3], 
      case when c.number % 500 = 0 then 'decision' else 'letter' end, 'Skrivelse', 'Avsändare', c.opened_on + k, now()
    from registry.cases c, generate_series(1, 3) k where c.reference_number like 'STOR-%'`.execute(world.db)
  await sql`analyze registry.cases, registry.records`.execute(world.db)
  return registry
}

test('no list of cases or records reads a large table from end to end, whatever is chosen', async () => {
  const { authorityId, registrarId } = await aLargeRegistry()
  const officerId = registrarId
  const actor = await actorOf(world, registrarId)
  const journal = { authorityId, direction: null }
  const cases = { authorityId, state: null }
  const plans: string[] = []

  await asking(
    world,
    async (ctx) => {
      const executor = ctx.db.getExecutor()
      const query = executor.executeQuery.bind(executor)
      const watched: typeof executor.executeQuery = async (compiled, ...rest) => {
        const explained = await query<{ 'QUERY PLAN': string }>(
          { ...compiled, sql: `explain ${compiled.sql}` },
          ...rest,
        )
        plans.push(`${compiled.sql}\n${explained.rows.map((row) => row['QUERY PLAN']).join('\n')}`)
        return query(compiled, ...rest)
      }
      Object.defineProperty(executor, 'executeQuery', { value: watched, configurable: true })
      for (const more of [
        {},
        { direction: 'out' as const },
        { kind: 'decision' as const },
        { kind: 'compilation' as const },
        { officerId },
        { from: '2010-05-03', to: '2010-05-03' },
        { from: '2010-01-01', to: '2010-12-31', kind: 'decision' as const },
        { to: '2001-01-01', direction: 'internal' as const },
      ])
        for (const after of [undefined, '2010-05-03_2010_20000'])
          await listJournal(ctx, { ...journal, ...more }, { after })
      for (const more of [
        {},
        { state: 'closed' as const },
        { officer: { id: officerId } },
        { officer: 'nobody' as const },
        { year: 2011 },
      ])
        await listCases(ctx, { ...cases, ...more })
      Reflect.deleteProperty(executor, 'executeQuery')
    },
    actor,
  )

  assert.ok(plans.length >= 21, String(plans.length))
  assert.deepEqual(
    plans.filter((plan) => /Seq Scan on (records|cases)\b/.test(plan)),
    [],
  )
})
