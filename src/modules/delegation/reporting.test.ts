import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, as, asking, doing, statements, worldOf } from '../../../test/support.ts'
import { aMeeting, textOfPdf } from '../meetings/fixtures.ts'
import { aCase, readersOf } from '../registry/fixtures.ts'
import { currentFiles, getRecord, listLedger } from '../registry/index.ts'
import { report } from './commands.ts'
import { aDelegated, aDelegation, anUrgent, type TestDelegation } from './fixtures.ts'
import { getDelegated, listDelegated, listUrgentFaults } from './queries.ts'

const world = worldOf('2023-11-10T09:00:00+01:00')

const standingOf = async (decisionId: string) => (await asking(world, (ctx) => getDelegated(ctx, decisionId))).standing
const reportAt = async (board: TestDelegation, meetingId: string) =>
  doing(world, report, { meetingId }, await actorOf(world, board.secretaryId))

async function textOf(recordId: string): Promise<string> {
  const record = await asking(world, (ctx) => getRecord(ctx, recordId))
  const file = currentFiles(record.files).find(({ mediaType }) => mediaType === 'application/pdf')
  return textOfPdf(await world.files.read(file?.sha256 ?? ''))
}

test('A-94 what is decided shows at once at the next meeting, is put up with one press, and is reported when the item is decided', async () => {
  const board = await aDelegation(world)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-11-21' })
  await aMeeting(world, board, { heldOn: '2023-12-19' })
  const { decisionId, theCase } = await aDelegated(world, board)
  const secretary = await as(world, board.secretaryId)
  const before = await (await secretary.get(`/sammantraden/${meetingId}`)).text()

  const reply = await secretary.post(`/sammantraden/${meetingId}/delegation`)

  const after = await (await secretary.get(`/sammantraden/${meetingId}`)).text()
  const placed = await standingOf(decisionId)
  const itemId = /arenden\/([0-9a-f-]{36})\/flytta/.exec(after)?.[1] ?? ''
  world.now = new Date('2023-11-21T15:00:00+01:00')
  await secretary.api(`/agenda-items/${itemId}/decide`, {
    outcome: 'as_proposed',
    points: ['Nämnden lägger anmälan till handlingarna.'],
  })
  const decision = await asking(world, (ctx) => getDelegated(ctx, decisionId))
  world.now = new Date('2023-11-10T09:00:00+01:00')
  assert.match(before, /1 beslut är inte anmält/)
  assert.equal(reply.status, 303)
  for (const words of [
    'Anmälan av delegationsbeslut 2023',
    'lägger anmälan till handlingarna',
    '1 beslut anmäls vid sammanträdet',
  ])
    assert.ok(after.includes(words), words)
  assert.deepEqual(
    [placed, decision.standing, decision.meetingId, decision.reportedOn],
    ['placed', 'reported', meetingId, '2023-11-21'],
  )
  assert.equal((await asking(world, (ctx) => listLedger(ctx, theCase.id))).at(-1)?.event, 'delegation.reported')
})

test('the list is a document with number, day, rule, delegate, case and decision', async () => {
  const board = await aDelegation(world)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-11-21' })
  const { theCase } = await aDelegated(world, board)
  await anUrgent(world, board)

  const { recordId, reported } = await reportAt(board, meetingId)

  const words = await textOf(recordId)
  assert.equal(reported, 2)
  for (const part of ['D 2023:1', 'D 2023:2', '3.1 Yttrande', theCase.referenceNumber, 'Brådskande beslut'])
    assert.ok(words.includes(part), part)
})

test('a second press before the meeting adds what came since, and the year has one case', async () => {
  const board = await aDelegation(world)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-11-21' })
  const later = await aMeeting(world, board, { heldOn: '2023-12-19' })
  await aDelegated(world, board)
  const first = await reportAt(board, meetingId)
  const { decisionId } = await aDelegated(world, board)

  const second = await reportAt(board, meetingId)
  await aDelegated(world, board)
  const third = await reportAt(board, later)

  assert.deepEqual([second.itemId, second.caseId, third.caseId], [first.itemId, first.caseId, first.caseId])
  assert.deepEqual([second.reported, third.reported], [1, 1])
  assert.equal(await standingOf(decisionId), 'placed')
  await assert.rejects(reportAt(board, meetingId), /inget att anmäla/)
})

