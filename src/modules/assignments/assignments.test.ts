import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf, type Knocking } from '../../../test/support.ts'
import { aBody, anAuthority } from '../organisation/fixtures.ts'
import { aRegistry, markedCase, readersOf, type TestRegistry } from '../registry/fixtures.ts'
import { getCase, listLedger, listRecords } from '../registry/index.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { assignmentPaper, faultsOf, receiversOf } from './model.ts'
import { listAssignments } from './queries.ts'

const world = worldOf('2023-01-16T09:00:00+01:00')

type Facts = { lead: TestRegistry; giverId: string; registrar: Knocking; otherId: string }

async function aCity(): Promise<Facts> {
  const lead = await aRegistry(world, { kind: 'executive_board' })
  const giverId = await aBody(world.db, { kind: 'council', name: 'kommunfullmäktige' })
  const { bodyId: otherId } = await anAuthority(world.db)
  return { lead, giverId, otherId, registrar: await as(world, lead.registrarId) }
}

const written = {
  decidedOn: '2022-12-21',
  source: 'Budget 2023',
  title: 'Definiera och starta ett långsiktigt områdeslyft',
  text: 'Kommunstyrelsen får i uppdrag att tillsammans med berörda nämnder definiera ett områdeslyft.',
  dueOn: '2023-12-31',
}
const fieldsOf = ({ giverId, lead, otherId }: Facts) => ({
  ...written,
  giverId,
  leadId: lead.bodyId,
  'receiverIds[]': [lead.bodyId, otherId],
})
const bodyOf = ({ giverId, lead, otherId }: Facts) => ({
  ...written,
  giverId,
  leadId: lead.bodyId,
  receiverIds: [otherId],
})

async function registered(city: Facts): Promise<{ assignmentId: string; caseId: string; referenceNumber: string }> {
  const reply = await city.registrar.api('/assignments', bodyOf(city))
  assert.equal(reply.status, 200, await reply.clone().text())
  return JSON.parse(await reply.text())
}

test('an assignment opens a case with the one that leads, with the assignment as received and its answer day', async () => {
  const city = await aCity()

  const { caseId } = await registered(city)

  const theCase = await asking(world, (ctx) => getCase(ctx, caseId))
  const [record] = await asking(world, (ctx) => listRecords(ctx, caseId))
  assert.equal(theCase.authorityId, city.lead.authorityId)
  assert.deepEqual(
    [theCase.kind, theCase.dueOn, theCase.dueSource],
    ['assignment', '2023-12-31', 'kommunfullmäktige, Budget 2023'],
  )
  assert.deepEqual([record?.direction, record?.kind, record?.party], ['in', 'assignment', 'kommunfullmäktige'])
  const events = (await asking(world, (ctx) => listLedger(ctx, caseId))).map(({ event }) => event)
  assert.deepEqual(events, ['case.opened', 'record.registered', 'assignments.registered'])
})

test('without a file the record holds a copy of the words', async () => {
  const { caseId } = await registered(await aCity())

  const [record] = await asking(world, (ctx) => listRecords(ctx, caseId))
  const sha256 = record?.files[0]?.sha256 ?? ''
  assert.match(
    await textOfPdf(await world.files.read(sha256)),
    /tillsammans med berörda nämnder definiera ett områdeslyft/,
  )
})

test('the decision sent as a file is what the record holds', async () => {
  const city = await aCity()
  const form = new FormData()
  for (const [name, value] of Object.entries(fieldsOf(city)))
    for (const each of typeof value === 'string' ? [value] : value) form.append(name, each)
  form.append('files[]', new File(['§ 271'], 'beslut.txt', { type: 'text/plain' }))

  const reply = await city.registrar.send('/uppdrag/nytt', form)

  const [assignment] = await asking(world, (ctx) => listAssignments(ctx, { authorityId: city.lead.authorityId }))
  const records = await asking(world, (ctx) => listRecords(ctx, assignment?.caseId ?? ''))
  assert.equal(reply.status, 303)
  assert.deepEqual(
    records.flatMap(({ files }) => files.map(({ name }) => name)),
    ['beslut.txt'],
  )
})

test('the form leads to the assignment, which is in the list with its lead first among the receivers', async () => {
  const city = await aCity()

  const reply = await city.registrar.post('/uppdrag/nytt', fieldsOf(city))

  const page = await (await city.registrar.get(reply.headers.get('location') ?? '')).text()
  const list = await (await city.registrar.get('/uppdrag')).text()
  assert.equal(reply.status, 303)
  assert.match(page, new RegExp(`${city.lead.name} \\(leder\\)`))
  assert.match(page, new RegExp(`${city.lead.prefix}-2023-1`))
  assert.match(list, /Kommunfullmäktige, Budget 2023/)
})

