import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, asking, worldOf, type Knocking } from '../../../test/support.ts'
import { aMeeting, textOfPdf } from '../meetings/fixtures.ts'
import { aBody, aPerson } from '../organisation/fixtures.ts'
import { getCase, listLedger, listRecords } from '../registry/index.ts'
import {
  aBoardDecision,
  anAdjustment,
  anApprovedStatement,
  anAskedBoard,
  answerOf,
  aSentRound,
  type TestAsked,
} from './fixtures.ts'
import { faultOfUntil, faultOfWanted } from './model.ts'
import { findAnswer, findRecipient, listExtensions } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const asked = z.object({ extensionId: z.string() })
const want = { wantedOn: '2024-01-19', reason: 'Nämnden sammanträder först den 16 januari.' }
const grant = { outcome: 'granted', until: '2024-01-12', ground: 'Beredningen hinner vänta till den dagen.' }

const request = async ({ answerer, caseId }: TestAsked): Promise<string> => {
  const reply = await answerer.officer.api(`/cases/${caseId}/referral-answer/more-time`, want)
  return (await answerOf(reply, asked)).extensionId
}
const decide = ({ round }: TestAsked, extensionId: string, how: object = grant) =>
  round.officer.api(`/referrals/${round.roundId}/extensions/${extensionId}/decide`, how)
const recipientOf = ({ caseId }: TestAsked) => asking(world, (ctx) => findRecipient(ctx, caseId))
const recordsIn = async (caseId: string, about: RegExp) => {
  const records = await asking(world, (ctx) => listRecords(ctx, caseId))
  return records.filter(({ title }) => about.test(title)).map(({ direction, kind, party }) => [direction, kind, party])
}

test('I-17 I-32 the request, the decision and the new day are registered at both, and the day is then the body’s own', async () => {
  const all = await anAskedBoard(world)
  const { round, answerer, caseId } = all
  const issuerCase = round.theCase.id

  const extensionId = await request(all)
  const reply = await decide(all, extensionId)

  assert.equal(reply.status, 200)
  const own = await recordsIn(caseId, /svarstid/)
  const senders = await recordsIn(issuerCase, /svarstid/)
  assert.deepEqual(
    own.map(([direction, kind]) => [direction, kind]),
    [
      ['out', 'letter'],
      ['in', 'decision'],
    ],
  )
  assert.deepEqual(
    senders.map(([direction, kind]) => [direction, kind]),
    [
      ['in', 'letter'],
      ['out', 'decision'],
    ],
  )
  const theCase = await asking(world, (ctx) => getCase(ctx, caseId))
  assert.equal(theCase.dueOn, '2024-01-12')
  assert.match(theCase.dueSource ?? '', /förlängd av .* 2023-10-03/)
  const recipient = await recipientOf(all)
  assert.deepEqual([recipient?.answerBy, recipient?.isExtended], ['2024-01-12', true])
  for (const id of [caseId, issuerCase]) {
    const events = (await asking(world, (ctx) => listLedger(ctx, id))).map(({ event }) => event)
    assert.ok(events.includes('referral.extension-asked') && events.includes('referral.extension-decided'))
  }
  const tab = await (await answerer.officer.get(all.at)).text()
  assert.match(tab, /12 jan 2024/)
})

test('I-32 the papers say what was asked and decided, and why', async () => {
  const all = await anAskedBoard(world)
  await decide(all, await request(all))

  const records = await asking(world, (ctx) => listRecords(ctx, all.round.theCase.id))
  const pdfs = records.filter(({ title }) => /svarstid/.test(title)).map(({ files }) => files[0]?.sha256 ?? '')

  const [asks, decides] = await Promise.all(pdfs.map(async (hash) => textOfPdf(await world.files.read(hash))))
  assert.match(asks ?? '', /2024-01-19/)
  assert.match(asks ?? '', /sammanträder först/)
  assert.match(decides ?? '', /Sista svarsdag ändras till 2024-01-12/)
  assert.match(decides ?? '', /Tidigare sista svarsdag var 2023-12-29/)
})

