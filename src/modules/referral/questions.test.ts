import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { takesStance } from '../drafting/index.ts'
import { aBody } from '../organisation/fixtures.ts'
import { aDraft, answerOf, aSender, aSentRound, aVisitor, type TestSender } from './fixtures.ts'
import { getRound, listRecipients } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const deltar = { kind: 'yes_no', text: 'Deltar ni?' }
const hur = { kind: 'text', text: 'Hur?' }
const made = z.object({ questionId: z.string() })

const read = (roundId: string) => asking(world, (ctx) => getRound(ctx, roundId))
const wordsOf = async (roundId: string) =>
  (await read(roundId)).questions.map(({ number, text }) => `${number} ${text}`)

/** A draft that asks whether one takes part and, if so, how. */
async function aConditionalDraft(sender: TestSender) {
  const roundId = await aDraft(world, sender, { bodyIds: [], questions: [deltar] })
  const first = (await read(roundId)).questions[0]?.id ?? ''
  const { questionId: second } = await answerOf(
    await sender.officer.api(`/referrals/${roundId}/questions`, {
      ...hur,
      condition: { questionId: first, is: 'yes' },
    }),
    made,
  )
  return { roundId, first, second, at: `/remisser/${roundId}/fragor` }
}

test('a question can be asked only if an earlier one got an answer, and the letter says so', async () => {
  const sender = await aSender(world)
  const { roundId, first } = await aConditionalDraft(sender)

  const { questions } = await read(roundId)
  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()

  assert.deepEqual(questions[1]?.condition, { questionId: first, is: 'yes' })
  assert.match(page, /besvaras om fråga 1 är ”Ja”/)
  assert.match(page, new RegExp(`value="${first}=yes"[^>]*>Om fråga 1 \\(Deltar ni\\?\\) är: Ja`))
})

test('a condition looks at an earlier question and a possible answer: nothing that would break it is done', async () => {
  const sender = await aSender(world)
  const { roundId, first, second, at } = await aConditionalDraft(sender)

  const moved = await sender.officer.post(`${at}/${first}/flytta`, { direction: 'down' })
  const removed = await sender.officer.post(`${at}/${first}/ta-bort`)
  const changed = await sender.officer.post(`${at}/${first}`, { kind: 'text', text: 'Deltar ni?' })
  const later = await sender.officer.post(`${at}/${first}`, { ...deltar, condition: `${second}=yes` })

  assert.deepEqual(
    [moved, removed, changed, later].map(({ status }) => status),
    [409, 409, 409, 409],
  )
  assert.match(await moved.text(), /Fråga 1 besvaras bara efter svaret på en fråga som måste stå före den/)
  assert.match(await changed.text(), /Fråga 2 besvaras efter ett svar som fråga 1 inte kan ha/)
  assert.deepEqual(await wordsOf(roundId), ['1 Deltar ni?', '2 Hur?'])
})

test('I-19 a position is asked for where the question is one, or its sender asks for it; an older question asks as it did', async () => {
  const sender = await aSender(world)
  const questions = [
    { kind: 'processes', text: 'Vad pågår?' },
    { kind: 'text', text: 'Vad anser ni?', asksStance: 'ja' },
    { kind: 'stance', text: 'Var står ni?' },
    { kind: 'number', text: 'Hur många?', asksStance: 'ja' },
    { kind: 'areas', text: 'Var?' },
  ]
  const roundId = await aDraft(world, sender, { bodyIds: [], questions })
  const [, , , , older] = (await read(roundId)).questions
  await world.db
    .updateTable('referral.questions')
    .set({ settings: '{}' })
    .where('id', '=', older?.id ?? '')
    .execute()

  const before = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const asked = (await read(roundId)).questions.map((one) => [one.kind, takesStance(one)])
  await sender.officer.post(`/remisser/${roundId}/fragor/${older?.id}`, { kind: 'areas', text: 'Var?' })
  const after = (await read(roundId)).questions.at(-1)

  assert.deepEqual(asked, [
    ['processes', false],
    ['text', true],
    ['stance', true],
    ['number', false],
    ['areas', true],
  ])
  assert.match(before, /Fri text · med ståndpunkt/)
  assert.doesNotMatch(before, /pågående processer · med ståndpunkt/)
  assert.ok(after !== undefined && !takesStance(after))
})

test('a question that is taken out can be put back where it stood, as it was', async () => {
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, { bodyIds: [], questions: [deltar, hur, { text: 'Något mer?' }] })
  const [, second] = (await read(roundId)).questions
  const at = `/remisser/${roundId}/fragor/${second?.id}`

  await sender.officer.post(`${at}/ta-bort`)
  const without = await wordsOf(roundId)
  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const back = await sender.officer.post(`${at}/lagg-tillbaka`)

  assert.deepEqual(without, ['1 Deltar ni?', '2 Något mer?'])
  assert.match(page, /Borttagna frågor[^]*Hur\?[^]*Lägg tillbaka/)
  assert.equal(back.status, 303)
  assert.deepEqual((await read(roundId)).questions[1], second)
  assert.deepEqual(await wordsOf(roundId), ['1 Deltar ni?', '2 Hur?', '3 Något mer?'])
  assert.equal((await sender.officer.post(`${at}/lagg-tillbaka`)).status, 404)
})

