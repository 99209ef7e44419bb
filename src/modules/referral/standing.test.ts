import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aDelegated, aDelegation, type TestDelegation } from '../delegation/fixtures.ts'
import { approveAsProgram } from '../drafting/fixtures.ts'
import { aDecision, aMeeting, anItem, textOfPdf } from '../meetings/fixtures.ts'
import { aColleague } from '../registry/fixtures.ts'
import { getCase, listLedger, listRecords } from '../registry/index.ts'
import {
  aBoardDecision,
  aDecidedAnswer,
  anAdjustment,
  anApprovedStatement,
  anAskedBoard,
  answerOf,
  aSentRound,
  days,
  decidedText,
  draftAnswer,
  type TestAsked,
} from './fixtures.ts'
import { decidedByOf, legalStanding, type Answered } from './model.ts'
import { findAnswer, findRecipient, listDraftAnswers } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')
const today = { today: '2023-12-01' }

const answered: Answered = {
  decidedBy: 'board',
  stance: 'support',
  decidedOn: '2023-11-21',
  paragraph: '214',
  reservations: null,
  isLate: false,
}
const stands = { bodyKind: 'board', answerBy: '2023-12-29', answer: answered, draftSentOn: null } as const
const standing = (answer: Partial<Answered>, bodyKind: 'board' | 'company' = 'board') =>
  legalStanding({ ...stands, bodyKind, answer: { ...answered, ...answer } }, today)

test('each way of deciding has its words: board, committee, chair, delegation, administration', () => {
  const words = (answer: Partial<Answered>) => standing(answer).words

  assert.equal(words({}), 'Nämndens beslut § 214, 2023-11-21')
  assert.equal(words({ decidedBy: 'committee' }), 'Arbetsutskottets beslut § 214, 2023-11-21')
  assert.equal(
    words({ decidedBy: 'chair', paragraph: 'D 2023:3', rule: '1.1' }),
    'Ordförandens brådskande beslut D 2023:3, punkt 1.1, 2023-11-21',
  )
  assert.equal(
    words({ decidedBy: 'delegation', paragraph: 'D 2023:14', rule: '2.1' }),
    'Beslut på delegation D 2023:14, punkt 2.1, 2023-11-21',
  )
  assert.equal(words({ decidedBy: 'administration', paragraph: null }), 'Förvaltningens svar, 2023-11-21')
})

test('I-20 to abstain is an answer of a board; a company that says no declines; silence is neither', () => {
  const silent = legalStanding({ ...stands, answer: null }, today)

  assert.deepEqual(
    [standing({ stance: 'abstain' }).code, standing({ stance: 'abstain' }, 'company').code],
    ['abstains', 'declines'],
  )
  assert.match(standing({ stance: 'abstain' }).words, /Avstår från yttrande: Nämndens beslut § 214/)
  assert.deepEqual([silent.code, silent.kind], ['silent', 'waiting'])
  assert.equal(legalStanding({ ...stands, answer: null }, { today: '2023-12-30' }).code, 'late')
})

test('I-24 I-25 a draft is no decision, and what is to be known of an answer is said beside it', () => {
  const draft = legalStanding({ ...stands, answer: null, draftSentOn: '2023-11-20' }, today)

  assert.deepEqual([draft.code, draft.words], ['draft', 'Utkast under politisk behandling, 2023-11-20'])
  assert.deepEqual(standing({ isLate: true, isAfterDecision: true, reservations: 'V' }).notes, [
    'efter avsändarens beslut',
    'efter sista svarsdag',
    'reservation följer med',
  ])
})

test('the board goes before one in its place, and the chair’s urgent decision is not one by delegation', () => {
  assert.equal(decidedByOf('board', { bodyKind: 'board' }, { isUrgent: true }), 'board')
  assert.equal(decidedByOf('board', null, { isUrgent: true }), 'chair')
  assert.equal(decidedByOf('administration', null, { isUrgent: false }), 'delegation')
})

const dispatch = ({ answerer, caseId }: TestAsked, more: object = {}) =>
  answerer.secretary.api(`/cases/${caseId}/referral-answer/dispatch`, more)

test('I-21 an answer after the sender’s decision is kept and registered, and said to have come after it', async () => {
  const all = await aDecidedAnswer(world, { adjustedOn: days.adjustedOn })
  const { round } = all
  world.now = new Date('2024-01-15T10:00:00+01:00')
  const meetingId = await aMeeting(world, round.board, { heldOn: '2024-01-15' })
  const itemId = await anItem(world, round.board, { meetingId, caseId: round.theCase.id })
  await aDecision(world, round.board, { itemId, points: ['Programmet antas.'] })
  world.now = new Date('2024-01-17T10:00:00+01:00')

  const reply = await dispatch(all)

  const recipient = await asking(world, (ctx) => findRecipient(ctx, all.caseId))
  const answer = await asking(world, (ctx) => findAnswer(ctx, recipient?.id ?? ''))
  const page = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  const history = await asking(world, (ctx) => listLedger(ctx, round.theCase.id))
  world.now = new Date('2023-10-03T09:00:00+02:00')
  assert.equal(reply.status, 200)
  assert.deepEqual([answer?.isLate, answer?.isAfterDecision], [true, true])
  assert.notEqual(answer?.statementRecordId, null)
  assert.match(page, /efter avsändarens beslut/i)
  assert.ok(
    history.some(({ event, facts }) => event === 'referral.answer-arrived' && facts['isAfterDecision'] === true),
  )
})

