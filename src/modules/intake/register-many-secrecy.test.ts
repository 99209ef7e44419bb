import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { aCase, aColleague, aRegistry } from '../registry/fixtures.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

async function anOffice() {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const officer = await as(world, await aColleague(world, registry, 'case_officer'))
  return { registry, registrar, officer }
}

/** Sends two files, and gives where they wait and their rows. */
async function gathered(person: Knocking, names = ['Ansökan.txt', 'Läkarintyg Kim.txt']) {
  const form = new FormData()
  for (const name of names) form.append('files[]', new File([`${name} ${Math.random()}`], name, { type: 'text/plain' }))
  const path = (await person.send('/registrera/flera', form)).headers.get('location') ?? ''
  const page = await (await person.get(path)).text()
  const ids = [...page.matchAll(/name="rows\.\d+\.uploadId" value="([^"]*)"/g)].map(([, id]) => id ?? '')
  const rows = ids.flatMap((id, index) => [
    [`rows.${index}.uploadId`, id],
    [`rows.${index}.title`, (names[index] ?? '').replace('.txt', '')],
  ])
  const fields: Record<string, string> = { ...Object.fromEntries(rows), direction: 'in', party: 'Kim Larsson' }
  return { path, page, fields, batchId: path.split('/').at(-1) ?? '', ids }
}

const hides = { 'secrecy.hidesTitle': 'true', 'secrecy.hidesParty': 'true' }

test('B-06 B-10 one file of many is marked by its own provision, and nothing of it is ever open; the others stay open', async () => {
  const { registry, registrar, officer } = await anOffice()
  const theCase = await aCase(world, registry, { title: 'Ansökan om stöd' })
  const { path, page, fields } = await gathered(registrar)

  const done = await registrar.post(path, {
    ...fields,
    ...hides,
    caseNumber: theCase.referenceNumber,
    'rows.0.party': 'Ombudet',
    'rows.1.provision': '26 kap. 1 § OSL',
  })

  assert.match(page, /Sekretess eller eget ärende/)
  assert.equal(done.status, 303)
  const seen = await Promise.all(
    [`/arenden/${theCase.id}/handlingar`, '/handlingar', `/arenden/${theCase.id}/historik`, '/sok?q=Kim'].map(
      async (each) => (await officer.get(each)).text(),
    ),
  )
  for (const text of seen) assert.doesNotMatch(text, /Läkarintyg|Larsson/)
  assert.match(seen[0] ?? '', /Ansökan[^]*Uppgift utelämnad/)
  assert.match(await (await registrar.get(`/arenden/${theCase.id}/handlingar`)).text(), /Läkarintyg Kim/)
  const contacts = await world.db
    .selectFrom('filing.contacts')
    .select('name')
    .where('authority_id', '=', registry.authorityId)
    .execute()
  assert.deepEqual(
    contacts.map(({ name }) => name),
    ['Ombudet'],
  )
})

test('B-10 a provision for all marks every file; a reason without a provision is asked about, and nothing is registered open', async () => {
  const { registry, registrar, officer } = await anOffice()
  const theCase = await aCase(world, registry)
  const { path, fields } = await gathered(registrar)
  const send = (more: Record<string, string>) =>
    registrar.post(path, { ...fields, ...hides, caseNumber: theCase.referenceNumber, ...more })

  const refused = [
    await send({ 'secrecy.reason': 'Hälsa' }),
    await send({ 'secrecy.provision': 'hemligt' }),
    await send({ 'rows.1.provision': 'hemligt' }),
  ]
  const before = JSON.parse(await (await registrar.api(`/cases/${theCase.id}/records`)).text())
  const done = await send({ 'secrecy.provision': '25 kap. 1 § OSL', 'secrecy.reason': 'Hälsa' })

  for (const reply of refused) {
    assert.equal(reply.status, 422)
    assert.match(await reply.text(), /Skriv vilken bestämmelse sekretessen vilar på/)
  }
  assert.deepEqual(before.records, [])
  assert.equal(done.status, 303)
  const { records } = JSON.parse(await (await officer.api(`/cases/${theCase.id}/records`)).text())
  assert.deepEqual(
    records.map(({ title, party }: { title: string; party: string }) => [title, party]),
    [
      ['Uppgift utelämnad', 'Uppgift utelämnad'],
      ['Uppgift utelämnad', 'Uppgift utelämnad'],
    ],
  )
})

test('files without a case number share a new case, and one may have a case of its own', async () => {
  const { registrar } = await anOffice()
  const { path, fields } = await gathered(registrar, ['Ett.txt', 'Två.txt', 'Tre.txt'])

  const without = await registrar.post(path, fields)
  const done = await registrar.post(path, {
    ...fields,
    caseTitle: 'Inkomna brev',
    'rows.1.caseTitle': 'Ett brev för sig',
  })

  assert.equal(without.status, 422)
  assert.match(await without.text(), /eller vad ett nytt ärende ska heta/)
  assert.deepEqual([done.status, done.headers.get('location')], [303, '/handlingar'])
  const { cases } = JSON.parse(await (await registrar.api('/cases?lage=alla')).text())
  const held = await Promise.all(
    cases.map(async ({ id, title }: { id: string; title: string }) => {
      const { records } = JSON.parse(await (await registrar.api(`/cases/${id}/records`)).text())
      return [title, records.map((record: { title: string }) => record.title)]
    }),
  )
  assert.deepEqual(held.toSorted(), [
    ['Ett brev för sig', ['Två']],
    ['Inkomna brev', ['Ett', 'Tre']],
  ])
})

test('B-06 B-07 a new case is never called what the marking of its record hides, whether its own or shared', async () => {
  const { registrar } = await anOffice()
  const { path, fields } = await gathered(registrar)
  const marked = { ...fields, ...hides, 'rows.1.provision': '26 kap. 1 § OSL' }

  const replies = [
    await registrar.post(path, { ...marked, caseTitle: 'Ärende om LÄKARINTYG  Kim' }),
    await registrar.post(path, { ...marked, caseTitle: 'Stöd', 'rows.1.caseTitle': 'Läkarintyg Kim' }),
  ]

  for (const reply of replies) {
    assert.equal(reply.status, 422)
    assert.match(await reply.text(), /Skriv en annan rubrik för ärendet, som alla får läsa/)
  }
})

test('a program marks a file and opens a case of its own; what it does not say is hidden', async () => {
  const { registrar, officer } = await anOffice()
  const { batchId, ids } = await gathered(registrar)

  const reply = await registrar.api(`/batches/${batchId}/registrations`, {
    direction: 'in',
    party: 'Kim Larsson',
    caseTitle: 'Stöd',
    rows: [{ uploadId: ids[1], title: 'Läkarintyg', provision: '26 kap. 1 § OSL', caseTitle: 'Ett ärende' }],
  })
  const { referenceNumbers, referenceNumber } = JSON.parse(await reply.text())
  const journal = await (await officer.get('/handlingar')).text()

  assert.equal(reply.status, 200)
  assert.deepEqual([referenceNumbers.length, referenceNumber], [2, null])
  assert.doesNotMatch(journal, /Läkarintyg/)
})
