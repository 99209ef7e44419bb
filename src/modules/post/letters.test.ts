import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aRegistry, markedCase } from '../registry/fixtures.ts'
import { aLetter, aMailServer, carry, letterRow } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')
const minutes = (count: number) => (world.now = new Date(world.now.getTime() + count * 60_000))

test('a letter is sent again to another address, and the old one stays with what became of it', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  server.saying.toRecipient.push(550)
  const registrar = await as(world, registry.registrarId)
  const id = await aLetter(world, registry.authorityId)
  await carry(world, server.settings, id)

  const wrong = await registrar.post(`/utskick/${id}/skicka-igen`, { address: 'ingen adress' })
  const right = await registrar.post(`/utskick/${id}/skicka-igen`, { address: 'anna@nya.example' })
  const again = /\/utskick\/([0-9a-f-]{36})/.exec(right.headers.get('location') ?? '')?.[1] ?? ''
  await carry(world, server.settings, again)
  const twice = await registrar.post(`/utskick/${id}/skicka-igen`, {})

  assert.equal(wrong.status, 422)
  const back = await wrong.text()
  assert.match(back, /Skriv en hel e-postadress/)
  assert.match(back, /value="ingen adress"/)
  assert.equal(right.status, 303)
  assert.notEqual(again, id)
  assert.deepEqual(server.delivered[0]?.to, ['anna@nya.example'])
  assert.equal((await letterRow(world, id)).state, 'failed')
  assert.equal((await letterRow(world, id)).again_as, again)
  assert.equal(twice.status, 409)
  assert.match(await twice.text(), /redan skickats igen/)
})

test('what did not arrive stands in the work of the registrar until it is settled', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  server.saying.toRecipient.push(550)
  const registrar = await as(world, registry.registrarId)
  const id = await aLetter(world, registry.authorityId)
  await carry(world, server.settings, id)

  const before = await (await registrar.get('/')).text()
  const settled = await registrar.api(`/letters/${id}/settle`, {})
  const after = await (await registrar.get('/')).text()
  const again = await registrar.api(`/letters/${id}/settle`, {})

  assert.match(before, /Ett brev kom inte fram/)
  assert.equal(settled.status, 200)
  assert.doesNotMatch(after, /Ett brev kom inte fram/)
  assert.equal(again.status, 409)
})

test('J-08 letters are read within their authority by those who may, and one in a hidden case is not there', async () => {
  const [registry, other] = [await aRegistry(world), await aRegistry(world)]
  const theCase = await aCase(world, registry)
  const id = await aLetter(world, registry.authorityId, { about: { topic: 'test.letter', caseId: theCase.id } })
  const secretary = await as(world, await aColleague(world, registry, 'secretary'))
  const officer = await as(world, await aColleague(world, registry, 'case_officer'))
  const stranger = await as(world, other.registrarId)

  const statuses = async () => ({
    secretary: (await secretary.get(`/utskick/${id}`)).status,
    officer: (await officer.get(`/utskick/${id}`)).status,
    stranger: (await stranger.get(`/utskick/${id}`)).status,
    api: (await stranger.api(`/letters/${id}`)).status,
    again: (await stranger.api(`/letters/${id}/send-again`, {})).status,
  })
  const open = await statuses()
  const page = await (await secretary.get(`/utskick/${id}`)).text()
  await markedCase(world, registry, theCase.id)
  const hidden = await statuses()

  assert.deepEqual(open, { secretary: 200, officer: 403, stranger: 404, api: 404, again: 404 })
  assert.match(page, /kl\. 9|09[.:]\d\d/)
  assert.doesNotMatch(page, /object Object/)
  assert.equal(hidden.secretary, 404)
  assert.doesNotMatch(await (await secretary.get('/utskick')).text(), new RegExp(id))
})

test('the list is the latest first, in parts, and by state', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const empty = await (await registrar.get('/utskick')).text()
  const ids: string[] = []
  for (let each = 0; each < 52; each++) {
    minutes(1)
    ids.push(await aLetter(world, registry.authorityId))
  }

  const first = await (await registrar.api('/letters')).json()
  const second = await (await registrar.api(`/letters?after=${first.next}`)).json()
  const sent = await (await registrar.api('/letters?view=sent')).json()

  assert.match(empty, /Inga utskick/)
  const got = [...first.letters, ...second.letters].map(({ id }: { id: string }) => id)
  assert.deepEqual(got, ids.toReversed())
  assert.equal(second.next, null)
  assert.deepEqual(sent.letters, [])
})
