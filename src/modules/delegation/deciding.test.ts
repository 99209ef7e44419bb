import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, as, asking, doing, worldOf } from '../../../test/support.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { aCase } from '../registry/fixtures.ts'
import { getRecord, listLedger, listRecords } from '../registry/index.ts'
import { decideByDelegation } from './commands.ts'
import { aDelegated, aDelegation, anUrgent } from './fixtures.ts'
import { getDelegated, listDelegatedInCase } from './queries.ts'

const world = worldOf('2023-11-10T09:00:00+01:00')

test('A-94 a decision stores rule, delegate, day and case, gets its number, its document and its place in the ledger', async () => {
  const board = await aDelegation(world)
  const theCase = await aCase(world, board)
  const officer = await as(world, board.officerId)
  const tab = await (await officer.get(`/arenden/${theCase.referenceNumber}/delegation`)).text()

  const reply = await officer.post(`/arenden/${theCase.referenceNumber}/delegation/besluta`, {
    ruleId: board.rule('3.1'),
    title: 'Yttrande över detaljplan',
    points: 'Nämnden har inget att erinra.',
    motivation: 'Planen rör inte verksamheten.',
    decidedOn: '2023-11-09',
    addressee: 'other',
  })

  const [decision] = await asking(world, (ctx) => listDelegatedInCase(ctx, theCase.id))
  const record = await asking(world, (ctx) => getRecord(ctx, decision?.recordId ?? ''))
  const page = await (await officer.get(`/arenden/${theCase.referenceNumber}/delegation`)).text()
  const ledger = await asking(world, (ctx) => listLedger(ctx, theCase.id))
  assert.match(tab, /3\.1 Yttrande/)
  assert.doesNotMatch(tab, /2\.1 Hyra av lokal/)
  assert.equal(reply.status, 303)
  assert.deepEqual(
    [
      decision?.year,
      decision?.number,
      decision?.ruleNumber,
      decision?.delegateId,
      decision?.decidedOn,
      decision?.caseId,
    ],
    [2023, 1, '3.1', board.officerId, '2023-11-09', theCase.id],
  )
  assert.deepEqual([record.kind, record.title], ['decision', 'Delegationsbeslut D 2023:1 Yttrande över detaljplan'])
  assert.deepEqual(
    record.files.map(({ mediaType }) => mediaType.split('/')[1]?.slice(-8)),
    ['pdf', 'document', 'html'],
  )
  for (const words of ['D 2023:1 Yttrande över detaljplan', 'Inte anmält', 'version 1'])
    assert.ok(page.includes(words), words)
  assert.equal(ledger.at(-1)?.event, 'delegation.decided')
})

test('a decision reads as a document on its own page', async () => {
  const board = await aDelegation(world)
  const { decisionId } = await aDelegated(world, board)

  const page = await (await (await as(world, board.registrarId)).get(`/delegation/beslut/${decisionId}`)).text()

  for (const words of ['Delegationsbeslut', 'Yttrandet lämnas.', 'Punkt i delegationsordningen'])
    assert.ok(page.includes(words), words)
})

test('numbers run without a gap through the year of each board, however many decide at once', async () => {
  const board = await aDelegation(world)
  const other = await aDelegation(world)
  const theCase = await aCase(world, board)
  const officer = await actorOf(world, board.officerId)
  const facts = {
    caseId: theCase.id,
    ruleId: board.rule('3.1'),
    points: ['Yttrandet lämnas.'],
    decidedOn: '2023-11-01',
  }

  const tries = Array.from({ length: 12 }, (_, index) =>
    doing(world, decideByDelegation, { ...facts, ...(index % 4 === 3 && { addressee: 'council' as const }) }, officer),
  )
  const settled = await Promise.allSettled(tries)

  const numbers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.number] : []))
  assert.deepEqual(
    numbers.toSorted((a, b) => Number(a.slice(7)) - Number(b.slice(7))),
    Array.from({ length: 9 }, (_, index) => `D 2023:${index + 1}`),
  )
  assert.equal((await aDelegated(world, other)).number, 'D 2023:1')
})

test('a decision of another year has the series of that year', async () => {
  const board = await aDelegation(world)
  await aDelegated(world, board, { decidedOn: '2023-01-15' })
  world.now = new Date('2024-01-10T09:00:00+01:00')

  const late = await aDelegated(world, board, { decidedOn: '2023-12-29' })
  const fresh = await aDelegated(world, board, { decidedOn: '2024-01-09' })
  world.now = new Date('2023-11-10T09:00:00+01:00')

  assert.deepEqual([late.number, fresh.number], ['D 2023:2', 'D 2024:1'])
})

test('A-85 only the delegate of that day decides', async () => {
  const board = await aDelegation(world)
  const theCase = await aCase(world, board)
  const other = await aDelegation(world)
  const decide = async (personId: string, number: string) => {
    const body = { ruleId: board.rule(number), points: ['Så.'], decidedOn: '2023-11-09' }
    return (await (await as(world, personId)).api(`/cases/${theCase.id}/delegated-decisions`, body)).status
  }

  assert.deepEqual(
    [
      await decide(board.secretaryId, '3.1'),
      await decide(board.officerId, '2.1'),
      await decide(other.officerId, '3.1'),
      await decide(board.directorId, '2.1'),
    ],
    [409, 409, 403, 200],
  )
})

