import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, collide, worldOf } from '../../../test/support.ts'
import { contentHash, fromText } from '../../kernel/rich-text.ts'
import { findApproved, findDraft } from '../drafting/index.ts'
import { approveAsProgram } from '../drafting/fixtures.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { getRecord, listLedger, listRecords } from '../registry/index.ts'
import {
  aBoardDecision,
  aDecidedAnswer,
  anAdjustment,
  anAskedBoard,
  anApprovedStatement,
  answerOf,
  days,
  decidedText,
  type TestSent,
} from './fixtures.ts'
import { isLate } from './model.ts'
import { listAnswers, listRecipients } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const answersTo = (round: TestSent) => asking(world, (ctx) => listAnswers(ctx, round.roundId))
const recordsOf = (caseId: string) => asking(world, (ctx) => listRecords(ctx, caseId))
const eventsOf = async (caseId: string) =>
  (await asking(world, (ctx) => listLedger(ctx, caseId))).map(({ event }) => event)

test('beginning gives a statement with every question and a memo that can be understood alone', async () => {
  const { round, answerer, caseId, at } = await anAskedBoard(world)

  const reply = await answerer.officer.post(`${at}/paborja`)

  const statement = await asking(world, (ctx) => findDraft(ctx, caseId, 'statement'))
  const memo = await asking(world, (ctx) => findDraft(ctx, caseId, 'memo'))
  assert.equal(reply.status, 303)
  assert.deepEqual(
    statement?.content.answers.map(({ number, kind, question }) => ({ number, kind, question })),
    [
      { number: 1, kind: 'processes', question: 'Vad pågår redan?' },
      { number: 2, kind: 'text', question: 'Vad säger ni om samordningen?' },
    ],
  )
  assert.match(memo?.content.proposals[0] ?? '', /över remissen ”Ett långsiktigt områdeslyft”/)
  assert.ok(memo?.content.proposals[0]?.includes(round.theCase.referenceNumber))
  assert.match(memo?.content.basis.join('\n') ?? '', /^Tjänsteskrivelse[^]*2023-10-02 § 1[^]*Hållbar lokal utveckling/)
  assert.deepEqual(
    memo?.content.responsible.map(({ name }) => name),
    ['Karin Ek'],
  )
  assert.equal((await answerer.officer.post(`${at}/paborja`)).status, 409)
})

test('I-15 the memo and the statement are papers of their own, and the board is asked to send what stands in the statement', async () => {
  const { round, answerer, caseId } = await anAskedBoard(world)
  await anApprovedStatement(answerer, caseId)

  const papers = (await recordsOf(caseId)).filter(({ direction }) => direction === 'internal')
  const wordsOf = async (kind: string) => {
    const file = papers.find((record) => record.kind === kind)?.files.find(({ name }) => name.endsWith('.pdf'))
    return textOfPdf(await world.files.read(file?.sha256 ?? ''))
  }
  const [memo, statement] = [await wordsOf('memo'), await wordsOf('statement')]

  assert.deepEqual(papers.map(({ kind }) => kind).toSorted(), ['memo', 'statement'])
  assert.match(memo, /^.*Tjänsteskrivelse/)
  assert.match(memo, /godkänner förslaget till yttrande över remissen ”Ett långsiktigt områdeslyft”[^]*som sitt svar\./)
  assert.match(memo, /Beslutsunderlag[^]*Förslag till yttrande över remissen/)
  assert.match(statement, /samordningen bör ligga nära invånarna/)
  assert.doesNotMatch(memo, /samordningen bör ligga nära invånarna/)
  assert.doesNotMatch(statement, /Beslutsunderlag|Förslag till beslut/)
  assert.ok(memo.includes(round.theCase.referenceNumber))
})

