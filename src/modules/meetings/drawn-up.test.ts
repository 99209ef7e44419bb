/** When minutes and decisions are drawn up, and by whom they are read until then (TF 2:10). */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf } from '../../../test/support.ts'
import { listRecords } from '../registry/index.ts'
import { aCase } from '../registry/fixtures.ts'
import { aBoard, aDecision, aMeeting, anAgenda, anItem } from './fixtures.ts'

const world = worldOf('2023-12-19T15:00:00+01:00')

const points = ['Servicenämnden lämnar yttrandet som sitt svar på remissen.']

test('B-20 minutes are drawn up when they are adjusted: until then no record, and no word of them outside the authority', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const [item] = agenda.items
  const { decisionId } = await aDecision(world, board, { itemId: item?.itemId ?? '', points })
  const theCase = item?.theCase
  const [own, other] = [await as(world, board.officerId), await as(world, (await aBoard(world)).registrarId)]
  const doors = [
    `/sammantraden/${agenda.meetingId}`,
    `/arenden/${theCase?.referenceNumber}/beslut`,
    `/api/v1/decisions/${decisionId}`,
    `/api/v1/cases/${theCase?.id}/decisions`,
  ]
  const whoReads = async () => {
    const read = async (who: typeof own) =>
      Promise.all(doors.map(async (door) => (await (await who.get(door)).text()).includes(points[0] ?? '')))
    return { own: await read(own), other: await read(other) }
  }
  const extracts = async () =>
    (await asking(world, (ctx) => listRecords(ctx, theCase?.id ?? ''))).filter(({ kind }) => kind === 'extract')

  const before = { ...(await whoReads()), extracts: (await extracts()).length }
  const seen = await (await other.get(doors[1] ?? '')).text()
  const adjusting = { decisionIds: [decisionId], adjustedOn: '2023-12-19', isImmediate: true }
  await (await as(world, board.secretaryId)).api(`/meetings/${agenda.meetingId}/adjust`, adjusting)
  const [extract] = await extracts()

  const [all, none] = [doors.map(() => true), doors.map(() => false)]
  assert.deepEqual(before, { own: all, other: none, extracts: 0 })
  assert.match(seen, /§ 1[\s\S]*Vad som beslutades läses här när protokollet är justerat/)
  assert.deepEqual(await whoReads(), { own: all, other: all })
  assert.deepEqual([extract?.direction, extract?.datedOn], ['internal', '2023-12-19'])
})

test('B-20 neither the outcome nor a proposal that became the decision is told to others until the minutes are adjusted', async () => {
  const board = await aBoard(world)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-12-19' })
  const theCase = await aCase(world, board, { title: 'Remiss om gångvägar' })
  const itemId = await anItem(world, board, { meetingId, caseId: theCase.id, title: theCase.title, proposal: points })
  const [own, other] = [await as(world, board.officerId), await as(world, (await aBoard(world)).registrarId)]
  const pages = [
    `/sammantraden/${meetingId}`,
    `/arenden/${theCase.referenceNumber}`,
    `/arenden/${theCase.referenceNumber}/beslut`,
    `/arenden/${theCase.referenceNumber}/historik`,
  ]
  const answers = [`/api/v1/meetings/${meetingId}`, `/api/v1/cases/${theCase.id}/decisions`]
  const told = async (who: typeof own) => {
    const words = async (path: string) => (await who.get(path)).text()
    const [paper, told] = [await Promise.all(answers.map(words)), await Promise.all(pages.map(words))]
    return [...paper, ...told].map((said) => /lämnar yttrandet|as_proposed|enligt förslaget/i.test(said))
  }

  const proposed = await (await other.get(answers[0] ?? '')).text()
  const { decisionId } = await aDecision(world, board, { itemId, points })
  const before = { own: await told(own), other: await told(other) }
  const history = await (await other.get(pages[3] ?? '')).text()
  const adjusting = { decisionIds: [decisionId], adjustedOn: '2023-12-19', isImmediate: true }
  await (await as(world, board.secretaryId)).api(`/meetings/${meetingId}/adjust`, adjusting)

  const all = [...answers, ...pages].map(() => true)
  assert.match(proposed, /lämnar yttrandet/)
  assert.deepEqual(before, { own: all, other: all.map(() => false) })
  assert.match(history, /beslutade § 1</)
  assert.deepEqual(await told(other), all)
})

test('B-20 to others an item that is sent back or tabled is decided, and no more, until the minutes are adjusted', async () => {
  const board = await aBoard(world)
  const agenda = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const decided = { outcome: 'remitted', points: ['Ärendet återremitteras.'] }
  await (await as(world, board.secretaryId)).api(`/agenda-items/${agenda.items[0]?.itemId}/decide`, decided)

  const stateFor = async (personId: string) =>
    (await (await (await as(world, personId)).get(`/api/v1/meetings/${agenda.meetingId}`)).json()).agenda[0].state
  assert.equal(await stateFor(board.officerId), 'remitted')
  assert.equal(await stateFor((await aBoard(world)).registrarId), 'decided')
})
