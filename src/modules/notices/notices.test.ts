/** The notice board: what is on it, for how long, and that nobody can take it down (KL 8:9–8:12). */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aBoard, aMeeting, anItem, textOfPdf } from '../meetings/fixtures.ts'
import { aCase, markedCase } from '../registry/fixtures.ts'
import { listLedger } from '../registry/index.ts'
import { adjustedMinutes, adjustPart } from './fixtures.ts'
import { findOfDecision, getNotice, listOfMeeting } from './queries/notices.ts'

const world = worldOf('2023-12-27T10:00:00+01:00')
const today = '2023-12-27'
const at = (day: string, clock = '10:00') => void (world.now = new Date(`${day}T${clock}:00+01:00`))
const open = async (path: string) => (await world.app.request(path)).text()
const noticesOf = (meetingId: string) => asking(world, (ctx) => listOfMeeting(ctx, meetingId))

test('A-69 A-70 adjusted minutes are on the board in the same moment, for anyone, with where they are and the last day to appeal', async () => {
  at(today)
  const { board, meetingId, caseIds } = await adjustedMinutes(world, { heldOn: '2023-12-19', adjustedOn: today })
  const [notice] = await noticesOf(meetingId)

  const page = await open('/anslagstavla')
  const api = JSON.parse(await open(`/api/v1/notice-board?bodyId=${board.bodyId}`))

  for (const words of [
    '§§ 1–2',
    'Hos nämndens registrator',
    'ons 27 dec 2023',
    'ons 17 jan 2024',
    'Hur man överklagar',
  ])
    assert.ok(page.includes(words), words)
  assert.deepEqual(
    api.notices.map((one: object) => ({ ...one, id: null, bodyName: null, title: null, authorityName: null })),
    [
      {
        id: null,
        authorityName: null,
        bodyId: board.bodyId,
        bodyName: null,
        kind: 'minutes',
        title: null,
        words: null,
        meetingOn: '2023-12-19',
        paragraphs: '§§ 1–2',
        adjustedOn: today,
        keptAt: 'Hos nämndens registrator',
        postedOn: today,
        lastAppealOn: '2024-01-17',
        endsOn: '2024-01-18',
      },
    ],
  )
  const events = await asking(world, (ctx) => listLedger(ctx, caseIds[0] ?? ''))
  assert.deepEqual(events.at(-1)?.facts['noticeId'], notice?.id)
  assert.equal(events.at(-1)?.event, 'notices.posted')
})

test('A-71 A-77 it is up to the end of the last day to appeal and goes down the day after, without its words', async () => {
  at(today)
  const { meetingId } = await adjustedMinutes(world, { heldOn: '2023-12-20', adjustedOn: today, count: 1 })
  const id = (await noticesOf(meetingId))[0]?.id ?? ''

  at('2024-01-17', '23:59')
  assert.match(await open(`/anslagstavla/${id}`), /sammanträdet ons 20 dec 2023/)
  assert.match(await open('/anslagstavla'), new RegExp(id))

  at('2024-01-18', '00:00')
  const gone = await open(`/anslagstavla/${id}`)
  assert.match(gone, /Anslaget är nedtaget/)
  assert.doesNotMatch(gone, /sammanträdet ons 20 dec 2023/)
  assert.doesNotMatch(await open('/anslagstavla'), new RegExp(id))
  assert.equal((await world.app.request(`/api/v1/notice-board/${id}`)).status, 404)
  at(today)
})

test('A-71 nobody takes a notice down before its day, nor changes it: not even whoever owns the database', async () => {
  at(today)
  const { meetingId } = await adjustedMinutes(world, { heldOn: '2023-12-21', adjustedOn: today, count: 1 })
  const id = (await noticesOf(meetingId))[0]?.id ?? ''

  for (const words of [
    sql`update notices.notices set ends_on = ends_on - 1 where id = ${id}`,
    sql`update notices.notices set title = 'x' where id = ${id}`,
    sql`delete from notices.notices where id = ${id}`,
  ])
    await assert.rejects(words.execute(world.db), /stands as it was posted|permission denied/)
  assert.equal((await asking(world, (ctx) => getNotice(ctx, id))).endsOn, '2024-01-18')
})

