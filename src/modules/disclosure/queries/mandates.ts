/** Who may refuse in the board's place: the rules of its scheme about giving out records. */

import { today, type Read, type Write } from '../../../kernel/context.ts'
import { listRulesInForce, listUsableRules, type RuleInForce, type Usable } from '../../delegation/index.ts'
import { listDecisions, type Decision } from '../../meetings/index.ts'
import { concernsDisclosure, isTheBoards, type Refusal } from '../model/refusal.ts'

export type Mandates = {
  /** In force today. */
  readonly rules: readonly RuleInForce[]
  /** Those of them that are the actor's. */
  readonly mine: readonly Usable[]
}

export async function mandatesAt(ctx: Read | Write, authorityId: string): Promise<Mandates> {
  const day = today(ctx)
  const rules = (await listRulesInForce(ctx, authorityId, day)).filter(concernsDisclosure)
  const { personId } = ctx.actor
  if (personId === null || rules.length === 0) return { rules, mine: [] }
  const usable = await listUsableRules(ctx, { personId, authorityId, day })
  return { rules, mine: usable.filter(({ rule }) => concernsDisclosure(rule)) }
}

/** What the board has decided in the request's case; nothing before it is opened. */
export async function boardsDecisions(ctx: Read, refusal: Refusal | null): Promise<readonly Decision[]> {
  if (refusal === null || refusal.caseId === null) return []
  return (await listDecisions(ctx, refusal.caseId)).filter(isTheBoards)
}
