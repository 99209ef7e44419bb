/** The call to a meeting, as the secretary sends it and a member has it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import { actorOf, as, doing, worldOf } from '../../../test/support.ts'
import { paperPdf } from '../../kernel/documents/index.ts'
import { aBoard, anAgenda, anItem, textOfPdf, type TestAgenda, type TestBoard } from '../meetings/fixtures.ts'
import { addToItem, moveMeeting } from '../meetings/index.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { aCase, aFile, aRecord, markedCase, stepping } from '../registry/fixtures.ts'

const world = worldOf('2023-12-11T10:00:00+01:00')
const heldOn = '2023-12-19'

/** A board with a member and a substitute, three matters on its agenda, and its secretary. */
async function aMeetingToCall() {
  const board = await aBoard(world)
  const seat = (name: string, role: 'chair' | 'substitute') =>
    aPerson(world.db, { bodyId: board.bodyId, roles: [role], name, ...(role === 'substitute' && { order: 1 }) })
  const chair = await as(world, await seat('Ada Ask', 'chair'))
  await seat('Siv Sälg', 'substitute')
  const { meetingId, items } = await anAgenda(world, board, { heldOn, count: 3 })
  const secretary = await as(world, board.secretaryId)
  const page = `/sammantraden/${meetingId}`
  const calls = async (who = secretary) => JSON.parse(await (await who.api(`/meetings/${meetingId}/calls`)).text())
  return { board, chair, secretary, meetingId, items, page, calls }
}

/** A PDF among an item's papers, and beside it a file that is none. */
async function aPaperOf(board: TestBoard, item: TestAgenda['items'][number] | undefined, title: string) {
  const { itemId = '', theCase } = item ?? {}
  const sender = { organisation: 'Ängelby stad', unit: null }
  const about = { kind: 'Skrivelse', title, sender, reference: null, language: 'sv', isDraft: false } as const
  const bytes = await paperPdf({ ...about, head: [], blocks: [{ type: 'paragraph', text: title }], footer: [] })
  const file = { name: 'skrivelse.pdf', mediaType: 'application/pdf', bytes }
  const caseId = theCase?.id ?? ''
  const paper = await aRecord(world, board, { caseId, title, files: [file] })
  const sums = await aRecord(world, board, { caseId, title: 'Kalkyl', files: [aFile('kalkyl.txt')] })
  await stepping(world, board.secretaryId, (ctx) => addToItem(ctx, { itemId, recordIds: [paper.id, sums.id] }))
}

const lettersOf = (meetingId: string) =>
  world.db
    .selectFrom('kernel.letters')
    .where('topic', '=', 'calls.call')
    .where('about_id', '=', meetingId)
    .select(['to_name as to', 'subject', 'body'])
    .orderBy('posted_at')
    .orderBy('to_name')
    .execute()

test('A-03 A-06 the call goes to every member and substitute with time, place and matters; what comes later goes with a new one that says what', async () => {
  const m = await aMeetingToCall()
  const shown = await (await m.secretary.get(m.page)).text()
  assert.match(shown, /Kallelsen är inte skickad/)
  assert.match(shown, /Skicka kallelsen till 2/)

  const sent = await m.secretary.post(`${m.page}/kallelse`, { version: '1', words: 'Lunch från klockan tolv.' })
  assert.equal(sent.status, 303, await sent.text())
  const [first, second, ...others] = await lettersOf(m.meetingId)
  assert.deepEqual([first?.to, second?.to, others.length], ['Ada Ask', 'Siv Sälg', 0])
  assert.match(first?.body ?? '', /Lunch från klockan tolv\.[^]*1\. Ärende 1\n2\. Ärende 2\n3\. Ärende 3/)

  const again = await m.secretary.post(`${m.page}/kallelse`, { version: '2', words: 'Igen.' })
  assert.equal(again.status, 409)
  const refused = await again.text()
  assert.match(refused, /Ingenting har ändrats sedan förra kallelsen/)
  assert.match(refused, /Igen\./)

  const late = await aCase(world, m.board, { title: 'Sent ärende' })
  await anItem(world, m.board, { meetingId: m.meetingId, caseId: late.id, title: 'Sent ärende' })
  assert.match(await (await m.secretary.get(m.page)).text(), /Nytt ärende: Sent ärende/)
  assert.equal((await m.secretary.post(`${m.page}/kallelse`, { version: '1' })).status, 409)
  assert.equal((await m.secretary.post(`${m.page}/kallelse`, { version: '2' })).status, 303)
  const changed = (await lettersOf(m.meetingId)).filter(({ subject }) => subject.startsWith('Ändrad kallelse'))
  assert.equal(changed.length, 2)
  assert.match(changed[0]?.body ?? '', /Ändrat sedan förra kallelsen:\n– Nytt ärende: Sent ärende/)
})

test('A-03 whoever is elected after the call is called anew, and a matter that is taken off is named in the letter', async () => {
  const m = await aMeetingToCall()
  await m.secretary.api(`/meetings/${m.meetingId}/calls`, { version: 1 })
  await aPerson(world.db, { bodyId: m.board.bodyId, roles: ['substitute'], name: 'Tor Tall', order: 2 })
  assert.match(await (await m.secretary.get(m.page)).text(), /Kallelsen har inte gått till Tor Tall/)
  assert.equal((await m.secretary.api(`/meetings/${m.meetingId}/calls`, { version: 2 })).status, 200)
  assert.equal((await lettersOf(m.meetingId)).filter(({ to }) => to === 'Tor Tall').length, 1)

  await m.secretary.api(`/agenda-items/${m.items[0]?.itemId ?? ''}/take-off`, {})
  await m.secretary.api(`/meetings/${m.meetingId}/calls`, { version: 3 })
  assert.ok((await lettersOf(m.meetingId)).some(({ body }) => body.includes('– Utgår: Ärende 1')))
})

