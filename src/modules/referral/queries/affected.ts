/** What the case of a round shows of whom it concerns: its assignment, and whom its other rounds asked. */

import type { Read } from '../../../kernel/context.ts'
import { findAssignmentOfCase } from '../../assignments/index.ts'
import type { Round } from '../model.ts'
import type { KnownOfCase } from '../model/affected.ts'
import { isAnswerShut } from './shut.ts'

/** Three statements. What a marked answer said is not told: that body counts as one that answered. */
export async function knownOfCase(ctx: Read, { id, caseId }: Pick<Round, 'id' | 'caseId'>): Promise<KnownOfCase> {
  const asked = await ctx.db
    .selectFrom('referral.rounds as r')
    .innerJoin('referral.recipients as x', 'x.round_id', 'r.id')
    .leftJoin('referral.answers as s', 's.recipient_id', 'x.id')
    .where('r.case_id', '=', caseId)
    .where('r.id', '<>', id)
    .where('r.state', '<>', 'draft')
    .where('x.asked_at', 'is not', null)
    .where((row) => row.or([row('s.id', 'is', null), isAnswerShut(), row('s.stance', '<>', 'abstain')]))
    .select('x.body_id as bodyId')
    .distinct()
    .execute()
  return {
    assignment: await findAssignmentOfCase(ctx, caseId),
    askedBefore: asked.map(({ bodyId }) => bodyId),
  }
}