/** A board with a delegation scheme, asked, whose statement is approved. */
async function aDelegatingBoard(): Promise<TestAsked & { board: TestDelegation }> {
  const board = await aDelegation(world)
  const answerer = {
    board,
    officer: await as(world, board.officerId),
    secretary: await as(world, board.secretaryId),
    head: await as(world, await aColleague(world, board, 'head', 'Karin Ek')),
  }
  const round = await aSentRound(world, [board.bodyId])
  const [recipient] = round.recipients
  const caseId = recipient?.caseId ?? ''
  await anApprovedStatement(answerer, caseId)
  return { round, answerer, caseId, at: `/arenden/${recipient?.referenceNumber}/remiss`, board }
}

const answerIn = async ({ caseId }: TestAsked) => {
  const recipient = await asking(world, (ctx) => findRecipient(ctx, caseId))
  return asking(world, (ctx) => findAnswer(ctx, recipient?.id ?? ''))
}

test('I-23 A-87 what is decided by delegation leaves without adjustment, once somebody says it is the text that was decided', async () => {
  const all = await aDelegatingBoard()
  const before = await dispatch(all)
  const theCase = await asking(world, (ctx) => getCase(ctx, all.caseId))
  await aDelegated(world, all.board, { theCase, decidedOn: '2023-10-03' })

  const work = await (await all.answerer.secretary.get('/')).text()
  const silent = await dispatch(all)
  const assured = await dispatch(all, { isAsDecided: true })

  assert.deepEqual([before.status, silent.status, assured.status], [409, 422, 200])
  assert.match(work, /beslutat på delegation, D 2023:/)
  const answer = await answerIn(all)
  assert.equal(answer?.decidedBy, 'delegation')
  assert.match(answer?.paragraph ?? '', /^D 2023:\d+$/)
  assert.equal(answer?.rule, '3.1')
  assert.notEqual(answer?.extractRecordId, null)
  const page = await (await all.round.officer.get(`/remisser/${all.round.roundId}/svar/${answer?.recipientId}`)).text()
  assert.match(page, /Beslut på delegation D 2023:\d+, punkt 3\.1/)
})

test('I-23 what a board has only prepared hides no delegated decision from the work, and one that was corrected stands once', async () => {
  const all = await aDelegatingBoard()
  const theCase = await asking(world, (ctx) => getCase(ctx, all.caseId))
  await aBoardDecision(world, all.answerer, {
    caseId: all.caseId,
    heldOn: '2023-10-24',
    recordIds: [],
    outcome: 'tabled',
  })
  world.now = new Date('2023-10-25T09:00:00+02:00')
  const first = await aDelegated(world, all.board, { theCase, decidedOn: '2023-10-25' })
  const corrected = await all.answerer.officer.api(`/cases/${all.caseId}/delegated-decisions`, {
    ruleId: all.board.rule('3.1'),
    points: ['Yttrandet ändras.'],
    decidedOn: '2023-10-25',
    correctsId: first.decisionId,
  })

  const work = await (await all.answerer.secretary.get('/')).text()
  world.now = new Date('2023-10-03T09:00:00+02:00')

  assert.equal(corrected.status, 200, await corrected.clone().text())
  assert.deepEqual(work.match(/beslutat på delegation, D 2023:\d+/g), ['beslutat på delegation, D 2023:2'])
})

test('A-90 the chair’s urgent decision is the chair’s, and what is decided on another matter’s rule decides nothing here', async () => {
  const all = await aDelegatingBoard()
  const theCase = await asking(world, (ctx) => getCase(ctx, all.caseId))
  await aDelegated(world, all.board, { theCase, rule: '2.2', decidedOn: '2023-10-03' })
  const other = await dispatch(all, { isAsDecided: true })
  const chair = await as(world, all.board.chairId)
  const urgent = await chair.api(`/cases/${all.caseId}/urgent-decisions`, {
    ruleId: all.board.rule('1.1'),
    points: ['Yttrandet lämnas.'],
    whyUrgent: 'Nämnden sammanträder efter sista svarsdag.',
    decidedOn: '2023-10-03',
  })

  const reply = await dispatch(all, { isAsDecided: true })

  assert.deepEqual([other.status, urgent.status, reply.status], [409, 200, 200])
  assert.deepEqual([(await answerIn(all))?.decidedBy, (await answerIn(all))?.rule], ['chair', '1.1'])
})

const sendDraft = ({ answerer, caseId }: TestAsked) =>
  answerer.officer.api(`/cases/${caseId}/referral-answer/draft`, {})

