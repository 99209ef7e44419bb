import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { execFileSync } from 'node:child_process'
import { aCase, aRecord, aRegistry } from '../registry/fixtures.ts'
import { anOffice } from './fixtures.ts'

const world = worldOf()
const page = '/utlamnanden/beskrivning'

const said = {
  organisation: 'Nämnden ansvarar för stadens service.',
  search: '',
  technical: 'I receptionen står en dator för besökare.',
  contact: 'Telefon 040-34 10 00.',
  secrecy: '26 kap. 1 § OSL',
  exchange: 'Uppgifter om löner lämnas till Skatteverket.',
  sale: 'Ingen.',
}

test('B-13 a description has the seven points of the law: what the registry knows, and what the office has written', async () => {
  const { registrar, registry } = await anOffice(world)

  const before = await (await registrar.get(page)).text()
  const saved = await registrar.post(`${page}/andra`, said)
  const after = await (await registrar.get(page)).text()
  const pdf = await registrar.get(`${page}/pdf`)
  const answer = await (await registrar.api('/records-description')).json()

  assert.match(before, /Det saknas ännu: tekniska hjälpmedel[^<]*, vanliga bestämmelser om sekretess/)
  assert.equal(saved.status, 303)
  assert.doesNotMatch(after, /Det saknas ännu|inte ifylld/)
  for (const words of Object.values(said)) assert.ok(after.includes(words), words)
  for (const point of [1, 2, 3, 4, 5, 6, 7]) assert.match(after, new RegExp(`>${point}\\. `))
  const printed = execFileSync('pdftotext', ['-', '-'], {
    input: Buffer.from(await pdf.arrayBuffer()),
    encoding: 'utf8',
  })
  assert.match(printed, /dator för besökare/)
  assert.deepEqual(
    [answer.authorityId, answer.technical, answer.search, answer.missing],
    [registry.authorityId, said.technical, null, []],
  )
})

test('B-14 the description names every diary of the municipality, and every office reads every other’s', async () => {
  const [one, other] = [await anOffice(world), await anOffice(world)]
  await one.registrar.post(`${page}/andra`, said)

  const elsewhere = await (await other.registrar.get(`${page}?myndighet=${one.registry.authorityId}`)).text()
  const { diaries } = await (await other.registrar.api('/records-description')).json()

  assert.match(elsewhere, /dator för besökare/)
  assert.doesNotMatch(elsewhere, /beskrivning\/andra/)
  const rows = await world.db.selectFrom('organisation.authorities').select('id').execute()
  assert.deepEqual(diaries.map(({ id }: { id: string }) => id).toSorted(), rows.map(({ id }) => id).toSorted())
})

test('an office describes its own records alone, and what is too long comes back', async () => {
  const [one, other] = [await anOffice(world), await anOffice(world)]
  const tooLong = await one.registrar.post(`${page}/andra`, { ...said, technical: `Början${'x'.repeat(4000)}` })
  const foreign = await other.registrar.api(
    '/records-description',
    { authorityId: one.registry.authorityId, technical: 'Inget.' },
    'PUT',
  )
  const officer = await one.officer.post(`${page}/andra`, said)

  assert.equal(tooLong.status, 422)
  assert.match(await tooLong.text(), /Börjanxxx[^]*/)
  assert.deepEqual([foreign.status, officer.status], [403, 403])
})

test('B-11 what another authority reads where it was registered is not registered again', async () => {
  const registry = await aRegistry(world)
  const reader = await anOffice(world)
  const theCase = await aCase(world, registry)
  const record = await aRecord(world, registry, { caseId: theCase.id })
  const registeredThere = () =>
    world.db
      .selectFrom('registry.records')
      .select('id')
      .where('authority_id', '=', reader.registry.authorityId)
      .execute()
  const before = await registeredThere()

  const seen = await reader.registrar.get(`/handlingar?myndighet=${registry.authorityId}`)
  const read = await reader.registrar.get(`/handlingar/${record.id}`)

  assert.match(await seen.text(), new RegExp(record.title))
  assert.equal(read.status, 200)
  assert.deepEqual(await registeredThere(), before)
})

test('B-19 the diary is open from the moment something stands in it', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const elsewhere = await as(world, (await aRegistry(world)).registrarId)
  const list = `/handlingar?myndighet=${registry.authorityId}`
  const before = await (await elsewhere.get(list)).text()

  const record = await aRecord(world, registry, { caseId: theCase.id, title: 'Nyss inkommen skrivelse' })

  assert.doesNotMatch(before, /Nyss inkommen/)
  assert.match(await (await elsewhere.get(list)).text(), new RegExp(record.title))
})