test('the sender follows the way of a body without a word of what it is writing (TF 2:12)', async () => {
  const { round, answerer, caseId } = await anAskedBoard(world)
  const stage = async () => (await asking(world, (ctx) => listRecipients(ctx, round.roundId)))[0]?.stage

  assert.equal(await stage(), 'received')
  const recordId = await anApprovedStatement(answerer, caseId)
  assert.equal(await stage(), 'approved')
  const decision = await aBoardDecision(world, answerer, { caseId, heldOn: days.heldOn, recordIds: [recordId] })
  assert.equal(await stage(), 'decided')
  await anAdjustment(world, answerer, { ...decision, on: days.adjustedOn })
  assert.equal(await stage(), 'adjusted')

  const page = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  assert.match(page, /1 tillfrågad · 0 besvarade · 1 på väg/)
  assert.doesNotMatch(page, /samordningen bör ligga nära/)
})

test('I-23 an answer does not leave before the paragraph is adjusted, and the page says why', async () => {
  const { round, answerer, at } = await aDecidedAnswer(world)

  const page = await (await answerer.secretary.get(at)).text()
  const reply = await answerer.secretary.post(`${at}/expediera`)

  assert.match(page, /Protokollet med § 1 är inte justerat/)
  assert.doesNotMatch(page, /action="[^"]*expediera"/)
  assert.equal(reply.status, 409)
  assert.deepEqual(await answersTo(round), [])
})

test('I-28 B-15 the cell is the decided text: the same hash, and word for word in the statement that was received', async () => {
  const { round, answerer, caseId, at } = await aDecidedAnswer(world, { adjustedOn: days.adjustedOn })

  const reply = await answerer.secretary.post(`${at}/expediera`)

  assert.equal(reply.status, 303)
  const [answer] = await answersTo(round)
  const approved = await asking(world, (ctx) => findApproved(ctx, caseId, 'statement'))
  const part = answer?.parts[1]
  assert.equal(part?.sha256, contentHash(fromText(decidedText)))
  assert.deepEqual(part?.text, approved?.content.answers[1]?.text)
  const received = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  const pdf = await textOfPdf(await world.files.read(received.files[0]?.sha256 ?? ''))
  for (const { plain } of answer?.parts ?? [])
    for (const line of plain
      .split('\n')
      .map((one) => one.replace(/^- /, ''))
      .filter((one) => one !== ''))
      assert.ok(pdf.includes(line), line)
  const out = (await recordsOf(caseId)).filter(({ direction }) => direction === 'out')
  assert.deepEqual(
    out.map(({ kind }) => kind),
    ['statement', 'extract'],
  )
  assert.equal(received.originRecordId, out[0]?.id)
  assert.deepEqual(
    (await recordsOf(round.theCase.id)).slice(-2).map(({ direction, kind }) => [direction, kind]),
    [
      ['in', 'statement'],
      ['in', 'extract'],
    ],
  )
  assert.equal((await eventsOf(caseId)).at(-1), 'referral.answer-dispatched')
  assert.equal((await eventsOf(round.theCase.id)).at(-1), 'referral.answer-arrived')
})

test('what was typed comes along, what stands outside the questions has its own part, and the row turns to answered', async () => {
  const { round, answerer, at } = await aDecidedAnswer(world, { adjustedOn: days.adjustedOn })
  await answerer.secretary.post(`${at}/expediera`)

  const [answer] = await answersTo(round)
  const page = await (await round.officer.get(`/remisser/${round.roundId}?visa=answered`)).text()
  const whole = await (await round.officer.get(`/remisser/${round.roundId}/svar/${answer?.recipientId}`)).text()

  assert.deepEqual(answer?.parts[0]?.items.processes, [
    { name: 'Öppna skolgårdar', lead: 'SN', where: 'Holma', period: '' },
  ])
  assert.deepEqual([answer?.parts[2]?.questionId, answer?.parts[2]?.plain], [null, 'Barnens perspektiv saknas.'])
  assert.deepEqual([answer?.decidedBy, answer?.paragraph, answer?.decidedOn], ['board', '1', days.heldOn])
  assert.match(page, /1 tillfrågad · 1 besvarad/)
  assert.match(page, /Tillstyrker delvis/)
  assert.match(whole, /samordningen bör ligga nära invånarna/)
})

