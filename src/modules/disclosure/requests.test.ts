/** Taking requests in, testing records and answering: B-09, B-25, B-26, B-27. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, collide, worldOf, type Knocking } from '../../../test/support.ts'
import { aCase, aFile } from '../registry/fixtures.ts'
import { getRecord, listLedger } from '../registry/index.ts'
import { aRecordIn, anOffice, aRequest, choosing, json, marked, shown } from './fixtures.ts'
import { isLate, timerFrom } from './model/request.ts'
import { listItems } from './queries/items.ts'

const world = worldOf()

test('B-25 the target is the same working day; on a day off the next one', () => {
  assert.deepEqual(timerFrom('2023-10-03'), { dueOn: '2023-10-03', lateOn: '2023-10-04' }) // Tuesday
  assert.deepEqual(timerFrom('2023-10-06'), { dueOn: '2023-10-06', lateOn: '2023-10-09' }) // Friday
  assert.deepEqual(timerFrom('2023-10-07'), { dueOn: '2023-10-09', lateOn: '2023-10-10' }) // Saturday
  assert.deepEqual(timerFrom('2024-03-28'), { dueOn: '2024-03-28', lateOn: '2024-04-02' }) // before Easter
  assert.deepEqual(timerFrom('2023-12-22'), { dueOn: '2023-12-22', lateOn: '2023-12-27' }) // before Christmas
  assert.deepEqual(timerFrom('2024-06-21'), { dueOn: '2024-06-24', lateOn: '2024-06-25' }) // midsommarafton
})

test('B-26 late is the working day after, not the weekend between; and never once answered', () => {
  const friday = { stage: 'new', awaitsDecision: false, ...timerFrom('2023-10-06') } as const

  assert.deepEqual(
    ['2023-10-06', '2023-10-08', '2023-10-09'].map((day) => isLate(friday, day)),
    [false, false, true],
  )
  assert.equal(isLate({ ...friday, stage: 'answered' }, '2023-10-09'), false)
  assert.equal(isLate({ ...friday, stage: 'answered', awaitsDecision: true }, '2023-10-09'), true)
})

test('B-27 nobody has to say who they are or why: the form has no such field, and only what is asked for is needed', async () => {
  const { registrar } = await anOffice(world)

  const form = await (await registrar.get('/utlamnanden/ny')).text()
  const registered = await registrar.post('/utlamnanden/ny', {
    asked: 'Skolans skyddsrond',
    delivery: 'on_the_spot',
    contact: '',
  })

  assert.doesNotMatch(form, /name="(name|namn|identity|person|purpose|syfte)"/)
  assert.doesNotMatch(form, /<(input|textarea)[^>]+required/)
  assert.match(form, /Ingen behöver säga vem hen är/)
  assert.equal(registered.status, 303)
  const page = await (await registrar.get(registered.headers.get('location') ?? '')).text()
  assert.match(page, /Skolans skyddsrond/)
  assert.match(page, /Läsa på plats/)
})

test('a request for nothing is asked again, and one in the future is not taken', async () => {
  const { registrar } = await anOffice(world)

  assert.equal((await registrar.post('/utlamnanden/ny', { asked: ' ', delivery: 'paper' })).status, 422)
  assert.equal((await registrar.api('/disclosures', { asked: 'x', receivedOn: '2023-10-04' })).status, 422)
})

test('requests are numbered without gaps, by authority, and another authority knows nothing of them', async () => {
  const [mine, other] = [await anOffice(world), await anOffice(world)]

  const first = await json(mine.registrar.api('/disclosures', { asked: 'Ett' }))
  await mine.registrar.api('/disclosures', { asked: '' })
  const second = await json(mine.registrar.api('/disclosures', { asked: 'Två' }))

  assert.deepEqual([first['number'], second['number']], ['U 2023:1', 'U 2023:2'])
  assert.equal((await other.registrar.get(`/utlamnanden/${first['requestId']}`)).status, 404)
  assert.equal((await other.registrar.api(`/disclosures/${first['requestId']}/withdraw`, {})).status, 404)
  assert.doesNotMatch(await (await other.registrar.get('/utlamnanden?visa=alla')).text(), />Ett</)
})

test('B-25 what is not marked is given out at once, and the ledger of its case has every file with its hash', async () => {
  const office = await anOffice(world)
  const record = await aRecordIn(world, office, [aFile('ansokan.txt', 'Hej')])
  const found = await office.registrar.get(
    `/utlamnanden/${await aRequest(office.registrar, { reference: office.theCase.referenceNumber })}`,
  )
  const { requestId } = await choosing(office, record.id)

  await json(office.registrar.api(`/disclosures/${requestId}/answer`, {}))

  assert.match(await found.text(), new RegExp(record.id))
  const { request, records } = await shown(office.registrar, requestId)
  assert.deepEqual([request.stage, request.isOpen, records[0]?.outcome], ['answered', false, 'whole'])
  const entry = (await asking(world, (ctx) => listLedger(ctx, office.theCase.id))).at(-1)
  assert.equal(entry?.event, 'disclosure.given')
  assert.deepEqual(entry?.facts['files'], [{ name: 'ansokan.txt', sha256: record.files[0]?.sha256, way: 'whole' }])
  const history = await (await office.registrar.get(`/arenden/${office.theCase.referenceNumber}/historik`)).text()
  assert.match(history, /lämnas ut efter begäran U 2023:/)
})

test('B-09 a marking refuses nothing: the record waits for a test, and can be given out whole with reasons', async () => {
  const office = await anOffice(world)
  const record = await marked(world, await aRecordIn(world, office, [aFile()]))
  const { requestId, itemId } = await choosing(office, record.id)

  const before = await shown(office.registrar, requestId)
  const page = await (await office.registrar.get(`/utlamnanden/${requestId}/handlingar/${itemId}`)).text()
  const unanswered = await office.registrar.api(`/disclosures/${requestId}/answer`, { note: 'Nej' })
  const without = await office.registrar.api(`/disclosures/${requestId}/records/${itemId}/test`, { outcome: 'whole' })
  await json(
    office.registrar.api(`/disclosures/${requestId}/records/${itemId}/test`, {
      outcome: 'whole',
      reason: 'Uppgifterna är harmlösa.',
    }),
  )

  assert.deepEqual([before.request.stage, before.records[0]?.outcome], ['testing', null])
  assert.match(page, /Markeringen är en varning, inte ett beslut/)
  assert.equal(unanswered.status, 409)
  assert.equal(without.status, 422)
  assert.equal((await shown(office.registrar, requestId)).request.stage, 'ready')
})

test('a marked record is tested only by somebody who may read it, and its words stay hidden from the others', async () => {
  const office = await anOffice(world)
  const record = await marked(world, await aRecordIn(world, office, [aFile('hemlig.txt')]))
  const { requestId, itemId } = await choosing(office, record.id)
  await json(office.registrar.api(`/disclosures/${requestId}/officer`, { officerId: office.officer.personId }, 'PUT'))
  const test = () =>
    office.officer.api(`/disclosures/${requestId}/records/${itemId}/test`, {
      outcome: 'refused',
      provision: '26 kap. 1 § OSL',
    })

  const before = await test()
  const pages = await Promise.all(
    [`/utlamnanden/${requestId}`, `/utlamnanden/${requestId}/handlingar/${itemId}`].map(async (path) =>
      (await office.officer.get(path)).text(),
    ),
  )
  await world.db
    .insertInto('registry.access')
    .values({ case_id: office.theCase.id, person_id: office.officer.personId, reason: 'Prövar', granted_at: world.now })
    .execute()
  const after = await test()

  assert.deepEqual([before.status, after.status], [409, 200])
  for (const page of pages) assert.doesNotMatch(page, /hemlig\.txt|Ansökan</)
  assert.match(pages[1] ?? '', /inte behörighet att läsa/)
})

test('J-08 a record in a marked case is as if it were not there, for who has no need; yet nobody answers past it', async () => {
  const office = await anOffice(world)
  const record = await aRecordIn(world, office, [aFile()])
  const { requestId, itemId } = await choosing(office, record.id)
  await world.db.updateTable('registry.cases').set({ is_secret: true }).where('id', '=', office.theCase.id).execute()
  await world.db.updateTable('registry.records').set({ in_secret_case: true }).where('id', '=', record.id).execute()

  const page = await (await office.officer.get(`/utlamnanden/${requestId}`)).text()

  assert.deepEqual((await shown(office.officer, requestId)).records, [])
  assert.doesNotMatch(page, new RegExp(office.theCase.referenceNumber))
  assert.equal((await office.officer.get(`/utlamnanden/${requestId}/handlingar/${itemId}`)).status, 404)
  assert.equal((await office.officer.api(`/disclosures/${requestId}/records`, { recordIds: [record.id] })).status, 404)
  assert.equal((await office.officer.api(`/disclosures/${requestId}/answer`, { note: 'Klart' })).status, 409)
  const untested = await office.registrar.api(`/disclosures/${requestId}/answer`, {})
  assert.equal(untested.status, 409)
  assert.match(await untested.text(), /har markerats eller fått en ny fil sedan den prövades/)
  const test = { outcome: 'whole', reason: 'Uppgifterna är harmlösa' }
  await office.registrar.api(`/disclosures/${requestId}/records/${itemId}/test`, test)
  assert.equal((await office.registrar.api(`/disclosures/${requestId}/answer`, {})).status, 200)
})

test('B-26 every open request is in the registrar’s work; with an officer it waits; a late one comes to the head too', async () => {
  const office = await anOffice(world)
  const record = await marked(world, await aRecordIn(world, office, [aFile()]))
  const { requestId } = await choosing(office, record.id)
  const work = async (who: Knocking) => (await who.get('/')).text()
  const title = /Begäran om handling U 2023:1/

  assert.match(await work(office.registrar), title)
  assert.doesNotMatch(await work(office.officer), title)
  assert.doesNotMatch(await work(office.head), title)
  await json(office.registrar.api(`/disclosures/${requestId}/officer`, { officerId: office.officer.personId }, 'PUT'))
  assert.match(await work(office.officer), title)
  assert.match(await work(office.registrar), /Väntar[\s\S]*Begäran om handling/)

  world.now = new Date('2023-10-04T08:00:00+02:00')
  try {
    assert.match(await work(office.head), title)
    const page = await (await office.registrar.get(`/utlamnanden/${requestId}`)).text()
    assert.match(page, /Försenad · prövas/)
    assert.equal((await shown(office.registrar, requestId)).request.isLate, true)
  } finally {
    world.now = new Date('2023-10-03T09:00:00+02:00')
  }
})

test('a record that does not exist is answered in words', async () => {
  const { registrar } = await anOffice(world)
  const requestId = await aRequest(registrar, { reference: 'XX-1999-1' })

  assert.match(await (await registrar.get(`/utlamnanden/${requestId}`)).text(), /Inget ärende hittades/)
  assert.equal((await registrar.api(`/disclosures/${requestId}/answer`, {})).status, 409)
  assert.equal(
    (await registrar.api(`/disclosures/${requestId}/answer`, { note: 'Handlingen finns inte.' })).status,
    200,
  )
})

test('a record that is moved and chosen for a request at the same moment is given out in the case where it lies', async () => {
  const office = await anOffice(world)
  const { id } = await aRecordIn(world, office, [aFile('ansokan.txt', 'Hej')])
  const other = await aCase(world, office.registry)
  const requestId = await aRequest(office.registrar)

  const [, chosen] = await collide(world, 'registry.records', id, [
    () => office.registrar.api(`/records/${id}/move`, { toCase: other.id, reason: 'Fel ärende' }),
    () => office.registrar.api(`/disclosures/${requestId}/records`, { recordIds: [id] }),
  ])

  const record = await asking(world, (ctx) => getRecord(ctx, id))
  const items = await asking(world, (ctx) => listItems(ctx, requestId))
  assert.equal(chosen?.status, 200)
  assert.deepEqual(
    items.map(({ caseId }) => caseId),
    [record.caseId],
  )
})

test('a record that was struck is chosen and given out like any other, and says that it is struck', async () => {
  const office = await anOffice(world)
  const { id } = await aRecordIn(world, office, [aFile('ansokan.txt', 'Hej')])
  await office.registrar.api(`/records/${id}/strike`, { reason: 'Registrerad två gånger' })
  const asked = await aRequest(office.registrar, { reference: office.theCase.referenceNumber })

  const choice = await (await office.registrar.get(`/utlamnanden/${asked}`)).text()
  const { requestId, itemId } = await choosing(office, id)

  const pages = [`/utlamnanden/${requestId}`, `/utlamnanden/${requestId}/handlingar/${itemId}`]
  assert.match(choice, /Struken/)
  for (const path of pages) assert.match(await (await office.registrar.get(path)).text(), /Struken/)
})
