/** The roll at a meeting: who serves, jäv and quorum, as the secretary enters them. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aBoard, anAgenda, textOfPdf } from '../meetings/fixtures.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { currentFiles, getRecord, listLedger } from '../registry/index.ts'
import { markedCase } from '../registry/fixtures.ts'
import type { Role } from '../organisation/index.ts'

const world = worldOf('2023-12-19T15:00:00+01:00')
const heldOn = '2023-12-19'

/** A board of five with two substitutes, three cases on its agenda today, and its secretary. */
async function aMeetingOfFive() {
  const board = await aBoard(world)
  const seat = (name: string, role: Role = 'member', order?: number) =>
    aPerson(world.db, { bodyId: board.bodyId, roles: [role], name, ...(order !== undefined && { order }) })
  const [ada, bo, cia, dan, eva] = [
    await seat('Ada Ask', 'chair'),
    await seat('Bo Bok'),
    await seat('Cia Ceder'),
    await seat('Dan Dahl'),
    await seat('Eva Ek'),
  ]
  const [first, second] = [await seat('Siv Sälg', 'substitute', 1), await seat('Tor Tall', 'substitute', 2)]
  const agenda = await anAgenda(world, board, { heldOn, count: 3 })
  const secretary = await as(world, board.secretaryId)
  const at = `/meetings/${agenda.meetingId}/roll`
  const items = agenda.items.map(({ itemId }) => itemId)
  const roll = async () => JSON.parse(await (await secretary.api(at)).text())
  const decide = (item: number) =>
    secretary.api(`/agenda-items/${items[item]}/decide`, { outcome: 'as_proposed', points: ['Enligt förslaget.'] })
  const items0case = agenda.items[0]?.theCase.id ?? ''
  const { meetingId } = agenda
  const cases = agenda.items.map(({ theCase }) => theCase.id)
  return {
    meetingId,
    items0case,
    cases,
    board,
    secretary,
    at,
    items,
    roll,
    decide,
    ada,
    bo,
    cia,
    dan,
    eva,
    first,
    second,
  }
}

type Rolled = { serving: { name: string; inPlaceOf: string | null }[]; isQuorate: boolean }
const names = ({ serving }: Rolled) =>
  serving.map(({ name, inPlaceOf }) => (inPlaceOf === null ? name : `${name} för ${inPlaceOf}`))

test('A-15 A-16 A-19 A-50 the roll is entered on the page, and each item shows who serves and whether the body is quorate', async () => {
  const m = await aMeetingOfFive()
  const page = `/sammantraden/${m.meetingId}`
  assert.match(await (await m.secretary.get(page)).text(), /Uppropet är inte fört in/)

  const called = await m.secretary.post(`${page}/upprop`, { 'present[]': [m.ada, m.bo, m.cia, m.first] })
  assert.equal(called.status, 303, await called.text())
  const moved = await m.secretary.post(`${page}/upprop/kom-och-gick`, { personId: m.cia, fromItemId: m.items[1] ?? '' })
  assert.equal(moved.status, 303, await moved.text())

  const { items } = await m.roll()
  assert.deepEqual(items.map(names), [
    ['Ada Ask', 'Bo Bok', 'Siv Sälg för Cia Ceder'],
    ['Ada Ask', 'Bo Bok', 'Cia Ceder', 'Siv Sälg för Dan Dahl'],
    ['Ada Ask', 'Bo Bok', 'Cia Ceder', 'Siv Sälg för Dan Dahl'],
  ])
  assert.deepEqual(
    items.map(({ isQuorate }: Rolled) => isQuorate),
    [true, true, true],
  )
  const shown = await (await m.secretary.get(page)).text()
  assert.match(shown, /4 av 5/)
  assert.match(shown, /Siv Sälg för Dan Dahl/)
})

test('A-17 A-24 A-25 a board that jäv makes too small does not decide that item, and the others are decided', async () => {
  const m = await aMeetingOfFive()
  await m.secretary.api(m.at, { present: [m.ada, m.bo, m.cia] })
  const noted = await m.secretary.api(`/agenda-items/${m.items[0]}/recusals`, { personId: m.bo, ground: 'party' })
  assert.equal(noted.status, 200, await noted.text())

  const refused = await m.decide(0)
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /inte beslutfört i ärendet: 2 av 5 tjänstgör, 3 krävs/)
  assert.equal((await m.decide(1)).status, 200)

  const history = await asking(world, (ctx) => listLedger(ctx, m.items0case))
  assert.equal(history.at(-1)?.event, 'roll.recused')
})

