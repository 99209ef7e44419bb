/** An answer that is given anew: the row stays, and what it said before is kept beside it. */

import type { Write } from '../../../kernel/context.ts'
import { writeLedger } from '../../registry/index.ts'
import type { Recipient, Round } from '../model.ts'
import { findAnswer } from '../queries.ts'
import { columnsOf, keepParts, type GivenAnswer } from './give.ts'

/** Puts a new version in the place of the answer there is. Throws when there is none. */
export async function replaceAnswer(
  ctx: Write,
  { round, recipient }: { readonly round: Round; readonly recipient: Recipient },
  given: GivenAnswer,
): Promise<{ answerId: string; isLate: boolean }> {
  const before = await findAnswer(ctx, recipient.id)
  if (before === null) throw new Error('Only an answer that is there is replaced')
  await ctx.db
    .insertInto('referral.earlier_answers')
    .values({ recipient_id: recipient.id, answer: JSON.stringify(before), replaced_at: ctx.now })
    .execute()
  const columns = await columnsOf(ctx, { round, recipient }, given)
  await ctx.db.updateTable('referral.answers').set(columns).where('id', '=', before.id).executeTakeFirstOrThrow()
  await ctx.db.deleteFrom('referral.answer_parts').where('answer_id', '=', before.id).execute()
  await keepParts(ctx, before.id, given.parts)
  const { stance, decidedBy, paragraph } = given
  const { is_late: isLate, is_after_decision: isAfterDecision } = columns
  const said = { stance, decidedBy, paragraph, isLate, isAfterDecision }
  const facts = { answerId: before.id, body: recipient.bodyName, ...said }
  await writeLedger(ctx, round.caseId, 'referral.answer-replaced', facts)
  return { answerId: before.id, isLate }
}
