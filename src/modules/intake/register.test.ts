import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { aCase, aColleague, aRegistry, type TestRegistry } from '../registry/fixtures.ts'
import { addCaseType } from '../filing/commands.ts'
import { actorOf, doing } from '../../../test/support.ts'
import { aPerson } from '../organisation/fixtures.ts'

const world = worldOf()

type Done = { caseId: string; referenceNumber: string; recordId: string; number: string; isNewCase: boolean }

async function registered(person: Knocking, body: object): Promise<Done> {
  const reply = await person.api('/registrations', body)
  assert.equal(reply.status, 200, await reply.clone().text())
  return JSON.parse(await reply.text())
}

async function errorsOf(reply: Response): Promise<Record<string, string>> {
  assert.equal(reply.status, 422)
  return JSON.parse(await reply.text()).errors
}

function formOf(fields: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, words] of Object.entries(files))
    form.append('files[]', new File([words], name, { type: 'text/plain' }))
  return form
}

const letter = { direction: 'in', title: 'Synpunkt om gatubelysning', party: 'Lisa Prov' }

async function ledgerOf(person: Knocking, reference: string): Promise<string> {
  return (await person.get(`/arenden/${reference}/historik`)).text()
}

test('B-05 one form registers a record in a new case, with number, sender, day and files, and gives a receipt', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)

  const reply = await registrar.send('/registrera', formOf(letter, { 'synpunkt.txt': 'Det är mörkt', 'bild.txt': 'x' }))
  const receipt = await (await registrar.get(reply.headers.get('location') ?? '')).text()
  const reference = `${registry.prefix}-2023-1`
  const record = await (await registrar.get(`/arenden/${reference}/handlingar`)).text()

  assert.equal(reply.status, 303)
  assert.match(receipt, new RegExp(`2023:1 är registrerad i ${reference}`))
  assert.match(receipt, /name="title"[^>]*value=""/)
  assert.match(receipt, /value="in"[^>]* autofocus data-autofocus/)
  for (const words of ['Synpunkt om gatubelysning', 'Lisa Prov', 'synpunkt.txt', 'bild.txt'])
    assert.ok(record.includes(words), words)
  assert.match(await ledgerOf(registrar, reference), /som inkommen från Lisa Prov/)
})

test('"and next" keeps direction, type, kind and day; the rest is empty again', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)

  const reply = await registrar.post('/registrera', {
    ...letter,
    direction: 'out',
    kind: 'decision',
    datedOn: '2023-10-02',
    after: 'next',
  })
  const next = await (await registrar.get(reply.headers.get('location') ?? '')).text()

  assert.match(next, /value="out"[^>]* checked/)
  assert.match(next, /value="2023-10-02"/)
  assert.match(next, /<option value="decision" selected>/)
  assert.match(next, /name="party"[^>]*value=""/)
})

test('a record goes into a case by so much of its number as is enough; with several, the whole number is asked for', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const earlier = await aCase(world, registry, { title: 'Gammalt', openedOn: '2022-05-05' })
  const theCase = await aCase(world, registry, { title: 'Cykelvägar' })
  const second = await aCase(world, registry, { title: 'Parkering' })

  const done = await registered(registrar, { ...letter, caseNumber: '2' })
  const several = await errorsOf(await registrar.api('/registrations', { ...letter, caseNumber: '1' }))
  const byYear = await registered(registrar, { ...letter, caseNumber: '2022 1' })
  const none = await errorsOf(await registrar.api('/registrations', { ...letter, caseNumber: '77' }))

  assert.equal(done.referenceNumber, second.referenceNumber)
  assert.equal(done.isNewCase, false)
  assert.match(several['caseNumber'] ?? '', new RegExp(`${theCase.referenceNumber}, ${earlier.referenceNumber}`))
  assert.equal(byYear.referenceNumber, earlier.referenceNumber)
  assert.match(none['caseNumber'] ?? '', /inget ärende med numret ”77”/)
})

test('the case says its title while its number is written, and the suggestions are of one’s own authority', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  await aCase(world, registry, { title: 'Cykelvägar' })
  await aCase(world, await aRegistry(world), { title: 'En annan myndighets' })

  const hints = JSON.parse(await (await registrar.api('/case-hints?q=1')).text())
  const page = await (await registrar.get(`/registrera?caseNumber=${registry.prefix}-2023-1`)).text()

  assert.deepEqual(
    hints.cases.map(({ title, state }: { title: string; state: string }) => [title, state]),
    [['Cykelvägar', 'open']],
  )
  assert.match(page, />[^<]*Cykelvägar<\/a\s*>/)
})

test('everything that is wrong is told at once, and neither words nor files are lost', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)

  const reply = await registrar.send(
    '/registrera',
    formOf({ direction: 'in', caseTitle: '', title: '', party: '', datedOn: '2023-12-24' }, { 'brev.txt': 'Hej' }),
  )
  const page = await reply.text()
  const [, upload] = /name="files\[\]" value="([0-9a-f-]{36})" checked/.exec(page) ?? []
  const again = await registrar.post('/registrera', { ...letter, 'files[]': upload ?? '' })
  const receipt = await (await registrar.get(again.headers.get('location') ?? '')).text()
  const [, recordId] = /href="\/handlingar\/([0-9a-f-]{36})"/.exec(receipt) ?? []

  assert.equal(reply.status, 422)
  for (const words of ['Skriv vad handlingen gäller', 'Skriv vem handlingen kommer från', 'framåt i tiden'])
    assert.ok(page.includes(words), words)
  assert.match(page, /value="2023-12-24"/)
  assert.match(await (await registrar.get(`/handlingar/${recordId}`)).text(), /brev\.txt/)
})