test('A-85 the role must be held on the day of the decision, not only today', async () => {
  const board = await aDelegation(world)
  const newcomer = await aPerson(world.db, { bodyId: board.officeId })
  await world.db
    .insertInto('organisation.memberships')
    .values({ person_id: newcomer, body_id: board.officeId, role: 'case_officer', valid_from: '2023-11-06' })
    .execute()

  await assert.rejects(aDelegated(world, board, { by: newcomer, decidedOn: '2023-11-05' }), /är given till/)
  assert.equal((await aDelegated(world, board, { by: newcomer, decidedOn: '2023-11-06' })).number, 'D 2023:1')
})

test('A-87 a statement to the council is refused at the form and leaves no number, record or trace', async () => {
  const board = await aDelegation(world)
  const theCase = await aCase(world, board)
  const officer = await as(world, board.officerId)
  const fields = { ruleId: board.rule('3.1'), points: 'Nämnden yttrar sig.', decidedOn: '2023-11-09' }
  const path = `/arenden/${theCase.referenceNumber}/delegation/besluta`

  const refused = await officer.post(path, { ...fields, addressee: 'council' })
  const records = await asking(world, (ctx) => listRecords(ctx, theCase.id))
  const toExecutive = await officer.post(path, { ...fields, addressee: 'executive_board' })

  const page = await refused.text()
  assert.equal(refused.status, 409)
  assert.match(page, /6 kap. 38 § 2/)
  assert.match(page, /Nämnden yttrar sig\./)
  assert.equal(records.length, 0)
  assert.equal(toExecutive.status, 303)
  assert.equal((await asking(world, (ctx) => listDelegatedInCase(ctx, theCase.id)))[0]?.number, 1)
})

test('an error is put right by a new decision only, once, in the same case', async () => {
  const board = await aDelegation(world)
  const first = await aDelegated(world, board)
  const other = await aCase(world, board)
  const officer = await as(world, board.officerId)
  const replace = (caseId: string) =>
    officer.api(`/cases/${caseId}/delegated-decisions`, {
      ruleId: board.rule('3.1'),
      points: ['Yttrandet ändras.'],
      decidedOn: '2023-11-09',
      correctsId: first.decisionId,
    })

  const replies = [await replace(other.id), await replace(first.theCase.id), await replace(first.theCase.id)]

  const before = await asking(world, (ctx) => getDelegated(ctx, first.decisionId))
  assert.deepEqual(
    replies.map(({ status }) => status),
    [422, 200, 409],
  )
  assert.deepEqual([before.points, before.correctedBy], [['Yttrandet lämnas.'], 'D 2023:2'])
})

test('two who replace the same decision at once replace it once', async () => {
  const board = await aDelegation(world)
  const { theCase, decisionId: correctsId } = await aDelegated(world, board)
  const officer = await as(world, board.officerId)
  const body = { ruleId: board.rule('3.1'), points: ['Yttrandet ändras.'], decidedOn: '2023-11-09', correctsId }

  const replies = await Promise.all([1, 2].map(() => officer.api(`/cases/${theCase.id}/delegated-decisions`, body)))

  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409])
})

test('A-90 the chair decides what cannot wait, with the reason, and nobody else does', async () => {
  const board = await aDelegation(world)
  const theCase = await aCase(world, board)
  const member = await aPerson(world.db, { bodyId: board.bodyId, roles: ['member'] })
  const fields = { ruleId: board.rule('1.1'), points: 'Bron stängs.', decidedOn: '2023-11-09' }
  const path = `/arenden/${theCase.referenceNumber}/delegation/besluta-bradskande`
  const chair = await as(world, board.chairId)
  const tab = await (await chair.get(`/arenden/${theCase.referenceNumber}/delegation`)).text()

  const noReason = await chair.post(path, fields)
  const notChair = await (await as(world, member)).post(path, { ...fields, whyUrgent: 'Bron kan rasa.' })
  const officer = await (await as(world, board.officerId)).api(`/cases/${theCase.id}/urgent-decisions`, {})
  const done = await chair.post(path, { ...fields, whyUrgent: 'Bron kan rasa.' })

  const [decision] = await asking(world, (ctx) => listDelegatedInCase(ctx, theCase.id))
  assert.match(tab, /Brådskande beslut/)
  assert.deepEqual([noReason.status, notChair.status, officer.status, done.status], [422, 409, 403, 303])
  assert.deepEqual(
    [decision?.isUrgent, decision?.whyUrgent, decision?.delegateTitle],
    [true, 'Bron kan rasa.', 'Ordförande'],
  )
})

test('A-90 without a rule that gives the power there is no urgent decision', async () => {
  const board = await aDelegation(world, {
    rules: ['2.1;Hyra;Hyra;presidium;ordförande;;;Ordföranden;;;ekonomi;Ram;nej;ja;nej'],
  })

  const reply = await (
    await as(world, board.chairId)
  ).api(`/cases/${(await aCase(world, board)).id}/urgent-decisions`, {
    ruleId: board.rule('2.1'),
    points: ['Bron stängs.'],
    whyUrgent: 'Bron kan rasa.',
    decidedOn: '2023-11-09',
  })

  assert.equal(reply.status, 409)
  assert.match(await reply.text(), /ger ingen rätt att besluta i brådskande/)
})

test('the history says in words what was decided, and the way of the case has it as a step', async () => {
  const board = await aDelegation(world)
  const { theCase } = await anUrgent(world, board)
  const registrar = await as(world, board.registrarId)

  const history = await (await registrar.get(`/arenden/${theCase.referenceNumber}/historik`)).text()
  const overview = await (await registrar.get(`/arenden/${theCase.referenceNumber}`)).text()

  assert.match(history, /fattade det brådskande beslutet D 2023:1/)
  assert.match(overview, /D 2023:1/)
})
