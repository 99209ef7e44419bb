import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, collide, statements, worldOf } from '../../../test/support.ts'
import { aCase, aRecord } from '../registry/fixtures.ts'
import { listLedger } from '../registry/index.ts'
import { aBoard, aMeeting, anAgenda, anItem, aPreparingBody, aDecision } from './fixtures.ts'
import { getMeeting, listAgenda } from './queries/meetings.ts'

const world = worldOf('2023-12-01T09:00:00+01:00')

const titles = async (meetingId: string) =>
  (await asking(world, (ctx) => listAgenda(ctx, meetingId))).map((item) => item.title)
const eventsOf = async (caseId: string) =>
  (await asking(world, (ctx) => listLedger(ctx, caseId))).map(({ event }) => event)

test('a secretary plans a meeting and finds it in the calendar', async () => {
  const board = await aBoard(world)
  const secretary = await as(world, board.secretaryId)

  const reply = await secretary.post('/sammantraden/nytt', {
    bodyId: board.bodyId,
    heldOn: '2023-12-19',
    startsAt: '13:00',
  })
  const calendar = await (await secretary.get('/sammantraden')).text()

  assert.equal(reply.status, 303)
  assert.match(calendar, /December 2023/)
  assert.match(calendar, /tis 19 dec 2023/)
  assert.match(calendar, /13:00/)
})

test('a meeting on a holiday is planned, and warned for', async () => {
  const board = await aBoard(world)
  const secretary = await as(world, board.secretaryId)

  const reply = await secretary.api('/meetings', { bodyId: board.bodyId, heldOn: '2023-12-25' })

  const { meetingId, warnings } = await reply.json()
  assert.deepEqual(warnings, ['Dagen är en helg eller helgdag.'])
  assert.match(await (await secretary.get(`/sammantraden/${meetingId}`)).text(), /helg eller helgdag/)
})

test('a body does not meet twice on a day, and the form keeps what was written', async () => {
  const board = await aBoard(world)
  await aMeeting(world, board, { heldOn: '2023-12-19' })

  const fields = { bodyId: board.bodyId, heldOn: '2023-12-19', place: 'Rådhuset' }
  const reply = await (await as(world, board.secretaryId)).post('/sammantraden/nytt', fields)

  const page = await reply.text()
  assert.equal(reply.status, 422)
  assert.match(page, /redan ett sammanträde den dagen/)
  assert.match(page, /Rådhuset/)
})

test('only the authority’s own secretary plans its meetings', async () => {
  const board = await aBoard(world)
  const other = await aBoard(world)

  const reply = await (
    await as(world, other.secretaryId)
  ).api('/meetings', { bodyId: board.bodyId, heldOn: '2023-12-19' })
  const officer = await (
    await as(world, board.officerId)
  ).api('/meetings', { bodyId: board.bodyId, heldOn: '2023-12-19' })

  assert.deepEqual([reply.status, officer.status], [403, 403])
})

test('a case is placed by its number with its approved memo, and the ledger says so', async () => {
  const board = await aBoard(world)
  const theCase = await aCase(world, board)
  const memo = await aRecord(world, board, {
    caseId: theCase.id,
    kind: 'memo',
    direction: 'internal',
    title: 'Tjänsteskrivelse',
  })
  const meetingId = await aMeeting(world, board, { heldOn: '2023-12-19' })
  const secretary = await as(world, board.secretaryId)

  const fields = { caseId: theCase.referenceNumber, proposal: 'Nämnden svarar.\n\nParagrafen justeras omedelbart.' }
  const reply = await secretary.post(`/sammantraden/${meetingId}/arenden`, fields)

  const [item] = await asking(world, (ctx) => listAgenda(ctx, meetingId))
  assert.equal(reply.status, 303)
  assert.deepEqual(item?.proposal, ['Nämnden svarar.', 'Paragrafen justeras omedelbart.'])
  assert.deepEqual(
    item?.papers.map((paper) => paper.recordId),
    [memo.id],
  )
  assert.ok((await eventsOf(theCase.id)).includes('meetings.placed'))
  assert.match(await (await secretary.get(`/sammantraden/${meetingId}`)).text(), /Nämnden svarar\./)
})

