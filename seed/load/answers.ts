/** A board answers: assigned, written, planned, approved, decided, adjusted, dispatched. */

import { fromText } from '../../src/kernel/rich-text.ts'
import { addDays, nextWorkingDay } from '../../src/kernel/time.ts'
import { together } from '../../src/kernel/together.ts'
import { saveMemo, saveStatement, submitDrafts, type Stance } from '../../src/modules/drafting/index.ts'
import { adjust, decide } from '../../src/modules/meetings/index.ts'
import { callRoll, listElected } from '../../src/modules/roll/index.ts'
import { placePlan, planPath } from '../../src/modules/planning/index.ts'
import { beginAnswer, dispatchAnswer } from '../../src/modules/referral/index.ts'
import { assignOfficer, closeCase } from '../../src/modules/registry/index.ts'
import { areas, bodies, themes, type Answer, type BoardAnswer, type Stance as SeedStance } from '../demo-city.ts'
import { meetingOn } from './calendars.ts'
import type { Loading } from './loading.ts'
import { authorityOf, staffOf, type Staff } from './staff.ts'
import { approveAll, continueParagraphs, memoFields } from './steps.ts'

const stances: Record<SeedStance, Stance> = {
  support: 'support',
  partly_support: 'support_partly',
  partly_oppose: 'support_partly',
  oppose: 'oppose',
  no_objection: 'no_objection',
  abstain: 'abstain',
}

type Answering = {
  readonly loading: Loading
  readonly caseId: string
  readonly staff: Staff
  readonly answer: BoardAnswer
}

/**
 * Plays the answers of the seed, each on its own days. The boards write and decide beside each other, each in a registry of
 * its own; the answers reach the sender one by one, so that they have the same numbers there each time.
 */
export async function answerReferral(
  loading: Loading,
  roundId: string,
  answers: readonly BoardAnswer[],
): Promise<void> {
  const decided = await together(answers.map((answer) => decideOn(loading, roundId, answer)))
  for (const answering of decided) await dispatch(answering)
}

async function decideOn(loading: Loading, roundId: string, answer: BoardAnswer): Promise<Answering> {
  const caseId = await caseAt(loading, roundId, answer.body)
  const staff = { ...staffOf(authorityOf(answer.body)), officer: answer.memo.author, heads: answer.memo.responsible }
  const answering = { loading, caseId, staff, answer }
  await write(answering)
  await approve(answering)
  await decideAndAdjust(answering)
  return answering
}

/** The case that a body got when the referral was sent. */
export async function caseAt(loading: Loading, roundId: string, body: string): Promise<string> {
  const row = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('referral.recipients')
      .select('case_id as caseId')
      .where('round_id', '=', roundId)
      .where('body_id', '=', loading.body(body))
      .executeTakeFirst(),
  )
  if (row === undefined || row.caseId === null) throw new Error(`${body} was not asked`)
  return row.caseId
}

async function write({ loading, caseId, staff, answer }: Answering): Promise<void> {
  const day = answer.memo.date
  await loading.as(staff.registrar, '2023-10-11', assignOfficer, { caseId, officerId: loading.person(staff.officer) })
  const { draftId } = await loading.as(staff.officer, '2023-10-16', beginAnswer, { caseId })
  await loading.as(staff.officer, day, saveStatement, {
    draftId,
    version: 1,
    ...(await statementFields(loading, draftId, answer)),
  })
  const memo = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('drafting.drafts')
      .select(['id', 'version'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'memo')
      .executeTakeFirstOrThrow(),
  )
  await loading.as(staff.officer, day, saveMemo, {
    draftId: memo.id,
    version: memo.version,
    ...(await memoFields(loading, answer.memo)),
  })
}

