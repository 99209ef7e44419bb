/** A draft and the approval it goes through. Pure. */

import { swedishDay } from '../../../kernel/time.ts'
import { approvalFor } from './chain.ts'
import type { MemoContent } from './memo.ts'
import type { StatementContent } from './statement.ts'
import { faultsOfStatement, isBlank } from './statement.ts'
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
  readonly state: 'draft' | 'submitted' | 'approved' | 'replaced' | 'set_aside'
  readonly version: number
  /** The version at which something else than a shared text was last saved. */
  readonly fieldsVersion: number
  readonly fieldsSavedBy: string
  readonly createdBy: string
  readonly savedAt: Date
  readonly savedBy: string
  readonly savedByName: string
  /** The approval it is in, or was last in. */
  readonly submissionId: string | null
  /** The template it was sent with; null while it is written. */
  readonly templateId: string | null
  /** The record that approval made of it. */
  readonly recordId: string | null
  /** The day it was registered, ISO; null while it is written. */
  readonly registeredOn: string | null
}
export type MemoDraft = DraftFacts & { readonly kind: 'memo'; readonly content: MemoContent }
export type StatementDraft = DraftFacts & { readonly kind: 'statement'; readonly content: StatementContent }
export type Draft = MemoDraft | StatementDraft
/** What a draft says, whatever its place. */
export type Words = Pick<MemoDraft, 'kind' | 'content'> | Pick<StatementDraft, 'kind' | 'content'>

export type Approval = {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly state: 'waiting' | 'approved' | 'returned'
  readonly answeredAt: Date | null
  /** Who gave the answer: another than the one who was asked, when that one was away. */
  readonly answeredByName: string | null
  /** What was sent back says why; an approval may have a comment. Neither stands on the paper. */
  readonly note: string | null
  /** The order of asking: the next step when all of the one before have approved. */
  readonly step: number
  /** SHA-256 of what was approved. */
  readonly digest: string | null
  /** Who answers for them today. */
  readonly deputyId: string | null
  readonly deputyName: string | null
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
  /** SHA-256 of what was sent; null for what was sent before words were summed. */
  readonly digest: string | null
  readonly approvals: readonly Approval[]
}

/** Only what nobody is reading for approval is written in. */
export function obstaclesToWriting(draft: Draft): string[] {
  if (draft.state === 'submitted') return [text.obstacle.submitted]
  if (draft.state === 'set_aside') return [text.obstacle.setAside]
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
    if (draft?.kind === 'statement') obstacles.push(...faultsIn(draft.content))
  }
  return obstacles
}

function faultsIn(statement: StatementContent): string[] {
  return isBlank(statement) ? [text.obstacle.blankStatement] : faultsOfStatement(statement)
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

export type Approver = { readonly name: string; readonly on: string; readonly by: string | null }

/** Who has approved and which day (ISO), by the time of their own answer; `by` is who did it for them. */
export function approversOf(approvals: readonly Approval[]): Approver[] {
  return approvals.flatMap((asked) => {
    const approval = approvalFor(approvals, asked)
    if (approval === null || approval.answeredAt === null) return []
    const by = approval.answeredByName ?? approval.name
    return [{ name: asked.name, on: swedishDay(approval.answeredAt), by: by === asked.name ? null : by }]
  })
}

/** An approval of other words than these does not count for these. Those given before words were summed have none to compare. */
export function obstaclesToRegistering(approvals: readonly Approval[], digest: string): string[] {
  const isOther = approvals.some(
    (approval) => approval.state === 'approved' && approval.digest !== null && approval.digest !== digest,
  )
  return isOther ? [text.obstacle.changedSince] : []
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'drafting.started': { draftId: string; kind: DraftKind }
    'drafting.memo-read': { draftId: string; file: string }
    'drafting.submitted': { submissionId: string; kinds: DraftKind[]; approvers: string[] }
    'drafting.approver-added': { submissionId: string; approver: string; insteadOf?: string }
    'drafting.approved': { submissionId: string; insteadOf?: string[] }
    'drafting.returned': { submissionId: string; insteadOf?: string[] }
    'drafting.withdrawn': { submissionId: string }
    'drafting.registered': { draftId: string; kind: DraftKind; recordId: string }
    'drafting.let-stand': { draftId: string; code: string }
    'drafting.taken-up': { draftId: string; code: string }
    'drafting.revised': { draftId: string; kind: DraftKind }
    'drafting.set-aside': { draftId: string; kind: DraftKind }
    'drafting.taken-up-again': { draftId: string; kind: DraftKind }
  }
}
