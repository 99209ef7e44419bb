import { z } from 'zod'
import { command } from '../../kernel/command.ts'
import { allowAt, today, type Write } from '../../kernel/context.ts'
import { Invalid, NotFound, refuseIf } from '../../kernel/errors.ts'
import { writePlanning } from '../drafting/index.ts'
import { getMeeting, placeOnAgenda, type Meeting } from '../meetings/index.ts'
import { lockCase, writeLedger, type Case } from '../registry/index.ts'
import {
  boardInTime,
  chainOf,
  obstaclesToPlacingPlan,
  obstaclesToPlanning,
  obstaclesToReplanning,
  replanned,
  stepsToPlace,
} from './model/plan.ts'
import { stepKinds, type PlanMeeting, type StepKind } from './model/step.ts'
import type { PlanWarning } from './model/warnings.ts'
import { leadTimesOf, listSteps, papersOf, planLines, planMeetingOf, planQuestionOf, stepOf } from './queries.ts'
import { text } from './text.ts'

const step = z.object({
  step: z.enum(stepKinds),
  meetingId: z.union([z.uuid(), z.literal('')]).optional(),
})
const toPlan = z.object({ caseId: z.string().min(1), steps: z.array(step).max(stepKinds.length).default([]) })

/** Plans the meetings a case goes through (beslutsplanering). A step without a meeting is left out. Writes it in the open memo. */
export const planPath = command('planning.plan', toPlan, async (ctx, { caseId, steps }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const chosen = await meetingsOf(ctx, theCase, steps)
  const warnings = await keepPlan(ctx, theCase, chosen)
  if (!warnings.some(({ code }) => code === 'plan-after-answer-date')) await leaveToBoard(ctx, theCase)
  return { caseId: theCase.id, warnings }
})

/** A board that meets in time is awaited: the chair does not decide in its place (A-90, KL 6:39), nor a delegate by that way. */
async function leaveToBoard(ctx: Write, theCase: Case): Promise<void> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('planning.ways')
    .where('case_id', '=', theCase.id)
    .where('way', 'in', ['urgent', 'delegation'])
    .executeTakeFirst()
  if (numDeletedRows > 0n) await writeLedger(ctx, theCase.id, 'planning.way-chosen', { way: 'board' })
}

/** Writes these steps as the case's plan, in the ledger and in the open memo. Gives what to think of. */
export async function keepPlan(ctx: Write, theCase: Case, chosen: readonly PlanMeeting[]): Promise<PlanWarning[]> {
  refuseIf(obstaclesToPlanning(chosen, { state: theCase.state, needsBoard: theCase.kind === 'referral_answer' }))

  await ctx.db.deleteFrom('planning.steps').where('case_id', '=', theCase.id).execute()
  await ctx.db
    .insertInto('planning.steps')
    .values(
      chosen.map((one, index) => ({
        case_id: theCase.id,
        position: index + 1,
        step: one.step,
        meeting_id: one.meetingId,
        planned_for: one.heldOn,
      })),
    )
    .execute()
  await writeLedger(ctx, theCase.id, 'planning.planned', {
    steps: chosen.map((one) => ({ step: one.step, body: one.bodyName, heldOn: one.heldOn })),
  })
  await writePlanning(ctx, theCase.id, await planLines(ctx, theCase.id))
  const question = await planQuestionOf(ctx, theCase)
  const steps = await listSteps(ctx, theCase.id)
  return [...chainOf(steps, { ...question, boardInTime: boardInTime(question) }).warnings]
}

/**
 * Plans anew when a meeting was moved or cancelled (planera om): what is decided stays, the rest is the latest way that is in
 * time from there. Where no meeting was cancelled and the order still holds, the plan is the same on its new days.
 */
export const replan = command('planning.replan', z.object({ caseId: z.string().min(1) }), async (ctx, { caseId }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const steps = await listSteps(ctx, theCase.id)
  refuseIf(obstaclesToReplanning(steps, { state: theCase.state }))
  const question = await planQuestionOf(ctx, theCase)
  return { caseId: theCase.id, warnings: await keepPlan(ctx, theCase, replanned(steps, question)) }
})

type Chosen = { readonly step: StepKind; readonly meetingId?: string | undefined }

/** The meetings in the order of the steps. Throws `Invalid` at a field whose meeting is another authority's or body's. */
async function meetingsOf(ctx: Write, theCase: Case, steps: readonly Chosen[]): Promise<PlanMeeting[]> {
  const chosen: Meeting[] = []
  for (const [index, { step, meetingId }] of steps.entries()) {
    if (meetingId === undefined || meetingId === '') continue
    const field = `steps.${index}.meetingId`
    const meeting = await meetingAt(ctx, { meetingId, field, authorityId: theCase.authorityId })
    if (stepOf(meeting.bodyKind) !== step) throw new Invalid({ [field]: text.invalid.wrongBody })
    chosen.push(meeting)
  }
  const leads = await leadTimesOf(ctx, chosen)
  const planned = chosen.flatMap((meeting) => planMeetingOf(meeting, leads) ?? [])
  return planned.toSorted((a, b) => stepKinds.indexOf(a.step) - stepKinds.indexOf(b.step))
}

async function meetingAt(
  ctx: Write,
  { meetingId, field, authorityId }: { meetingId: string; field: string; authorityId: string },
): Promise<Meeting> {
  const wrong = new Invalid({ [field]: text.invalid.unknownMeeting })
  const meeting = await getMeeting(ctx, meetingId).catch((error: unknown) => {
    throw error instanceof NotFound ? wrong : error
  })
  if (meeting.authorityId !== authorityId) throw wrong
  return meeting
}

/** Puts the approved memo and statement on the agendas of the planned meetings still to come (sätter upp ärendet). */
export const placePlan = command('planning.place', z.object({ caseId: z.string().min(1) }), async (ctx, { caseId }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const steps = await listSteps(ctx, theCase.id)
  const { memo, statement, awaitsStatement } = await papersOf(ctx, theCase.id)
  refuseIf(obstaclesToPlacingPlan({ steps, hasApprovedMemo: memo !== null, awaitsStatement }, today(ctx)))

  const coming = stepsToPlace(steps, today(ctx))
  const recordIds = [memo?.recordId, statement?.recordId].filter((id) => id !== undefined)
  const itemIds: string[] = []
  for (const { meetingId } of coming) {
    const proposal = memo?.content.proposals ?? []
    itemIds.push(await placeOnAgenda(ctx, { meetingId, caseId: theCase.id, title: theCase.title, proposal, recordIds }))
  }
  await writeLedger(ctx, theCase.id, 'planning.placed', {
    meetings: coming.map((one) => ({ body: one.bodyName, heldOn: one.heldOn })),
  })
  return { caseId: theCase.id, itemIds }
})
