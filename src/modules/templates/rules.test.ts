import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aColleague, aRegistry } from '../registry/fixtures.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

type Told = { version: number; rules: { summaryMost: number | null; headings: string[]; off: string[] } }

/** A registry with a secretary, who keeps the rules, and the key of its authority. */
async function aBoard() {
  const registry = await aRegistry(world)
  const secretary = await as(world, await aColleague(world, registry, 'secretary', 'Maria Lund'))
  const officer = await as(world, await aColleague(world, registry, 'case_officer', 'Elin Sand'))
  const { key } = await world.db
    .selectFrom('organisation.authorities')
    .select('key')
    .where('id', '=', registry.authorityId)
    .executeTakeFirstOrThrow()
  const path = `/mallar/${key}/skrivregler`
  const rules = async (): Promise<Told> => JSON.parse(await (await officer.api(`/writing-rules/${key}`)).text())
  return { secretary, officer, key, path, rules }
}

const form = {
  version: '0',
  summaryMost: '600',
  summaryUnit: 'characters',
  dateForm: 'iso',
  abbreviations: 'LUA = lokalt utvecklingsarbete\nFAM',
  'required[]': ['title', 'summary', 'proposals'],
  headings: 'Barnets rättigheter\nEkonomi',
  'on[]': ['missing-part', 'summary-too-long', 'missing-heading', 'undefined-abbreviation'],
  sentenceMost: '30',
}

test('F-10 a board says what it asks of its papers, and the page shows it', async () => {
  const { secretary, path, key, rules } = await aBoard()

  const reply = await secretary.post(path, { ...form, owner: key })

  assert.equal(reply.status, 303)
  const told = await rules()
  assert.deepEqual(
    [told.version, told.rules.summaryMost, told.rules.headings],
    [1, 600, ['Barnets rättigheter', 'Ekonomi']],
  )
  assert.ok(told.rules.off.includes('legalese') && !told.rules.off.includes('missing-part'))
  const page = await (await secretary.get('/mallar')).text()
  assert.match(page, /600 tecken/)
  assert.match(page, /LUA = lokalt utvecklingsarbete, FAM/)
})

test('what cannot be read says which line, and the words that were written come back', async () => {
  const { secretary, path, key, rules } = await aBoard()

  const reply = await secretary.post(path, { ...form, owner: key, summaryMost: 'många', abbreviations: 'LUA\n!!!' })

  assert.equal(reply.status, 422)
  const page = await reply.text()
  assert.match(page, /”!!!” går inte att läsa/)
  assert.match(page, /Skriv ett heltal, eller lämna tomt/)
  assert.match(page, /value="många"/)
  assert.equal((await rules()).version, 0)
})

test('whoever saves after another is told, and what they wrote is still there', async () => {
  const { secretary, path, key } = await aBoard()
  await secretary.post(path, { ...form, owner: key })

  const reply = await secretary.post(path, { ...form, owner: key, headings: 'Miljö' })

  assert.equal(reply.status, 409)
  const page = await reply.text()
  assert.match(page, /Maria Lund sparade 09\.00/)
  assert.match(page, /Miljö/)
})

test('an earlier version is restored as a new one, and the one it replaces is kept', async () => {
  const { secretary, path, key, rules } = await aBoard()
  await secretary.post(path, { ...form, owner: key })
  await secretary.post(path, { ...form, owner: key, version: '1', headings: 'Miljö' })
  const page = await (await secretary.get(path)).text()
  const [, versionId] = /\/mallar\/versioner\/([0-9a-f-]{36})\/aterstall/.exec(page) ?? []

  const reply = await secretary.post(`/mallar/versioner/${versionId}/aterstall`)

  assert.equal(reply.status, 303)
  assert.deepEqual((await rules()).rules.headings, ['Barnets rättigheter', 'Ekonomi'])
  assert.equal((await rules()).version, 3)
  assert.match(await (await secretary.get(path)).text(), /Version 2/)
})

test('only those who keep them at their own authority change them', async () => {
  const { officer, path, key } = await aBoard()
  const other = await aBoard()

  assert.equal((await officer.post(path, { ...form, owner: key })).status, 403)
  assert.equal((await other.secretary.get(path)).status, 404)
  assert.equal((await other.secretary.post(path, { ...form, owner: key })).status, 403)
  assert.equal((await other.secretary.get('/mallar/finns-inte/skrivregler')).status, 404)
})
