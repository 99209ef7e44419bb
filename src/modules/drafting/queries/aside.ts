/** What stands of a kind of draft in a case before it is laid aside, and what has been laid aside (I-18). */

import type { Read, Write } from '../../../kernel/context.ts'
import { approversOf, type Approver, type Draft, type DraftKind, type Submission } from '../model/draft.ts'
import { getDraft, type ApprovedStatement } from './drafts.ts'
import { getSubmission, listSubmitted } from './submissions.ts'

type Row = { readonly id: string; readonly recordId: string | null; readonly submissionId: string | null }

function ofKind(ctx: Read | Write, caseId: string, kind: DraftKind) {
  return ctx.db
    .selectFrom('drafting.drafts')
    .select(['id', 'record_id as recordId', 'submission_id as submissionId', 'created_at as createdAt'])
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
}

/** What is written, read by the heads or approved: at most one that is open and one that is approved. */
export async function listStanding(ctx: Read | Write, caseId: string, kind: DraftKind): Promise<Row[]> {
  return ofKind(ctx, caseId, kind).where('state', 'in', ['draft', 'submitted', 'approved']).execute()
}

/** What was laid aside last: the one that was approved, and the one that was begun after it. */
export async function listAside(ctx: Read | Write, caseId: string, kind: DraftKind): Promise<Row[]> {
  const rows = await ofKind(ctx, caseId, kind).where('state', '=', 'set_aside').execute()
  const approved = rows.find(({ recordId }) => recordId !== null)
  const open = rows.find(({ recordId }) => recordId === null)
  const isLater = open !== undefined && (approved === undefined || open.createdAt >= approved.createdAt)
  return [...(approved === undefined ? [] : [approved]), ...(isLater ? [open] : [])]
}

/** What would be laid aside, and whose approval does not count meanwhile. */
export type ToLayAside = {
  readonly state: Draft['state']
  /** Something of it has been approved by all, and registered. */
  readonly isApproved: boolean
  readonly savedAt: Date
  /** Those who have approved it. */
  readonly approvers: readonly Approver[]
  /** The names of those who have been asked and have not answered. */
  readonly waiting: readonly string[]
  /** The heads read it together with another draft, which is taken back too. */
  readonly isReadWithMore: boolean
}

/** Null where there is nothing, or it is not one's own authority's (B-22). */
export async function findToLayAside(ctx: Read | Write, caseId: string, kind: DraftKind): Promise<ToLayAside | null> {
  const standing = await listStanding(ctx, caseId, kind)
  const [latest] = standing
  if (latest === undefined) return null
  const { state, savedAt } = await getDraft(ctx, latest.id)
  const submissions: Submission[] = []
  for (const id of new Set(standing.flatMap(({ submissionId }) => submissionId ?? [])))
    submissions.push(await getSubmission(ctx, id))
  const counting = submissions.filter((one) => one.state === 'waiting' || one.state === 'approved')
  const asked = counting.flatMap(({ approvals }) => approvals)
  const waiting = asked.filter((approval) => approval.state === 'waiting').map(({ name }) => name)
  const reading = submissions.find((one) => one.state === 'waiting')
  const isReadWithMore =
    reading !== undefined && (await listSubmitted(ctx, reading.id)).some((draft) => draft.kind !== kind)
  const isApproved = standing.some(({ recordId }) => recordId !== null)
  return { state, isApproved, savedAt, approvers: approversOf(asked), waiting, isReadWithMore }
}

/** The statement that was approved and laid aside, with its words. Null where none is. */
export async function findAsideStatement(ctx: Read | Write, caseId: string): Promise<ApprovedStatement | null> {
  const approved = (await listAside(ctx, caseId, 'statement')).find(({ recordId }) => recordId !== null)
  if (approved === undefined) return null
  const draft = await getDraft(ctx, approved.id)
  if (draft.kind !== 'statement' || draft.recordId === null) return null
  return { draftId: draft.id, recordId: draft.recordId, templateId: draft.templateId, content: draft.content }
}
