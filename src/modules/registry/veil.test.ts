import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, statements, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aRecord, aRegistry, markedRecord } from './fixtures.ts'
import { readNumber } from './model.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

test('a page takes as many statements however many of its records are marked', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const [registrar, other] = [
    await as(world, registry.registrarId),
    await as(world, await aColleague(world, registry, 'case_officer')),
  ]
  const aMarked = async () => {
    const { id } = await aRecord(world, registry, { caseId: theCase.id })
    await markedRecord(world, registry, id)
  }
  const pages = [`/arenden/${theCase.id}`, `/arenden/${theCase.id}/handlingar`, '/handlingar', '/arenden']
  const counts = async () => {
    const all: number[] = []
    for (const who of [registrar, other])
      for (const page of pages) all.push(await statements(world, () => who.get(page)))
    return all
  }

  await aMarked()
  await counts() // what is asked for the first time is prepared
  const few = await counts()
  for (let n = 0; n < 4; n++) await aMarked()

  assert.deepEqual(await counts(), few)
})

test('what was taken over from an earlier registry has nobody who registered it', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const { id } = await aRecord(world, registry, { caseId: theCase.id })
  await world.db.updateTable('registry.records').set({ registered_by: null }).where('id', '=', id).execute()
  await world.db.updateTable('registry.cases').set({ opened_by: null }).where('id', '=', theCase.id).execute()
  const registrar = await as(world, registry.registrarId)

  const page = await (await registrar.get(`/handlingar/${id}`)).text()

  assert.ok(page.includes('överförd från ett tidigare diarium'))
  assert.equal((await registrar.get(`/arenden/${theCase.id}/handlingar`)).status, 200)
})

test('a case number is read with digits in its prefix, where something stands between', () => {
  const written = [
    'KS1-2015-3',
    'ks1 3',
    'KS-2015-3',
    'ks2015-3',
    'sn1541',
    'KS/2020:248',
    '2023-1541',
    'A1B2',
    '1-2-3',
  ]

  const read = written.map((each) => {
    const asked = readNumber(each)
    return asked && [asked.prefix, asked.year, asked.n]
  })

  assert.deepEqual(read, [
    ['KS1', 2015, 3],
    ['KS1', null, 3],
    ['KS', 2015, 3],
    ['KS', 2015, 3],
    ['SN', null, 1541],
    ['KS', 2020, 248],
    [null, 2023, 1541],
    null,
    null,
  ])
})

test('the words of a registered record change only by its being marked, and what is withheld cannot be lost (D-06)', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const { id } = await aRecord(world, registry, { caseId: theCase.id })
  const rewrite = (changes: { title: string; is_secret?: boolean }) =>
    world.db.updateTable('registry.records').set(changes).where('id', '=', id).execute()

  await assert.rejects(rewrite({ title: 'Annat' }), /keeps its words/)
  await assert.rejects(rewrite({ title: 'Annat', is_secret: true }), /keeps its words/)
  await markedRecord(world, registry, id)
  await assert.rejects(rewrite({ title: 'Annat', is_secret: false }), /keeps its words/)
  await assert.rejects(world.db.deleteFrom('registry.withheld').where('record_id', '=', id).execute(), /still marked/)
})
