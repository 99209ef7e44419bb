import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, collide, worldOf } from '../../../test/support.ts'
import { textOfPdf } from './fixtures.ts'
import { currentFiles, getRecord, listLedger, listRecords } from '../registry/index.ts'
import { aBoard, aDecision, anAgenda, aPreparingBody, type TestBoard } from './fixtures.ts'
import { getDecision, listDecisions, listDecisionsOfMeeting } from './queries/decisions.ts'

const world = worldOf('2023-12-19T15:00:00+01:00')

const points = ['Servicenämnden lämnar yttrandet som sitt svar på remissen.']
const deciding = { outcome: 'as_proposed', points }
const ledgerOf = (caseId: string) => asking(world, (ctx) => listLedger(ctx, caseId))
const paragraphs = async (meetingId: string) =>
  (await asking(world, (ctx) => listDecisionsOfMeeting(ctx, meetingId))).map(({ paragraph }) => paragraph)
const itemOf = (agenda: { items: readonly { itemId: string }[] }, index = 0) => agenda.items[index]?.itemId ?? ''

test('the secretary records the decision on the page, and it gets its §', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const secretary = await as(world, board.secretaryId)

  const fields = { outcome: 'changed', points: 'Punkt ett.\nPunkt två.', reservations: 'X reserverar sig.' }
  const reply = await secretary.post(`/sammantraden/${agenda.meetingId}/arenden/${itemOf(agenda)}/beslut`, fields)

  const page = await (await secretary.get(`/sammantraden/${agenda.meetingId}`)).text()
  assert.equal(reply.status, 303)
  for (const words of ['§ 1', 'Punkt två.', 'Med ändring', 'X reserverar sig.', 'Justera protokollet'])
    assert.ok(page.includes(words), words)
  assert.equal((await ledgerOf(agenda.items[0]?.theCase.id ?? '')).at(-1)?.event, 'meetings.decided')
})

test('A-55 § numbers run without a gap through the year of each body', async () => {
  const board = await aBoard(world)
  const committee = await aPreparingBody(world, board, 'working_committee')
  const first = await anAgenda(world, board, { heldOn: '2023-11-21', count: 0 })
  const here = await anAgenda(world, board, { heldOn: '2023-12-19', count: 2 })
  const there = await anAgenda(world, board, { heldOn: '2023-12-19', bodyId: committee })

  for (const agenda of [here, there]) for (const { itemId } of agenda.items) await aDecision(world, board, { itemId })

  assert.deepEqual(await paragraphs(first.meetingId), [])
  assert.deepEqual(await paragraphs(here.meetingId), [1, 2])
  assert.deepEqual(await paragraphs(there.meetingId), [1])
})

test('A-55 the § belongs to the year of the meeting, not of the day it is recorded', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19', count: 2 })
  await aDecision(world, board, { itemId: itemOf(agenda) })
  world.now = new Date('2024-01-02T09:00:00+01:00')

  const { decisionId, paragraph } = await aDecision(world, board, { itemId: itemOf(agenda, 1) })
  world.now = new Date('2023-12-19T15:00:00+01:00')

  assert.equal(paragraph, 2)
  assert.equal((await asking(world, (ctx) => getDecision(ctx, decisionId))).year, 2023)
})

test('two secretaries who decide the same item at once make one decision, and no § is lost', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19', count: 2 })
  const secretary = await as(world, board.secretaryId)
  const decide = () => secretary.api(`/agenda-items/${itemOf(agenda)}/decide`, deciding)

  const replies = await collide(world, 'meetings.items', itemOf(agenda), [decide, decide])
  const { paragraph } = await aDecision(world, board, { itemId: itemOf(agenda, 1) })

  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409])
  assert.equal(paragraph, 2)
  const events = (await ledgerOf(agenda.items[0]?.theCase.id ?? '')).filter(({ event }) => event === 'meetings.decided')
  assert.equal(events.length, 1)
})

test('A-55 of twenty decisions at once a quarter are refused, and the §§ of the rest have no gap', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19', count: 15 })
  const secretary = await as(world, board.secretaryId)
  const items = [...agenda.items.map(({ itemId }) => itemId), ...agenda.items.slice(0, 5).map(({ itemId }) => itemId)]

  const replies = await Promise.all(items.map((itemId) => secretary.api(`/agenda-items/${itemId}/decide`, deciding)))

  assert.equal(replies.filter(({ status }) => status === 409).length, 5)
  const numbers = (await paragraphs(agenda.meetingId)).toSorted((a, b) => a - b)
  assert.deepEqual(
    numbers,
    Array.from({ length: 15 }, (_, index) => index + 1),
  )
})

