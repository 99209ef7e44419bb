/** The referral of 2023, from the council's assignment to the compiled answers, on the days it really happened. */

import { fromText } from '../../src/kernel/rich-text.ts'
import { registerAssignment } from '../../src/modules/assignments/index.ts'
import { registerCompilation } from '../../src/modules/compilation/index.ts'
import { saveMemo, startMemo, submitDrafts } from '../../src/modules/drafting/index.ts'
import { adjust, decide, placeCase } from '../../src/modules/meetings/index.ts'
import {
  addQuestion,
  closeRound,
  editRound,
  sendReferral,
  setDocuments,
  setRecipients,
  startRound,
} from '../../src/modules/referral/index.ts'
import { assignOfficer, registerRecord } from '../../src/modules/registry/index.ts'
import { otherAnswers, serviceAnswer, story, theCase } from '../demo-city.ts'
import { answerReferral } from './answers.ts'
import { meetingOn } from './calendars.ts'
import type { Loading } from './loading.ts'
import { demoPaper } from './papers.ts'
import { authorityOf } from './staff.ts'
import { approveAll, continueNumbers, continueParagraphs, memoFields } from './steps.ts'

const officer = story.planningSecretary
const secretary = story.secretaryKSAU
const heads = theCase.proposalMemo.responsible

export async function loadTheCase(loading: Loading): Promise<void> {
  const caseId = await assign(loading)
  await propose(loading, caseId)
  const decisionId = await decideToSend(loading, caseId)
  const roundId = await sendOut(loading, caseId, decisionId)
  const answers = [serviceAnswer, ...otherAnswers].toSorted((a, b) => a.decidedOn.localeCompare(b.decidedOn))
  await answerReferral(loading, roundId, answers)
  await loading.as(officer, '2024-01-22', registerCompilation, { roundId })
  await loading.as(officer, '2024-01-22', closeRound, { roundId })
}

async function assign(loading: Loading): Promise<string> {
  const { assignment, senderCaseNumber } = theCase
  await continueNumbers(loading, 'stk', senderCaseNumber)
  const receivers = assignment.together.map((key) => loading.body(key))
  const { caseId } = await loading.as(story.registrarSTK, '2023-01-09', registerAssignment, {
    giverId: loading.body(assignment.decidedBy),
    leadId: loading.body(assignment.givenTo),
    receiverIds: receivers,
    decidedOn: assignment.decidedOn,
    source: `${assignment.decidedIn}, § ${assignment.paragraph}`,
    title: assignment.title,
    text: assignment.text.join('\n\n'),
    files: [],
  })
  await loading.as(story.registrarSTK, '2023-01-10', assignOfficer, { caseId, officerId: loading.person(officer) })
  return caseId
}

async function propose(loading: Loading, caseId: string): Promise<void> {
  const { proposalMemo: memo } = theCase
  const { draftId } = await loading.write(officer, '2023-09-18', (ctx) => startMemo(ctx, caseId, { date: memo.date }))
  await loading.as(officer, '2023-09-25', saveMemo, {
    draftId,
    version: 1,
    ...(await memoFields(loading, memo)),
    body: fromText(memo.sections.map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n\n')).join('\n\n')),
  })
  await loading.as(officer, '2023-09-27', submitDrafts, { caseId, approvers: heads.map(loading.person) })
  await approveAll(loading, { caseId, heads, day: '2023-09-28' })
  await loading.write(officer, '2023-10-02', async (ctx) => {
    for (const { title, fileName, sections } of theCase.referral.documents) {
      const file = await demoPaper({ kind: 'Förslag', title, date: '2023-10-02', fileName, sections })
      await registerRecord(ctx, { caseId, direction: 'internal', kind: 'proposal', title, files: [file] })
    }
  })
}

async function decideToSend(loading: Loading, caseId: string): Promise<string> {
  const { body, date, paragraph, points } = theCase.decisionToSend
  const meetingId = await meetingOn(loading, body, date)
  const { itemId } = await loading.as(secretary, date, placeCase, {
    meetingId,
    caseId,
    proposal: [...theCase.proposalMemo.proposals],
  })
  await continueParagraphs(loading, { secretary, body, year: 2023, paragraph })
  const { decisionId } = await loading.as(secretary, date, decide, {
    itemId,
    outcome: 'as_proposed',
    points: [...points],
  })
  await loading.as(secretary, date, adjust, {
    meetingId,
    decisionIds: [decisionId],
    adjustedOn: date,
    isImmediate: true,
  })
  return decisionId
}

async function sendOut(loading: Loading, caseId: string, decisionId: string): Promise<string> {
  const { referral } = theCase
  const day = referral.sentOn
  const { roundId } = await loading.as(officer, '2023-10-03', startRound, { caseId })
  await loading.as(officer, '2023-10-03', editRound, {
    roundId,
    title: referral.title,
    issuerId: loading.body(theCase.decisionToSend.body),
    decisionId,
    withoutPosition: true,
    coverLetter: fromText(referral.coverLetter.join('\n\n')),
    answerBy: referral.answerBy,
    contactId: loading.person(officer),
  })
  for (const { kind, text, help, asksStance } of referral.questions)
    await loading.as(officer, '2023-10-03', addQuestion, { roundId, kind, text, help, asksStance })
  await loading.as(officer, '2023-10-04', setDocuments, { roundId, recordIds: await proposalsOf(loading, caseId) })
  await loading.as(officer, '2023-10-04', setRecipients, { roundId, bodyIds: referral.recipients.map(loading.body) })
  for (const { body, caseNumber } of [serviceAnswer, ...otherAnswers])
    await continueNumbers(loading, authorityOf(body), caseNumber)
  await loading.as(officer, day, sendReferral, { roundId })
  return roundId
}

async function proposalsOf(loading: Loading, caseId: string): Promise<string[]> {
  const rows = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('registry.records')
      .select('id')
      .where('case_id', '=', caseId)
      .where('kind', '=', 'proposal')
      .orderBy('seq')
      .execute(),
  )
  return rows.map(({ id }) => id)
}