test('what was taken out of a draft is gone when the round is sent', async () => {
  const sender = await aSender(world)
  const bodyIds = [await aBody(world.db, { kind: 'company' })]
  const roundId = await aDraft(world, sender, { bodyIds, questions: [deltar, { text: 'Något mer?' }] })
  const [, second] = (await read(roundId)).questions
  await sender.officer.post(`/remisser/${roundId}/fragor/${second?.id}/ta-bort`)

  const sent = await sender.officer.api(`/referrals/${roundId}/send`, {})

  assert.equal(sent.status, 200, await sent.clone().text())
  const kept = await world.db
    .selectFrom('referral.removed_questions')
    .select('id')
    .where('round_id', '=', roundId)
    .execute()
  assert.deepEqual(kept, [])
})

test('a new round begins from an earlier one: its questions with their conditions, its letter and its bodies', async () => {
  const company = await aBody(world.db, { kind: 'company' })
  const earlier = await aSentRound(world, [company], [deltar, { ...hur, isRequired: true }])
  const { officer, theCase } = earlier
  const page = await (await officer.get(`/remisser/ny?fran=${earlier.roundId}`)).text()

  const reply = await officer.post('/remisser/ny', { caseId: theCase.referenceNumber, fromRoundId: earlier.roundId })

  assert.match(page, new RegExp(`<option value="${earlier.roundId}" selected`))
  const roundId = reply.headers.get('location')?.split('/').at(-1) ?? ''
  const round = await read(roundId)
  assert.deepEqual(await wordsOf(roundId), ['1 Deltar ni?', '2 Hur?'])
  assert.equal(round.questions[1]?.isRequired, true)
  assert.deepEqual(round.coverLetter, (await read(earlier.roundId)).coverLetter)
  const asked = await asking(world, (ctx) => listRecipients(ctx, roundId))
  assert.deepEqual(
    asked.map(({ bodyId }) => bodyId),
    [company],
  )
})

test('questions are copied into a draft after those that are there, and a condition looks at the copy', async () => {
  const sender = await aSender(world)
  const from = await aConditionalDraft(sender)
  const roundId = await aDraft(world, sender, { bodyIds: [], questions: [{ text: 'Först?' }] })

  const reply = await sender.officer.post(`/remisser/${roundId}/kopiera`, { fromRoundId: from.roundId })

  assert.equal(reply.status, 303)
  assert.deepEqual(await wordsOf(roundId), ['1 Först?', '2 Deltar ni?', '3 Hur?'])
  const { questions } = await read(roundId)
  assert.deepEqual(questions[2]?.condition, { questionId: questions[1]?.id, is: 'yes' })
  assert.notEqual(questions[1]?.id, from.first)
})

test('another authority’s draft is not copied: it does not exist', async () => {
  const theirs = await aConditionalDraft(await aSender(world))
  const ours = await aSender(world)
  const roundId = await aDraft(world, ours, [])

  const reply = await ours.officer.api(`/referrals/${roundId}/copy`, { fromRoundId: theirs.roundId })

  assert.equal(reply.status, 404)
})

test('a decision has a button that begins a round with everything filled in, once', async () => {
  const sender = await aSender(world)
  const { officer, theCase, decisionId } = sender
  const tab = `/arenden/${theCase.referenceNumber}/beslut`
  const before = await (await officer.get(tab)).text()

  const reply = await officer.post(`/arenden/${theCase.referenceNumber}/remiss/ny`, { decisionId })

  assert.match(before, new RegExp(`name="decisionId" value="${decisionId}"[^]*Förbered remiss`))
  const round = await read(reply.headers.get('location')?.split('/').at(-1) ?? '')
  assert.equal(round.decisionId, decisionId)
  assert.equal(round.title, theCase.title)
  assert.deepEqual(
    round.documents.map(({ recordId }) => recordId),
    [sender.proposalId],
  )
  assert.doesNotMatch(await (await officer.get(tab)).text(), /Förbered remiss/)
  const visitor = await aVisitor(world)
  assert.doesNotMatch(await (await visitor.get(tab)).text(), /Förbered remiss/)
})

test('an assignment has the button too, for those who prepare referrals where it is kept', async () => {
  const { officer, board } = await aSender(world)
  const { assignmentId } = await answerOf(
    await officer.api('/assignments', {
      giverId: await aBody(world.db, { kind: 'council' }),
      decidedOn: '2023-06-01',
      title: 'Utred områdeslyftet',
      text: 'Utred och återkom.',
      leadId: board.bodyId,
    }),
    z.object({ assignmentId: z.string() }),
  )

  const page = await (await officer.get(`/uppdrag/${assignmentId}`)).text()
  const action = /action="(\/arenden\/[^"]+\/remiss\/ny)"/.exec(page)?.[1] ?? ''
  const reply = await officer.post(action)

  assert.equal(reply.status, 303)
  assert.equal((await read(reply.headers.get('location')?.split('/').at(-1) ?? '')).title, 'Utred områdeslyftet')
  assert.doesNotMatch(await (await officer.get(`/uppdrag/${assignmentId}`)).text(), /remiss\/ny/)
})
