/** Rounds as the case they were sent from sees them. */

import type { Read, Write } from '../../../kernel/context.ts'

/** The latest round that was sent from a case, with how many were asked and have answered; null when there is none. */
export async function findRoundOfCase(
  ctx: Read | Write,
  caseId: string,
): Promise<{ id: string; asked: number; answered: number } | null> {
  const row = await ctx.db
    .selectFrom('referral.rounds as r')
    .where('r.case_id', '=', caseId)
    .where('r.state', '<>', 'draft')
    .select((on) => [
      'r.id',
      on
        .selectFrom('referral.recipients as x')
        .whereRef('x.round_id', '=', 'r.id')
        .where('x.asked_at', 'is not', null)
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('asked'),
      on
        .selectFrom('referral.recipients as x')
        .innerJoin('referral.answers as s', 's.recipient_id', 'x.id')
        .whereRef('x.round_id', '=', 'r.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('answered'),
    ])
    .orderBy('r.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, asked: row.asked ?? 0, answered: row.answered ?? 0 }
}
