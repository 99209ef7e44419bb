import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { actorOf, asking, statements, worldOf, type World } from '../../../test/support.ts'
import { aColleague, aRegistry, type TestRegistry } from '../registry/fixtures.ts'
import { rebuildSearch } from './commands/rebuild.ts'
import { mask } from './fixtures.ts'
import { search, suggest } from './queries.ts'

const world = worldOf()

/** 20,000 records in 4,000 cases, straight into the registry as an import puts them. */
async function aLargeRegistry(world: World): Promise<TestRegistry> {
  const registry = await aRegistry(world)
  await sql`
    insert into registry.cases (authority_id, year, number, reference_number, title, opened_on)
    select ${registry.authorityId}::uuid, 2000 + n % 20, n, 'STOR-' || n, 'Ärende om grusväg ' || n, date '2000-01-01' + n % 7000
    from generate_series(1, 4000) n`.execute(world.db)
  await sql`
    insert into registry.records (case_id, authority_id, year, number, seq, direction, kind, title, party, dated_on, registered_at)
    select c.id, c.authority_id, c.year, c.number * 5 + k, k, 'in', 'letter',
      'Skrivelse ' || case when (c.number * 5 + k) % 997 = 0 then 'tranbär' else 'blåbär' end || ' nummer ' || k, 'Avsändare', c.opened_on + k, now()
    from registry.cases c, generate_series(1, 5) k where c.reference_number like 'STOR-%'`.execute(world.db)
  return registry
}

/** The plans of the statements that a search sends to the entries. */
async function plansOf(personId: string, q: string): Promise<string> {
  const actor = await actorOf(world, personId)
  const plans: string[] = []
  await asking(
    world,
    async (ctx) => {
      const executor = ctx.db.getExecutor()
      const query = executor.executeQuery.bind(executor)
      const watched: typeof executor.executeQuery = async (compiled, ...rest) => {
        if (/from search\.entries/.test(compiled.sql)) {
          const explained = await query<{ 'QUERY PLAN': string }>(
            { ...compiled, sql: `explain ${compiled.sql}` },
            ...rest,
          )
          plans.push(explained.rows.map((row) => row['QUERY PLAN']).join('\n'))
        }
        return query(compiled, ...rest)
      }
      Object.defineProperty(executor, 'executeQuery', { value: watched, configurable: true })
      await search(ctx, { q, filters: {}, withFacets: true }).finally(() =>
        Reflect.deleteProperty(executor, 'executeQuery'),
      )
    },
    actor,
  )
  return plans.join('\n')
}

test('a rebuild finds all that was imported; rare words go by the index of words, common ones by the newest', async () => {
  const registry = await aLargeRegistry(world)
  const officer = await aColleague(world, registry, 'case_officer')
  const done = await rebuildSearch(world.db, { isAnew: true })
  const actor = await actorOf(world, officer)
  const find = (q: string) => asking(world, (ctx) => search(ctx, { q, filters: {}, withFacets: true }), actor)

  const [rare, common] = [await find('tranbär'), await find('blåbär')]
  const [rarePlan, commonPlan] = [await plansOf(officer, 'tranbär'), await plansOf(officer, 'blåbär')]

  assert.ok(done.cases >= 4000 && done.records >= 20_000, JSON.stringify(done))
  assert.deepEqual([rare?.count, rare?.isMore], [20, false])
  assert.deepEqual([common?.items.length, common?.isMore], [20, true])
  assert.match(rarePlan, /Bitmap Index Scan on entries_by_words/)
  assert.match(commonPlan, /Index (Only )?Scan using entries_by_day/)
  assert.doesNotMatch(`${rarePlan} ${commonPlan}`, /Seq Scan on entries/)
})

test('a search and a suggestion send as many statements to a large registry as to a small one', async () => {
  const registry = await aRegistry(world)
  const actor = await actorOf(world, registry.registrarId)

  const searching = await statements(world, () =>
    asking(world, (ctx) => search(ctx, { q: 'tranbär skrivelse', filters: {} }), actor),
  )
  const suggesting = await statements(world, () => asking(world, (ctx) => suggest(ctx, 'tranb'), actor))

  assert.ok(searching <= 5, String(searching))
  assert.ok(suggesting <= 10, String(suggesting))
})

test('a rebuild that was interrupted goes on where it stopped, and hides what is marked', async () => {
  const { rows } = await sql<{
    id: string
  }>`select id from registry.records where title like '%tranbär%' order by id limit 1`.execute(world.db)
  await mask(world, rows[0]?.id ?? '')
  const stop = new Error('power cut')
  const broken = rebuildSearch(world.db, {
    isAnew: true,
    progress: ({ stage, count }) => {
      if (stage === 'records' && count >= 4000) throw stop
    },
  })
  await assert.rejects(broken, stop)

  const rest = await rebuildSearch(world.db, { isAnew: false })
  const { rows: counts } = await sql<{ entries: number; registered: number; secret: number }>`
    select (select count(*)::int from search.entries where kind <> 'case') as entries, (select count(*)::int from registry.records) as registered,
      (select count(*)::int from search.secret_entries) as secret`.execute(world.db)

  assert.equal(rest.cases, 0)
  assert.ok(rest.records < 20_000, String(rest.records))
  assert.equal(counts[0]?.entries, counts[0]?.registered)
  assert.equal(counts[0]?.secret, 1)
})

test('J-08 what is withheld is found by the words of its own authority, not by looking at every secret', async () => {
  const registry = await aRegistry(world)
  await sql`
    insert into search.secret_entries (id, case_id, authority_id, dated_on, kind, state, words)
    select gen_random_uuid(), gen_random_uuid(), ${registry.authorityId}::uuid, date '2000-01-01' + n % 7000, 'letter', 'open',
      search.words('hemlig gråsten ' || n) from generate_series(1, 5000) n`.execute(world.db)
  await sql`analyze search.secret_entries`.execute(world.db)

  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select id from search.secret_entries e where e.authority_id = ${registry.authorityId}::uuid
      and search.keyed(e.authority_id, e.words) @@ search.keyed_question('''4711''', ${registry.authorityId}::uuid)`.execute(
    world.db,
  )

  assert.match(rows.map((row) => row['QUERY PLAN']).join('\n'), /secret_entries_by_words/)
})