test('A-60 A-61 a § that is adjusted at once has a notice and an appeal period of its own', async () => {
  at('2023-12-22')
  const part = await adjustedMinutes(world, {
    heldOn: '2023-12-22',
    adjustedOn: '2023-12-22',
    isImmediate: true,
    adjust: [0],
  })
  at('2024-01-04')
  await adjustPart(world, part, { decisionIds: part.decisionIds.slice(1), adjustedOn: '2024-01-04' })

  const notices = await noticesOf(part.meetingId)

  assert.deepEqual(
    notices.map(({ paragraphs, lastAppealOn }) => [paragraphs, lastAppealOn]),
    [
      ['§ 1', '2024-01-12'],
      ['§ 2', '2024-01-25'],
    ],
  )
  at(today)
})

test('A-69 posted later than the second day after the adjustment it is up all the same, and said to be late', async () => {
  at(today)
  const { board, meetingId, caseIds } = await adjustedMinutes(world, {
    heldOn: '2023-12-18',
    adjustedOn: '2023-12-22',
    count: 1,
  })
  const id = (await noticesOf(meetingId))[0]?.id ?? ''
  const secretary = await as(world, board.secretaryId)

  assert.match(await (await secretary.get(`/anslag/${id}`)).text(), /Anslaget kom 3 dagar för sent/)
  const last = (await asking(world, (ctx) => listLedger(ctx, caseIds[0] ?? ''))).at(-1)
  assert.equal(last?.facts['daysLate'], 3)
})

test('A-83 legal force is the day after the last day to appeal, and open once somebody has appealed', async () => {
  at(today)
  const { board, meetingId, decisionIds, caseIds } = await adjustedMinutes(world, {
    heldOn: '2023-12-19',
    adjustedOn: today,
  })
  const id = (await noticesOf(meetingId))[0]?.id ?? ''
  const registrar = await as(world, board.registrarId)
  const force = async (index: number) => {
    const { referenceNumber } = await world.db
      .selectFrom('registry.cases')
      .select('reference_number as referenceNumber')
      .where('id', '=', caseIds[index] ?? '')
      .executeTakeFirstOrThrow()
    const page = await (await registrar.get(`/arenden/${referenceNumber}/beslut`)).text()
    return /Laga kraft[^.<]*/.exec(page)?.[0].trim()
  }

  assert.equal(await force(0), 'Laga kraft tidigast tors 18 jan 2024, om ingen överklagar')
  const noted = await registrar.post(`/anslag/${id}/overklagande`, { decisionId: decisionIds[0] ?? '', cameOn: today })
  assert.equal(noted.status, 303, await noted.text())

  at('2024-01-20')
  assert.equal(await force(0), 'Laga kraft är öppen')
  assert.equal(await force(1), 'Laga kraft tors 18 jan 2024')
  at(today)
})

test('A-01 A-67 a meeting is announced with its matters but not those that are marked, and a late council is warned about', async () => {
  at(today)
  const board = await aBoard(world)
  const meetingId = await aMeeting(world, board, { heldOn: '2024-01-02' })
  const [shown, hidden] = [
    await aCase(world, board, { title: 'Cykelvägar' }),
    await aCase(world, board, { title: 'Hemligt namn' }),
  ]
  for (const { id, title } of [shown, hidden]) await anItem(world, board, { meetingId, caseId: id, title })
  await markedCase(world, board, hidden.id)
  const secretary = await as(world, board.secretaryId)

  const form = await (await secretary.get(`/anslag/nytt?sammantrade=${meetingId}`)).text()

  assert.match(form, /Cykelvägar/)
  assert.doesNotMatch(form, /Hemligt namn/)
  const fields = {
    bodyId: board.bodyId,
    kind: 'board_meeting',
    title: 'Nämnden sammanträder',
    meetingOn: '2024-01-02',
    meetingId,
  }
  const posted = await secretary.post('/anslag/nytt', fields)
  assert.equal(posted.status, 303, await posted.text())
  const id = posted.headers.get('location')?.split('/').at(-1) ?? ''
  assert.equal((await asking(world, (ctx) => getNotice(ctx, id))).endsOn, '2024-01-03')
  const page = await (await secretary.get(`/sammantraden/${meetingId}`)).text()
  assert.doesNotMatch(page, /Tillkännage sammanträdet/)
  await secretary.api(`/meetings/${meetingId}/move`, { heldOn: '2024-01-09', reason: 'Sjukdom' })
  assert.match(await (await secretary.get(`/sammantraden/${meetingId}`)).text(), /säger en annan dag/)
})