test('I-24 a draft is registered on both sides with its label, shown as what it is, and not counted', async () => {
  const all = await anAskedBoard(world)
  const without = await sendDraft(all)
  await anApprovedStatement(all.answerer, all.caseId)

  const reply = await sendDraft(all)
  const again = await sendDraft(all)

  const { round, answerer, caseId } = all
  assert.deepEqual([without.status, reply.status, again.status], [409, 200, 409])
  const received = await asking(world, (ctx) => listRecords(ctx, round.theCase.id))
  const draft = received.find(({ title }) => title.startsWith('Utkast under politisk behandling från'))
  assert.deepEqual([draft?.direction, draft?.kind], ['in', 'statement'])
  const pdf = await textOfPdf(await world.files.read(draft?.files[0]?.sha256 ?? ''))
  assert.match(pdf, /Nämnden har inte beslutat/)
  const follow = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  assert.match(follow, /0 besvarade/)
  assert.match(follow, /utkast, ej beslutat/i)
  const tab = await (await answerer.officer.get(all.at)).text()
  assert.match(tab, /Utkast skickat/)
  const own = await asking(world, (ctx) => listRecords(ctx, caseId))
  assert.ok(own.some(({ direction, title }) => direction === 'out' && title.startsWith('Utkast under politisk')))
})

test('I-24 the decided answer replaces the draft, which stays in the record with its label', async () => {
  const all = await anAskedBoard(world)
  const { round, answerer, caseId } = all
  const recordId = await anApprovedStatement(answerer, caseId)
  await sendDraft(all)
  const recipient = await asking(world, (ctx) => findRecipient(ctx, caseId))
  const at = `/remisser/${round.roundId}/svar/${recipient?.id}`
  const before = await (await round.officer.get(at)).text()
  const matrix = await (await round.officer.get(`/remisser/${round.roundId}/sammanstallning`)).text()
  const register = await round.officer.api(`/referrals/${round.roundId}/compilation`, {})

  const decision = await aBoardDecision(world, answerer, { caseId, heldOn: days.heldOn, recordIds: [recordId] })
  await anAdjustment(world, answerer, { ...decision, on: days.adjustedOn })
  const late = await sendDraft(all)
  await dispatch(all)

  const after = await (await round.officer.get(at)).text()
  const whole = await (await round.officer.get(`/remisser/${round.roundId}/sammanstallning`)).text()
  const drafts = await asking(world, (ctx) => listDraftAnswers(ctx, { recipientId: recipient?.id ?? '' }))
  world.now = new Date('2023-10-03T09:00:00+02:00')
  assert.match(before, /Detta är ett utkast under politisk behandling/)
  assert.ok(before.includes(decidedText.slice(0, 40)))
  assert.match(matrix, /Utkast, ej beslutat/)
  assert.match(matrix, /1 tillfrågade, 0 besvarade/)
  assert.equal(register.status, 409, 'a draft alone is nothing to compile')
  assert.equal(late.status, 409)
  assert.doesNotMatch(after, /Detta är ett utkast/)
  assert.match(after, /Tidigare utkast/)
  assert.doesNotMatch(whole, /Utkast, ej beslutat/)
  assert.equal(drafts.length, 1)
})

test('I-24 a draft where only a typed value has changed is another draft', async () => {
  const all = await anAskedBoard(world)
  const { answerer, caseId } = all
  await anApprovedStatement(answerer, caseId)
  await answerOf(await sendDraft(all), z.object({ draftAnswerId: z.string() }))
  await answerOf(await answerer.officer.api(`/cases/${caseId}/revise/statement`, {}), z.unknown())
  const draft = await answerOf(await answerer.officer.api(`/cases/${caseId}/statement`), draftAnswer)
  const { answers, ...content } = z.looseObject({ answers: z.array(z.looseObject({})) }).parse(draft.content)
  const processes = [{ name: 'Öppna skolgårdar', lead: 'SN', where: 'Lindängen' }]
  const changed = answers.map((one, index) => (index === 0 ? { ...one, processes } : one))
  await answerOf(
    await answerer.officer.api(`/drafts/${draft.draftId}/statement`, {
      ...content,
      version: draft.version,
      answers: changed,
    }),
    z.unknown(),
  )
  const { submissionId } = await answerOf(
    await answerer.officer.api(`/cases/${caseId}/submit`, { approvers: [answerer.head.personId] }),
    z.object({ submissionId: z.string() }),
  )
  await answerOf(await approveAsProgram(answerer.head, submissionId), z.unknown())

  const [reply, again] = [await sendDraft(all), await sendDraft(all)]

  assert.deepEqual([reply.status, again.status], [200, 409])
})

test('I-24 only the body’s own people send its draft', async () => {
  const all = await anAskedBoard(world)
  await anApprovedStatement(all.answerer, all.caseId)
  const other = await as(world, all.round.board.officerId)

  const reply = await other.api(`/cases/${all.caseId}/referral-answer/draft`, {})

  assert.equal(reply.status, 403)
  await answerOf(await sendDraft(all), z.object({ draftAnswerId: z.string() }))
})
