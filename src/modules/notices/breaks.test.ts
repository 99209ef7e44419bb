/** That the board was down is found, told and settled (KL 13:5). */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { as, asking, worldOf } from '../../../test/support.ts'
import type { Read } from '../../kernel/context.ts'
import { noteServed, watchBoard } from './commands/serve.ts'
import { openLog } from '../../kernel/log.ts'
import { markedCase } from '../registry/fixtures.ts'
import { adjustedMinutes } from './fixtures.ts'
import { listOpenBreaks } from './queries/breaks.ts'
import { legalForceOn } from './model/notice.ts'
import { findOfDecision, listOfMeeting } from './queries/notices.ts'

const world = worldOf('2023-12-27T10:00:00+01:00')
const at = (moment: string) => void (world.now = new Date(`${moment}+01:00`))
/** The board was read now, in a house that is no demonstration. */
const serve = () => noteServed({ ...world.caller(), isDemo: false })
const ask = <T>(query: (ctx: Read) => Promise<T>): Promise<T> =>
  asking(world, (ctx) => query({ ...ctx, isDemo: false }))
const breaksOf = async (noticeId: string) =>
  (await ask((ctx) => listOpenBreaks(ctx, noticeId))).map(({ wentDown, cameUp }) => [wentDown, cameUp])
/** Nothing is noted of the board yet, and the house is no demonstration. */
async function begin(): Promise<void> {
  Object.assign(world, { app: world.rehouse({ isDemo: () => false }) })
  await sql`truncate notices.spans`.execute(world.db)
}

test('A-72 a break in the period is found, keeps the notice up, and the period begins anew when the board says so', async () => {
  await begin()
  at('2023-12-27T10:00:00')
  const { board, meetingId, decisionIds, caseIds } = await adjustedMinutes(world, {
    heldOn: '2023-12-19',
    adjustedOn: '2023-12-27',
  })
  const id = (await ask((ctx) => listOfMeeting(ctx, meetingId)))[0]?.id ?? ''
  const secretary = await as(world, board.secretaryId)
  for (const moment of ['2023-12-27T10:05:00', '2023-12-27T10:18:00', '2024-01-03T08:00:00', '2024-01-03T08:05:00']) {
    at(moment)
    await serve()
  }

  assert.deepEqual(await breaksOf(id), [[new Date('2023-12-27T10:18:00+01:00'), new Date('2024-01-03T08:00:00+01:00')]])
  assert.match(await (await secretary.get('/')).text(), /Anslagstavlan har varit nere/)

  at('2024-01-22T09:00:00')
  assert.match(await (await world.app.request('/anslagstavla')).text(), new RegExp(id), 'past its day it is still up')
  const page = await secretary.post(`/anslag/${id}/avbrott`, { outcome: 'anew', reason: 'Avbrottet varade en vecka.' })
  assert.equal(page.status, 303, await page.text())

  const now = await ask((ctx) => findOfDecision(ctx, decisionIds[0] ?? ''))
  assert.deepEqual([now?.replaces, now?.postedOn, now?.lastAppealOn], [id, '2024-01-22', '2024-02-12'])
  assert.doesNotMatch(await (await world.app.request('/anslagstavla')).text(), new RegExp(`/${id}"`))
  const words = await (await secretary.get(`/arenden/${await numberOf(caseIds[0])}/historik`)).text()
  assert.match(words, /anslogs på nytt efter ett avbrott/)
  const again = await secretary.api(`/notices/${id}/breaks`, { outcome: 'stands', reason: 'x' })
  assert.equal(again.status, 409)
})

test('A-72 a break without importance is settled with its reason, and the period stands', async () => {
  await begin()
  at('2024-03-01T10:00:00')
  await serve()
  const { board, meetingId, decisionIds } = await adjustedMinutes(world, {
    heldOn: '2024-02-27',
    adjustedOn: '2024-03-01',
  })
  const id = (await ask((ctx) => listOfMeeting(ctx, meetingId)))[0]?.id ?? ''
  at('2024-03-02T03:00:00')
  await serve()
  const secretary = await as(world, board.secretaryId)

  const settled = await secretary.api(`/notices/${id}/breaks`, { outcome: 'stands', reason: 'Natten till lördagen.' })

  assert.equal(settled.status, 200, await settled.text())
  const notice = await ask((ctx) => findOfDecision(ctx, decisionIds[0] ?? ''))
  assert.deepEqual([notice?.id, notice?.openBreaks, notice?.lastAppealOn], [id, 0, '2024-03-22'])
  assert.match(await (await secretary.get(`/anslag/${id}`)).text(), /Ansågs sakna betydelse\. Natten till lördagen\./)
})

