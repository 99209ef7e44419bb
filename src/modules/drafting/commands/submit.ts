/** Asking the heads: all at once, or in the order of a chain; and keeping it going when one is away (I-16). */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import { lockCase, writeLedger } from '../../registry/index.ts'
import { templateAt } from '../../templates/index.ts'
import { mostSteps, waitingAmong } from '../model/chain.ts'
import { digestOf } from '../model/digest.ts'
import {
  obstaclesToAddingApprover,
  obstaclesToSubmitting,
  obstaclesToWithdrawing,
  type Draft,
  type DraftKind,
} from '../model/draft.ts'
import { leftOpen } from '../queries/considerations.ts'
import { findDraft, findSubmission, listSubmitted, lockDraftOf, lockSubmission } from '../queries.ts'
import { text } from '../text.ts'
import { close, reopen } from './answering.ts'
import { changeDraft, keepVersion, planOfCase } from './steps.ts'
import { tellApprovers } from './tell.ts'

const step = z.coerce.number().int().min(1).max(mostSteps)

const submitting = z.object({
  /** Id or reference number. */
  caseId: z.string(),
  /** The heads who are asked. */
  approvers: z.union([z.uuid().transform((id) => [id]), z.array(z.uuid())]).default([]),
  /** In which step each is asked: the next when all of the one before have approved. Without it, in the first. */
  steps: z.record(z.uuid(), step).default({}),
})

/** Sends the open memo and the open statement to the heads together (skickar för godkännande, I-16). */
export const submitDrafts = command('drafting.submit', submitting, async (ctx, { caseId, approvers, steps }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  // Held, so that nobody writes a word more between what is read here and what the heads get.
  const [memo, statement] = [await holdDraft(ctx, theCase.id, 'memo'), await holdDraft(ctx, theCase.id, 'statement')]
  const latest = await findSubmission(ctx, theCase.id)
  refuseIf([
    ...obstaclesToSubmitting({ memo, statement, waiting: latest?.state === 'waiting' ? latest : null }),
    ...(await leftOpen(ctx, memo)).obstacles,
  ])
  const heads = await headsAmong(ctx, theCase.authorityId, approvers)
  const asked = heads.map((head) => ({ ...head, step: steps[head.id] ?? 1 })).toSorted((a, b) => a.step - b.step)

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
  for (const [position, head] of asked.entries())
    await ask(ctx, { submissionId: id, personId: head.id, step: head.step, position })
  const open = [memo, statement].filter((draft) => draft !== null).filter(({ state }) => state === 'draft')
  for (const draft of open) await submit(ctx, draft, id)
  await keepWords(ctx, id)
  await writeLedger(ctx, theCase.id, 'drafting.submitted', {
    submissionId: id,
    kinds: open.map(({ kind }) => kind),
    approvers: asked.map(({ name }) => name),
  })
  await tellApprovers(ctx, id)
  return { submissionId: id }
})

async function holdDraft<K extends DraftKind>(ctx: Write, caseId: string, kind: K) {
  const draft = await findDraft(ctx, caseId, kind)
  return draft === null ? null : lockDraftOf(ctx, draft.id, kind)
}

/** A draft on its way to the heads: the memo with the plan as it is now, and the version that they read is kept. */
async function submit(ctx: Write, draft: Draft, submissionId: string): Promise<void> {
  const planning = draft.kind === 'memo' ? await planOfCase(ctx, draft.caseId) : []
  const content = JSON.stringify(planning.length > 0 ? { ...draft.content, planning } : draft.content)
  const template = await templateAt(ctx, draft.authorityId)
  await changeDraft(ctx, draft.id, {
    state: 'submitted',
    submission_id: submissionId,
    template_id: template?.id ?? null,
    content,
  })
  await keepVersion(ctx, draft)
}

/** The words as the heads get them, and their sum: what each approval will bind to. */
async function keepWords(ctx: Write, submissionId: string): Promise<void> {
  const sent = await listSubmitted(ctx, submissionId)
  await ctx.db
    .insertInto('drafting.submitted')
    .values(
      sent.map(({ id, kind, version, content }) => ({
        submission_id: submissionId,
        draft_id: id,
        kind,
        version,
        content: JSON.stringify(content),
      })),
    )
    .execute()
  await ctx.db
    .updateTable('drafting.submissions')
    .set({ digest: digestOf(sent) })
    .where('id', '=', submissionId)
    .execute()
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
  readonly step: number
  readonly standsInFor?: string
  readonly reason?: string | null
}

async function ask(ctx: Write, asked: Asked): Promise<void> {
  const { submissionId, personId, position, standsInFor = null, reason = null } = asked
  await ctx.db
    .insertInto('drafting.approvals')
    .values({
      submission_id: submissionId,
      person_id: personId,
      position,
      step: asked.step,
      stands_in_for: standsInFor,
      reason,
    })
    .execute()
}

/** Takes it back to write more (tar tillbaka). The approvals it has got fall with it. */
export const withdrawDrafts = command(
  'drafting.withdraw',
  z.object({ submissionId: z.uuid() }),
  async (ctx, { submissionId }) => {
    const submission = await lockSubmission(ctx, submissionId)
    allowAt(ctx, submission.authorityId)
    refuseIf(obstaclesToWithdrawing(submission))
    await reopen(ctx, submission)
    await close(ctx, submissionId, 'withdrawn')
    await writeLedger(ctx, submission.caseId, 'drafting.withdrawn', { submissionId })
    return { submissionId }
  },
)

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
  const away = submission.approvals.find((approval) => approval.personId === insteadOf)
  const now = waitingAmong(submission.approvals)[0]?.step ?? 1
  await ask(ctx, {
    submissionId,
    personId,
    position,
    step: away?.step ?? now,
    ...(insteadOf !== null && { standsInFor: insteadOf, reason }),
  })
  await writeLedger(ctx, submission.caseId, 'drafting.approver-added', {
    submissionId,
    approver: head?.name ?? '',
    ...(away !== undefined && { insteadOf: away.name }),
  })
  await tellApprovers(ctx, submissionId)
  return { submissionId }
})
