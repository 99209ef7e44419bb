import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, actorOf, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry, markedRecord, provision } from './fixtures.ts'
import { checkChain } from './model.ts'
import { listLedger, listRecords } from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

const secret = { title: 'Orosanmälan om Kim', party: 'Skolkuratorn Vera', file: 'kim.txt', words: 'Kim har det svårt' }
const strings = [...Object.values(secret)]

async function aSecretRecord() {
  const registry = await aRegistry(world, { name: 'Skolnämnden' })
  const theCase = await aCase(world, registry, { title: 'Elevhälsa' })
  const facts = { caseId: theCase.id, title: secret.title, party: secret.party }
  const record = await aRecord(world, registry, { ...facts, files: [aFile(secret.file, secret.words)] })
  const otherId = await aColleague(world, registry, 'case_officer')
  const registrar = await as(world, registry.registrarId)
  return { registry, theCase, record, registrar, other: await as(world, otherId), fileId: record.files[0]?.id ?? '' }
}

test('B-10 a marking is made only with the provision that covers the record', async () => {
  const { record, registrar } = await aSecretRecord()

  const replies = [
    await registrar.post(`/handlingar/${record.id}/sekretess`, { provision: ' ', reason: 'Känsligt' }),
    await registrar.post(`/handlingar/${record.id}/sekretess`, { provision: 'hemligt', reason: 'Känsligt' }),
    await registrar.api(`/records/${record.id}/marking`, {}),
    await registrar.post(`/handlingar/${record.id}/sekretess`, { provision }),
  ]

  assert.deepEqual(
    replies.map((reply) => reply.status),
    [422, 422, 422, 303],
  )
  assert.match((await replies[0]?.text()) ?? '', /Skriv den bestämmelse som gäller, till exempel 21 kap\. 3 § OSL/)
})

test('B-08 a marking says the provision, the day and the authority that made it, to everyone', async () => {
  const { record, registrar, other } = await aSecretRecord()

  await registrar.post(`/handlingar/${record.id}/sekretess`, { provision })

  const page = await (await other.get(`/handlingar/${record.id}`)).text()
  for (const shown of ['Sekretess 21 kap. 3 § OSL', 'Sekretessmarkerad tis 10 okt 2023 av Skolnämnden'])
    assert.ok(page.includes(shown), `${shown} in ${page}`)
})

test('B-05 B-06 B-07 the diary shows date and number of a secret record, and neutral words for the rest, at every door', async () => {
  const { theCase, record, registrar, other, fileId } = await aSecretRecord()

  await registrar.post(`/handlingar/${record.id}/sekretess`, { provision, reason: 'Kims hälsa' })

  const doors = [
    `/handlingar/${record.id}`,
    `/handlingar`,
    `/arenden/${theCase.id}`,
    `/arenden/${theCase.id}/handlingar`,
    `/arenden/${theCase.id}/handlingar.csv`,
    `/arenden/${theCase.id}/historik`,
    `/arenden/${theCase.id}/behorighet`,
    `/filer/${fileId}`,
  ]
  for (const door of doors) {
    const body = await (await other.get(door)).text()
    for (const word of [...strings, 'Kims hälsa', fileId])
      if (!door.includes(word)) assert.ok(!body.includes(word), `${word} at ${door}`)
  }
  const found = await (await other.get('/sok?q=Orosanm%C3%A4lan')).text()
  for (const word of [secret.title, secret.party, record.id]) assert.ok(!found.includes(word), `${word} is found`)
  for (const path of [`/cases/${theCase.id}/records`, `/cases/${theCase.id}`]) {
    const body = await (await other.api(path)).text()
    for (const word of strings) assert.ok(!body.includes(word), `${word} at ${path}`)
  }
  const journal = await (await other.get('/handlingar')).text()
  for (const shown of ['2023:1', 'tis 10 okt 2023', 'Uppgift utelämnad']) assert.ok(journal.includes(shown), shown)
})

test('B-06 sender and subject are kept apart each by itself, and other words may stand for them', async () => {
  const { record, registrar, other } = await aSecretRecord()

  await registrar.api(`/records/${record.id}/marking`, {
    provision,
    hidesTitle: true,
    hidesParty: false,
    publicTitle: 'Anmälan',
  })

  const page = await (await other.get(`/handlingar/${record.id}`)).text()
  assert.ok(page.includes('<h1>Anmälan</h1>'))
  assert.ok(page.includes(secret.party))
  assert.ok(!page.includes(secret.title))
})