test('I-25 reservations follow the answer', async () => {
  const { round, answerer, at } = await aDecidedAnswer(world, {
    adjustedOn: days.adjustedOn,
    reservations: 'V reserverar sig.',
  })

  await answerer.secretary.post(`${at}/expediera`)

  const [answer] = await answersTo(round)
  assert.equal(answer?.reservations, 'V reserverar sig.')
})

test('I-20 a board that abstains has answered, with the extract and no statement', async () => {
  const { round, answerer, at } = await aDecidedAnswer(world, { outcome: 'abstained', adjustedOn: days.adjustedOn })

  await answerer.secretary.post(`${at}/expediera`)

  const [answer] = await answersTo(round)
  assert.deepEqual([answer?.stance, answer?.statementRecordId, answer?.parts], ['abstain', null, []])
  assert.notEqual(answer?.extractRecordId, null)
  const page = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  assert.match(page, /1 avstår/)
})

test('I-21 an answer after the last day is taken and said to be late', async () => {
  assert.deepEqual([isLate('2023-12-29', '2023-12-29'), isLate('2023-12-30', '2023-12-29')], [false, true])
  const { round, answerer, at } = await aDecidedAnswer(world, { adjustedOn: '2024-01-02' })

  await answerer.secretary.post(`${at}/expediera`)

  const [answer] = await answersTo(round)
  assert.equal(answer?.isLate, true)
  const page = await (await round.officer.get(`/remisser/${round.roundId}?visa=late`)).text()
  assert.match(page, new RegExp(answer?.bodyName ?? '-', 'i'))
})

test('I-23 when the board changed the proposal, somebody must say that the approved text is the decided one', async () => {
  const { round, answerer, at } = await aDecidedAnswer(world, { outcome: 'changed', adjustedOn: days.adjustedOn })

  const silent = await answerer.secretary.post(`${at}/expediera`)
  const assured = await answerer.secretary.post(`${at}/expediera`, { isAsDecided: 'ja' })

  assert.deepEqual([silent.status, assured.status], [422, 303])
  assert.match(await silent.text(), /Bekräfta att yttrandet är det som beslutades/)
  assert.equal((await answersTo(round)).length, 1)
})

test('I-23 a statement approved after the decision is another version, and does not leave', async () => {
  const { answerer, caseId, at, meetingId, decisionId } = await aDecidedAnswer(world)
  await anAdjustment(world, answerer, { meetingId, decisionId, on: days.adjustedOn })
  const revised = await answerer.officer.api(`/cases/${caseId}/revise/statement`, {})
  const { submissionId } = await answerOf(
    await answerer.officer.api(`/cases/${caseId}/submit`, { approvers: [answerer.head.personId] }),
    z.object({ submissionId: z.string() }),
  )
  await approveAsProgram(answerer.head, submissionId)

  const reply = await answerer.secretary.post(`${at}/expediera`)

  assert.ok(revised.ok)
  assert.equal(reply.status, 409)
  assert.match(await reply.text(), /ett annat än det som beslutet fattades på/)
})

test('two clicks at once dispatch it once', async () => {
  const { round, answerer, at, caseId } = await aDecidedAnswer(world, { adjustedOn: days.adjustedOn })
  const [recipient] = round.recipients

  const click = () => answerer.secretary.post(`${at}/expediera`)
  const replies = await collide(world, 'referral.recipients', recipient?.recipientId ?? '', [click, click])

  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [303, 409])
  assert.equal((await answersTo(round)).length, 1)
  assert.equal((await recordsOf(caseId)).filter(({ direction }) => direction === 'out').length, 2)
})

test('nobody but the answering authority dispatches its answer', async () => {
  const { round, at } = await aDecidedAnswer(world, { adjustedOn: days.adjustedOn })

  const reply = await round.officer.post(`${at}/expediera`)

  assert.equal(reply.status, 403)
})
