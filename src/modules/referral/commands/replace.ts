/** An answer that is given anew: the row stays, and what it said before is kept beside it. */

import type { Write } from '../../../kernel/context.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { writeLedger } from '../../registry/index.ts'
import { isLate, type Recipient, type Round } from '../model.ts'
import { findAnswer, hasDecidedMatter } from '../queries.ts'
import { keepParts, type GivenAnswer } from './give.ts'

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
  const late = isLate(swedishDay(ctx.now), recipient.answerBy)
  const isAfterDecision = await hasDecidedMatter(ctx, round)
  await ctx.db
    .updateTable('referral.answers')
    .set({
      decided_by: given.decidedBy,
      stance: given.stance,
      decision_id: given.decisionId ?? null,
      decided_on: given.decidedOn,
      paragraph: given.paragraph,
      delegated_id: given.delegatedId ?? null,
      rule: given.rule ?? null,
      is_after_decision: isAfterDecision,
      reservations: given.reservations,
      statement_record_id: given.statementRecordId,
      extract_record_id: given.extractRecordId ?? null,
      arrived_at: ctx.now,
      is_late: late,
    })
    .where('id', '=', before.id)
    .executeTakeFirstOrThrow()
  await ctx.db.deleteFrom('referral.answer_parts').where('answer_id', '=', before.id).execute()
  await keepParts(ctx, before.id, given.parts)
  const { stance, decidedBy, paragraph } = given
  const said = { stance, decidedBy, paragraph, isLate: late, isAfterDecision }
  const facts = { answerId: before.id, body: recipient.bodyName, ...said }
  await writeLedger(ctx, round.caseId, 'referral.answer-replaced', facts)
  return { answerId: before.id, isLate: late }
}