async function aType(registry: TestRegistry, facts: object = {}): Promise<string> {
  const actor = await actorOf(world, registry.registrarId)
  const type = { name: `Typ ${Math.random()}`, title: 'Bygglov {fastighet}', recordTitle: 'Ansökan', ...facts }
  return (await doing(world, addCaseType, type, actor)).caseTypeId
}

async function typeOf(caseId: string): Promise<string | null> {
  const row = await world.db
    .selectFrom('registry.cases')
    .select('case_type_id as typeId')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  return row.typeId
}

test('a case type fills in a new case; what stands in braces must be written before the case is opened', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const officerId = await aColleague(world, registry, 'case_officer', 'Elin Typ')
  const caseTypeId = await aType(registry, { officerId })

  const page = await (await registrar.get('/registrera')).text()
  const blank = await errorsOf(await registrar.api('/registrations', { caseTypeId, party: 'Lisa Prov' }))
  const done = await registered(registrar, { caseTypeId, caseTitle: 'Bygglov Hamnen 1', officerId, party: 'Lisa Prov' })
  const theCase = await (await registrar.get(`/arenden/${done.referenceNumber}`)).text()

  assert.match(page, /data-case-title="Bygglov \{fastighet\}"/)
  assert.match(blank['caseTitle'] ?? '', /Fyll i \{fastighet\}/)
  assert.match(theCase, /Bygglov Hamnen 1/)
  assert.match(theCase, /Elin Typ/)
  assert.equal(await typeOf(done.caseId), caseTypeId)
  assert.match(await (await registrar.get(`/handlingar/${done.recordId}`)).text(), /<h1>Ansökan<\/h1>/)
})

test('without JavaScript a case type fills in the form, and what was written and sent before is still there', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const caseTypeId = await aType(registry, { direction: 'internal' })

  const reply = await registrar.send('/registrera/fyll', formOf({ caseTypeId, party: 'Lisa Prov' }, { 'a.txt': 'a' }))
  const page = await (await registrar.get(reply.headers.get('location') ?? '')).text()

  assert.equal(reply.status, 303)
  assert.match(page, /name="caseTitle"[^>]*value="Bygglov \{fastighet\}"/)
  assert.match(page, /value="internal"[^>]* checked/)
  assert.match(page, /name="party"[^>]*value="Lisa Prov"/)
  assert.match(page, /a\.txt/)
})

test('a new sender is remembered, and suggested the next time', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)

  await registered(registrar, letter)
  await registered(registrar, { ...letter, title: 'En till' })
  const { contacts } = JSON.parse(await (await registrar.api('/contacts?q=lisa')).text())

  assert.deepEqual(
    contacts.map(({ name }: { name: string }) => name),
    ['Lisa Prov'],
  )
  assert.match(await (await registrar.get('/registrera')).text(), /<option value="Lisa Prov">/)
})

test('the officer is chosen in the same form, for a new case and for one that is there', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const first = await aColleague(world, registry, 'case_officer', 'Första Handläggaren')
  const second = await aColleague(world, registry, 'case_officer', 'Andra Handläggaren')
  const stranger = (await aRegistry(world)).registrarId

  const { referenceNumber } = await registered(registrar, { ...letter, officerId: first })
  await registered(registrar, { ...letter, caseNumber: referenceNumber, officerId: second })
  const wrong = await errorsOf(await registrar.api('/registrations', { ...letter, officerId: stranger }))
  const byOfficer = await (
    await as(world, first)
  ).api('/registrations', { ...letter, caseNumber: referenceNumber, officerId: first })

  assert.match(await (await registrar.get(`/arenden/${referenceNumber}`)).text(), /Andra Handläggaren/)
  assert.match(await ledgerOf(registrar, referenceNumber), /Fördelade ärendet till Andra Handläggaren/)
  assert.match(wrong['officerId'] ?? '', /inte handläggare hos myndigheten/)
  assert.match((await errorsOf(byOfficer))['officerId'] ?? '', /ingen roll som får fördela/)
})

test('a case of another authority is told beside the field, and nothing is registered', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const elsewhere = await aCase(world, await aRegistry(world))

  const errors = await errorsOf(
    await registrar.api('/registrations', { ...letter, caseNumber: elsewhere.referenceNumber }),
  )

  assert.match(errors['caseNumber'] ?? '', /där du inte får registrera/)
})

test('who has no such role sees neither the entry of the menu nor the page', async () => {
  const registry = await aRegistry(world)
  const member = await as(world, await aPerson(world.db, { bodyId: registry.bodyId, roles: ['member'] }))

  assert.doesNotMatch(await (await member.get('/')).text(), /href="\/registrera"/)
  assert.equal((await member.get('/registrera')).status, 403)
  assert.equal((await member.api('/registrations', letter)).status, 403)
})

test('B-16 a registration that fails takes no number, and the next comes right after the last', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)

  const first = await registered(registrar, letter)
  await registrar.api('/registrations', { ...letter, party: '' })
  await registrar.api('/registrations', { ...letter, files: [crypto.randomUUID()] })
  const second = await registered(registrar, letter)

  assert.deepEqual([first.number, second.number], ['2023:1', '2023:2'])
})

test('the receipt can be printed: number, case, sender, day, and the checksum of each file', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const reply = await registrar.send('/registrera', formOf(letter, { 'brev.txt': 'Hej' }))
  const id = new URL(reply.headers.get('location') ?? '', 'http://here').searchParams.get('klar')

  const slip = await (await registrar.get(`/registrera/kvitto/${id}`)).text()

  for (const words of ['2023:1', `${registry.prefix}-2023-1`, 'Lisa Prov', 'brev.txt', 'SHA-256'])
    assert.ok(slip.includes(words), words)
})
