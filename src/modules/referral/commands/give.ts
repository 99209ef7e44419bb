/** Keeping an answer: the decided text part by part, its standing in law, and both histories. */

import type { Write } from '../../../kernel/context.ts'
import { toText } from '../../../kernel/rich-text.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { typedOf, type Stance } from '../../drafting/index.ts'
import { writeLedger } from '../../registry/index.ts'
import { hasDecidedMatter } from '../queries.ts'
import { isLate, sumOf, type DecidedBy, type GivenPart, type Recipient, type Round } from '../model.ts'

import { lookAtTurns } from './turns.ts'

export type GivenAnswer = {
  readonly decidedBy: DecidedBy
  readonly stance: Stance
  readonly decisionId?: string | null
  readonly decidedOn: string | null
  readonly paragraph: string | null
  readonly delegatedId?: string | null
  readonly rule?: string | null
  readonly reservations: string | null
  readonly statementRecordId: string | null
  readonly extractRecordId?: string | null
  readonly parts: readonly GivenPart[]
  /** When it came, where that was before it is kept here: what came in time is not late (I-21). */
  readonly arrivedAt?: Date
}

type Answering = { readonly round: Round; readonly recipient: Recipient }

/** Keeps the answer as it was decided: each part under the hash of its words and what was typed beside them. Gives its id. */
export async function keepAnswer(
  ctx: Write,
  answering: Answering,
  given: GivenAnswer,
): Promise<{ answerId: string; isLate: boolean }> {
  const columns = await columnsOf(ctx, answering, given)
  const { id: answerId } = await ctx.db
    .insertInto('referral.answers')
    .values({ recipient_id: answering.recipient.id, ...columns })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepParts(ctx, answerId, given.parts)
  const standing = { isLate: columns.is_late, isAfterDecision: columns.is_after_decision }
  await noteArrival(ctx, { ...answering, answerId }, { ...given, ...standing })
  await lookAtTurns(ctx, answering.round)
  return { answerId, isLate: columns.is_late }
}

/** An answer as its columns, the first time or anew. */
export async function columnsOf(ctx: Write, { round, recipient }: Answering, given: GivenAnswer) {
  const { arrivedAt = ctx.now } = given
  return {
    decided_by: given.decidedBy,
    stance: given.stance,
    decision_id: given.decisionId ?? null,
    decided_on: given.decidedOn,
    paragraph: given.paragraph,
    delegated_id: given.delegatedId ?? null,
    rule: given.rule ?? null,
    is_after_decision: await hasDecidedMatter(ctx, round),
    reservations: given.reservations,
    statement_record_id: given.statementRecordId,
    extract_record_id: given.extractRecordId ?? null,
    arrived_at: arrivedAt,
    is_late: isLate(swedishDay(arrivedAt), recipient.answerBy),
  }
}

/** The parts of an answer, each under the hash of its words. */
export async function keepParts(ctx: Write, answerId: string, parts: readonly GivenPart[]): Promise<void> {
  if (parts.length === 0) return
  await ctx.db
    .insertInto('referral.answer_parts')
    .values(
      parts.map(({ questionId, stance, text, items, typed }) => ({
        answer_id: answerId,
        question_id: questionId,
        stance,
        text: JSON.stringify(text),
        plain: toText(text),
        // As it is summed, so that the database itself can compare the two.
        items: typedOf(items) || '{}',
        typed,
        sha256: sumOf(toText(text), typed),
      })),
    )
    .execute()
}

type Arrived = Answering & { readonly answerId: string }

/** In the sender's case, and in the answering body's own when it has one here. */
async function noteArrival(
  ctx: Write,
  { round, recipient, answerId }: Arrived,
  {
    stance,
    decidedBy,
    paragraph,
    isLate: late,
    isAfterDecision,
  }: GivenAnswer & { isLate: boolean; isAfterDecision: boolean },
): Promise<void> {
  const facts = { answerId, stance, decidedBy, paragraph, isLate: late, isAfterDecision }
  const { bodyName: body, referenceNumber: reference, caseId } = recipient
  if (caseId !== null)
    await writeLedger(ctx, caseId, 'referral.answer-dispatched', { ...facts, issuer: round.issuerName })
  await writeLedger(ctx, round.caseId, 'referral.answer-arrived', { ...facts, body, reference })
}
