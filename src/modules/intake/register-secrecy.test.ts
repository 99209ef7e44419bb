import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { aCase, aRegistry, markedCase, readersOf } from '../registry/fixtures.ts'

const world = worldOf()

const letter = { direction: 'in', title: 'Synpunkt om gatubelysning', party: 'Lisa Prov' }

test('a sender that a marking hides is not remembered where colleagues would read it', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)

  await registrar.api('/registrations', {
    ...letter,
    caseTitle: 'Ett ärende',
    party: 'Hemlig Person',
    secrecy: { provision: '26 kap. 1 § OSL', hidesParty: true, hidesTitle: true },
  })
  const { contacts } = JSON.parse(await (await registrar.api('/contacts?q=hemlig')).text())

  assert.deepEqual(contacts, [])
})

test('B-06 what a marking hides stands neither in the record nor in the title of the case it opens', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const member = await as(world, await aPerson(world.db, { bodyId: registry.bodyId, roles: ['member'] }))
  const secret = {
    ...letter,
    title: 'Orosanmälan om Kalle Prov',
    'secrecy.provision': '26 kap. 1 § OSL',
    'secrecy.hidesTitle': 'ja',
    'secrecy.hidesParty': 'ja',
  }

  const refused = await registrar.post('/registrera', secret)
  const nearly = await registrar.post('/registrera', { ...secret, caseTitle: 'orosanmälan om  kalle prov' })
  const done = await registrar.post('/registrera', { ...secret, caseTitle: 'Orosanmälan' })
  const seen = await (await member.get(`/arenden/${registry.prefix}-2023-1/handlingar`)).text()

  assert.deepEqual([refused.status, nearly.status], [422, 422])
  assert.match(await refused.text(), /Skriv en annan rubrik för ärendet/)
  assert.equal(done.status, 303)
  assert.doesNotMatch(seen, /Kalle Prov|Lisa Prov/)
  assert.match(await (await registrar.get(`/arenden/${registry.prefix}-2023-1/handlingar`)).text(), /Kalle Prov/)
})

test('B-10 the boxes that stand ticked mark nothing; a reason without a provision is refused where one sees it', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const ticked = {
    'secrecy.provision': '',
    'secrecy.reason': '',
    'secrecy.hidesTitle': 'ja',
    'secrecy.hidesParty': 'ja',
  }

  const open = await registrar.post('/registrera', { ...letter, caseTitle: 'Ett ärende', ...ticked })
  const forgotten = await registrar.post('/registrera', { ...letter, ...ticked, 'secrecy.reason': 'Rör en granne' })

  assert.deepEqual([open.status, forgotten.status], [303, 422])
  const page = await forgotten.text()
  assert.match(page, /Skriv vilken bestämmelse sekretessen vilar på/)
  assert.match(page, /<details[^>]* open[^>]*>(?:(?!<\/details>)[^])*secrecy\.provision/)
})

for (const door of ['/registrera', '/api/v1/case-hints']) {
  test(`E-17 a marked case among those to choose from is noted as seen in a list, at ${door}`, async () => {
    const registry = await aRegistry(world)
    const theCase = await aCase(world, registry, { title: 'Utredning om Kim' })
    await markedCase(world, registry, theCase.id)
    const registrar = await as(world, registry.registrarId)
    const asked = door === '/registrera' ? door : `${door}?q=${theCase.referenceNumber}`

    assert.match(await (await registrar.get(asked)).text(), /Utredning om Kim/)

    const noted = await readersOf(world, theCase.id)
    assert.deepEqual(
      noted.map(({ personId, seenIn }) => [personId, seenIn]),
      [[registrar.personId, 'list']],
    )
  })
}
