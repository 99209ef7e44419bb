/** Rounds as the case they were sent from sees them. */

import type { Read, Write } from '../../../kernel/context.ts'

export type RoundOfCase = {
  readonly id: string
  readonly title: string
  readonly state: 'sent' | 'closed'
  /** ISO day. */
  readonly answerBy: string | null
  readonly asked: number
  readonly answered: number
}

/** The rounds that were sent from a case, the latest first, with how many were asked and have answered. At most 50. */
export async function listRoundsOfCase(ctx: Read | Write, caseId: string): Promise<RoundOfCase[]> {
  const rows = await ctx.db
    .selectFrom('referral.rounds as r')
    .where('r.case_id', '=', caseId)
    .where('r.state', '<>', 'draft')
    .select((on) => [
      'r.id',
      'r.title',
      'r.state',
      'r.answer_by as answerBy',
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
    .orderBy('r.id')
    .limit(50)
    .execute()
  return rows.map(({ state, asked, answered, ...row }) => ({
    ...row,
    state: state === 'closed' ? 'closed' : 'sent',
    asked: asked ?? 0,
    answered: answered ?? 0,
  }))
}

/** The latest of them; null when there is none. */
export async function findRoundOfCase(ctx: Read | Write, caseId: string): Promise<RoundOfCase | null> {
  return (await listRoundsOfCase(ctx, caseId))[0] ?? null
}
