import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, as, asking, doing, worldOf } from '../../../test/support.ts'
import { aMeeting, textOfPdf } from '../meetings/fixtures.ts'
import { currentFiles, getRecord } from '../registry/index.ts'
import { report } from './commands.ts'
import { aDelegated, aDelegation, type TestDelegation } from './fixtures.ts'
import { getDelegated, listMinutes, listUnreported } from './queries.ts'

const world = worldOf('2023-11-10T09:00:00+01:00')

const standingOf = async (decisionId: string) => (await asking(world, (ctx) => getDelegated(ctx, decisionId))).standing
const reportAt = async (board: TestDelegation, meetingId: string) =>
  doing(world, report, { meetingId }, await actorOf(world, board.secretaryId))

async function textOf(recordId: string): Promise<string> {
  const record = await asking(world, (ctx) => getRecord(ctx, recordId))
  const file = currentFiles(record.files).find(({ mediaType }) => mediaType === 'application/pdf')
  return textOfPdf(await world.files.read(file?.sha256 ?? ''))
}

test('A-92 what the board does not want to be told of is never on its list; appealable under chapter 13 it has minutes of its own', async () => {
  const board = await aDelegation(world)
  const meetingId = await aMeeting(world, board, { heldOn: '2023-11-21' })
  const purchase = await aDelegated(world, board, { rule: '2.2' })
  const permit = await aDelegated(world, board, { rule: '4.1' })
  const secretary = await as(world, board.secretaryId)

  const unreported = await asking(world, (ctx) => listUnreported(ctx, board.bodyId))
  const written = await secretary.post('/delegation/sarskilt-protokoll/uppratta', { bodyId: board.bodyId })
  const [minutes] = await asking(world, (ctx) => listMinutes(ctx, board.bodyId))

  assert.deepEqual(unreported, [])
  await assert.rejects(reportAt(board, meetingId), /inget att anmäla/)
  assert.equal(written.status, 303)
  assert.equal(minutes?.count, 1)
  assert.match(await textOf(minutes?.recordId ?? ''), /D 2023:1/)
  assert.deepEqual([await standingOf(purchase.decisionId), await standingOf(permit.decisionId)], ['minuted', 'exempt'])
})

test('A-92 the day the minutes were noticed is kept, once, and says when the time for appeal ends', async () => {
  const board = await aDelegation(world)
  await aDelegated(world, board, { rule: '2.2' })
  const secretary = await as(world, board.secretaryId)
  await secretary.post('/delegation/sarskilt-protokoll/uppratta', { bodyId: board.bodyId })
  const [minutes] = await asking(world, (ctx) => listMinutes(ctx, board.bodyId))
  const notice = (noticedOn: string) =>
    secretary.post(`/delegation/sarskilt-protokoll/${minutes?.id}/anslag`, { noticedOn, bodyId: board.bodyId })

  const replies = [await notice('2023-11-09'), await notice('2023-11-10'), await notice('2023-11-10')]

  const page = await (await secretary.get('/delegation/sarskilt-protokoll')).text()
  assert.deepEqual(
    replies.map(({ status }) => status),
    [409, 303, 409],
  )
  assert.match(page, /fre 1 dec 2023/)
  assert.match(await (await world.app.request('/anslagstavla')).text(), /Särskilt protokoll över delegationsbeslut/)
})
