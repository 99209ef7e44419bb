/** Builders for tests: a sender with a decided proposal, rounds prepared and sent through the doors, and boards that answer. */

import assert from 'node:assert/strict'
import { z } from 'zod'
import { as, type Knocking, type World } from '../../../test/support.ts'
import { approveAsProgram } from '../drafting/fixtures.ts'
import { aBoard, aDecision, aMeeting, anItem, aPreparingBody, type TestBoard } from '../meetings/fixtures.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { aCase, aColleague, aRecord } from '../registry/fixtures.ts'
import { questionSettings } from '../drafting/index.ts'
import type { Case } from '../registry/index.ts'
import type { Question } from './model.ts'

/** What a call answered, read as what it should be. Fails with the answer itself when it is something else. */
export async function answerOf<S extends z.ZodType>(reply: Response, shape: S): Promise<z.output<S>> {
  const body = await reply.text()
  assert.ok(reply.ok, `${reply.status} ${body}`)
  return shape.parse(JSON.parse(body))
}

export const draftAnswer = z.object({ draftId: z.string(), version: z.number(), content: z.looseObject({}) })

export type TestSender = {
  readonly board: TestBoard
  readonly theCase: Case
  readonly proposalId: string
  readonly decisionId: string
  readonly officer: Knocking
}

/** An executive board whose working committee has decided to send a proposal out. The clock ends on the day after. */
export async function aSender(world: World): Promise<TestSender> {
  const after = world.now
  world.now = new Date('2023-10-02T09:00:00+02:00')
  const board = await aBoard(world, { kind: 'executive_board' })
  const committeeId = await aPreparingBody(world, board, 'working_committee')
  const theCase = await aCase(world, board, { title: 'Ett långsiktigt områdeslyft' })
  const proposal = await aRecord(world, board, {
    caseId: theCase.id,
    direction: 'internal',
    kind: 'proposal',
    title: 'Hållbar lokal utveckling',
  })
  const meetingId = await aMeeting(world, board, { heldOn: '2023-10-02', bodyId: committeeId })
  const itemId = await anItem(world, board, { meetingId, caseId: theCase.id })
  const { decisionId } = await aDecision(world, board, { itemId, points: ['Förslaget skickas på remiss.'] })
  const secretary = await as(world, board.secretaryId)
  await answerOf(
    await secretary.api(`/meetings/${meetingId}/adjust`, {
      decisionIds: [decisionId],
      adjustedOn: '2023-10-02',
      isImmediate: true,
    }),
    z.unknown(),
  )
  world.now = after
  return { board, theCase, proposalId: proposal.id, decisionId, officer: await as(world, board.officerId) }
}

export const twoQuestions = [
  { kind: 'processes', text: 'Vad pågår redan?', help: 'Det som rör förslaget.' },
  { kind: 'text', text: 'Vad säger ni om samordningen?', asksStance: true },
] as const

export const anyQuestion: Question = {
  ...questionSettings.parse({}),
  id: 'q',
  number: 1,
  kind: 'text',
  text: 'Vad anser ni?',
  help: null,
  isRequired: false,
  condition: null,
}

/** A draft with all that must be there, prepared through the doors. Gives the id of the round. */
export async function aDraft(
  world: World,
  sender: TestSender,
  asking: readonly string[] | { readonly bodyIds: readonly string[]; readonly questions: readonly object[] },
): Promise<string> {
  const { bodyIds, questions } = 'bodyIds' in asking ? asking : { bodyIds: asking, questions: twoQuestions }
  const { officer, theCase } = sender
  const { roundId } = await answerOf(
    await officer.api(`/cases/${theCase.id}/referrals`, {}),
    z.object({ roundId: z.string() }),
  )
  await officer.api(`/referrals/${roundId}`, { answerBy: '2023-12-29', withoutPosition: true }, 'PUT')
  const ids: string[] = []
  for (const question of questions) {
    const added = await officer.api(`/referrals/${roundId}/questions`, { ...question, ...hangingOn(question, ids) })
    ids.push((await answerOf(added, z.object({ questionId: z.string() }))).questionId)
  }
  const asked = await officer.api(`/referrals/${roundId}/recipients`, { bodyIds }, 'PUT')
  assert.equal(asked.status, 200, await asked.text())
  return roundId
}

