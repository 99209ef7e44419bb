/** What the answer of a case rests on, as it stands now. */

import type { Read, Write } from '../../../kernel/context.ts'
import { findApproved, type ApprovedStatement } from '../../drafting/index.ts'
import { listDecisions, type Decision } from '../../meetings/index.ts'
import { decidingOf, type Recipient, type ToDispatch } from '../model.ts'
import { listDecidedStatements } from './answers.ts'
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
    statement: await findApproved(ctx, caseId, 'statement'),
    decidedOnRecords: decision === null ? [] : await listDecidedStatements(ctx, decision.itemId),
  }
}
