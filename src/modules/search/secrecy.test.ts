import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { as, actorOf, asking, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aRecord, aRegistry } from '../registry/fixtures.ts'
import { finding, hideCase, mask, readWaitingFiles, titles, unmask } from './fixtures.ts'
import { didYouMean, suggest } from './queries.ts'

const world = worldOf()

const letter = (words: string) => ({
  name: 'brev.txt',
  mediaType: 'text/plain',
  bytes: new TextEncoder().encode(words),
})

/** Everywhere a word could show: the page, the count, the API, the file, the suggestions, the spelling. */
async function traces(personId: string, word: string): Promise<string[]> {
  const someone = await as(world, personId)
  const q = encodeURIComponent(word)
  const [page, api, csv] = [
    await (await someone.get(`/sok?q=${q}`)).text(),
    await (await someone.api(`/search?q=${q}`)).text(),
    await (await someone.get(`/sok.csv?q=${q}`)).text(),
  ]
  const actor = await actorOf(world, personId)
  const typed = await asking(world, (ctx) => suggest(ctx, word.slice(0, -1)), actor)
  const meant = await asking(world, (ctx) => didYouMean(ctx, `${word.slice(0, -2)}${word.slice(-1)}`), actor)
  const found = await finding(world, personId, word)
  const near = new RegExp(word.slice(1), 'i')
  return [
    ...(page.includes('class="k-found"') ? ['page'] : []),
    ...(api.includes('"items":[]') ? [] : ['api']),
    ...(csv.trim().split('\n').length > 1 ? ['csv'] : []),
    ...(typed.length > 0 ? ['suggestions'] : []),
    ...(meant.some((each) => near.test(each)) ? ['spelling'] : []),
    ...(found.count > 0 || found.facets.some(({ values }) => values.length > 0) ? ['count'] : []),
  ]
}

test('B-07 nothing of a marked record is found, counted, suggested or spelt by those without need; its registrar finds it', async () => {
  const registry = await aRegistry(world)
  const officer = await aColleague(world, registry, 'case_officer')
  const theCase = await aCase(world, registry)
  const facts = {
    caseId: theCase.id,
    title: 'Orosanmälan Kvastensjö',
    party: 'Blidhammar',
    files: [letter('Grannen Vretstrand har sett')],
  }
  const record = await aRecord(world, registry, facts)
  await readWaitingFiles(world)
  const words = ['Kvastensjö', 'Blidhammar', 'Vretstrand']
  for (const word of words) assert.equal((await finding(world, officer, word)).count, 1, word)

  await mask(world, record.id)

  for (const word of words) {
    assert.deepEqual(await traces(officer, word), [], word)
    assert.deepEqual(await titles(world, registry.registrarId, word), ['Orosanmälan Kvastensjö'])
  }
  assert.deepEqual(await titles(world, officer, 'sekretessmarkerad', { authorityId: registry.authorityId }), [
    'Sekretessmarkerad handling',
  ])

  await unmask(world, record.id)
  for (const word of words) assert.equal((await finding(world, officer, word)).count, 1, word)
})

test('B-07 a marked record is one to its registrar, not its mask and itself', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry, { title: 'Tillsyn' })
  const record = await aRecord(world, registry, { caseId: theCase.id, title: 'Brev' })
  await mask(world, record.id)

  const page = await finding(world, registry.registrarId, '', { authorityId: registry.authorityId })

  assert.deepEqual(page.items.map((item) => item.title).toSorted(), ['Brev', 'Tillsyn'])
  assert.equal(page.count, 2)
})

test('J-08 a hidden case is not found, nor any of its records, until the marking is lifted', async () => {
  const registry = await aRegistry(world)
  const officer = await aColleague(world, registry, 'case_officer')
  const theCase = await aCase(world, registry, { title: 'Vitsippsgården' })
  await aRecord(world, registry, { caseId: theCase.id, title: 'Svar om Vitsippsgården', files: [letter('Gulsippan')] })
  await readWaitingFiles(world)

  await hideCase(world, theCase.id)
  const hidden = await Promise.all(['Vitsippsgården', 'Gulsippan'].map((word) => traces(officer, word)))
  const registrars = await titles(world, registry.registrarId, 'Vitsippsgården')
  await hideCase(world, theCase.id, false)

  assert.deepEqual(hidden, [[], []])
  assert.deepEqual(registrars.toSorted(), ['Svar om Vitsippsgården', 'Vitsippsgården'])
  assert.equal((await finding(world, officer, 'Vitsippsgården')).count, 2)
})

test('B-07 who has need in one case finds what is marked there, and not elsewhere', async () => {
  const registry = await aRegistry(world)
  const officer = await aColleague(world, registry, 'case_officer')
  const [mine, other] = [await aCase(world, registry, { officerId: officer }), await aCase(world, registry)]
  const records = [
    await aRecord(world, registry, { caseId: mine.id, title: 'Läkarintyg Mossängen' }),
    await aRecord(world, registry, { caseId: other.id, title: 'Läkarintyg Ormhult' }),
  ]
  for (const record of records) await mask(world, record.id)

  assert.deepEqual(await titles(world, officer, 'läkarintyg'), ['Läkarintyg Mossängen'])
})

