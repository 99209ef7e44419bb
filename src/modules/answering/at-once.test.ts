import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collide, worldOf } from '../../../test/support.ts'
import { aLinkedCompany, aWriter } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

test('an answer that is entered while one is handed in on the link: one of them is taken, the other is told why', async () => {
  const { holder, round, recipientId, questions } = await aLinkedCompany(world)
  const personId = await aWriter(holder)
  const answers = [{ questionId: questions[1], text: 'Bolaget kan samordna.' }]

  const replies = await collide(world, 'referral.recipients', recipientId, [
    () =>
      round.officer.api(`/referrals/${round.roundId}/recipients/${recipientId}/answer`, {
        decidedBy: 'company',
        answers,
      }),
    () => holder.api(`/people/${personId}/submit`, { answers }),
  ])

  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409])
})