test('a number that is no case, another authority’s case and another case’s record are refused at their field', async () => {
  const board = await aBoard(world)
  const other = await aBoard(world)
  const own = await aCase(world, board)
  const foreign = await aCase(world, other)
  const record = await aRecord(world, other, { caseId: foreign.id })
  const meetingId = await aMeeting(world, board, { heldOn: '2023-12-19' })
  const secretary = await as(world, board.secretaryId)
  const place = (body: object) => secretary.api(`/meetings/${meetingId}/items`, body)

  const replies = [
    await place({ caseId: 'SN-1999-1' }),
    await place({ caseId: foreign.id }),
    await place({ caseId: own.id, recordIds: [record.id] }),
  ]

  assert.deepEqual(
    replies.map(({ status }) => status),
    [422, 422, 422],
  )
  assert.deepEqual(await titles(meetingId), [])
})

test('the council takes a case that another authority prepares', async () => {
  const board = await aBoard(world)
  const council = await aBoard(world, { kind: 'council' })
  const theCase = await aCase(world, board)
  const meetingId = await aMeeting(world, council, { heldOn: '2023-12-20' })

  const reply = await (await as(world, council.secretaryId)).api(`/meetings/${meetingId}/items`, { caseId: theCase.id })

  assert.equal(reply.status, 200)
  assert.deepEqual(await titles(meetingId), ['Remiss om cykelvägar'])
})

test('a case stands once on an agenda, and comes back last when it was taken off', async () => {
  const board = await aBoard(world)
  const { meetingId, items } = await anAgenda(world, board, { heldOn: '2023-12-19', count: 2 })
  const [first] = items
  const secretary = await as(world, board.secretaryId)
  const place = () => secretary.api(`/meetings/${meetingId}/items`, { caseId: first?.theCase.id })

  const twice = await place()
  const off = await secretary.post(`/sammantraden/${meetingId}/arenden/${first?.itemId}/ta-bort`)
  const without = await titles(meetingId)
  const again = await place()

  assert.deepEqual([twice.status, off.status, again.status], [422, 303, 200])
  assert.deepEqual(without, ['Ärende 2'])
  assert.deepEqual(await titles(meetingId), ['Ärende 2', 'Ärende 1'])
})

test('items change places by the buttons, and stay where they are at the ends', async () => {
  const board = await aBoard(world)
  const { meetingId, items } = await anAgenda(world, board, { heldOn: '2023-12-19', count: 3 })
  const secretary = await as(world, board.secretaryId)
  const move = (itemId: string | undefined, direction: string) =>
    secretary.post(`/sammantraden/${meetingId}/arenden/${itemId}/flytta`, { direction })

  await move(items[2]?.itemId, 'up')
  await move(items[0]?.itemId, 'up')
  await move(items[1]?.itemId, 'down')

  assert.deepEqual(await titles(meetingId), ['Ärende 1', 'Ärende 3', 'Ärende 2'])
})

test('two cases placed at the same moment get a place each', async () => {
  const board = await aBoard(world)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-12-19' })
  const [one, two] = [await aCase(world, board), await aCase(world, board)]
  const secretary = await as(world, board.secretaryId)

  const replies = await collide(
    world,
    'meetings.meetings',
    meetingId,
    [one, two].map(
      ({ id }) =>
        () =>
          secretary.api(`/meetings/${meetingId}/items`, { caseId: id }),
    ),
  )

  const agenda = await asking(world, (ctx) => listAgenda(ctx, meetingId))
  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200],
  )
  assert.deepEqual(
    agenda.map(({ position }) => position),
    [1, 2],
  )
})

