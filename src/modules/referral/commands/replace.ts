/** An answer that is given anew: the row stays, and what it said before is kept beside it. */

import type { Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { writeLedger } from '../../registry/index.ts'
import type { Recipient, Round } from '../model.ts'
import { findWholeAnswer } from '../queries.ts'
import { text } from '../text.ts'
import { columnsOf, keepParts, type GivenAnswer } from './give.ts'

/** Puts a new version in the place of the answer there is. Throws when there is none, and refuses one whose words the actor may not read. */
export async function replaceAnswer(
  ctx: Write,
  { round, recipient }: { readonly round: Round; readonly recipient: Recipient },
  given: GivenAnswer,
): Promise<{ answerId: string; isLate: boolean }> {
  const kept = await findWholeAnswer(ctx, recipient.id)
  if (kept === null) throw new Error('Only an answer that is there is replaced')
  const { isWithheld, isExtractMarked: _, ...before } = kept
  refuseIf(isWithheld ? [text.obstacle.withheld(recipient.bodyName)] : [])
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