test('those who need it read a secret record as it is: the registrar, the officer of the case, and who was given access', async () => {
  const { registry, theCase, record, registrar, other, fileId } = await aSecretRecord()
  const officer = await as(world, await aColleague(world, registry, 'case_officer'))
  const administrator = await as(world, await aColleague(world, registry, 'administrator'))
  await registrar.post(`/handlingar/${record.id}/sekretess`, { provision })
  await registrar.post(`/arenden/${theCase.id}/fordela`, { officerId: officer.personId })
  const reads = async (who: typeof officer) => {
    const page = await (await who.get(`/handlingar/${record.id}`)).text()
    const file = await who.get(`/filer/${fileId}`)
    return [page.includes(secret.title) && page.includes(secret.party), file.status]
  }

  const before = [await reads(registrar), await reads(officer), await reads(other), await reads(administrator)]
  await officer.post(`/arenden/${theCase.id}/behorighet`, { personId: other.personId, reason: 'Bereder ärendet' })
  const given = await reads(other)
  await registrar.post(`/arenden/${theCase.id}/behorighet/${other.personId}/aterta`)
  const takenBack = await reads(other)

  // J-10: the administrator reads nothing secret
  assert.deepEqual(before, [
    [true, 200],
    [true, 200],
    [false, 404],
    [false, 404],
  ])
  assert.deepEqual(
    [given, takenBack],
    [
      [true, 200],
      [false, 404],
    ],
  )
})

test('B-09 a marking is a warning and no decision: the page says so and how to ask, and refuses nothing', async () => {
  const { record, registry, other } = await aSecretRecord()
  await markedRecord(world, registry, record.id)

  const reply = await other.get(`/handlingar/${record.id}`)

  const page = await reply.text()
  assert.equal(reply.status, 200)
  for (const said of [
    'En markering är en varning, inte ett beslut. Varje begäran att ta del av handlingen prövas på nytt.',
    'Be ärendets handläggare eller registrator hos Skolnämnden om behörighet',
    'Vem som helst kan begära ut handlingen',
  ])
    assert.ok(page.includes(said), said)
})

test('B-04 B-07 a secret record is registered like any other, under the next number, and never stands open', async () => {
  const { registry, theCase, registrar, other } = await aSecretRecord()

  const reply = await registrar.api(`/cases/${theCase.id}/records`, {
    direction: 'in',
    title: 'Läkarintyg för Kim',
    party: 'Mottagningen',
    secrecy: { provision, hidesTitle: true, hidesParty: true },
  })

  const { number } = await reply.json()
  assert.equal(number, '2023:2')
  assert.ok(!(await (await other.get('/handlingar')).text()).includes('Läkarintyg'))
  assert.ok((await (await registrar.get('/handlingar')).text()).includes('Läkarintyg'))
  const entries = await asking(world, (ctx) => listLedger(ctx, theCase.id))
  assert.ok(!JSON.stringify(entries).includes('Läkarintyg'))
  assert.deepEqual(checkChain(entries), [])
  assert.deepEqual(await asking(world, (ctx) => listLedger(ctx, theCase.id), await actorOf(world, other.personId)), [])
  const history = await (await other.get(`/arenden/${theCase.id}/historik`)).text()
  assert.match(history, /Historiken visas för den som har behörighet/)
  assert.equal(registry.name, 'Skolnämnden')
})

test('B-10 a form that says why but not by which provision is asked again, and nothing is registered openly', async () => {
  const { theCase, registrar } = await aSecretRecord()
  const record = { direction: 'internal', title: 'Anteckning om Kim', 'secrecy.hidesTitle': 'true' }

  const forgotten = await registrar.post(`/arenden/${theCase.id}/handlingar`, {
    ...record,
    'secrecy.provision': '',
    'secrecy.reason': 'Känsligt',
  })
  const open = await registrar.post(`/arenden/${theCase.id}/handlingar`, {
    ...record,
    'secrecy.provision': '',
    'secrecy.reason': '',
  })

  const records = await asking(world, (ctx) => listRecords(ctx, theCase.id))
  assert.deepEqual([forgotten.status, open.status], [422, 303])
  assert.deepEqual(
    records.map(({ title, isSecret }) => [title, isSecret]),
    [
      [secret.title, false],
      ['Anteckning om Kim', false],
    ],
  )
})

test('files that are added to a marked record are as secret as the rest, also for who added nothing', async () => {
  const { record, registry, registrar, other } = await aSecretRecord()
  await markedRecord(world, registry, record.id)
  const added = new FormData()
  added.append('files', new File(['Nya uppgifter om Kim'], 'mer.txt', { type: 'text/plain' }))
  added.append('position', '1')

  const [saved, refused] = [
    await registrar.send(`/handlingar/${record.id}/filer`, added),
    await other.send(`/handlingar/${record.id}/filer`, added),
  ]

  assert.deepEqual([saved.status, refused.status], [303, 409])
  const [own] = await asking(world, (ctx) => listRecords(ctx, record.caseId))
  const statuses = await Promise.all(
    (own?.files ?? []).map(async (file) => (await other.get(`/filer/${file.id}`)).status),
  )
  assert.deepEqual(statuses, [404, 404])
})
