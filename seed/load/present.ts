/** A referral that is out today, with the boards at different places on the way, so that everybody has something to do. */

import { fromText } from '../../src/kernel/rich-text.ts'
import { addDays, nextWorkingDay } from '../../src/kernel/time.ts'
import { together } from '../../src/kernel/together.ts'
import { registerAssignment } from '../../src/modules/assignments/index.ts'
import { saveMemo, saveStatement, startMemo, submitDrafts } from '../../src/modules/drafting/index.ts'
import { adjust, decide, placeCase } from '../../src/modules/meetings/index.ts'
import {
  addQuestion,
  beginAnswer,
  editRound,
  listRecipients,
  sendReferral,
  setDocuments,
  setRecipients,
  setWays,
  startRound,
} from '../../src/modules/referral/index.ts'
import { assignOfficer, registerRecord } from '../../src/modules/registry/index.ts'
import { story } from '../demo-city.ts'
import { presentCase } from '../present-case.ts'
import type { Question } from '../types.ts'
import { caseAt } from './answers.ts'
import { meetingDays } from './calendars.ts'
import { carryToDecision, planNearest } from './carrying.ts'
import { followPresent } from './following.ts'
import { considerIn, loadConsiderations } from './desk.ts'
import type { Loading } from './loading.ts'
import { atFiles, hasFile, uploadedFile } from './answer-files.ts'
import { answerTogether, prepareInTurns } from './together.ts'
import { answerFromOutside } from './outside.ts'
import { demoPaper } from './papers.ts'
import { authorityOf, staffOf } from './staff.ts'
import { approveAll, memoFields } from './steps.ts'

const officer = story.planningSecretary
const secretary = story.secretaryKSAU

const questions: readonly Question[] = presentCase.questions
type Board = keyof typeof presentCase.answers
/** How far each board has come: 1 assigned and written, 2 submitted, 3 approved and on agendas, 4 decided and dispatched. */
const progress: Record<Board, 1 | 2 | 3 | 4> = { sn: 1, kn: 2, tn: 3, frn: 4 }

export async function loadPresent(loading: Loading): Promise<void> {
  const decidedOn = await lastMeeting(loading)
  await loadConsiderations(loading, addDays(decidedOn, -30))
  const caseId = await propose(loading, addDays(decidedOn, -21))
  const decisionId = await decideToSend(loading, { caseId, decidedOn })
  const sentOn = nextWorkingDay(addDays(decidedOn, 1))
  const roundId = await sendOut(loading, { caseId, decisionId, sentOn })
  const boards = ['frn', 'tn', 'kn', 'sn'] as const
  await together(boards.map((board) => answer(loading, { roundId, board, sentOn })))
  await answerFromOutside(loading, roundId)
  await answerTogether(loading, roundId)
  await followPresent(loading, roundId)
  await prepareInTurns(loading, caseId)
}

/** The working committee's latest meeting that lies at least five weeks back. */
async function lastMeeting(loading: Loading): Promise<string> {
  const days = await meetingDays(loading, 'ksau', addDays(loading.today, -100))
  const last = days.filter(({ day }) => day <= addDays(loading.today, -35)).at(-1)
  if (last === undefined) throw new Error('The working committee has not met')
  return last.day
}

async function propose(loading: Loading, day: string): Promise<string> {
  const { caseId } = await loading.as(story.registrarSTK, day, registerAssignment, {
    giverId: loading.body('kf'),
    leadId: loading.body('ks'),
    receiverIds: [loading.body('ks')],
    decidedOn: addDays(day, -14),
    source: 'Budget',
    title: presentCase.assignment.title,
    text: presentCase.assignment.text,
    files: [],
  })
  await loading.as(story.registrarSTK, day, assignOfficer, { caseId, officerId: loading.person(officer) })
  await writeProposal(loading, { caseId, day: addDays(day, 7) })
  return caseId
}

async function writeProposal(loading: Loading, { caseId, day }: { caseId: string; day: string }): Promise<void> {
  const heads = staffOf('stk').heads.slice(0, 1)
  const memo = await memoFields(loading, {
    date: day,
    author: officer,
    title: `${presentCase.title}, nu fråga om remiss`,
    summary: presentCase.summary,
    proposals: [presentCase.proposal],
    basis: [`Tjänsteskrivelse ${day} ${presentCase.title}`, `Förslag till riktlinjer ${day}`],
    planning: [],
    sendTo: ['Remissinstanserna'],
    responsible: heads,
  })
  const { draftId } = await loading.write(officer, day, (ctx) => startMemo(ctx, caseId, { date: day }))
  await loading.as(officer, day, saveMemo, { draftId, version: 1, ...memo })
  await loading.as(officer, day, submitDrafts, { caseId, approvers: heads.map(loading.person) })
  await approveAll(loading, { caseId, heads, day: addDays(day, 1) })
  const title = `Förslag: ${presentCase.title}`
  const file = await demoPaper({
    kind: 'Förslag',
    title,
    date: day,
    fileName: 'forslag-riktlinjer-dialog.pdf',
    sections: presentCase.sections,
  })
  await loading.write(officer, day, (ctx) =>
    registerRecord(ctx, { caseId, direction: 'internal', kind: 'proposal', title, files: [file] }),
  )
}