test('B-07 a file that arrives at a marked record is read and found by need only', async () => {
  const registry = await aRegistry(world)
  const officer = await aColleague(world, registry, 'case_officer')
  const theCase = await aCase(world, registry)
  const record = await aRecord(world, registry, { caseId: theCase.id, files: [letter('Hemligbacken')] })
  await mask(world, record.id)

  await readWaitingFiles(world)

  assert.deepEqual(await traces(officer, 'Hemligbacken'), [])
  assert.equal((await finding(world, registry.registrarId, 'Hemligbacken')).count, 1)
})

test('B-07 whatever is marked and lifted, in whatever order, the open entries and the vocabulary hold only what is open', async () => {
  const registry = await aRegistry(world)
  const names = ['Albacka', 'Berghem', 'Cederby', 'Dalhult']
  const cases = [await aCase(world, registry), await aCase(world, registry)]
  const records = await Promise.all(
    names.map(async (name, index) => {
      const caseId = cases[index % 2]?.id ?? ''
      return {
        ...(await aRecord(world, registry, { caseId, title: `Ärende ${name}unik` })),
        name: `${name}unik`,
        at: index % 2,
      }
    }),
  )
  const isMasked = names.map(() => false)
  const isHidden = [false, false]
  const step = fc.oneof(
    fc.record({ what: fc.constant('record' as const), index: fc.nat(3) }),
    fc.record({ what: fc.constant('case' as const), index: fc.nat(1) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { what, index } of steps) {
        if (what === 'case') await hideCase(world, cases[index]?.id ?? '', (isHidden[index] = isHidden[index] !== true))
        else {
          await (isMasked[index] === true ? unmask : mask)(world, records[index]?.id ?? '')
          isMasked[index] = isMasked[index] !== true
        }
      }
      for (const [index, record] of records.entries()) {
        const isSecret = isMasked[index] === true || isHidden[record.at] === true
        const { rows } = await sql<{ open: number; known: number; secret: number }>`
          select (select count(*)::int from search.entries where words @@ search.phrase(${record.name})) as open,
            (select count(*)::int from search.forms where form = lower(${record.name})) as known,
            (select count(*)::int from search.secret_entries where words @@ search.phrase(${record.name})) as secret`.execute(
          world.db,
        )
        assert.deepEqual(rows, [isSecret ? { open: 0, known: 0, secret: 1 } : { open: 1, known: 1, secret: 0 }])
      }
    }),
    { numRuns: 15 },
  )
})

test('the application role may read the entries but write none, and what is withheld only by need', async () => {
  const registry = await aRegistry(world)
  const officer = await actorOf(world, await aColleague(world, registry, 'case_officer'))
  const theCase = await aCase(world, registry)
  const record = await aRecord(world, registry, { caseId: theCase.id })
  await mask(world, record.id)

  const count = (table: string) =>
    asking(
      world,
      async (ctx) => (await sql`select from ${sql.table(table)} where id = ${record.id}`.execute(ctx.db)).rows.length,
      officer,
    )

  assert.deepEqual([await count('search.entries'), await count('search.secret_entries')], [1, 0])
  const { rows } = await sql`
    select grantee, table_name, privilege_type from information_schema.role_table_grants
    where table_schema = 'search' and grantee = 'kraftsam_app' and table_name <> 'saved' and privilege_type <> 'SELECT'`.execute(
    world.db,
  )
  assert.deepEqual(rows, [])
})

test('B-07 what is withheld is found by phrase, by beginning and without what is excluded, like everything else', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const letters = [
    'Anmälan om sjunken vrakpråm',
    'Vrakpråm sjunken, anmälan',
    'Anmälan om sjunken vrakpråm, dragen till torkvarvet',
  ]
  for (const title of letters) await mask(world, (await aRecord(world, registry, { caseId: theCase.id, title })).id)
  const found = async (q: string) => (await titles(world, registry.registrarId, q)).toSorted()

  assert.deepEqual(await found('vrakpråm'), letters.toSorted())
  assert.deepEqual(await found('"sjunken vrakpråm"'), [letters[0], letters[2]])
  assert.deepEqual(await found('vrakpråm -torkvarvet'), [letters[0], letters[1]].toSorted())
  assert.deepEqual(await found('vrakpråm -"sjunken vrakpråm"'), [letters[1]])
})

test('B-07 J-08 asked directly, the store gives the ids of withheld entries by need alone', async () => {
  const [registry, other] = [await aRegistry(world), await aRegistry(world)]
  const theCase = await aCase(world, registry)
  const record = await aRecord(world, registry, { caseId: theCase.id, title: 'Klagomål Ryssjevik' })
  await mask(world, record.id)
  const idsFor = async (personId: string, { most = 9, reach = 0 } = {}) => {
    const { rows } = await asking(
      world,
      (ctx) =>
        sql<{
          id: string
        }>`select search.withheld('''ryssjevik''', '''ryssjevik''', '{}', ${most}, ${reach}) as id`.execute(ctx.db),
      await actorOf(world, personId),
    )
    return rows.map(({ id }) => id)
  }

  assert.deepEqual(await idsFor(registry.registrarId), [record.id])
  assert.deepEqual(await idsFor(await aColleague(world, registry, 'case_officer')), [])
  assert.deepEqual(await idsFor(other.registrarId), [])
  for (const walking of [
    { most: 1, reach: 5 },
    { most: 9, reach: 5 },
  ]) {
    assert.deepEqual(await idsFor(registry.registrarId, walking), [record.id])
    assert.deepEqual(await idsFor(other.registrarId, walking), [])
  }
})