test('A-67 E-06 only what the law lists is posted, each fault stands at its field, and a personal number is not taken in', async () => {
  at(today)
  const board = await aBoard(world)
  const [secretary, officer] = [await as(world, board.secretaryId), await as(world, board.officerId)]
  const post = (fields: object) => secretary.api('/notices', { bodyId: board.bodyId, title: 'Kungörelse', ...fields })

  assert.equal((await post({ kind: 'advertisement', through: '2024-02-01' })).status, 422)
  const faults = JSON.parse(await (await post({ kind: 'required_by_law', words: 'Gäller 19850709-9805.' })).text())
  assert.deepEqual(Object.keys(faults.fields ?? faults.errors ?? {}).toSorted(), ['through', 'words'])
  assert.equal(
    (
      await officer.api('/notices', {
        bodyId: board.bodyId,
        kind: 'required_by_law',
        title: 'K',
        through: '2024-02-01',
      })
    ).status,
    403,
  )
  const page = await secretary.post('/anslag/nytt', { bodyId: board.bodyId, kind: 'minutes', title: 'Mina egna ord' })
  assert.equal(page.status, 422)
  assert.match(await page.text(), /value="Mina egna ord"/)
})

test('A-73 the proof of posting is issued when the time is over, to whoever asked, and never before', async () => {
  at(today)
  const board = await aBoard(world)
  const secretary = await as(world, board.secretaryId)
  const reply = await secretary.api('/notices', {
    bodyId: board.bodyId,
    kind: 'required_by_law',
    title: 'Kungörelse om samråd',
    through: '2024-01-10',
    askedBy: 'Bengtsfors Exempel AB',
  })
  const { noticeId } = JSON.parse(await reply.text())
  const proof = () => secretary.get(`/anslag/${noticeId}/bevis.pdf`)

  at('2024-01-10', '23:00')
  assert.equal((await proof()).status, 409)
  assert.doesNotMatch(await open(`/anslagstavla/${noticeId}`), /Bengtsfors/)
  at('2024-01-11')
  const words = await textOfPdf(new Uint8Array(await (await proof()).arrayBuffer()))

  for (const said of ['Anslagsbevis', 'Kungörelse om samråd', 'Bengtsfors Exempel AB', '2023-12-27', '2024-01-11'])
    assert.ok(words.includes(said), `${said} in ${words}`)
  assert.match(words, /nåbar under hela tiden/)
  at(today)
})

test('A-66 the board is also shown on a screen, and draws itself anew', async () => {
  const page = await open('/anslagstavla/skarm')

  assert.match(page, /data-again="300"/)
  assert.match(page, /<h1>Anslagstavla<\/h1>/)
})

test('A-70 where the minutes are kept is said by the board itself, on notices from then on', async () => {
  at(today)
  const { board, meetingId, decisionIds } = await adjustedMinutes(world, {
    heldOn: '2023-12-19',
    adjustedOn: today,
    adjust: [0],
  })
  const registrar = await as(world, board.registrarId)
  const said = await registrar.post(`/anslag/platser/${board.bodyId}`, { keptAt: 'Stadshuset, plan 3' })
  assert.equal(said.status, 303, await said.text())
  await adjustPart(world, { board, meetingId }, { decisionIds: decisionIds.slice(1), adjustedOn: today })

  const kept = await Promise.all(
    decisionIds.map(async (id) => (await asking(world, (ctx) => findOfDecision(ctx, id)))?.keptAt),
  )

  assert.deepEqual(kept, [null, 'Stadshuset, plan 3'])
})

test('E-05 A-71 words that must not be public are withheld, and the notice stays up to its day and says so', async () => {
  at(today)
  const board = await aBoard(world)
  const secretary = await as(world, board.secretaryId)
  const fields = {
    bodyId: board.bodyId,
    kind: 'required_by_law',
    title: 'Om Valfrid',
    words: 'Valfrid bor där.',
    through: '2024-01-10',
  }
  const { noticeId } = JSON.parse(await (await secretary.api('/notices', fields)).text())
  assert.equal((await secretary.api('/notices', { ...fields, through: '2199-01-01' })).status, 422)

  const reply = await secretary.post(`/anslag/${noticeId}/undanhall`, { reason: 'En enskild pekas ut.' })
  assert.equal(reply.status, 303, await reply.text())

  const pages = [
    await open('/anslagstavla'),
    await open(`/anslagstavla/${noticeId}`),
    await open('/api/v1/notice-board'),
  ]
  for (const page of pages) assert.doesNotMatch(page, /Valfrid/)
  assert.match(pages[0] ?? '', new RegExp(noticeId))
  assert.match(pages[1] ?? '', /Texten visas inte sedan/)
  assert.equal((await asking(world, (ctx) => getNotice(ctx, noticeId))).endsOn, '2024-01-11')
})