/** The answers of the seed as the statement's form sends them. */
async function statementFields(loading: Loading, draftId: string, answer: BoardAnswer) {
  const draft = await loading.ask((ctx) =>
    ctx.db.selectFrom('drafting.drafts').select('content').where('id', '=', draftId).executeTakeFirstOrThrow(),
  )
  const { answers, title } = draft.content as { title: string; answers: { questionId: string }[] }
  return {
    title,
    introduction: fromText(answer.introduction.join('\n\n')),
    stance: stances[answer.overall],
    answers: answer.answers.map((part, index) => ({
      questionId: answers[index]?.questionId ?? '',
      ...answerFields(part),
    })),
    outside: fromText(answer.outsideTheQuestions.join('\n\n')),
  }
}

const nameOf = (list: readonly { key: string; name: string }[], key: string) =>
  list.find((each) => each.key === key)?.name ?? key

export function answerFields(part: Answer) {
  return {
    stance: stances[part.stance],
    text: fromText(part.paragraphs.join('\n\n')),
    processes: (part.processes ?? []).map(({ name, about }) => ({ name, lead: '', where: about })),
    areas: (part.areas ?? []).map((key) => nameOf(areas, key)),
    themes: (part.themes ?? []).map((key) => nameOf(themes, key)),
    body: part.body === undefined || part.body === null ? null : nameOf(bodies, part.body),
  }
}

const steps = ['chair_preparation', 'working_committee', 'board'] as const

async function approve({ loading, caseId, staff, answer }: Answering): Promise<void> {
  const day = answer.memo.date
  const planned = await Promise.all(answer.memo.planning.map(({ body, date }) => meetingOn(loading, body, date)))
  const path = planned.flatMap((meetingId, index) => {
    const step = steps[index]
    return step === undefined ? [] : [{ step, meetingId }]
  })
  await loading.as(staff.officer, day, planPath, { caseId, steps: path })
  await loading.as(staff.officer, day, submitDrafts, { caseId, approvers: staff.heads.map(loading.person) })
  await approveAll(loading, { caseId, heads: staff.heads, day: addDays(day, 1) })
  await loading.as(staff.officer, addDays(day, 1), placePlan, { caseId })
}

async function decideAndAdjust({ loading, caseId, staff, answer }: Answering): Promise<void> {
  const meetingId = await meetingOn(loading, answer.body, answer.decidedOn)
  const item = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('meetings.items')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
  )
  await continueParagraphs(loading, {
    secretary: staff.secretary,
    body: answer.body,
    year: Number(answer.decidedOn.slice(0, 4)),
    paragraph: answer.paragraph,
  })
  if (answer.body === 'sn') await callTheRoll(loading, { meetingId, answer, secretary: staff.secretary })
  const { decisionId } = await loading.as(staff.secretary, answer.decidedOn, decide, {
    itemId: item.id,
    outcome: answer.overall === 'abstain' ? 'abstained' : 'as_proposed',
    points: [...answer.memo.proposals],
    reservations: answer.reservations.join('\n'),
  })
  const adjustedOn = adjustedDay(answer)
  await loading.as(staff.secretary, adjustedOn, adjust, {
    meetingId,
    decisionIds: [decisionId],
    adjustedOn,
    isImmediate: false,
  })
}

type Called = { readonly meetingId: string; readonly answer: BoardAnswer; readonly secretary: string }

/** All but the last two of the members were there, and the first substitute. */
async function callTheRoll(loading: Loading, { meetingId, answer, secretary }: Called): Promise<void> {
  const elected = await loading.ask((ctx) => listElected(ctx, loading.body(answer.body), answer.decidedOn))
  const members = elected.filter(({ order }) => order === null)
  const [substitute] = elected.filter(({ order }) => order !== null)
  const present = [...members.slice(0, -2), ...(substitute === undefined ? [] : [substitute])]
  await loading.as(secretary, answer.decidedOn, callRoll, {
    meetingId,
    present: present.map(({ personId }) => personId),
    atDistance: [],
    distanceChecked: false,
  })
}

const adjustedDay = ({ decidedOn }: BoardAnswer) => nextWorkingDay(addDays(decidedOn, 7))

async function dispatch({ loading, caseId, staff, answer }: Answering): Promise<void> {
  const day = adjustedDay(answer)
  await loading.as(staff.registrar, day, dispatchAnswer, { caseId })
  await loading.as(staff.registrar, day, closeCase, { caseId })
}