test('A-72 whenever the job comes, just what was longer than a quarter of an hour is a break', async () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(minutes, async (pauses) => {
      await begin()
      let moment = new Date('2024-05-01T00:00:00Z').getTime()
      for (const pause of [0, ...pauses]) {
        moment += pause * 60_000
        world.now = new Date(moment)
        await serve()
      }
      const { rows } = await sql<{ minutes: number }>`select extract(epoch from up - down)::int / 60 as minutes from
        (select until as down, lead(began) over (order by began) as up from notices.spans) g where up is not null
        order by down`.execute(world.db)
      assert.deepEqual(
        rows.map((row) => row.minutes),
        pauses.filter((pause) => pause > 15),
      )
    }),
    { numRuns: 15 },
  )
})

test('A-72 a notice that is posted before the job has come again is not broken by the break before it', async () => {
  await begin()
  at('2024-04-01T08:00:00')
  await serve()
  at('2024-04-02T09:58:00')
  const { meetingId } = await adjustedMinutes(world, { heldOn: '2024-03-27', adjustedOn: '2024-04-02' })
  at('2024-04-02T10:00:00')
  await serve()

  assert.deepEqual(
    (await ask((ctx) => listOfMeeting(ctx, meetingId))).map(({ openBreaks }) => openBreaks),
    [0],
  )
})

test('A-72 A-83 silence is a break too: before the first reading of the board, and after the last, for every kind of notice', async () => {
  await begin()
  at('2024-08-01T10:00:00')
  const { board, meetingId, decisionIds } = await adjustedMinutes(world, {
    heldOn: '2024-07-30',
    adjustedOn: '2024-08-01',
  })
  const secretary = await as(world, board.secretaryId)
  const posted = await secretary.api('/notices', {
    bodyId: board.bodyId,
    kind: 'required_by_law',
    title: 'Kungörelse',
    through: '2024-08-05',
  })
  const { noticeId } = JSON.parse(await posted.text())
  const id = (await ask((ctx) => listOfMeeting(ctx, meetingId)))[0]?.id ?? ''
  const began = new Date('2024-08-01T10:00:00+01:00')

  at('2024-08-30T10:00:00')
  assert.deepEqual(await breaksOf(id), [[began, world.now]])
  assert.deepEqual(await breaksOf(noticeId), [[began, world.now]])
  const notice = await ask((ctx) => findOfDecision(ctx, decisionIds[0] ?? ''))
  assert.equal(notice === undefined ? null : legalForceOn(notice, false), null)
  assert.equal((await secretary.get(`/anslag/${noticeId}/bevis.pdf`)).status, 409)
})

test('A-72 a notice that was posted anew has no breaks after that, and what the reader may not see is posted with the rest', async () => {
  await begin()
  at('2024-09-02T10:00:00')
  await serve()
  const { board, meetingId, decisionIds, caseIds } = await adjustedMinutes(world, {
    heldOn: '2024-08-30',
    adjustedOn: '2024-09-02',
  })
  const id = (await ask((ctx) => listOfMeeting(ctx, meetingId)))[0]?.id ?? ''
  at('2024-09-03T10:00:00')
  await serve()
  await markedCase(world, board, caseIds[1] ?? '')
  const secretary = await as(world, board.secretaryId)
  const anew = await secretary.api(`/notices/${id}/breaks`, { outcome: 'anew', reason: 'Ett dygn.' })
  assert.equal(anew.status, 200, await anew.text())
  at('2024-09-05T10:00:00')
  await serve()

  assert.deepEqual(await breaksOf(id), [])
  const notices = await Promise.all(decisionIds.map((one) => ask((ctx) => findOfDecision(ctx, one))))
  assert.deepEqual(
    notices.map((one) => [one?.replaces, one?.openBreaks]),
    [
      [id, 1],
      [id, 1],
    ],
  )
})

test('A-72 the board is read as anyone reads it, and nothing is noted when it cannot be', async () => {
  await begin()
  at('2024-10-01T10:00:00')
  const house = { ...world.caller(), isDemo: false, clock: () => world.now, log: openLog('silent') }

  for (const read of [
    async () => ({ ok: false }),
    async () => {
      throw new Error('no way there')
    },
  ])
    await watchBoard(house, read)()
  const before = await sql`select from notices.spans`.execute(world.db)
  await watchBoard(house, async () => world.app.request('/anslagstavla'))()

  assert.equal(before.rows.length, 0)
  assert.equal((await sql`select from notices.spans`.execute(world.db)).rows.length, 1)
})

test('a demonstration that is turned off at night has no breaks', async () => {
  await begin()
  for (const moment of ['2024-06-01T10:00:00', '2024-06-08T10:00:00']) {
    at(moment)
    await noteServed(world.caller())
  }

  const { rows } = await sql`select from notices.spans`.execute(world.db)
  assert.equal(rows.length, 1)
})

async function numberOf(caseId: string | undefined): Promise<string> {
  const row = await world.db
    .selectFrom('registry.cases')
    .select('reference_number as number')
    .where('id', '=', caseId ?? '')
    .executeTakeFirstOrThrow()
  return row.number
}