test('a cancelled meeting gives its cases back, and takes no more', async () => {
  const board = await aBoard(world)
  const { meetingId, items } = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const secretary = await as(world, board.secretaryId)

  const cancelled = await secretary.post(`/sammantraden/${meetingId}/stall-in`)
  const late = await secretary.api(`/meetings/${meetingId}/items`, { caseId: items[0]?.theCase.id })

  assert.deepEqual([cancelled.status, late.status], [303, 409])
  assert.equal((await asking(world, (ctx) => getMeeting(ctx, meetingId))).state, 'cancelled')
  assert.ok((await eventsOf(items[0]?.theCase.id ?? '')).includes('meetings.cancelled'))
})

test('the secretary’s own work shows what is to be decided, adjusted, and what comes', async () => {
  const board = await aBoard(world)
  const committee = await aPreparingBody(world, board, 'working_committee')
  const past = await anAgenda(world, board, { heldOn: '2023-12-01', count: 2 })
  await aDecision(world, board, { itemId: past.items[0]?.itemId ?? '' })
  await anAgenda(world, board, { heldOn: '2023-12-07', bodyId: committee })

  const page = await (await (await as(world, board.secretaryId)).get('/')).text()

  assert.match(page, /Registrera beslut: Ärende 2/)
  assert.doesNotMatch(page, /Registrera beslut: Ärende 1/)
  assert.match(page, /14 dagar kvar av 14/)
  assert.match(page, /Sammanträde: /)
})

test('the calendar asks as many questions for four meetings as for one', async () => {
  const board = await aBoard(world)
  const secretary = await as(world, board.secretaryId)
  const asked = () => statements(world, async () => assert.equal((await secretary.get('/sammantraden')).status, 200))
  await aMeeting(world, board, { heldOn: '2023-12-05' })
  const one = await asked()

  for (const day of ['2023-12-12', '2023-12-19', '2024-01-16']) await aMeeting(world, board, { heldOn: day })

  assert.equal(await asked(), one)
})

test('a meeting of somebody else is read, but offers nothing to do', async () => {
  const board = await aBoard(world)
  const { meetingId } = await anAgenda(world, board, { heldOn: '2023-12-01' })
  const visitor = await as(world, (await aBoard(world)).secretaryId)

  const page = await (await visitor.get(`/sammantraden/${meetingId}`)).text()

  assert.match(page, /Ärende 1/)
  assert.doesNotMatch(page, /Registrera beslut|Ta bort från listan/)
})

test('an item is placed at the case’s own tab, and the tab shows where it stands', async () => {
  const board = await aBoard(world)
  const theCase = await aCase(world, board)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-12-19' })
  const officer = await as(world, board.officerId)

  const reply = await officer.post(`/arenden/${theCase.referenceNumber}/beslut/satt-upp`, {
    meetingId,
    proposal: 'Svara.',
  })
  const tab = await (await officer.get(`/arenden/${theCase.referenceNumber}/beslut`)).text()

  assert.equal(reply.status, 303)
  assert.match(tab, /På föredragningslistan/)
  await assert.rejects(anItem(world, board, { meetingId, caseId: theCase.id }))
})

/** A record of a case that can still be struck, and the two who would do what cannot both be done. */
async function aLoosePaper() {
  const board = await aBoard(world)
  const theCase = await aCase(world, board)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-12-19' })
  const { id: recordId } = await aRecord(world, board, { caseId: theCase.id })
  const [secretary, registrar] = [await as(world, board.secretaryId), await as(world, board.registrarId)]
  return {
    recordId,
    strike: () => registrar.api(`/records/${recordId}/strike`, { reason: 'Registrerad två gånger' }),
    place: () => secretary.api(`/meetings/${meetingId}/items`, { caseId: theCase.id, recordIds: [recordId] }),
  }
}

test('a record that is struck is put on no agenda', async () => {
  const { strike, place } = await aLoosePaper()
  await strike()

  const reply = await place()

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /En av handlingarna är struken/)
})

test('a record that is struck and put on an agenda at the same moment is the one or the other', async () => {
  const { recordId, strike, place } = await aLoosePaper()

  const replies = await collide(world, 'registry.records', recordId, [strike, place])

  assert.equal(replies.filter(({ ok }) => ok).length, 1)
})