/** A question that says `hangsOn: [0, 'yes']` is asked only if the first was answered so. */
function hangingOn(question: object, ids: readonly string[]): object {
  const { hangsOn } = z.object({ hangsOn: z.tuple([z.number(), z.string()]).optional() }).parse(question)
  return hangsOn === undefined ? {} : { condition: { questionId: ids[hangsOn[0]], is: hangsOn[1] } }
}

export const sent = z.object({
  cases: z.array(
    z.object({ recipientId: z.string(), caseId: z.string().nullable(), referenceNumber: z.string().nullable() }),
  ),
})

export type TestSent = TestSender & {
  readonly roundId: string
  readonly recipients: z.output<typeof sent>['cases']
}

/** A round that these bodies have got. */
export async function aSentRound(
  world: World,
  bodyIds: readonly string[],
  questions: readonly object[] = twoQuestions,
): Promise<TestSent> {
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, { bodyIds, questions })
  const { cases } = await answerOf(await sender.officer.api(`/referrals/${roundId}/send`, {}), sent)
  return { ...sender, roundId, recipients: cases }
}

export type TestAnswerer = {
  readonly board: TestBoard
  readonly officer: Knocking
  readonly secretary: Knocking
  readonly head: Knocking
}

/** A board that can answer: an officer, a head who approves, a secretary. */
export async function anAnswerer(world: World, facts: Parameters<typeof aBoard>[1] = {}): Promise<TestAnswerer> {
  const board = await aBoard(world, facts)
  return {
    board,
    officer: await as(world, board.officerId),
    secretary: await as(world, board.secretaryId),
    head: await as(world, await aColleague(world, board, 'head', 'Karin Ek')),
  }
}

export const decidedText =
  'Nämnden ser positivt på förslaget – men samordningen bör ligga nära invånarna.\n\n- Börja med skolorna\n- Låt de boende vara med tidigt'

/** The statement written and approved, as far as the agenda. Gives the record that approval made of it. */
export async function anApprovedStatement(answerer: TestAnswerer, caseId: string, text = decidedText): Promise<string> {
  const { officer, head } = answerer
  await answerOf(await officer.api(`/cases/${caseId}/referral-answer/begin`, {}), z.unknown())
  const draft = await answerOf(await officer.api(`/cases/${caseId}/statement`), draftAnswer)
  const { answers } = z.object({ answers: z.array(z.looseObject({ questionId: z.string() })) }).parse(draft.content)
  const [first, second] = answers
  const saved = await officer.api(`/drafts/${draft.draftId}/statement`, {
    version: draft.version,
    title: 'Yttrande',
    stance: 'support_partly',
    answers: [
      {
        questionId: first?.questionId,
        stance: 'none',
        processes: [{ name: 'Öppna skolgårdar', lead: 'SN', where: 'Holma' }],
      },
      { questionId: second?.questionId, stance: 'support', text, processes: [] },
    ],
    outside: 'Barnens perspektiv saknas.',
  })
  assert.ok(saved.ok, await saved.text())
  const { submissionId } = await answerOf(
    await officer.api(`/cases/${caseId}/submit`, { approvers: [head.personId] }),
    z.object({ submissionId: z.string() }),
  )
  await answerOf(await approveAsProgram(head, submissionId), z.unknown())
  const statement = await answerOf(await officer.api(`/cases/${caseId}/statement`), z.object({ recordId: z.string() }))
  return statement.recordId
}

