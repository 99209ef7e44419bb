/** What the answer of a case rests on, as it stands now. */

import type { Read, Write } from '../../../kernel/context.ts'
import { findApproved, findDraft, type ApprovedStatement } from '../../drafting/index.ts'
import { listDecisions, type Decision } from '../../meetings/index.ts'
import { decidingOf, type Recipient, type ToDispatch } from '../model.ts'
import { listDecidedStatements } from './answers.ts'
import { findJointStatement } from './joint.ts'
import { findDelegated } from './standing.ts'

export type Ready = ToDispatch & { readonly statement: ApprovedStatement | null; readonly decision: Decision | null }

/** The decision, the approved statement, and which statements the decision was made on. */
export async function readiness(ctx: Read | Write, caseId: string, recipient: Recipient): Promise<Ready> {
  const decision = decidingOf(await listDecisions(ctx, caseId))
  return {
    kind: recipient.kind,
    isAnswered: recipient.answer !== null,
    decision,
    delegated: decision === null ? await findDelegated(ctx, caseId) : null,
    statement: await statementOf(ctx, caseId, recipient),
    decidedOnRecords: decision === null ? [] : await listDecidedStatements(ctx, decision.itemId),
  }
}

/** Its own, or what it has got to decide on where it answers together with another (I-18). */
async function statementOf(
  ctx: Read | Write,
  caseId: string,
  { id, jointWith }: Recipient,
): Promise<ApprovedStatement | null> {
  if (jointWith === null) return findApproved(ctx, caseId, 'statement')
  const joint = await findJointStatement(ctx, id)
  return joint === null ? null : { draftId: '', templateId: null, recordId: joint.recordId, content: joint.content }
}

/** Whether the answer has been begun: the statement, or the memo where another writes the statement. */
export async function isBegun(ctx: Read | Write, caseId: string, { jointWith }: Recipient): Promise<boolean> {
  return (await findDraft(ctx, caseId, jointWith === null ? 'statement' : 'memo')) !== null
}