test('A-50 A-54 A-62 the extract names who decided and who stepped out; then that roll stands, and the rest of the meeting goes on', async () => {
  const m = await aMeetingOfFive()
  await m.secretary.api(m.at, { present: [m.ada, m.bo, m.cia, m.dan, m.first] })
  await m.secretary.api(`/agenda-items/${m.items[0]}/recusals`, { personId: m.dan, ground: 'represents' })
  const { decisionId } = JSON.parse(await (await m.decide(0)).text())
  const adjusted = await m.secretary.api(`/meetings/${m.meetingId}/adjust`, {
    decisionIds: [decisionId],
    adjustedOn: heldOn,
    isImmediate: true,
  })
  const { extracts } = JSON.parse(await adjusted.text())

  const record = await asking(world, (ctx) => getRecord(ctx, extracts[0].recordId))
  const pdf = currentFiles(record.files).find(({ mediaType }) => mediaType === 'application/pdf')
  const words = await textOfPdf(await world.files.read(pdf?.sha256 ?? ''))
  assert.match(words, /Beslutande Ada Ask.*Siv Sälg för Dan Dahl/)
  assert.match(words, /Deltar inte på grund av jäv Dan Dahl/)

  const back = await m.secretary.api(`/agenda-items/${m.items[0]}/recusals/withdraw`, { personId: m.dan })
  assert.equal(back.status, 409)
  assert.match(await back.text(), /Protokollet är justerat, och närvaron ligger fast/)
  const left = await m.secretary.api(`${m.at}/moves`, { personId: m.bo, untilItemId: m.items[1] })
  assert.equal(left.status, 200, await left.text())
  const { items } = await m.roll()
  assert.ok(!names(items[2]).includes('Bo Bok'))
})

test('A-12 A-13 A-14 whoever takes part at a distance counts, once the chair has checked sound and picture', async () => {
  const m = await aMeetingOfFive()
  const page = `/sammantraden/${m.meetingId}/upprop`
  const fields = { 'present[]': [m.ada, m.bo, m.cia], 'atDistance[]': [m.cia] }

  const refused = await m.secretary.post(page, fields)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /ska ordföranden ha kontrollerat bild och ljud/)
  assert.equal((await m.secretary.post(page, { ...fields, distanceChecked: 'ja' })).status, 303)
  const { items } = await m.roll()
  assert.deepEqual(names(items[0]), ['Ada Ask', 'Bo Bok', 'Cia Ceder'])
})

test('the roll is the secretary’s, of that authority, from the day of the meeting, and each fault stands at its field', async () => {
  const m = await aMeetingOfFive()
  const other = await aBoard(world)
  const stranger = await as(world, other.secretaryId)
  const officer = await as(world, m.board.officerId)

  assert.equal((await m.secretary.api(m.at, { present: [] })).status, 422)
  assert.equal((await m.secretary.api(m.at, { present: [m.board.officerId] })).status, 422)
  assert.equal((await officer.api(m.at, { present: [m.ada] })).status, 403)
  assert.equal((await stranger.api(m.at, { present: [m.ada] })).status, 403)
  assert.equal((await m.secretary.api(`${m.at}/moves`, { personId: m.ada })).status, 409)
  await m.secretary.api(m.at, { present: [m.ada, m.bo, m.cia] })
  assert.equal(
    (await m.secretary.api(`${m.at}/moves`, { personId: m.ada, fromItemId: m.items[2], untilItemId: m.items[0] }))
      .status,
    422,
  )
  assert.deepEqual(JSON.parse(await (await stranger.api(m.at)).text()), { isCalled: false, items: [] })
  const future = await anAgenda(world, m.board, { heldOn: '2024-01-16' })
  assert.equal((await m.secretary.api(`/meetings/${future.meetingId}/roll`, { present: [m.ada] })).status, 409)
})

test('A-62 an adjusted § keeps its roll, though the agenda is put in another order and the roll is corrected', async () => {
  const m = await aMeetingOfFive()
  await m.secretary.api(m.at, { present: [m.ada, m.bo, m.cia, m.first] })
  await m.secretary.api(`${m.at}/moves`, { personId: m.cia, fromItemId: m.items[1] })
  const { decisionId } = JSON.parse(await (await m.decide(0)).text())
  const how = { decisionIds: [decisionId], adjustedOn: heldOn, isImmediate: true }
  assert.equal((await m.secretary.api(`/meetings/${m.meetingId}/adjust`, how)).status, 200)
  await m.secretary.api(m.at, { present: [m.ada, m.bo, m.cia, m.dan] })

  const { items } = await m.roll()

  assert.deepEqual(names(items[0]), ['Ada Ask', 'Bo Bok', 'Siv Sälg för Cia Ceder'])
  assert.deepEqual(names(items[2]), ['Ada Ask', 'Bo Bok', 'Cia Ceder', 'Dan Dahl'])
})

