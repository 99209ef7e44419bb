import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, collide, worldOf } from '../../../test/support.ts'
import { getCase } from '../registry/index.ts'
import {
  aBoardDecision,
  anAdjustment,
  anAnswerer,
  anApprovedStatement,
  anAskedBoard,
  answerOf,
  aSentRound,
} from './fixtures.ts'
import { findRecipient, listExtensions, listRecipients } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const want = { wantedOn: '2024-01-19', reason: 'Nämnden sammanträder först den 16 januari.' }

test('everyone who has not answered can be given a new day at once, and a request that waits is thereby granted', async () => {
  const [one, other] = [await anAnswerer(world), await anAnswerer(world)]
  const round = await aSentRound(world, [one.board.bodyId, other.board.bodyId])
  const caseId = round.recipients.find(({ caseId: id }) => id !== null)?.caseId ?? ''
  const asker = (await asking(world, (ctx) => getCase(ctx, caseId))).authorityId === one.board.authorityId ? one : other
  await asker.officer.api(`/cases/${caseId}/referral-answer/more-time`, want)

  const reply = await round.officer.api(`/referrals/${round.roundId}/extensions`, {
    recipientIds: ['everyone'],
    until: '2024-01-31',
    ground: 'Många nämnder sammanträder först i januari.',
  })
  const twice = await round.officer.api(`/referrals/${round.roundId}/extensions`, {
    recipientIds: ['everyone'],
    until: '2024-01-31',
    ground: 'En gång till.',
  })

  assert.deepEqual([reply.status, twice.status], [200, 422])
  const recipients = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
  assert.deepEqual(
    recipients.map(({ answerBy }) => answerBy),
    ['2024-01-31', '2024-01-31'],
  )
  const extensions = await asking(world, (ctx) => listExtensions(ctx, { roundId: round.roundId }))
  assert.deepEqual(
    extensions.map(({ state }) => state),
    ['granted', 'granted'],
  )
})

test('I-32 a day given to everyone shortens nobody’s time and grants no less than was asked; one that is named may get less', async () => {
  const [one, other] = [await anAnswerer(world), await anAnswerer(world)]
  const round = await aSentRound(world, [one.board.bodyId, other.board.bodyId])
  const [longer, asker] = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
  const give = (recipientIds: readonly string[], until: string) =>
    round.officer.api(`/referrals/${round.roundId}/extensions`, { recipientIds, until, ground: 'Skäl.' })
  const days = async () => {
    const recipients = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
    return [longer, asker].map((who) => recipients.find(({ id }) => id === who?.id)?.answerBy)
  }
  const states = async () => {
    const extensions = await asking(world, (ctx) => listExtensions(ctx, { roundId: round.roundId }))
    const who = (id: string) => (id === asker?.id ? 'asker' : 'longer')
    return extensions.map(({ recipientId, state, until }) => `${who(recipientId)} ${state} ${until ?? ''}`).toSorted()
  }
  const askingCase = await asking(world, (ctx) => getCase(ctx, asker?.caseId ?? ''))
  const officer = askingCase.authorityId === one.board.authorityId ? one.officer : other.officer
  await officer.api(`/cases/${askingCase.id}/referral-answer/more-time`, { ...want, wantedOn: '2024-01-30' })
  await give([longer?.id ?? ''], '2024-01-31')

  const all = await answerOf(await give(['everyone'], '2024-01-15'), z.object({ recipients: z.number() }))
  const [after, waits] = [await days(), await states()]
  const none = await give(['everyone'], '2024-01-10')
  const named = await give([longer?.id ?? '', asker?.id ?? ''], '2024-01-08')

  assert.equal(all.recipients, 1)
  assert.deepEqual(after, ['2024-01-31', '2024-01-15'])
  assert.deepEqual(waits, ['asker asked ', 'asker granted 2024-01-15', 'longer granted 2024-01-31'])
  assert.deepEqual([none.status, named.status], [422, 200])
  assert.match(await none.text(), /eller längre/)
  assert.deepEqual(await days(), ['2024-01-08', '2024-01-08'])
  assert.deepEqual((await states()).slice(0, 2), ['asker granted 2024-01-08', 'asker granted 2024-01-15'])
})

test('a board that answers while everyone is given time waits instead of stopping it, and neither is lost', async () => {
  const all = await anAskedBoard(world)
  const { answerer, caseId, round } = all
  const recordId = await anApprovedStatement(answerer, caseId)
  const decision = await aBoardDecision(world, answerer, { caseId, heldOn: '2023-12-19', recordIds: [recordId] })
  await anAdjustment(world, answerer, { ...decision, on: '2023-12-22' })
  const recipientId = (await asking(world, (ctx) => findRecipient(ctx, caseId)))?.id ?? ''
  const time = { recipientIds: [recipientId], until: '2024-01-31', ground: 'Skäl.' }

  const [sent, given] = await collide(world, 'referral.recipients', recipientId, [
    () => answerer.secretary.api(`/cases/${caseId}/referral-answer/dispatch`, {}),
    () => round.officer.api(`/referrals/${round.roundId}/extensions`, time),
  ])

  world.now = new Date('2023-10-03T09:00:00+02:00')
  assert.equal(sent?.status, 200)
  // Given before the answer came, or refused after it: never both at once.
  const extensions = await asking(world, (ctx) => listExtensions(ctx, { recipientId }))
  assert.deepEqual([given?.status, extensions.length].join(' '), given?.status === 200 ? '200 1' : '409 0')
})
