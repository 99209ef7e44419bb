/** Beginning a round: in a case, on a decision of it, from what an earlier round asked. */

import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { fromText } from '../../../kernel/rich-text.ts'
import { speaking } from '../../../kernel/words.ts'
import { listStandingRecords, lockCase, writeLedger, type Case } from '../../registry/index.ts'
import { getRound, listIssuers, listSendingDecisions } from '../queries.ts'
import { text } from '../text.ts'
import { toStart } from './input.ts'
import { copyInto } from './questions.ts'

/** Begins a referral in a case (bereder remiss), with all that the case already tells. */
export const startRound = command('referral.start', toStart, async (ctx, given) => {
  const { caseId, decisionId, fromRoundId } = given
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const decisions = await listSendingDecisions(ctx, theCase.id)
  const chosen = decisions.find(({ id }) => id === decisionId)
  if (decisionId !== null && chosen === undefined) throw new Invalid({ decisionId: text.invalid.otherDecision })
  const decision = chosen ?? decisions.at(-1) ?? null
  const { id: roundId } = await ctx.db
    .insertInto('referral.rounds')
    .values({
      case_id: theCase.id,
      authority_id: theCase.authorityId,
      issuer_id: decision?.bodyId ?? (await usualIssuer(ctx, theCase)),
      title: theCase.title,
      decision_id: decision?.id ?? null,
      cover_letter: JSON.stringify(fromText(speaking('sv', () => text.letter.usual))),
      contact_id: actingPerson(ctx),
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await attachProposals(ctx, theCase, roundId)
  if (fromRoundId !== null)
    await copyInto(ctx, await getRound(ctx, roundId), { fromRoundId, letter: true, recipients: true })
  await writeLedger(ctx, theCase.id, 'referral.started', { roundId, title: theCase.title })
  return { roundId }
})

/** The working committee where there is one, else the board itself. */
async function usualIssuer(ctx: Write, theCase: Case): Promise<string> {
  const [first] = await listIssuers(ctx, theCase.authorityId)
  if (first === undefined) throw new Invalid({ caseId: text.invalid.noIssuer })
  return first.id
}

/** The case is held, so that none of them is struck or moved meanwhile. */
async function attachProposals(ctx: Write, theCase: Case, roundId: string): Promise<void> {
  const records = await listStandingRecords(ctx, theCase.id)
  const proposals = records.filter(({ kind }) => kind === 'proposal')
  if (proposals.length === 0) return
  await ctx.db
    .insertInto('referral.documents')
    .values(proposals.map((record, index) => ({ round_id: roundId, record_id: record.id, position: index + 1 })))
    .execute()
}
