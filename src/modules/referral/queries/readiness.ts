/** What the answer of a case rests on, as it stands now. */

import type { Read, Write } from '../../../kernel/context.ts'
import { findApproved, findAsideStatement, findDraft, type ApprovedStatement } from '../../drafting/index.ts'
import { listDecisions, type Decision } from '../../meetings/index.ts'
import { decidingOf, type JointStatement, type Recipient, type ToDispatch } from '../model.ts'
import { listDecidedStatements } from './answers.ts'
import { listReceivedStatements } from './joint.ts'
import { findDelegated } from './standing.ts'

export type Ready = ToDispatch & { readonly statement: ApprovedStatement | null; readonly decision: Decision | null }

/** The decision, the approved statement, and which statements the decision was made on. */
export async function readiness(ctx: Read | Write, caseId: string, recipient: Recipient): Promise<Ready> {
  const decision = decidingOf(await listDecisions(ctx, caseId))
  const decidedOnRecords = decision === null ? [] : await listDecidedStatements(ctx, decision.itemId)
  return {
    kind: recipient.kind,
    isAnswered: recipient.answer !== null,
    decision,
    delegated: decision === null ? await findDelegated(ctx, caseId) : null,
    ...(await statementOf(ctx, { caseId, recipient, decidedOnRecords })),
    decidedOnRecords,
  }
}

type Among = {
  readonly caseId: string
  readonly recipient: Recipient
  readonly decidedOnRecords: readonly string[]
}

/**
 * Its own; where it answers together with another, the one of those it has got and its own, laid aside or not, that was decided on,
 * else the latest it has got (I-18). The board that has decided is not moved by what comes after (I-23).
 */
async function statementOf(
  ctx: Read | Write,
  { caseId, recipient, decidedOnRecords }: Among,
): Promise<Pick<Ready, 'statement' | 'isJoint'>> {
  const approved = await findApproved(ctx, caseId, 'statement')
  if (recipient.jointWith === null) return { statement: approved, isJoint: false }
  const own = approved ?? (await findAsideStatement(ctx, caseId))
  const received = await listReceivedStatements(ctx, recipient.id)
  const isDecided = ({ recordId }: { readonly recordId: string }) => decidedOnRecords.includes(recordId)
  const decided = received.find(isDecided)
  if (decided === undefined && own !== null && isDecided(own)) return { statement: own, isJoint: false }
  const joint = decided ?? received[0]
  return joint === undefined ? { statement: null, isJoint: false } : { statement: approvedOf(joint), isJoint: true }
}

function approvedOf({ recordId, content }: JointStatement): ApprovedStatement {
  return { draftId: '', templateId: null, recordId, content }
}

/** Whether the answer has been begun: the statement, or the memo where another writes the statement. */
export async function isBegun(ctx: Read | Write, caseId: string, { jointWith }: Recipient): Promise<boolean> {
  return (await findDraft(ctx, caseId, jointWith === null ? 'statement' : 'memo')) !== null
}