test('a decision is not recorded before the meeting, nor without words', async () => {
  const board = await aBoard(world)
  const coming = await anAgenda(world, board, { heldOn: '2023-12-20' })
  const today = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const secretary = await as(world, board.secretaryId)

  const early = await secretary.post(`/sammantraden/${coming.meetingId}/arenden/${itemOf(coming)}/beslut`, deciding)
  const empty = { outcome: 'as_proposed', points: ' \n ', reservations: 'kvar' }
  const silent = await secretary.post(`/sammantraden/${today.meetingId}/arenden/${itemOf(today)}/beslut`, empty)

  assert.equal(early.status, 409)
  assert.match(await early.text(), /Sammanträdet har inte varit än/)
  assert.equal(silent.status, 422)
  assert.match(await silent.text(), /Skriv vad som beslutades[\s\S]*kvar/)
})

test('a case officer and another board’s secretary record no decision', async () => {
  const board = await aBoard(world)
  const other = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const path = `/agenda-items/${itemOf(agenda)}/decide`

  const officer = await (await as(world, board.officerId)).api(path, deciding)
  const stranger = await (await as(world, other.secretaryId)).api(path, deciding)

  assert.deepEqual([officer.status, stranger.status], [403, 403])
})

test('A-96 a working committee that prepares yields a proposal; one that decides itself yields a decision', async () => {
  const board = await aBoard(world)
  const bodyId = await aPreparingBody(world, board, 'working_committee')
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19', bodyId, count: 2 })
  const secretary = await as(world, board.secretaryId)
  const at = (index: number) => `/sammantraden/${agenda.meetingId}/arenden/${itemOf(agenda, index)}/beslut`

  await secretary.post(at(0), { ...deciding, isProposal: 'ja' })
  await secretary.post(at(1), deciding)

  const made = await asking(world, (ctx) => listDecisionsOfMeeting(ctx, agenda.meetingId))
  assert.deepEqual(
    made.map(({ isProposal }) => isProposal),
    [true, false],
  )
  const tab = await (await secretary.get(`/arenden/${agenda.items[0]?.theCase.referenceNumber}/beslut`)).text()
  assert.match(tab, /Förslag från/)
})

test('a slip is corrected before the adjustment, and the ledger keeps what it said', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const { decisionId } = await aDecision(world, board, { itemId: itemOf(agenda), points: ['Fell skrivet.'] })
  const secretary = await as(world, board.secretaryId)

  const fields = { outcome: 'tabled', points: 'Rätt skrivet.' }
  const reply = await secretary.post(`/sammantraden/${agenda.meetingId}/beslut/${decisionId}/ratta`, fields)

  const entry = (await ledgerOf(agenda.items[0]?.theCase.id ?? '')).at(-1)
  assert.equal(reply.status, 303)
  assert.deepEqual((await asking(world, (ctx) => getDecision(ctx, decisionId))).points, ['Rätt skrivet.'])
  assert.equal(entry?.event, 'meetings.corrected')
  assert.match(JSON.stringify(entry?.facts), /Fell skrivet/)
})

async function adjusted(board: TestBoard, how: { adjustedOn: string; isImmediate?: boolean }) {
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const { decisionId } = await aDecision(world, board, { itemId: itemOf(agenda), points })
  const secretary = await as(world, board.secretaryId)
  const reply = await secretary.api(`/meetings/${agenda.meetingId}/adjust`, { decisionIds: [decisionId], ...how })
  return { ...agenda, decisionId, secretary, reply, theCase: agenda.items[0]?.theCase }
}

test('A-60 immediate adjustment puts an extract in the case, as PDF and Word, with the decision word for word', async () => {
  const { theCase, decisionId, reply } = await adjusted(await aBoard(world), {
    adjustedOn: '2023-12-19',
    isImmediate: true,
  })

  const decision = await asking(world, (ctx) => getDecision(ctx, decisionId))
  const record = await asking(world, (ctx) => getRecord(ctx, decision.recordId ?? ''))
  const [pdf, docx] = currentFiles(record.files)
  assert.equal(reply.status, 200)
  assert.deepEqual([record.kind, record.direction, record.caseId], ['extract', 'internal', theCase?.id])
  assert.ok(pdf?.name.endsWith('§ 1.pdf') && docx?.name.endsWith('§ 1.docx'))
  assert.ok((await textOfPdf(await world.files.read(pdf?.sha256 ?? ''))).includes(points[0] ?? '–'))
})

test('A-62 an adjusted decision cannot be corrected or adjusted again', async () => {
  const { meetingId, decisionId, secretary } = await adjusted(await aBoard(world), { adjustedOn: '2023-12-19' })

  const corrected = await secretary.api(`/decisions/${decisionId}/correct`, { outcome: 'changed', points: ['Nytt.'] })
  const again = { decisionIds: [decisionId], adjustedOn: '2023-12-19' }
  const twice = await secretary.api(`/meetings/${meetingId}/adjust`, again)

  assert.deepEqual([corrected.status, twice.status], [409, 409])
  assert.deepEqual((await asking(world, (ctx) => getDecision(ctx, decisionId))).points, points)
})

