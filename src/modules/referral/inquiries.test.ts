import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aBody, aPerson } from '../organisation/fixtures.ts'
import { getCase, listLedger } from '../registry/index.ts'
import { anAnswerer, answerOf, aSentRound, type TestAnswerer, type TestSent } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')
const question = { words: 'Gäller förslaget även gymnasieskolan?' }
const answer = { answer: 'Ja, hela utbildningsområdet.' }

type Two = {
  readonly round: TestSent
  readonly asker: TestAnswerer
  readonly other: TestAnswerer
  readonly cases: string[]
}

/** Two boards that were asked; the first case is the asker's. */
async function twoAsked(): Promise<Two> {
  const [asker, other] = [await anAnswerer(world), await anAnswerer(world)]
  const round = await aSentRound(world, [asker.board.bodyId, other.board.bodyId])
  const ids = round.recipients.flatMap(({ caseId }) => caseId ?? [])
  const own: string[] = []
  for (const id of ids)
    if ((await asking(world, (ctx) => getCase(ctx, id))).authorityId === asker.board.authorityId) own.push(id)
  return { round, asker, other, cases: [...own, ...ids.filter((id) => !own.includes(id))] }
}

const ask = ({ asker, cases: [own] }: Two, more: object = {}) =>
  asker.officer.api(`/cases/${own}/referral-answer/inquiries`, { ...question, ...more })
const tabOf = async (caseId: string | undefined, { officer }: TestAnswerer) =>
  (
    await officer.get(`/arenden/${(await asking(world, (ctx) => getCase(ctx, caseId ?? ''))).referenceNumber}/remiss`)
  ).text()
/** What stands under the head of questions and answers; the tab also names those one may answer together with. */
const saidIn = (tab: string) => tab.slice(tab.indexOf('id="fragor-och-svar"'))
const replyTo = ({ round }: Two, inquiryId: string, by = round.officer) =>
  by.api(`/referrals/${round.roundId}/inquiries/${inquiryId}/reply`, answer)
const made = z.object({ inquiryId: z.string() })

test('a question is answered once, and question and answer stand with everyone who was asked', async () => {
  const two = await twoAsked()
  const { inquiryId } = await answerOf(await ask(two), made)
  const work = await (await two.round.officer.get('/')).text()
  const first = await replyTo(two, inquiryId)
  const again = await replyTo(two, inquiryId)

  assert.deepEqual([first.status, again.status], [200, 409])
  assert.match(work, /Fråga om remissen/)
  for (const [index, board] of [two.asker, two.other].entries()) {
    const tab = await tabOf(two.cases[index], board)
    assert.match(tab, /Gäller förslaget även gymnasieskolan/)
    assert.match(tab, /Ja, hela utbildningsområdet/)
    const events = (await asking(world, (ctx) => listLedger(ctx, two.cases[index] ?? ''))).map(({ event }) => event)
    assert.ok(events.includes('referral.replied'))
  }
})

test('who asked is known to the sender, and to the others only if the asker wants', async () => {
  const two = await twoAsked()
  await ask(two)
  const name = two.asker.board.name

  const hidden = saidIn(await tabOf(two.cases[1], two.other))
  const senders = await (await two.round.officer.get(`/remisser/${two.round.roundId}#fragor-och-svar`)).text()
  await ask(two, { words: 'En fråga till?', namesAsker: true })
  const named = saidIn(await tabOf(two.cases[1], two.other))

  const history = (await asking(world, (ctx) => listLedger(ctx, two.round.theCase.id))).filter(
    ({ event }) => event === 'referral.inquired',
  )
  assert.equal(history[0]?.actor, 'En instans')
  assert.notEqual(history[1]?.actor, 'En instans')
  assert.match(hidden, /En instans/)
  assert.doesNotMatch(hidden, new RegExp(name, 'i'))
  assert.match(senders, new RegExp(name, 'i'))
  assert.match(named, new RegExp(name, 'i'))
})

test('an empty question comes back with its reason; strangers neither ask nor answer', async () => {
  const two = await twoAsked()
  const visitor = await as(world, await aPerson(world.db))
  const { inquiryId } = await answerOf(await ask(two), made)

  const empty = await ask(two, { words: ' ' })
  const stranger = await visitor.api(`/cases/${two.cases[0]}/referral-answer/inquiries`, question)
  const wrong = await replyTo(two, inquiryId, two.asker.officer)

  assert.deepEqual([empty.status, stranger.status, wrong.status], [422, 403, 403])
})

test('I-06 what a body outside has asked on the telephone is written down by the sender, and answered as any other', async () => {
  const company = await aBody(world.db, { kind: 'company', name: 'Ringande Bolaget AB' })
  const board = await anAnswerer(world)
  const round = await aSentRound(world, [company, board.board.bodyId])
  const [outside, inside] = [null, board].map((one) =>
    round.recipients.find(({ caseId }) => (caseId === null) === (one === null)),
  )
  const at = `/remisser/${round.roundId}/fragor-och-svar`
  const fields = { recipientId: outside?.recipientId ?? '', ...question, channel: 'phone', askedOn: '' }

  const early = await round.officer.post(at, { ...fields, askedOn: '2023-11-01' })
  const wrong = await round.officer.post(at, { ...fields, recipientId: inside?.recipientId ?? '' })
  const stranger = await board.officer.post(at, fields)
  const entered = await round.officer.post(at, { ...fields, askedOn: '2023-10-02' })
  const senders = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  const others = saidIn(await tabOf(inside?.caseId ?? '', board))
  const { inquiryId } = await answerOf(await round.officer.api(`/referrals/${round.roundId}/inquiries`, fields), made)
  const reply = await round.officer.api(`/referrals/${round.roundId}/inquiries/${inquiryId}/reply`, answer)

  assert.deepEqual(
    [early.status, wrong.status, stranger.status, entered.status, reply.status],
    [422, 409, 403, 303, 200],
  )
  assert.match(await early.text(), /Dagen har inte varit än[^]*Gäller förslaget även gymnasieskolan/)
  assert.match(await wrong.text(), /i sitt eget ärende/)
  assert.match(senders, /Ringande Bolaget AB, mån 2 okt 2023, på telefon/)
  assert.doesNotMatch(others, /Ringande/)
  assert.match(others, /En instans/)
  const events = await asking(world, (ctx) => listLedger(ctx, round.theCase.id))
  const told = events.filter(({ event }) => event === 'referral.inquired')
  assert.equal(told.length, 2)
  assert.doesNotMatch(JSON.stringify(told), /Ringande/)
})
