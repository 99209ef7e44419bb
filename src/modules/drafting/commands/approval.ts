/** The heads' answers. An approval is of exactly the words that were read (I-16). */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { writeLedger } from '../../registry/index.ts'
import { answerableBy, isApprovedByAll, obstaclesToAnswering } from '../model/chain.ts'
import { digestOf } from '../model/digest.ts'
import { approversOf, obstaclesToRegistering } from '../model/draft.ts'
import { listSubmitted, lockSubmission } from '../queries.ts'
import { text } from '../text.ts'
import { answer, close, insteadOf, reopen } from './answering.ts'
import { registerDrafts } from './register.ts'
import { tellApprovers } from './tell.ts'

const approving = z.object({
  submissionId: z.uuid(),
  /** The sum of the words that were read: `digest` of the submission. Other words than those there are now are not approved. */
  digest: z.string({ error: () => text.invalid.digest }).regex(/^[0-9a-f]{64}$/, { error: () => text.invalid.digest }),
  /** Stays with the approval: not on the paper, nor in the ledger. */
  comment: z
    .string()
    .trim()
    .max(5000)
    .nullish()
    .transform((words) => words || null),
})

/**
 * A head approves (godkänner), for themselves and for those whom they answer for while they are away. When the last one has,
 * each draft is registered as a record, if every approval is of its words.
 */
export const approveDrafts = command(
  'drafting.approve',
  approving,
  async (ctx, { submissionId, digest: read, comment }) => {
    const submission = await lockSubmission(ctx, submissionId)
    allowAt(ctx, submission.authorityId)
    refuseIf(obstaclesToAnswering(submission, ctx.actor.personId))
    const drafts = await listSubmitted(ctx, submissionId)
    const digest = digestOf(drafts)
    refuseIf(read === digest ? [] : [text.obstacle.changedSinceRead])
    const asked = answerableBy(submission.approvals, ctx.actor.personId)
    await answer(ctx, { submission, asked }, { state: 'approved', note: comment, digest })
    await writeLedger(ctx, submission.caseId, 'drafting.approved', { submissionId, ...insteadOf(ctx, asked) })

    const { approvals } = await lockSubmission(ctx, submissionId)
    const isLast = isApprovedByAll(approvals)
    if (isLast) {
      refuseIf(obstaclesToRegistering(approvals, digest))
      await close(ctx, submissionId, 'approved')
      await registerDrafts(ctx, drafts, approversOf(approvals))
    } else await tellApprovers(ctx, submissionId)
    return { submissionId, isLast }
  },
)

const returning = z.object({
  submissionId: z.uuid(),
  note: z
    .string()
    .trim()
    .min(1, { error: () => text.invalid.note })
    .max(5000),
})

/** A head sends it back with what needs to change (återlämnar); nobody further on is asked. It is written in again, and sent anew. */
export const returnDrafts = command('drafting.return', returning, async (ctx, { submissionId, note }) => {
  const submission = await lockSubmission(ctx, submissionId)
  allowAt(ctx, submission.authorityId)
  refuseIf(obstaclesToAnswering(submission, ctx.actor.personId))
  const mine = answerableBy(submission.approvals, ctx.actor.personId)
  const own = mine.filter(({ personId }) => personId === ctx.actor.personId)
  const asked = own.length > 0 ? own : mine.slice(0, 1)
  await answer(ctx, { submission, asked }, { state: 'returned', note, digest: null })
  await reopen(ctx, submission)
  await close(ctx, submissionId, 'returned')
  await writeLedger(ctx, submission.caseId, 'drafting.returned', { submissionId, ...insteadOf(ctx, asked) })
  return { submissionId }
})