test('A-58 an adjustment after the fourteen days is made, and shown and written as late', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const { decisionId } = await aDecision(world, board, { itemId: itemOf(agenda) })
  world.now = new Date('2024-01-05T09:00:00+01:00')
  const secretary = await as(world, board.secretaryId)

  const before = await (await secretary.get(`/sammantraden/${agenda.meetingId}`)).text()
  const fields = { 'decisionIds[]': [decisionId], adjustedOn: '2024-01-05' }
  const reply = await secretary.post(`/sammantraden/${agenda.meetingId}/justera`, fields)
  const tab = await (await secretary.get(`/arenden/${agenda.items[0]?.theCase.referenceNumber}/beslut`)).text()
  world.now = new Date('2023-12-19T15:00:00+01:00')

  assert.match(before, /De 14 dagarna har gått/)
  assert.equal(reply.status, 303)
  assert.match(tab, /3 dagar för sent/)
  assert.equal(
    (await ledgerOf(agenda.items[0]?.theCase.id ?? '')).findLast(({ event }) => event === 'meetings.adjusted')?.facts[
      'daysLate'
    ],
    3,
  )
})

test('A-61 a meeting can be adjusted in parts', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19', count: 2 })
  const one = await aDecision(world, board, { itemId: itemOf(agenda) })
  await aDecision(world, board, { itemId: itemOf(agenda, 1) })
  const secretary = await as(world, board.secretaryId)

  const body = { decisionIds: [one.decisionId], adjustedOn: '2023-12-19', isImmediate: true }
  const reply = await secretary.api(`/meetings/${agenda.meetingId}/adjust`, body)

  const states = (await asking(world, (ctx) => listDecisionsOfMeeting(ctx, agenda.meetingId))).map(({ state }) => state)
  assert.equal(reply.status, 200)
  assert.deepEqual(states, ['adjusted', 'decided'])
})

test('nothing chosen, or another meeting’s §, is said at the field', async () => {
  const board = await aBoard(world)
  const { meetingId, secretary } = await adjusted(board, { adjustedOn: '2023-12-19' })
  const elsewhere = await anAgenda(world, board, {
    heldOn: '2023-12-19',
    bodyId: await aPreparingBody(world, board, 'working_committee'),
  })
  const { decisionId } = await aDecision(world, board, { itemId: itemOf(elsewhere) })

  const none = await secretary.post(`/sammantraden/${meetingId}/justera`, { adjustedOn: '2023-12-19' })
  const other = await secretary.api(`/meetings/${meetingId}/adjust`, {
    decisionIds: [decisionId],
    adjustedOn: '2023-12-19',
  })

  assert.equal(none.status, 422)
  assert.match(await none.text(), /Välj minst en paragraf/)
  assert.equal(other.status, 422)
  assert.equal((await asking(world, (ctx) => getDecision(ctx, decisionId))).state, 'decided')
})

test('two secretaries who adjust the same § at once make one extract', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const { decisionId } = await aDecision(world, board, { itemId: itemOf(agenda) })
  const secretary = await as(world, board.secretaryId)
  const body = { decisionIds: [decisionId], adjustedOn: '2023-12-19' }
  const adjust = () => secretary.api(`/meetings/${agenda.meetingId}/adjust`, body)

  const replies = await collide(world, 'meetings.decisions', decisionId, [adjust, adjust])

  const records = await asking(world, (ctx) => listRecords(ctx, agenda.items[0]?.theCase.id ?? ''))
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409])
  assert.equal(records.filter(({ kind }) => kind === 'extract').length, 1)
})

test('a body that begins in the middle of the year goes on from its last §, once', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const secretary = await as(world, board.secretaryId)
  const go = (last: string) =>
    secretary.post(`/sammantraden/${agenda.meetingId}/paragrafserie`, { bodyId: board.bodyId, year: '2023', last })

  const started = await go('429')
  const { paragraph } = await aDecision(world, board, { itemId: itemOf(agenda) })
  const moved = await go('10')

  assert.deepEqual([started.status, moved.status], [303, 409])
  assert.equal(paragraph, 430)
})

test('the way of the case and its history tell of the decision in plain words', async () => {
  const { theCase, secretary } = await adjusted(await aBoard(world), { adjustedOn: '2023-12-19', isImmediate: true })

  const overview = await (await secretary.get(`/arenden/${theCase?.referenceNumber}`)).text()
  const history = await (await secretary.get(`/arenden/${theCase?.referenceNumber}/historik`)).text()

  assert.match(overview, /Justerat/)
  assert.match(overview, /§ 1/)
  assert.match(history, /beslutade § 1: enligt förslaget/)
  assert.match(history, /justerades omedelbart/)
  assert.equal((await asking(world, (ctx) => listDecisions(ctx, theCase?.id ?? ''))).length, 1)
})