test('I-32 a refusal leaves the day as it was and is registered all the same; undoing it is a new decision', async () => {
  const all = await anAskedBoard(world)
  const extensionId = await request(all)

  const refused = await decide(all, extensionId, { outcome: 'refused', ground: 'Beslutet kan inte vänta.' })
  const again = await decide(all, extensionId)
  const { id } = (await recipientOf(all)) ?? { id: '' }
  world.now = new Date('2023-10-04T09:00:00+02:00')
  const given = await all.round.officer.api(`/referrals/${all.round.roundId}/extensions`, {
    recipientIds: [id],
    until: '2024-01-05',
    ground: 'Beredningen flyttas.',
  })

  world.now = new Date('2023-10-03T09:00:00+02:00')
  assert.deepEqual([refused.status, again.status, given.status], [200, 409, 200])
  const extensions = await asking(world, (ctx) => listExtensions(ctx, { recipientId: id }))
  assert.deepEqual(
    extensions.map(({ state, until, before }) => [state, until, before]),
    [
      ['refused', null, '2023-12-29'],
      ['granted', '2024-01-05', '2023-12-29'],
    ],
  )
  assert.equal((await recordsIn(all.caseId, /svarstid/)).length, 3)
  assert.equal((await asking(world, (ctx) => getCase(ctx, all.caseId))).dueOn, '2024-01-05')
})

test('I-32 an answer within the body’s own time is not late, though the round’s day has passed', async () => {
  const all = await anAskedBoard(world)
  await decide(all, await request(all))
  const recordId = await anApprovedStatement(all.answerer, all.caseId)
  const decision = await aBoardDecision(world, all.answerer, {
    caseId: all.caseId,
    heldOn: '2023-12-19',
    recordIds: [recordId],
  })
  await anAdjustment(world, all.answerer, { ...decision, on: '2024-01-02' })
  world.now = new Date('2024-01-10T09:00:00+01:00')

  const before = await (await all.round.officer.get('/')).text()
  const late = await (await all.round.officer.get(`/remisser/${all.round.roundId}?visa=late`)).text()
  const sent = await all.answerer.secretary.api(`/cases/${all.caseId}/referral-answer/dispatch`, {})

  world.now = new Date('2023-10-03T09:00:00+02:00')
  assert.equal(sent.status, 200)
  assert.match(before, /1 av 1 har inte svarat/)
  assert.match(late, /Ingen instans här/)
  const { id } = (await recipientOf(all)) ?? { id: '' }
  assert.equal((await asking(world, (ctx) => findAnswer(ctx, id)))?.isLate, false)
})

test('I-32 what a body outside has asked on the telephone is written down by the sender, and decided as any other', async () => {
  const company = await aBody(world.db, { kind: 'company', name: 'Bostadsbolaget Exempel AB' })
  const round = await aSentRound(world, [company])
  const [recipient] = round.recipients
  const at = `/remisser/${round.roundId}`
  const fields = { recipientId: recipient?.recipientId ?? '', ...want, channel: 'phone', askedOn: '' }

  const wrong = await round.officer.post(`${at}/begaran`, { ...fields, wantedOn: '2023-12-01' })
  const entered = await round.officer.post(`${at}/begaran`, fields)
  const [waiting] = await asking(world, (ctx) => listExtensions(ctx, { roundId: round.roundId }))
  const page = await (await round.officer.get(at)).text()
  const decided = await round.officer.post(`${at}/svarstid/${waiting?.id}`, grant)

  assert.deepEqual([wrong.status, entered.status, decided.status], [422, 303, 303])
  assert.match(await wrong.text(), /inte senare än sista svarsdag/)
  assert.match(page, /begär svarstid till fre 19 jan 2024/)
  const own = await recordsIn(round.theCase.id, /svarstid/)
  assert.deepEqual(
    own.map(([direction, , party]) => [direction, party]),
    [
      ['in', 'Bostadsbolaget Exempel AB'],
      ['out', 'Bostadsbolaget Exempel AB'],
    ],
  )
})