/** The statement written anew and approved by the head. */
export async function aRevisedStatement({ officer, head }: TestAnswerer, caseId: string, words: string): Promise<void> {
  await answerOf(await officer.api(`/cases/${caseId}/revise/statement`, {}), z.unknown())
  const draft = await answerOf(await officer.api(`/cases/${caseId}/statement`), draftAnswer)
  const { answers } = z.object({ answers: z.array(z.looseObject({ text: z.unknown() })) }).parse(draft.content)
  const content = { ...draft.content, answers: answers.map((one, at) => (at === 1 ? { ...one, text: words } : one)) }
  const saved = await officer.api(`/drafts/${draft.draftId}/statement`, { ...content, version: draft.version })
  assert.ok(saved.ok, await saved.text())
  const { submissionId } = await answerOf(
    await officer.api(`/cases/${caseId}/submit`, { approvers: [head.personId] }),
    z.object({ submissionId: z.string() }),
  )
  await answerOf(await approveAsProgram(head, submissionId), z.unknown())
}

/** Decided by the board on a day, with the statement before it. Gives the meeting and the decision. */
export async function aBoardDecision(
  world: World,
  answerer: TestAnswerer,
  facts: { caseId: string; heldOn: string; recordIds: readonly string[]; outcome?: string; reservations?: string },
): Promise<{ meetingId: string; decisionId: string }> {
  const { caseId, heldOn, recordIds, outcome = 'as_proposed', reservations } = facts
  const { board, secretary } = answerer
  const meetingId = await aMeeting(world, board, { heldOn })
  const itemId = await anItem(world, board, { meetingId, caseId, recordIds })
  world.now = new Date(`${heldOn}T15:00:00+01:00`)
  const points = [outcome === 'abstained' ? 'Nämnden avstår från att yttra sig.' : 'Nämnden godkänner yttrandet.']
  const { decisionId } = await answerOf(
    await secretary.api(`/agenda-items/${itemId}/decide`, { outcome, points, reservations }),
    z.object({ decisionId: z.string() }),
  )
  return { meetingId, decisionId }
}

/** The minutes adjusted on a day. */
export async function anAdjustment(
  world: World,
  { secretary }: TestAnswerer,
  { meetingId, decisionId, on }: { meetingId: string; decisionId: string; on: string },
): Promise<void> {
  world.now = new Date(`${on}T10:00:00+01:00`)
  await answerOf(
    await secretary.api(`/meetings/${meetingId}/adjust`, { decisionIds: [decisionId], adjustedOn: on }),
    z.unknown(),
  )
}

/** Someone who is signed in and has no role. */
export async function aVisitor(world: World): Promise<Knocking> {
  return as(world, await aPerson(world.db))
}

export type TestAsked = {
  readonly round: TestSent
  readonly answerer: TestAnswerer
  readonly caseId: string
  readonly at: string
}

/** A board that has been asked, at the beginning of October. */
export async function anAskedBoard(world: World, questions: readonly object[] = twoQuestions): Promise<TestAsked> {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const answerer = await anAnswerer(world)
  const round = await aSentRound(world, [answerer.board.bodyId], questions)
  const [recipient] = round.recipients
  return { round, answerer, caseId: recipient?.caseId ?? '', at: `/arenden/${recipient?.referenceNumber}/remiss` }
}

export const days = { heldOn: '2023-12-19', adjustedOn: '2023-12-22' }

/** The same, approved and decided; adjusted when a day is given. */
export async function aDecidedAnswer(
  world: World,
  facts: { outcome?: string; reservations?: string; heldOn?: string; adjustedOn?: string } = {},
): Promise<TestAsked & { recordId: string; meetingId: string; decisionId: string }> {
  const all = await anAskedBoard(world)
  const recordId = await anApprovedStatement(all.answerer, all.caseId)
  const { heldOn = days.heldOn, adjustedOn, ...how } = facts
  const decision = await aBoardDecision(world, all.answerer, {
    caseId: all.caseId,
    heldOn,
    recordIds: [recordId],
    ...how,
  })
  if (adjustedOn !== undefined) await anAdjustment(world, all.answerer, { ...decision, on: adjustedOn })
  return { ...all, recordId, ...decision }
}