test('B-04 A-18 an item that the reader may not see counts among the others, without its title', async () => {
  const m = await aMeetingOfFive()
  await m.secretary.api(m.at, { present: [m.ada, m.bo, m.cia, m.first] })
  await m.secretary.api(`${m.at}/moves`, { personId: m.cia, fromItemId: m.items[2] })
  const whole = (await m.roll()).items.map(names)
  await markedCase(world, m.board, m.cases[1] ?? '')
  const officer = await as(world, m.board.officerId)

  const { items } = JSON.parse(await (await officer.api(m.at)).text())

  assert.deepEqual(items.map(names), whole)
  assert.deepEqual(
    items.map(({ title }: { title: string | null }) => title),
    ['Ärende 1', null, 'Ärende 3'],
  )
})

test('B-20 jäv is noted in the history without a name, and a roll that two write is not lost', async () => {
  const m = await aMeetingOfFive()
  const page = `/sammantraden/${m.meetingId}`
  await m.secretary.api(m.at, { present: [m.ada, m.bo, m.cia] })
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(await (await m.secretary.get(page)).text()) ?? []
  await m.secretary.api(`/agenda-items/${m.items[0]}/recusals`, { personId: m.bo, ground: 'party' })
  world.now = new Date('2023-12-19T15:05:00+01:00')
  await m.secretary.api(`${m.at}/moves`, { personId: m.bo, fromItemId: m.items[1] })

  const stale = await m.secretary.post(`${page}/upprop`, { 'present[]': [m.ada, m.cia], seen })
  world.now = new Date('2023-12-19T15:00:00+01:00')

  assert.equal(stale.status, 409)
  assert.match(await stale.text(), /Någon annan har ändrat uppropet/)
  const facts = JSON.stringify(await asking(world, (ctx) => listLedger(ctx, m.items0case)))
  assert.doesNotMatch(facts, /Bo Bok|party/)
  assert.equal(
    (await m.secretary.api(`/agenda-items/${m.items[0]}/recusals`, { personId: m.bo, ground: 'personal' })).status,
    422,
  )
})

test('a decision that was made before the roll says that the body was not quorate, and a meeting that is moved has no roll', async () => {
  const m = await aMeetingOfFive()
  await m.decide(0)
  await m.secretary.api(m.at, { present: [m.ada, m.bo] })

  const page = await (await m.secretary.get(`/sammantraden/${m.meetingId}`)).text()
  assert.match(page, /Ärende 1 är beslutad?t? utan att organet var beslutfört/)

  const other = await aMeetingOfFive()
  await other.secretary.api(other.at, { present: [other.ada, other.bo, other.cia] })
  const moved = await other.secretary.api(`/meetings/${other.meetingId}/move`, {
    heldOn: '2023-12-21',
    reason: 'Sjukdom',
  })
  assert.equal(moved.status, 200, await moved.text())
  assert.deepEqual(await other.roll(), { isCalled: false, items: [] })
})

test('A-15 a board that has said how many seats it has is not quorate with half of them vacant', async () => {
  const m = await aMeetingOfFive()
  const page = `/organisation/${m.board.bodyId}`
  assert.equal((await m.secretary.post(`${page}/platser`, { seats: '0' })).status, 422)
  assert.equal((await m.secretary.post(`${page}/platser`, { seats: '9' })).status, 303)
  assert.match(await (await m.secretary.get(page)).text(), /4 platser är vakanta, och räknas/)

  await m.secretary.api(m.at, { present: [m.ada, m.bo, m.cia, m.dan] })
  assert.equal((await m.roll()).items[0].isQuorate, false)
  const refused = await m.decide(0)
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /4 av 9 tjänstgör, 5 krävs/)

  await m.secretary.api(m.at, { present: [m.ada, m.bo, m.cia, m.dan, m.first] })
  const { items } = await m.roll()
  assert.ok(names(items[0]).includes('Siv Sälg för Eva Ek'), names(items[0]).join())
  assert.equal((await m.decide(0)).status, 200)
})
