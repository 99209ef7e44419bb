import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { worldOf } from '../../../test/support.ts'
import {
  aBoardDecision,
  aDraft,
  anAdjustment,
  anAnswerer,
  anApprovedStatement,
  answerOf,
  aSender,
  days,
  sent,
  type TestAnswerer,
} from '../referral/fixtures.ts'
import { hideCase } from '../search/fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

/** A board that has answered one round of a sender's case and got another, and a third board that was asked in the first only. */
async function askedTwice() {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const answerer = await anAnswerer(world)
  const other = await anAnswerer(world, { name: 'grannämnden' })
  const sender = await aSender(world)
  const send = async (bodyIds: readonly string[]) => {
    const roundId = await aDraft(world, sender, bodyIds)
    const { cases } = await answerOf(await sender.officer.api(`/referrals/${roundId}/send`, {}), sent)
    return { roundId, caseId: cases[0]?.caseId ?? '' }
  }
  const first = await send([answerer.board.bodyId])
  const theirs = await send([other.board.bodyId])
  const second = await send([answerer.board.bodyId])
  return { answerer, other, sender, first, theirs, second }
}

async function answer(answerer: TestAnswerer, caseId: string, words: string): Promise<void> {
  const recordId = await anApprovedStatement(answerer, caseId, words)
  const decision = await aBoardDecision(world, answerer, { caseId, heldOn: days.heldOn, recordIds: [recordId] })
  await anAdjustment(world, answerer, { ...decision, on: days.adjustedOn })
  await answerOf(await answerer.officer.api(`/cases/${caseId}/referral-answer/dispatch`, {}), z.unknown())
}

test('what we were asked before on the same assignment is on the desk with what we answered, once it has been dispatched', async () => {
  const { answerer, other, sender, first, theirs, second } = await askedTwice()
  const page = async () => (await answerer.officer.get(`/arenden/${second.caseId}/underlag/tidigare`)).text()
  const plain = await page()
  await world.db
    .insertInto('assignments.assignments')
    .values({
      ...{
        case_id: sender.theCase.id,
        giver_id: sender.board.bodyId,
        title: 'Starta ett områdeslyft',
        text: 'Starta.',
      },
      ...{ decided_on: '2023-01-16', record_id: sender.proposalId, registered_at: world.now },
    })
    .execute()
  await answer(answerer, first.caseId, 'Vi börjar gärna i Kvastensjö.')
  world.now = new Date('2023-12-22T11:00:00+01:00')

  const after = await page()
  const theirPage = await (await other.officer.get(`/arenden/${theirs.caseId}/underlag/tidigare`)).text()
  const api = await answerOf(
    await answerer.officer.api(`/cases/${second.caseId}/desk/earlier`),
    z.object({
      sameAssignment: z.array(
        z.object({ roundId: z.string(), assignment: z.string().nullable(), isAnswered: z.boolean() }),
      ),
    }),
  )

  assert.match(plain, /Tillfrågade förut i samma ärende[^]*Inget svar/)
  assert.match(
    after,
    /Tillfrågade förut i samma uppdrag: Starta ett områdeslyft[^]*Vi svarade[^]*börjar gärna i Kvastensjö/,
  )
  assert.equal(after.split('börjar gärna i Kvastensjö').length, 2, 'the words stand once')
  assert.doesNotMatch(theirPage, /Tillfrågade förut|Kvastensjö/)
  assert.deepEqual(api.sameAssignment, [
    { roundId: first.roundId, assignment: 'Starta ett områdeslyft', isAnswered: true },
  ])
})

test('B-07 what was answered in a case that is marked since is not on the desk of those who may not read it', async () => {
  const { answerer, first, second } = await askedTwice()
  await answer(answerer, first.caseId, 'Dolt om Kvastensjö.')

  await hideCase(world, first.caseId)

  const page = await (await answerer.officer.get(`/arenden/${second.caseId}/underlag/tidigare`)).text()
  const api = await (await answerer.officer.api(`/cases/${second.caseId}/desk/earlier`)).text()
  assert.doesNotMatch(page + api, /Dolt om Kvastensjö|Tillfrågade förut/)
})
