/** Asking the heads, and their answers. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid, Refused, refuseIf } from '../../../kernel/errors.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import { lockCase, writeLedger } from '../../registry/index.ts'
import {
  approversOf,
  isApprovedByAll,
  obstaclesToAddingApprover,
  obstaclesToAnswering,
  obstaclesToSubmitting,
  obstaclesToWithdrawing,
  type Draft,
  type Submission,
} from '../model/draft.ts'
import { findDraft, findSubmission, listSubmitted, lockSubmission } from '../queries.ts'
import { changeDraft, keepVersion, planOfCase } from './steps.ts'
import { text } from '../text.ts'
import { registerDrafts } from './register.ts'

const submitting = z.object({
  /** Id or reference number. */
  caseId: z.string(),
  /** The heads who are asked, in order. */
  approvers: z.union([z.uuid().transform((id) => [id]), z.array(z.uuid())]).default([]),
})

/** Sends the open memo and the open statement to the heads together (skickar för godkännande, I-16). */
export const submitDrafts = command('drafting.submit', submitting, async (ctx, { caseId, approvers }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const [memo, statement] = [await findDraft(ctx, theCase.id, 'memo'), await findDraft(ctx, theCase.id, 'statement')]
  const latest = await findSubmission(ctx, theCase.id)
  refuseIf(obstaclesToSubmitting({ memo, statement, waiting: latest?.state === 'waiting' ? latest : null }))
  const asked = await headsAmong(ctx, theCase.authorityId, approvers)

  const { id } = await ctx.db
    .insertInto('drafting.submissions')
    .values({
      case_id: theCase.id,
      authority_id: theCase.authorityId,
      submitted_at: ctx.now,
      submitted_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [position, head] of asked.entries()) await ask(ctx, { submissionId: id, personId: head.id, position })
  const open = [memo, statement].filter((draft) => draft !== null).filter(({ state }) => state === 'draft')
  for (const draft of open) await submit(ctx, draft, id)
  const names = asked.map(({ name }) => name)
  await writeLedger(ctx, theCase.id, 'drafting.submitted', {
    submissionId: id,
    kinds: open.map(({ kind }) => kind),
    approvers: names,
  })
  return { submissionId: id }
})

/** A draft on its way to the heads: the memo with the plan as it is now, and the version that they read is kept. */
async function submit(ctx: Write, draft: Draft, submissionId: string): Promise<void> {
  const planning = draft.kind === 'memo' ? await planOfCase(ctx, draft.caseId) : []
  const content = JSON.stringify(planning.length > 0 ? { ...draft.content, planning } : draft.content)
  await changeDraft(ctx, draft.id, { state: 'submitted', submission_id: submissionId, content })
  await keepVersion(ctx, draft)
}

/** Throws `Invalid` when nobody is chosen, or one who is not a head at the authority today. */
async function headsAmong(ctx: Write, authorityId: string, ids: readonly string[]) {
  if (ids.length === 0) throw new Invalid({ approvers: text.invalid.approvers })
  const heads = await listPeopleWithRole(ctx, { authorityId, roles: ['head'] })
  return [...new Set(ids)].map((id) => {
    const head = heads.find((one) => one.id === id)
    if (head === undefined) throw new Invalid({ approvers: text.invalid.notHead })
    return head
  })
}

type Asked = {
  readonly submissionId: string
  readonly personId: string
  readonly position: number
  readonly standsInFor?: string
  readonly reason?: string | null
}

async function ask(ctx: Write, asked: Asked): Promise<void> {
  const { submissionId, personId, position, standsInFor = null, reason = null } = asked
  await ctx.db
    .insertInto('drafting.approvals')
    .values({ submission_id: submissionId, person_id: personId, position, stands_in_for: standsInFor, reason })
    .execute()
}

const about = z.object({ submissionId: z.uuid() })

/** A head approves (godkänner). When the last one has, each draft is registered as a record. */
export const approveDrafts = command('drafting.approve', about, async (ctx, { submissionId }) => {
  const submission = await lockSubmission(ctx, submissionId)
  allowAt(ctx, submission.authorityId)
  refuseIf(obstaclesToAnswering(submission, ctx.actor.personId))
  await answer(ctx, submission, { state: 'approved', note: null })
  await writeLedger(ctx, submission.caseId, 'drafting.approved', { submissionId })

  const { approvals } = await lockSubmission(ctx, submissionId)
  const isLast = isApprovedByAll(approvals)
  if (isLast) {
    await close(ctx, submissionId, 'approved')
    await registerDrafts(ctx, await listSubmitted(ctx, submissionId), approversOf(approvals))
  }
  return { submissionId, isLast }
})

const returning = z.object({
  submissionId: z.uuid(),
  note: z
    .string()
    .trim()
    .min(1, { error: () => text.invalid.note })
    .max(5000),
})

/** A head sends it back with what needs to change (återlämnar). It can be written in again, and is sent anew. */
export const returnDrafts = command('drafting.return', returning, async (ctx, { submissionId, note }) => {
  const submission = await lockSubmission(ctx, submissionId)
  allowAt(ctx, submission.authorityId)
  refuseIf(obstaclesToAnswering(submission, ctx.actor.personId))
  await answer(ctx, submission, { state: 'returned', note })
  await reopen(ctx, submission, 'returned')
  await writeLedger(ctx, submission.caseId, 'drafting.returned', { submissionId })
  return { submissionId }
})

/** Takes it back to write more (tar tillbaka). */
export const withdrawDrafts = command('drafting.withdraw', about, async (ctx, { submissionId }) => {
  const submission = await lockSubmission(ctx, submissionId)
  allowAt(ctx, submission.authorityId)
  refuseIf(obstaclesToWithdrawing(submission))
  await reopen(ctx, submission, 'withdrawn')
  await writeLedger(ctx, submission.caseId, 'drafting.withdrawn', { submissionId })
  return { submissionId }
})

const adding = z
  .object({
    submissionId: z.uuid(),
    personId: z.uuid({ error: () => text.invalid.approvers }),
    /** One who was asked and is away: the approval of the one who is added counts for them too. */
    insteadOf: z
      .union([z.uuid(), z.literal('')])
      .nullish()
      .transform((id) => id || null),
    reason: z
      .string()
      .trim()
      .max(1000)
      .nullish()
      .transform((words) => words || null),
  })
  .refine(({ insteadOf, reason }) => insteadOf === null || reason !== null, {
    path: ['reason'],
    error: () => text.invalid.whyAway,
  })

/**
 * Asks one more head, or one instead of a head who is away; then the matter goes on without them (I-16). The reason stays with
 * the answers: it may be about somebody's health, and the ledger is read by everyone inside.
 */
export const addApprover = command('drafting.add-approver', adding, async (ctx, given) => {
  const { submissionId, personId, insteadOf, reason } = given
  const submission = await lockSubmission(ctx, submissionId)
  allowAt(ctx, submission.authorityId)
  refuseIf(obstaclesToAddingApprover(submission, given))
  const [head] = await headsAmong(ctx, submission.authorityId, [personId])
  const position = submission.approvals.length
  await ask(ctx, { submissionId, personId, position, ...(insteadOf !== null && { standsInFor: insteadOf, reason }) })
  const away = submission.approvals.find((approval) => approval.personId === insteadOf)
  await writeLedger(ctx, submission.caseId, 'drafting.approver-added', {
    submissionId,
    approver: head?.name ?? '',
    ...(away !== undefined && { insteadOf: away.name }),
  })
  return { submissionId }
})

async function answer(
  ctx: Write,
  submission: Submission,
  given: { state: 'approved' | 'returned'; note: string | null },
): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('drafting.approvals')
    .set({ ...given, answered_at: ctx.now })
    .where('submission_id', '=', submission.id)
    .where('person_id', '=', actingPerson(ctx))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused([text.obstacle.notAsked])
}

async function close(ctx: Write, submissionId: string, state: 'approved' | 'returned' | 'withdrawn'): Promise<void> {
  await ctx.db.updateTable('drafting.submissions').set({ state }).where('id', '=', submissionId).execute()
}

async function reopen(ctx: Write, submission: Submission, state: 'returned' | 'withdrawn'): Promise<void> {
  const drafts = await listSubmitted(ctx, submission.id)
  for (const draft of drafts) await changeDraft(ctx, draft.id, { state: 'draft' })
  await close(ctx, submission.id, state)
}
