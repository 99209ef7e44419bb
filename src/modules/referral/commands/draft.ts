/** Preparing a round: filled in, or thrown away. */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { writeLedger } from '../../registry/index.ts'
import { oneRound, roundFacts, type RoundFacts } from './input.ts'
import { obstaclesToEditing, type Round } from '../model.ts'
import { getRound, listContacts, listIssuers, listSendingDecisions, lockRound } from '../queries.ts'
import { text } from '../text.ts'
import { demandAnew } from './demand.ts'

/** Changes what a round says, while it is a draft (I-11). */
export const editRound = command('referral.edit', roundFacts, async (ctx, { roundId, ...facts }) => {
  const round = await lockDraft(ctx, roundId)
  await checkFacts(ctx, round, facts)
  const { numUpdatedRows } = await ctx.db
    .updateTable('referral.rounds')
    .set({ ...changesOf(facts), title: facts.title ?? round.title })
    .where('id', '=', roundId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Forbidden()
  await demandAnew(ctx, round, await getRound(ctx, roundId))
  await writeLedger(ctx, round.caseId, 'referral.edited', { roundId, part: 'facts' })
})

/** Kysely leaves out what is undefined: the column stays as it is. */
function changesOf(facts: Omit<RoundFacts, 'roundId'>) {
  return {
    issuer_id: facts.issuerId,
    decision_id: facts.decisionId,
    without_position: facts.withoutPosition,
    cover_letter: facts.coverLetter && JSON.stringify(facts.coverLetter),
    answer_by: facts.answerBy,
    contact_id: facts.contactId,
  }
}

async function checkFacts(ctx: Write, round: Round, facts: Omit<RoundFacts, 'roundId'>): Promise<void> {
  const { authorityId, caseId } = round
  const wrong: Record<string, string> = {}
  const { issuerId, decisionId, contactId, answerBy } = facts
  if (issuerId !== undefined && !(await listIssuers(ctx, authorityId)).some(({ id }) => id === issuerId))
    wrong['issuerId'] = text.invalid.noIssuer
  if (typeof decisionId === 'string' && !(await listSendingDecisions(ctx, caseId)).some(({ id }) => id === decisionId))
    wrong['decisionId'] = text.invalid.otherDecision
  if (typeof contactId === 'string' && !(await listContacts(ctx, authorityId)).some(({ id }) => id === contactId))
    wrong['contactId'] = text.invalid.choose
  if (typeof answerBy === 'string' && answerBy <= today(ctx)) wrong['answerBy'] = text.obstacle.deadlinePassed
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

/** A draft, held, asked for and still open: how every change of a round begins. */
export async function lockDraft(ctx: Write, roundId: string): Promise<Round> {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  refuseIf(obstaclesToEditing(round))
  return round
}

/** Throws a draft away; the ledger keeps that it was there. */
export const discardDraft = command('referral.discard-draft', oneRound, async (ctx, { roundId }) => {
  const round = await lockDraft(ctx, roundId)
  await ctx.db.deleteFrom('referral.recipients').where('round_id', '=', roundId).execute()
  await ctx.db.deleteFrom('referral.questions').where('round_id', '=', roundId).execute()
  await ctx.db.deleteFrom('referral.documents').where('round_id', '=', roundId).execute()
  await ctx.db.deleteFrom('referral.turns').where('round_id', '=', roundId).execute()
  await ctx.db.deleteFrom('referral.rounds').where('id', '=', roundId).execute()
  await writeLedger(ctx, round.caseId, 'referral.discarded', { roundId, title: round.title })
  return { caseId: round.caseId, referenceNumber: round.referenceNumber }
})
