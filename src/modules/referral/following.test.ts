import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { as, asking, worldOf } from '../../../test/support.ts'
import { openBell } from '../../kernel/bell.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { aBody, aPerson } from '../organisation/fixtures.ts'
import { getRecord } from '../registry/index.ts'
import {
  aDecidedAnswer,
  anAnswerer,
  anApprovedStatement,
  anAskedBoard,
  answerOf,
  aSentRound,
  days,
  type TestSent,
} from './fixtures.ts'
import { decidedByOf, tallyOf, type Recipient } from './model.ts'
import { findAnswer, listAnswers } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const answersTo = (round: TestSent) => asking(world, (ctx) => listAnswers(ctx, round.roundId))

test('I-08 an administration answers with what its head approved, without a decision', async () => {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const answerer = await anAnswerer(world)
  const office = await aBody(world.db, { kind: 'administration', authorityId: answerer.board.authorityId })
  const round = await aSentRound(world, [office])
  const caseId = round.recipients[0]?.caseId ?? ''
  await anApprovedStatement(answerer, caseId)

  const reply = await answerer.officer.api(`/cases/${caseId}/referral-answer/dispatch`, {})

  const [answer] = await answersTo(round)
  assert.equal(reply.status, 200)
  assert.deepEqual([answer?.decidedBy, answer?.paragraph, answer?.extractRecordId], ['administration', null, null])
  assert.equal(decidedByOf('board', null), 'delegation')
})

test('a body outside answers through the sender: registered as received, against the questions, once', async () => {
  world.now = new Date('2023-11-21T09:00:00+01:00')
  const company = await aBody(world.db, { kind: 'company', name: 'Bostadsbolaget Exempel AB' })
  const round = await aSentRound(world, [company])
  const [recipient] = round.recipients
  const { questions } = await answerOf(
    await round.officer.api(`/referrals/${round.roundId}`),
    z.object({ questions: z.array(z.object({ id: z.string() })) }),
  )
  const path = `/remisser/${round.roundId}/svar/${recipient?.recipientId}`
  const fields = {
    stance: 'support',
    decidedBy: 'company',
    decidedOn: '2023-11-20',
    'answers.0.questionId': questions[1]?.id ?? '',
    'answers.0.text': 'Bolaget kan samordna.',
    outside: '',
  }

  const form = await (await round.officer.get(path)).text()
  const empty = await round.officer.post(path, { stance: 'none', decidedBy: 'company' })
  const reply = await round.officer.post(path, fields)
  const again = await round.officer.post(path, fields)

  assert.match(form, /svarar utanför systemet/)
  assert.deepEqual([empty.status, reply.status, again.status], [422, 303, 409])
  const answer = await asking(world, (ctx) => findAnswer(ctx, recipient?.recipientId ?? ''))
  assert.deepEqual(
    answer?.parts.map(({ plain }) => plain),
    ['Bolaget kan samordna.'],
  )
  const record = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  assert.deepEqual([record.direction, record.kind, record.party], ['in', 'statement', 'Bostadsbolaget Exempel AB'])
  const pdf = await textOfPdf(await world.files.read(record.files[0]?.sha256 ?? ''))
  assert.match(pdf, /Bolaget kan samordna\./)
})

test('the start page tells the sender who is missing, the board what to answer and when to dispatch; the row has § and days', async () => {
  const { round, answerer } = await aDecidedAnswer(world, { adjustedOn: days.adjustedOn })
  const visitor = await as(world, await aPerson(world.db))

  const senders = await (await round.officer.get('/')).text()
  const boards = await (await answerer.secretary.get('/')).text()

  const at = `/remisser/${round.roundId}`
  const row = await (await round.officer.get(at)).text()
  const csv = await (await round.officer.get(`${at}/uppfoljning.csv`)).text()

  assert.match(row, /kommit in 3\u00a0okt · §\u00a0\d+, 19\u00a0dec · justerat 22\u00a0dec</)
  assert.match(
    csv,
    /;"Kom in";"Paragraf";"Beslutat";"Justerat"\r\n[^\r]*;"2023-10-03";"§ \d+";"2023-12-19";"2023-12-22"\r\n/,
  )
  assert.match(senders, /1 av 1 har inte svarat/)
  assert.match(boards, /Svar att expediera/)
  assert.doesNotMatch(await (await visitor.get('/')).text(), /Svar att expediera/)
})

test('what happens in the case of one who was asked rings for those who follow the round', async () => {
  const { round, answerer, caseId } = await anAskedBoard(world)
  let rings = 0
  const bell = openBell(world.db)
  bell.hear(`referral.${round.roundId}`, () => (rings += 1))
  for (let tries = 0; tries < 100 && rings === 0; tries++) await pause(50)
  const before = rings

  await anApprovedStatement(answerer, caseId)

  for (let tries = 0; tries < 100 && rings === before; tries++) await pause(50)
  assert.ok(rings > before)
  await bell.close()
})

test('the follow-up can be taken to a spreadsheet, and no name runs as a formula there', async () => {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const round = await aSentRound(world, [await aBody(world.db, { kind: 'external', name: '=HYPERLINK("x")' })])

  const reply = await round.officer.get(`/remisser/${round.roundId}/uppfoljning.csv`)

  const csv = await reply.text()
  assert.match(csv, /"Instans";"Ärende";"Läge"/)
  assert.match(csv, /"'=HYPERLINK\(""x""\)"/)
})

test('the list shows what was sent to us and by us, each on its own', async () => {
  const { round, answerer } = await anAskedBoard(world)

  const to = await (await answerer.officer.get('/remisser?visa=to')).text()
  const by = await (await round.officer.get('/remisser?visa=by')).text()
  const none = await (await answerer.officer.get('/remisser?visa=by')).text()

  assert.ok(to.includes(round.roundId) && by.includes(round.roundId))
  assert.match(none, /Inga remisser här/)
})

const onTime = {
  decidedOn: null,
  paragraph: null,
  rule: null,
  reservations: null,
  isLate: false,
  isAfterDecision: false,
}

test('each body is counted once, as answered, under way, unopened, outside or not asked yet', () => {
  const one = (stage: Recipient['stage'], answered = false): Recipient => ({
    id: stage,
    roundId: 'r',
    bodyId: 'b',
    bodyName: 'nämnden',
    bodyKind: 'board',
    kind: 'board',
    isMandatory: true,
    isOfAuditors: false,
    authorityId: stage === 'outside' ? null : 'a',
    jointWith: null,
    jointName: null,
    caseId: 'c',
    referenceNumber: 'SN-2023-1',
    outRecordId: null,
    turn: 1,
    askedAt: new Date(),
    isCaseClosed: false,
    inRecordId: null,
    stage,
    officerName: null,
    boardOn: null,
    paragraph: null,
    decidedOn: null,
    ...{ adjustedOn: null, expectedOn: null, answerBy: '2023-12-29', isExtended: false, draftSentAt: null },
    answer: answered
      ? { isMarked: false, id: 's', stance: 'abstain', decidedBy: 'board', arrivedAt: new Date(0), ...onTime }
      : null,
  })

  const tally = tallyOf([one('answered', true), one('drafting'), one('received'), one('outside'), one('in_turn')], {
    today: '2023-11-01',
  })

  assert.deepEqual(tally, {
    asked: 4,
    inTurn: 1,
    answered: 1,
    underWay: 1,
    unopened: 1,
    awaited: 1,
    outside: 1,
    abstained: 1,
    behind: 0,
    owing: 0,
  })
})
