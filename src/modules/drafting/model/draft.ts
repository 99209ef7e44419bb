/** A draft and the approval it goes through. Pure. */

import { swedishDay } from '../../../kernel/time.ts'
import type { MemoContent } from './memo.ts'
import type { StatementContent } from './statement.ts'
import { isBlank } from './statement.ts'
import { missingParts } from './memo.ts'
import { text } from '../text.ts'

export type DraftKind = 'memo' | 'statement'

export function isDraftKind(word: unknown): word is DraftKind {
  return word === 'memo' || word === 'statement'
}

type DraftFacts = {
  readonly id: string
  readonly caseId: string
  readonly authorityId: string
  readonly state: 'draft' | 'submitted' | 'approved' | 'replaced'
  readonly version: number
  readonly createdBy: string
  readonly savedAt: Date
  readonly savedBy: string
  readonly savedByName: string
  /** The approval it is in, or was last in. */
  readonly submissionId: string | null
  /** The record that approval made of it. */
  readonly recordId: string | null
  /** The day it was registered, ISO; null while it is written. */
  readonly registeredOn: string | null
}
export type MemoDraft = DraftFacts & { readonly kind: 'memo'; readonly content: MemoContent }
export type StatementDraft = DraftFacts & { readonly kind: 'statement'; readonly content: StatementContent }
export type Draft = MemoDraft | StatementDraft

export type Approval = {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly state: 'waiting' | 'approved' | 'returned'
  readonly answeredAt: Date | null
  readonly note: string | null
  /** The one who is away, for whom this approval counts too, and why. */
  readonly standsInFor: string | null
  readonly reason: string | null
}

export type Submission = {
  readonly id: string
  readonly caseId: string
  readonly authorityId: string
  readonly state: 'waiting' | 'approved' | 'returned' | 'withdrawn'
  readonly submittedAt: Date
  readonly submittedBy: string
  readonly submittedByName: string
  readonly approvals: readonly Approval[]
}

/** Only what nobody is reading for approval is written in. */
export function obstaclesToWriting(draft: Draft): string[] {
  if (draft.state === 'submitted') return [text.obstacle.submitted]
  return draft.state === 'draft' ? [] : [text.obstacle.registered]
}

type Open = { readonly memo: Draft | null; readonly statement: Draft | null; readonly waiting: Submission | null }

/** Everything that stands in the way of asking the heads (I-13, I-16). */
export function obstaclesToSubmitting({ memo, statement, waiting }: Open): string[] {
  if (waiting !== null) return [text.obstacle.waiting]
  const open = [memo, statement].filter((draft) => draft?.state === 'draft')
  if (open.length === 0) return [text.obstacle.nothingToSubmit]

  const obstacles: string[] = []
  for (const draft of open) {
    if (draft?.kind === 'memo') obstacles.push(...missingParts(draft.content))
    if (draft?.kind === 'statement' && isBlank(draft.content)) obstacles.push(text.obstacle.blankStatement)
  }
  return obstacles
}

/** A head cannot answer what they are not asked, nor twice. The order of the heads is not held (I-16). */
export function obstaclesToAnswering(submission: Submission, personId: string | null): string[] {
  if (submission.state !== 'waiting') return [text.obstacle.notWaiting]
  const own = submission.approvals.find((approval) => approval.personId === personId)
  if (own === undefined) return [text.obstacle.notAsked]
  return own.state === 'waiting' ? [] : [text.obstacle.answered]
}

export function obstaclesToWithdrawing(submission: Submission): string[] {
  return submission.state === 'waiting' ? [] : [text.obstacle.notWaiting]
}

/** One more is asked, or one instead of somebody who is away: that must be one who is asked and has not answered. */
export function obstaclesToAddingApprover(
  submission: Submission,
  { personId, insteadOf }: { readonly personId: string; readonly insteadOf: string | null },
): string[] {
  if (submission.state !== 'waiting') return [text.obstacle.notWaiting]
  const isAsked = submission.approvals.some((approval) => approval.personId === personId)
  const away = submission.approvals.find((approval) => approval.personId === insteadOf)
  return [
    ...(isAsked ? [text.obstacle.alreadyAsked] : []),
    ...(insteadOf !== null && away?.state !== 'waiting' ? [text.obstacle.notAway] : []),
  ]
}

/** A new draft is made from what was approved, and only one is open at a time. */
export function obstaclesToRevising(latest: Draft | null): string[] {
  if (latest?.state === 'approved') return []
  return [latest === null ? text.obstacle.nothingApproved : text.obstacle.alreadyOpen]
}

type Answer = Pick<Approval, 'personId' | 'state' | 'standsInFor'>

/** Everyone who was asked has approved, or the one who stands in for them. */
export function isApprovedByAll(approvals: readonly Answer[]): boolean {
  return approvals.length > 0 && approvals.every((asked) => approvalFor(approvals, asked) !== null)
}

/** The approval that counts for one who was asked: their own, or that of the one who stands in for them; else null. */
export function approvalFor<A extends Answer>(approvals: readonly A[], asked: A): A | null {
  if (asked.state === 'approved') return asked
  // Who stands in is always asked later, so the way from one to the next comes to an end.
  const standIns = approvals.filter(({ standsInFor }) => standsInFor === asked.personId)
  return standIns.map((standIn) => approvalFor(approvals, standIn)).find((found) => found !== null) ?? null
}

/** Those whom the matter waits for: nobody waits for one whom another stands in for. */
export function waitingAmong<A extends Answer>(approvals: readonly A[]): A[] {
  const replaced = new Set(approvals.map(({ standsInFor }) => standsInFor))
  return approvals.filter(({ state, personId }) => state === 'waiting' && !replaced.has(personId))
}

export type Approver = { readonly name: string; readonly on: string; readonly by: string | null }

/** Who has approved and which day (ISO), by the time of their own answer; `by` is who stood in for them. */
export function approversOf(approvals: readonly Approval[]): Approver[] {
  return approvals.flatMap((asked) => {
    const approval = approvalFor(approvals, asked)
    if (approval === null || approval.answeredAt === null) return []
    return [{ name: asked.name, on: swedishDay(approval.answeredAt), by: approval === asked ? null : approval.name }]
  })
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'drafting.started': { draftId: string; kind: DraftKind }
    'drafting.memo-read': { draftId: string; file: string }
    'drafting.submitted': { submissionId: string; kinds: DraftKind[]; approvers: string[] }
    'drafting.approver-added': { submissionId: string; approver: string; insteadOf?: string }
    'drafting.approved': { submissionId: string }
    'drafting.returned': { submissionId: string }
    'drafting.withdrawn': { submissionId: string }
    'drafting.registered': { draftId: string; kind: DraftKind; recordId: string }
    'drafting.revised': { draftId: string; kind: DraftKind }
  }
}
