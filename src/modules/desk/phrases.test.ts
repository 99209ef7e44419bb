import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { anOffice } from '../drafting/fixtures.ts'
import { aRegistry } from '../registry/fixtures.ts'

const world = worldOf()

const phrase = {
  name: 'Barnets rättigheter',
  shortcut: '/Barn',
  text: 'Barn och unga berörs.\n\nDe har fått säga sitt.',
}

type Listed = { id: string; name: string; shortcut: string; plain: string; version: number }

async function listed(office: Awaited<ReturnType<typeof anOffice>>): Promise<Listed[]> {
  const reply = await office.officer.api(`/cases/${office.theCase.id}/desk/phrases`)
  return JSON.parse(await reply.text())
}

test('a standard phrase is made, stands in the panel, is changed, removed, and taken back', async () => {
  const office = await anOffice(world)
  const { authorityId } = office.registry
  const made = await office.officer.post('/standardtexter/ny', { authorityId, ...phrase })
  assert.equal(made.status, 303)
  const [first] = await listed(office)
  assert.equal(first?.shortcut, 'barn')
  assert.equal(first?.plain, 'Barn och unga berörs.\n\nDe har fått säga sitt.')
  const panel = await (await office.officer.get(`${office.at}/underlag/standardtexter`)).text()
  assert.match(panel, /Barnets rättigheter/)
  assert.match(panel, /data-insert=/)

  const at = `/standardtexter/${first?.id}`
  const changed = await office.officer.post(at, { ...phrase, name: 'Barn', version: '1' })
  assert.equal(changed.status, 303)
  const stale = await office.officer.post(at, { ...phrase, name: 'Unga', version: '1' })
  assert.equal(stale.status, 409)
  assert.match(await stale.text(), /har ändrat texten sedan du öppnade den/)
  const removed = await office.officer.post(`${at}/ta-bort`)
  assert.deepEqual(await listed(office), [])
  assert.match(await (await office.officer.get(removed.headers.get('location') ?? '')).text(), /Ångra/)
  await office.officer.post(`${at}/angra`)

  assert.deepEqual(
    (await listed(office)).map(({ name }) => name),
    ['Barn'],
  )
})

test('a short word is one phrase’s; what is wrong is said with the person’s own words kept', async () => {
  const office = await anOffice(world)
  const { authorityId } = office.registry
  await office.officer.post('/standardtexter/ny', { authorityId, ...phrase })

  const twice = await office.officer.post('/standardtexter/ny', { authorityId, ...phrase, name: 'En annan' })
  assert.equal(twice.status, 422)
  const page = await twice.text()
  assert.match(page, /Kortordet används redan av ”Barnets rättigheter”/)
  assert.match(page, /value="En annan"/)
  const wrong = await office.officer.post('/standardtexter/ny', {
    authorityId,
    name: '',
    shortcut: 'två ord',
    text: '',
  })

  assert.equal(wrong.status, 422)
  const words = await wrong.text()
  for (const why of [/Skriv ett namn/, /Kortordet har små bokstäver/, /Skriv texten/]) assert.match(words, why)
})

test('what was removed is not taken back over another that has its short word by then', async () => {
  const office = await anOffice(world)
  const { authorityId } = office.registry
  await office.officer.post('/standardtexter/ny', { authorityId, ...phrase })
  const [first] = await listed(office)
  await office.officer.api(`/phrases/${first?.id}/remove`, {})
  await office.officer.post('/standardtexter/ny', { authorityId, ...phrase, name: 'Den nya' })

  const back = await office.officer.api(`/phrases/${first?.id}/restore`, {})

  assert.equal(back.status, 409)
  assert.match(await back.text(), /används redan av ”Den nya”/)
})

test('another authority sees none of them, and changes none', async () => {
  const office = await anOffice(world)
  const { authorityId } = office.registry
  await office.officer.post('/standardtexter/ny', { authorityId, ...phrase })
  const [first] = await listed(office)
  const elsewhere = await as(world, (await aRegistry(world)).registrarId)

  assert.equal((await elsewhere.get(`/standardtexter/${first?.id}`)).status, 404)
  assert.equal((await elsewhere.get(`${office.at}/underlag/standardtexter`)).status, 404)
  assert.equal((await elsewhere.api(`/phrases/${first?.id}/remove`, {})).status, 404)
  assert.equal((await elsewhere.api(`/authorities/${authorityId}/phrases`, phrase)).status, 403)
  assert.doesNotMatch(await (await elsewhere.get('/standardtexter')).text(), /Barnets rättigheter/)
})