test('a member is told what is new since the version they read, and nobody else sees what they have read', async () => {
  const m = await aMeetingToCall()
  await m.secretary.api(`/meetings/${m.meetingId}/calls`, { version: 1 })
  assert.match(await (await m.chair.get(m.page)).text(), /Du har inte läst kallelsen än/)
  assert.match(await (await m.chair.get('/')).text(), /Läs kallelsen/)

  assert.equal((await m.chair.post(`${m.page}/kallelse/last`, { version: '1' })).status, 303)
  assert.doesNotMatch(await (await m.chair.get('/')).text(), /Läs kallelsen/)
  await m.secretary.post(`${m.page}/arenden/${m.items[2]?.itemId ?? ''}/flytta`, { direction: 'up' })
  const taken = await m.secretary.api(`/agenda-items/${m.items[0]?.itemId ?? ''}/take-off`, {})
  assert.ok(taken.ok, await taken.text())
  await m.secretary.api(`/meetings/${m.meetingId}/calls`, { version: 2 })

  assert.match(await (await m.chair.get(m.page)).text(), /Nytt sedan du läste kallelsen[^]*Utgår: Ärende 1/)
  assert.equal((await m.calls(m.chair)).read.version, 1)
  assert.equal((await m.calls()).read, null)
})

test('B-04 a marked case is not named in the letter', async () => {
  const m = await aMeetingToCall()
  const secret = await aCase(world, m.board, { title: 'Hemligt ärende' })
  await anItem(world, m.board, { meetingId: m.meetingId, caseId: secret.id, title: 'Hemligt ärende' })
  await markedCase(world, m.board, secret.id)

  assert.equal((await m.secretary.api(`/meetings/${m.meetingId}/calls`, { version: 1 })).status, 200)

  for (const { subject, body } of await lettersOf(m.meetingId)) {
    assert.doesNotMatch(subject + body, /Hemligt/)
    assert.match(body, /3\. Ärende 3\n4\. ett ärende med sekretess/)
  }
})

test('A-05 a meeting that is moved is told to those who were called', async () => {
  const m = await aMeetingToCall()
  await m.secretary.api(`/meetings/${m.meetingId}/calls`, { version: 1 })

  const to = { meetingId: m.meetingId, heldOn: '2023-12-21', startsAt: '10:00', place: 'Stadshuset', reason: 'Snö.' }
  await doing(world, moveMeeting, to, await actorOf(world, m.board.secretaryId))

  const told = (await lettersOf(m.meetingId)).filter(({ subject }) => subject.startsWith('Flyttat'))
  assert.deepEqual(
    told.map((letter) => letter.to),
    ['Ada Ask', 'Siv Sälg'],
  )
  assert.match(told[0]?.body ?? '', /21 dec[^]*Snö\./)
  assert.deepEqual(
    (await m.calls()).unsent.map(({ kind }: { kind: string }) => kind),
    ['day', 'time', 'place'],
  )
})

test('a call is sent by the secretary alone, and read within the authority', async () => {
  const m = await aMeetingToCall()
  const stranger = await as(
    world,
    await aPerson(world.db, { bodyId: (await aBoard(world)).bodyId, roles: ['secretary'] }),
  )

  assert.equal((await m.chair.api(`/meetings/${m.meetingId}/calls`, { version: 1 })).status, 403)
  assert.equal((await stranger.api(`/meetings/${m.meetingId}/calls`, { version: 1 })).status, 403)
  await m.secretary.api(`/meetings/${m.meetingId}/calls`, { version: 1 })
  assert.deepEqual((await m.calls(stranger)).calls, [])
  assert.doesNotMatch(await (await stranger.get(m.page)).text(), /skickades av/)
})

test('B-04 the papers come as one PDF in the order of the agenda, with bookmarks and without what is marked', async () => {
  const m = await aMeetingToCall()
  const [first, second] = [m.items[0], m.items[1]]
  await aPaperOf(m.board, first, 'Tjänsteskrivelse ett')
  await aPaperOf(m.board, second, 'Hemlig skrivelse')
  await markedCase(world, m.board, second?.theCase.id ?? '')

  const page = await (await m.chair.get(m.page)).text()
  assert.match(page, /Alla handlingar i en PDF/)
  const reply = await m.chair.get(`${m.page}/handlingar`)
  assert.equal(reply.status, 200)
  const bytes = new Uint8Array(await reply.arrayBuffer())
  const words = await textOfPdf(bytes)
  assert.match(words, /1\. Ärende 1 .*Tjänsteskrivelse ett/)
  assert.doesNotMatch(words, /Hemlig|Ärende 2/)
  assert.match(words, /Kalkyl \(finns bara som egen fil\)/)
  const outline = await (await getDocumentProxy(bytes)).getOutline()
  assert.deepEqual(
    outline.map((part) => [part.title, part.items.map((each: { title: string }) => each.title)]),
    [['1. Ärende 1', ['Tjänsteskrivelse ett']]],
  )
})
