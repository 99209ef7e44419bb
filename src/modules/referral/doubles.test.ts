import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { aBody } from '../organisation/fixtures.ts'
import {
  aBoardDecision,
  aDraft,
  anAdjustment,
  anAnswerer,
  anApprovedStatement,
  answerOf,
  aSender,
  aSentRound,
  days,
  sent,
} from './fixtures.ts'
import { getRecipient, listOwnDoubles, listRecipients } from './queries.ts'

const start = '2023-10-03T09:00:00+02:00'
const world = worldOf(start)

const office = (authorityId: string, name: string) => aBody(world.db, { kind: 'administration', authorityId, name })
const pageOf = async (by: { get: (path: string) => Promise<Response> }, path: string) => (await by.get(path)).text()
const doubles = z.array(z.object({ kind: z.string(), recipients: z.array(z.object({ bodyName: z.string() })) }))

test('a board and its own administration in one round: the sender is warned before sending and after, and so are both who answer', async () => {
  world.now = new Date(start)
  const answerer = await anAnswerer(world, { name: 'dubbelnämnden' })
  const officeId = await office(answerer.board.authorityId, 'dubbelförvaltningen')
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [answerer.board.bodyId, officeId])

  const draft = await pageOf(sender.officer, `/remisser/${roundId}`)
  await answerOf(await sender.officer.api(`/referrals/${roundId}/send`, {}), z.unknown())
  const follow = await pageOf(sender.officer, `/remisser/${roundId}`)
  const asked = await asking(world, (ctx) => listRecipients(ctx, roundId))
  const tabs: string[] = []
  for (const { referenceNumber } of asked)
    tabs.push(
      await pageOf(answerer.officer, `/arenden/${referenceNumber}`),
      await pageOf(answerer.officer, `/arenden/${referenceNumber}/remiss`),
    )
  const api = await answerOf(await sender.officer.api(`/referrals/${roundId}/doubles`), doubles)

  assert.match(draft, /Dubbelförvaltningen och dubbelnämnden tillfrågas båda, fast de svarar för samma nämnd\./)
  assert.match(draft, /Ta bort den ena, eller fråga förvaltningen i nämndens ställe/)
  assert.match(follow, /Dubbelförvaltningen och dubbelnämnden svarar var för sig för samma nämnd\./)
  assert.match(tabs[0] ?? '', /Dubbelnämnden svarar också på remissen, för samma nämnd\.[^]*bestäm vem som svarar/)
  assert.match(tabs[1] ?? '', /Dubbelnämnden svarar också på remissen/)
  assert.match(tabs[2] ?? '', /Dubbelförvaltningen svarar också på remissen/)
  assert.match(tabs[3] ?? '', /Dubbelförvaltningen svarar också på remissen/)
  assert.deepEqual(api, [
    { kind: 'same_authority', recipients: [{ bodyName: 'dubbelförvaltningen' }, { bodyName: 'dubbelnämnden' }] },
  ])
})

test('administrations of different boards that answer each for themselves hear of each other, and one board alone hears nothing', async () => {
  world.now = new Date(start)
  const [one, two, alone] = [await anAnswerer(world), await anAnswerer(world), await anAnswerer(world)]
  const parks = await office(one.board.authorityId, 'parkförvaltningen')
  const schools = await office(two.board.authorityId, 'skolförvaltningen')
  const round = await aSentRound(world, [parks, schools, alone.board.bodyId])
  const asked = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
  const caseOf = (bodyId: string) => asked.find((body) => body.bodyId === bodyId)?.referenceNumber

  const follow = await pageOf(round.officer, `/remisser/${round.roundId}`)
  const theirs = await pageOf(one.officer, `/arenden/${caseOf(parks)}/remiss`)
  const lone = await pageOf(alone.officer, `/arenden/${caseOf(alone.board.bodyId)}/remiss`)

  assert.match(follow, /Parkförvaltningen och skolförvaltningen svarar var för sig som förvaltningar\./)
  assert.match(theirs, /Skolförvaltningen svarar också på remissen\./)
  assert.doesNotMatch(lone, /svarar också/)
})