test('what is wrong is said at its field and what was written is kept; nothing is opened', async () => {
  const city = await aCity()

  const fields = { ...fieldsOf(city), title: '', decidedOn: '2023-02-01', text: 'Orden är kvar' }
  const untitled = await city.registrar.post('/uppdrag/nytt', fields)
  const ahead = await city.registrar.post('/uppdrag/nytt', { ...fields, title: 'Uppdrag' })

  assert.equal(untitled.status, 422)
  assert.match(await untitled.text(), /Skriv en rubrik[\s\S]*Orden är kvar/)
  assert.equal(ahead.status, 422)
  assert.match(await ahead.text(), /Beslutet kan inte ligga framåt i tiden/)
  assert.deepEqual(await asking(world, (ctx) => listAssignments(ctx, { authorityId: city.lead.authorityId })), [])
})

test('only those who work at the authority that leads register its assignments', async () => {
  const city = await aCity()
  const stranger = await as(world, (await aRegistry(world)).registrarId)

  const reply = await stranger.api('/assignments', bodyOf(city))

  assert.equal(reply.status, 403)
})

test('a body without a registry, or the giver itself, cannot lead', () => {
  const facts = { ...written, giverId: 'g', leadId: 'l', leadAuthorityId: 'a', receiverIds: [] }
  assert.deepEqual(faultsOf(facts, '2023-01-16'), {})
  assert.ok('leadId' in faultsOf({ ...facts, leadAuthorityId: null }, '2023-01-16'))
  assert.ok('leadId' in faultsOf({ ...facts, leadId: 'g' }, '2023-01-16'))
  assert.ok('dueOn' in faultsOf({ ...facts, dueOn: '2022-12-01' }, '2023-01-16'))
})

test('the lead is a receiver once and first; the copy is in Swedish', () => {
  assert.deepEqual(receiversOf({ leadId: 'a', receiverIds: ['b', 'a', 'b'] }), ['a', 'b'])
  const paper = assignmentPaper({ ...written, giverName: 'kommunfullmäktige', receiverNames: ['kommunstyrelsen'] })
  assert.equal(paper.kind, 'Avskrift av uppdrag')
})

test('the case says what comes next, and shows the assignment as its first step', async () => {
  const city = await aCity()
  const { referenceNumber } = await registered(city)

  const page = await (await city.registrar.get(`/arenden/${referenceNumber}`)).text()
  const history = await (await city.registrar.get(`/arenden/${referenceNumber}/historik`)).text()

  assert.match(page, /Skriv förslaget som svarar på uppdraget/)
  assert.match(page, /Budget 2023/)
  assert.match(history, /Uppdrag från kommunfullmäktige, Budget 2023/)
})

test('assignments of the same moment get cases with numbers in a row', async () => {
  const city = await aCity()

  const all = await Promise.all(Array.from({ length: 8 }, () => registered(city)))

  const numbers = all.map(({ referenceNumber }) => Number(referenceNumber.split('-').at(-1))).toSorted((a, b) => a - b)
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8])
})

const doors = [
  { door: '/uppdrag', seenIn: 'assignment' },
  // The page reads the case too, for what comes next: that is a reading.
  { door: '/uppdrag/:id', seenIn: null },
  { door: '/api/v1/assignments', seenIn: 'assignment' },
  { door: '/api/v1/assignments/:id', seenIn: 'assignment' },
]
for (const { door, seenIn: expected } of doors) {
  test(`E-17 J-08 who sees the assignment of a marked case at ${door} is noted, and nobody who does not see it`, async () => {
    const city = await aCity()
    const { assignmentId, caseId } = await registered(city)
    await markedCase(world, city.lead, caseId)
    const other = await as(world, (await aRegistry(world)).registrarId)
    const path = door.replace(':id', assignmentId)

    const [unseen, seen] = [await other.get(path), await city.registrar.get(path)]

    const noted = (await readersOf(world, caseId)).map(({ personId, seenIn }) => [personId, seenIn])
    assert.deepEqual([unseen.status, seen.status], [door.endsWith(':id') ? 404 : 200, 200])
    assert.deepEqual(noted, [[city.registrar.personId, expected]])
  })
}