test('I-22 the plan whose board is too late offers more time in one press, and says when it is asked for', async () => {
  const all = await anAskedBoard(world)
  await aMeeting(world, all.answerer.board, { heldOn: '2024-01-16' })
  const plan = all.at.replace('remiss', 'beslutsplan')

  const offer = await (await all.answerer.officer.get(plan)).text()
  const tab = await (await all.answerer.officer.get(all.at)).text()
  await request(all)

  const again = await all.answerer.officer.post(`${all.at}/svarstid`, want)
  const after = await (await all.answerer.officer.get(all.at)).text()
  const awaited = await (await all.answerer.officer.get(plan)).text()
  const work = await (await all.round.officer.get('/')).text()

  assert.match(offer, /href="[^"]*remiss#svarstid"[^>]*>\s*(<[^>]+>)*\s*Begär förlängd svarstid/)
  assert.match(awaited, /19 jan 2024 är begärd/)
  assert.match(tab, /Begär förlängd svarstid/)
  assert.equal(again.status, 409)
  assert.match(after, /Besked väntas/)
  assert.match(work, /Besluta om svarstid/)
})

test('I-32 a request waits for nobody once the body has answered, or the round is closed', async () => {
  const waitsFor = async (officer: Knocking) =>
    /Bes(luta|ked) om svarstid/.exec(await (await officer.get('/')).text())?.[0]
  const own = async () => {
    const all = await anAskedBoard(world)
    const officer = { officer_id: all.answerer.board.officerId }
    await world.db.updateTable('registry.cases').set(officer).where('id', '=', all.caseId).execute()
    return all
  }
  const [answered, closed] = [await own(), await own()]
  await request(answered)
  const waits = [await waitsFor(answered.round.officer), await waitsFor(answered.answerer.officer)]
  const recordId = await anApprovedStatement(answered.answerer, answered.caseId)
  const { caseId } = answered
  const decision = await aBoardDecision(world, answered.answerer, {
    caseId,
    heldOn: '2023-12-19',
    recordIds: [recordId],
  })
  await anAdjustment(world, answered.answerer, { ...decision, on: '2023-12-22' })
  await answered.answerer.secretary.api(`/cases/${caseId}/referral-answer/dispatch`, {})
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const extensionId = await request(closed)
  const reply = await closed.round.officer.api(`/referrals/${closed.round.roundId}/close`, {})
  const decided = await decide(closed, extensionId)

  assert.deepEqual(waits, ['Besluta om svarstid', 'Besked om svarstid'])
  assert.deepEqual([reply.status, decided.status], [200, 409])
  for (const { round, answerer } of [answered, closed]) {
    assert.deepEqual([await waitsFor(round.officer), await waitsFor(answerer.officer)], [undefined, undefined])
    const page = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
    assert.match(page, /Behöver inget beslut/)
    assert.doesNotMatch(page, /Bifall, ny sista svarsdag/)
  }
})

test('nobody asks for another body, and nobody decides for the sender', async () => {
  const all = await anAskedBoard(world)
  const visitor = await as(world, await aPerson(world.db))

  const asks = await visitor.api(`/cases/${all.caseId}/referral-answer/more-time`, want)
  const extensionId = await request(all)
  const decides = await all.answerer.officer.api(
    `/referrals/${all.round.roundId}/extensions/${extensionId}/decide`,
    grant,
  )

  assert.deepEqual([asks.status, decides.status], [403, 403])
})

test('a day that has been, or is no later than the one that holds, is no more time', () => {
  const days = { answerBy: '2023-12-29', today: '2023-10-03' }

  assert.equal(faultOfWanted('2024-01-19', days), undefined)
  assert.match(faultOfWanted('2023-12-29', days) ?? '', /inte senare/)
  assert.match(faultOfWanted('2023-10-03', days) ?? '', /kommande dag/)
  assert.equal(faultOfUntil('2023-12-01', days), undefined)
  assert.match(faultOfUntil('2023-12-29', days) ?? '', /redan sista svarsdag/)
})
