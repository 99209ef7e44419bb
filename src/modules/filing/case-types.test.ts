import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aColleague, aRegistry } from '../registry/fixtures.ts'
import { blanksIn } from './model.ts'

const world = worldOf()

test('a case type is added, changed, and no longer suggested', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const officerId = await aColleague(world, registry, 'case_officer', 'Elin Prov')

  const added = await registrar.post('/arendetyper/ny', {
    name: 'Bygglov',
    title: 'Ansökan om bygglov {fastighet}',
    officerId,
  })
  const list = await (await registrar.get('/arendetyper')).text()
  const [, id] = /href="\/arendetyper\/([0-9a-f-]{36})"/.exec(list) ?? []
  const form = await (await registrar.get(`/arendetyper/${id}`)).text()
  const changed = await registrar.post(`/arendetyper/${id}`, {
    name: 'Bygglov',
    title: 'Bygglov {fastighet}',
    direction: 'out',
  })
  await registrar.post(`/arendetyper/${id}/bruk`, { isActive: '' })

  assert.equal(added.status, 303)
  assert.match(list, /Elin Prov/)
  assert.match(form, /value="Ansökan om bygglov \{fastighet\}"/)
  assert.equal(changed.status, 303)
  assert.match(await (await registrar.get('/arendetyper')).text(), /Används inte/)
})

test('two case types of an authority do not share a name, and what was written comes back', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)
  await registrar.post('/arendetyper/ny', { name: 'Remiss', title: 'Remiss: {rubrik}' })

  const again = await registrar.post('/arendetyper/ny', { name: 'Remiss', title: 'En annan mall' })
  const said = await again.text()

  assert.equal(again.status, 422)
  assert.match(said, /Namnet finns redan/)
  assert.match(said, /value="En annan mall"/)
})

test('the officer of a case type works at the authority, and its class is in the plan', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)
  const other = await aRegistry(world)

  const reply = await registrar.api('/case-types', {
    name: 'Fel',
    title: 'Fel',
    officerId: other.registrarId,
    classId: crypto.randomUUID(),
  })

  assert.equal(reply.status, 422)
  assert.deepEqual(Object.keys(JSON.parse(await reply.text()).errors).toSorted(), ['classId', 'officerId'])
})

test('another authority’s case type cannot be changed', async () => {
  const one = await as(world, (await aRegistry(world)).registrarId)
  const other = await as(world, (await aRegistry(world)).registrarId)
  const { caseTypeId } = JSON.parse(await (await one.api('/case-types', { name: 'Vår', title: 'Vår' })).text())

  const reply = await other.api(`/case-types/${caseTypeId}`, { name: 'Tagen', title: 'Tagen' }, 'PUT')

  assert.equal(reply.status, 403)
})

test('what stands in braces is what is left to fill in', () => {
  assert.deepEqual(blanksIn('Bygglov {plats}, {år}'), ['{plats}', '{år}'])
  assert.deepEqual(blanksIn('Bygglov Hamnen 22:188'), [])
})