test('one that abstains leaves the answer to the other; two that have said the same in many words are shown', async () => {
  world.now = new Date(start)
  const [one, two] = [await anAnswerer(world, { name: 'ekonämnden' }), await anAnswerer(world, { name: 'alnämnden' })]
  const officeId = await office(one.board.authorityId, 'ekoförvaltningen')
  const round = await aSentRound(world, [one.board.bodyId, officeId, two.board.bodyId])
  const asked = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
  const caseOf = (bodyId: string) => asked.find((body) => body.bodyId === bodyId)?.caseId ?? ''

  for (const [bodyId, answerer] of [
    [officeId, one],
    [two.board.bodyId, two],
  ] as const) {
    const caseId = caseOf(bodyId)
    const recordId = await anApprovedStatement(answerer, caseId)
    if (answerer === two) {
      const decided = await aBoardDecision(world, two, { caseId, heldOn: days.heldOn, recordIds: [recordId] })
      await anAdjustment(world, two, { ...decided, on: days.adjustedOn })
    }
    await answerOf(await answerer.officer.api(`/cases/${caseId}/referral-answer/dispatch`, {}), z.unknown())
  }
  const decided = await aBoardDecision(world, one, {
    caseId: caseOf(one.board.bodyId),
    heldOn: '2024-01-30',
    recordIds: [],
    outcome: 'abstained',
  })
  await anAdjustment(world, one, { ...decided, on: '2024-02-05' })
  const before = await answerOf(await round.officer.api(`/referrals/${round.roundId}/doubles`), doubles)
  await answerOf(await one.officer.api(`/cases/${caseOf(one.board.bodyId)}/referral-answer/dispatch`, {}), z.unknown())
  const after = await answerOf(await round.officer.api(`/referrals/${round.roundId}/doubles`), doubles)

  assert.deepEqual(
    before.map(({ kind }) => kind),
    ['same_authority', 'same_words'],
  )
  assert.deepEqual(
    after.map(({ kind }) => kind),
    ['same_words'],
  )
  assert.deepEqual(after[0]?.recipients, [{ bodyName: 'alnämnden' }, { bodyName: 'ekoförvaltningen' }])
  const own = await asking(world, async (ctx) =>
    listOwnDoubles(ctx, await getRecipient(ctx, asked.find(({ bodyId }) => bodyId === two.board.bodyId)?.id ?? '')),
  )
  assert.deepEqual(
    own.map(({ kind, recipients }) => [kind, recipients.map(({ bodyName }) => bodyName)]),
    [['same_words', ['ekoförvaltningen']]],
  )
})

test('I-06 I-18 one that waits for its turn answers beside nobody, and cannot be joined yet', async () => {
  world.now = new Date(start)
  const answerer = await anAnswerer(world, { name: 'ensamnämnden' })
  const authorityId = answerer.board.authorityId
  const officeId = await aBody(world.db, { kind: 'administration', authorityId, name: 'ensamförvaltningen' })
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [answerer.board.bodyId, officeId])
  const waiting = (await asking(world, (ctx) => listRecipients(ctx, roundId))).find(({ bodyId }) => bodyId === officeId)
  const order = {
    reason: 'Nämnden måste svara först.',
    days: ['2023-11-10', '2023-12-20'],
    turns: { [waiting?.id ?? '']: 2 },
  }
  const drafted = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  assert.equal((await sender.officer.api(`/referrals/${roundId}/turns`, order, 'PUT')).status, 204)
  const { cases } = await answerOf(await sender.officer.api(`/referrals/${roundId}/send`, {}), sent)

  const theirs = await (await answerer.officer.get(`/arenden/${cases[0]?.referenceNumber}/remiss`)).text()
  const follow = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const joined = await answerer.officer.api(`/cases/${cases[0]?.caseId}/referral-answer/join`, { hostId: waiting?.id })

  assert.match(drafted, /tillfrågas båda/)
  assert.doesNotMatch(theirs, /svarar också på remissen/)
  assert.doesNotMatch(follow, /svarar var för sig/)
  assert.equal(joined.status, 409)
  assert.match(await joined.text(), /Ensamförvaltningen har inte tillfrågats än/)
})