async function decideToSend(
  loading: Loading,
  { caseId, decidedOn }: { caseId: string; decidedOn: string },
): Promise<string> {
  const [meeting] = await meetingDays(loading, 'ksau', decidedOn)
  if (meeting === undefined) throw new Error('The working committee does not meet')
  const { itemId } = await loading.as(secretary, addDays(decidedOn, -7), placeCase, {
    meetingId: meeting.id,
    caseId,
    proposal: [presentCase.proposal],
  })
  const { decisionId } = await loading.as(secretary, decidedOn, decide, {
    itemId,
    outcome: 'as_proposed',
    points: [presentCase.proposal],
  })
  await loading.as(secretary, decidedOn, adjust, {
    meetingId: meeting.id,
    decisionIds: [decisionId],
    adjustedOn: decidedOn,
    isImmediate: true,
  })
  return decisionId
}

type ToSend = { readonly caseId: string; readonly decisionId: string; readonly sentOn: string }

async function sendOut(loading: Loading, { caseId, decisionId, sentOn }: ToSend): Promise<string> {
  const { roundId } = await loading.as(officer, sentOn, startRound, { caseId })
  await loading.as(officer, sentOn, editRound, {
    roundId,
    title: presentCase.title,
    issuerId: loading.body('ksau'),
    decisionId,
    withoutPosition: true,
    coverLetter: fromText(presentCase.coverLetter.join('\n\n')),
    answerBy: nextWorkingDay(addDays(loading.today, 52)),
    contactId: loading.person(officer),
  })
  await ask(loading, roundId, sentOn)
  const proposals = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('registry.records')
      .select('id')
      .where('case_id', '=', caseId)
      .where('kind', '=', 'proposal')
      .execute(),
  )
  await loading.as(officer, sentOn, setDocuments, { roundId, recordIds: proposals.map(({ id }) => id) })
  await loading.as(officer, sentOn, setRecipients, {
    roundId,
    bodyIds: presentCase.recipients.map(loading.body),
    saveAs: presentCase.savedAs,
  })
  await sayWays(loading, roundId, sentOn)
  await loading.as(officer, sentOn, sendReferral, { roundId })
  return roundId
}

/** One administration answers in the place of its board, and one board is only invited. */
async function sayWays(loading: Loading, roundId: string, day: string): Promise<void> {
  const asked = await loading.ask((ctx) => listRecipients(ctx, roundId))
  const idOf = (key: string) => asked.filter(({ bodyId }) => bodyId === loading.body(key)).map(({ id }) => id)
  await loading.as(officer, day, setWays, {
    roundId,
    byAdministration: idOf(presentCase.byAdministration),
    invited: idOf(presentCase.invited),
  })
}

async function ask(loading: Loading, roundId: string, day: string): Promise<void> {
  const ids = new Map<string, string>()
  for (const { key, number: _, condition, options = [], ...question } of questions) {
    const on = condition && { questionId: ids.get(condition.key) ?? '', is: condition.is }
    const { questionId } = await loading.as(officer, day, addQuestion, {
      roundId,
      ...question,
      options: [...options],
      condition: on,
    })
    ids.set(key, questionId)
  }
}

async function answer(
  loading: Loading,
  { roundId, board, sentOn }: { roundId: string; board: Board; sentOn: string },
): Promise<void> {
  const caseId = await caseAt(loading, roundId, board)
  const staff = staffOf(authorityOf(board))
  const who = board === 'sn' ? { ...staff, officer: story.caseOfficerSN, heads: [...story.headsSN] } : staff
  const stage = progress[board]
  await loading.as(who.registrar, addDays(sentOn, 1), assignOfficer, { caseId, officerId: loading.person(who.officer) })
  await write(loading, { caseId, board, who: who.officer, day: addDays(sentOn, 4) })
  await considerIn(loading, { caseId, board, who: who.officer, day: addDays(sentOn, 4) })
  if (stage === 1) return
  const path = await planNearest(loading, {
    board,
    from: stage === 4 ? addDays(sentOn, 5) : addDays(loading.today, 6),
    caseId,
    officer: who.officer,
    day: addDays(sentOn, 4),
  })
  await loading.as(who.officer, addDays(sentOn, 5), submitDrafts, { caseId, approvers: who.heads.map(loading.person) })
  if (stage >= 3)
    await carryToDecision(loading, { caseId, board, who, path, day: addDays(sentOn, 5), isDecided: stage === 4 })
}

type Writing = { readonly caseId: string; readonly board: Board; readonly who: string; readonly day: string }

async function write(loading: Loading, { caseId, board, who, day }: Writing): Promise<void> {
  const { draftId } = await loading.as(who, day, beginAnswer, { caseId })
  const { texts, typed, outside } = presentCase.answers[board]
  const row = await loading.ask((ctx) =>
    ctx.db.selectFrom('drafting.drafts').select('content').where('id', '=', draftId).executeTakeFirstOrThrow(),
  )
  const content = row.content as { title: string; answers: { questionId: string }[] }
  const files = hasFile(board) ? [await uploadedFile(loading, who, { body: board, day })] : []
  await loading.as(who, day, saveStatement, {
    draftId,
    version: 1,
    title: content.title,
    stance: 'support',
    answers: content.answers.flatMap(({ questionId }, index) => {
      const text = texts[index]
      const value = index === atFiles && files.length > 0 ? { files } : typed[index]
      if (text === undefined && value === undefined) return []
      return [{ questionId, stance: 'support' as const, ...(text !== undefined && { text: fromText(text) }), ...value }]
    }),
    outside: fromText(outside),
  })
}
