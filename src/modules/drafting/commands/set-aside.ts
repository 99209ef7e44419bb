/** Laying a draft aside and taking it up again, as steps of other commands' transactions (I-18). */

import type { Write } from '../../../kernel/context.ts'
import { writeLedger } from '../../registry/index.ts'
import type { DraftKind } from '../model/draft.ts'
import { findDraft, findSubmission, getDraft, listSubmitted, lockDraft, lockSubmission } from '../queries.ts'
import { listAside, listStanding } from '../queries/aside.ts'
import { close, reopen } from './answering.ts'
import { changeDraft, keepVersion } from './steps.ts'

/** Lays what there is of a kind in a case aside, with its words kept. What the heads are reading is taken back first. */
export async function setAside(ctx: Write, caseId: string, kind: DraftKind): Promise<void> {
  await takeBack(ctx, caseId, kind)
  for (const { id } of await listStanding(ctx, caseId, kind)) {
    await keepVersion(ctx, await lockDraft(ctx, id))
    await changeDraft(ctx, id, { state: 'set_aside' })
    await writeLedger(ctx, caseId, 'drafting.set-aside', { draftId: id, kind })
  }
}

async function takeBack(ctx: Write, caseId: string, kind: DraftKind): Promise<void> {
  const latest = await findSubmission(ctx, caseId)
  if (latest?.state !== 'waiting') return
  const submission = await lockSubmission(ctx, latest.id)
  const isRead = (await listSubmitted(ctx, submission.id)).some((draft) => draft.kind === kind)
  if (submission.state !== 'waiting' || !isRead) return
  await reopen(ctx, submission)
  await close(ctx, submission.id, 'withdrawn')
  await writeLedger(ctx, caseId, 'drafting.withdrawn', { submissionId: submission.id })
}

/**
 * Takes up again what was laid aside last, as it was: what was registered is approved, since neither its words nor its record have
 * changed; what was not is written on. Nothing where something else has been begun. Gives the id of the draft to go on with.
 */
export async function takeUp(ctx: Write, caseId: string, kind: DraftKind): Promise<{ id: string } | null> {
  if ((await findDraft(ctx, caseId, kind)) !== null) return null
  for (const { id, recordId } of await listAside(ctx, caseId, kind)) {
    await lockDraft(ctx, id)
    await changeDraft(ctx, id, { state: recordId === null ? 'draft' : 'approved' })
    await writeLedger(ctx, caseId, 'drafting.taken-up-again', { draftId: id, kind })
  }
  const now = await findDraft(ctx, caseId, kind)
  return now === null ? null : getDraft(ctx, now.id)
}