test('two secretaries who press at once report each decision once', async () => {
  const board = await aDelegation(world)
  const meetings = [
    await aMeeting(world, board, { heldOn: '2023-11-21' }),
    await aMeeting(world, board, { heldOn: '2023-12-19' }),
  ]
  await aDelegated(world, board)

  const settled = await Promise.allSettled(meetings.map((meetingId) => reportAt(board, meetingId)))

  assert.deepEqual(settled.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('A-94 a cancelled meeting, or an item taken off, leaves the decision unreported again, and it comes to the next', async () => {
  const board = await aDelegation(world)
  const [first, second] = [
    await aMeeting(world, board, { heldOn: '2023-11-21' }),
    await aMeeting(world, board, { heldOn: '2023-12-19' }),
  ]
  const { decisionId } = await aDelegated(world, board)
  const secretary = await as(world, board.secretaryId)

  const { itemId } = await reportAt(board, first)
  await secretary.api(`/agenda-items/${itemId}/take-off`, {})
  const takenOff = await standingOf(decisionId)
  await reportAt(board, first)
  await secretary.post(`/sammantraden/${first}/stall-in`)
  const cancelled = await standingOf(decisionId)
  await reportAt(board, second)

  const decision = await asking(world, (ctx) => getDelegated(ctx, decisionId))
  assert.deepEqual(
    [takenOff, cancelled, decision.standing, decision.meetingId],
    ['unreported', 'unreported', 'placed', second],
  )
})

test('A-94 the item put up again by hand, without the list, reports nothing', async () => {
  const board = await aDelegation(world)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-11-21' })
  const { decisionId } = await aDelegated(world, board)
  const secretary = await as(world, board.secretaryId)
  const { itemId, caseId } = await reportAt(board, meetingId)

  await secretary.api(`/agenda-items/${itemId}/take-off`, {})
  const again = await secretary.api(`/meetings/${meetingId}/items`, { caseId })

  assert.equal(again.status, 200)
  assert.equal(await standingOf(decisionId), 'unreported')
})

test('A-91 an urgent decision off the next agenda is red for secretary and chair, and for nobody once it stands there', async () => {
  const board = await aDelegation(world)
  const next = await aMeeting(world, board, { heldOn: '2023-11-21' })
  await anUrgent(world, board)
  const work = async (personId: string) => (await (await as(world, personId)).get('/')).text()

  const [secretary, chair, officer] = [
    await work(board.secretaryId),
    await work(board.chairId),
    await work(board.officerId),
  ]
  await reportAt(board, next)
  const after = [await work(board.secretaryId), await work(board.chairId)]

  for (const page of [secretary, chair]) {
    assert.match(page, /Anmäl det brådskande beslutet D 2023:1/)
    assert.match(page, /data-status="late"[^]*Saknas på listan/)
  }
  assert.doesNotMatch(officer, /brådskande/)
  for (const page of after) assert.doesNotMatch(page, /brådskande/)
})

test('A-91 a chair is told wherever they work for the moment', async () => {
  const board = await aDelegation(world)
  const other = await aDelegation(world)
  await world.db
    .insertInto('organisation.memberships')
    .values({ person_id: board.chairId, body_id: other.bodyId, role: 'member', valid_from: '2019-01-01' })
    .execute()
  await anUrgent(world, board)

  const page = await (await (await as(world, board.chairId)).get('/')).text()

  assert.match(page, /Anmäl det brådskande beslutet D 2023:1/)
})

test('A-90 a report at a later meeting than the next does not mend it: it is late for ever on the board’s page', async () => {
  const board = await aDelegation(world)
  const next = await aMeeting(world, board, { heldOn: '2023-11-21' })
  const later = await aMeeting(world, board, { heldOn: '2023-12-19' })
  await anUrgent(world, board)
  const faults = () =>
    asking(world, (ctx) => listUrgentFaults(ctx, { authorityIds: [board.authorityId], also: 'late' }))

  const open = await faults()
  await reportAt(board, later)
  const late = await faults()

  const { status: page } = await (await as(world, board.secretaryId)).get('/delegation?visa=alla')
  assert.deepEqual([open[0]?.fault, open[0]?.nextId, late[0]?.fault], ['open', next, 'late'])
  assert.equal(page, 404)
  assert.match(
    await (await (await as(world, board.secretaryId)).get('/delegation?visa=all')).text(),
    /inte vid nämndens nästa sammanträde/,
  )
})

test('the board’s list is filtered by rule, delegate and day, and is a file', async () => {
  const board = await aDelegation(world)
  await aDelegated(world, board, { decidedOn: '2023-10-02' })
  await aDelegated(world, board, { rule: '2.1', by: board.directorId, decidedOn: '2023-11-02' })
  const secretary = await as(world, board.secretaryId)
  const numbers = async (query: string) =>
    [
      ...(await (await secretary.get(`/delegation/beslut.csv?visa=all&${query}`)).text()).matchAll(/^D 2023:(\d)/gm),
    ].map(([, n]) => n)

  const page = await (await secretary.get('/delegation?punkt=3.1&delegat=&fran=&till=')).text()

  assert.deepEqual(
    [
      await numbers(''),
      await numbers('punkt=3.1'),
      await numbers(`delegat=${board.directorId}`),
      await numbers('fran=2023-10-03'),
      await numbers('till=2023-10-02'),
    ],
    [['2', '1'], ['1'], ['2'], ['2'], ['1']],
  )
  assert.match(page, /D 2023:1/)
  assert.doesNotMatch(page, /D 2023:2/)
})

test('the secretary’s work says what is to be reported before the next call', async () => {
  const board = await aDelegation(world)
  await aMeeting(world, board, { heldOn: '2023-11-14' })
  await aDelegated(world, board)

  const page = await (await (await as(world, board.secretaryId)).get('/')).text()

  assert.match(page, /Anmäl 1 delegationsbeslut/)
})

test('the board’s page asks as many questions for three decisions as for one', async () => {
  const board = await aDelegation(world)
  const secretary = await as(world, board.secretaryId)
  const asked = () => statements(world, async () => assert.equal((await secretary.get('/delegation')).status, 200))
  await aDelegated(world, board)
  const one = await asked()

  for (const _ of [1, 2]) await aDelegated(world, board)

  assert.equal(await asked(), one)
})

test('E-17 what was decided in a marked case is noted for who sees it and hidden from all others; its number, day and rule are not', async () => {
  const board = await aDelegation(world)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-11-21' })
  const theCase = await aCase(world, board, { title: 'Ärende om Anna', officerId: board.officerId })
  const { decisionId, recordId } = await aDelegated(world, board, { theCase })
  await world.db.updateTable('registry.cases').set({ is_secret: true }).where('id', '=', theCase.id).execute()
  await world.db.updateTable('registry.records').set({ in_secret_case: true }).where('id', '=', recordId).execute()
  const see = async (personId: string) =>
    asking(world, (ctx) => getDelegated(ctx, decisionId), await actorOf(world, personId))

  const [secretary, officer] = [await see(board.secretaryId), await see(board.officerId)]
  const elsewhere = await actorOf(world, (await aDelegation(world)).secretaryId)
  const others = await asking(world, (ctx) => listDelegated(ctx, { bodyId: board.bodyId }), elsewhere)
  const list = await doing(world, report, { meetingId }, await actorOf(world, board.secretaryId))

  assert.deepEqual([secretary.title, secretary.points, secretary.referenceNumber], [null, null, null])
  assert.deepEqual([secretary.number, secretary.ruleNumber], [1, '3.1'])
  assert.deepEqual(officer.points, ['Yttrandet lämnas.'])
  assert.deepEqual(others, [])
  const noted = async () => (await readersOf(world, theCase.id)).map(({ personId, seenIn }) => [personId, seenIn])
  assert.deepEqual(await noted(), [[board.officerId, null]])
  for (const path of ['/delegation?visa=all', '/delegation?visa=all'])
    for (const personId of [board.officerId, board.secretaryId]) await (await as(world, personId)).get(path)
  assert.deepEqual(await noted(), [
    [board.officerId, null],
    [board.officerId, 'delegation'],
  ])
  const words = await textOf(list.recordId)
  assert.match(words, /D 2023:1.*Sekretess/)
  assert.doesNotMatch(words, new RegExp(theCase.referenceNumber))
})
