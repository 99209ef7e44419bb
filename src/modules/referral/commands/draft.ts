/** Preparing a round: begun in a case, filled in, or thrown away. */

import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { fromText } from '../../../kernel/rich-text.ts'
import { speaking } from '../../../kernel/words.ts'
import { getCase, listStandingRecords, writeLedger, type Case } from '../../registry/index.ts'
import { oneCase, oneRound, roundFacts, type RoundFacts } from './input.ts'
import { obstaclesToEditing, type Round } from '../model.ts'
import { listContacts, listIssuers, listSendingDecisions, lockRound } from '../queries.ts'
import { text } from '../text.ts'

/** Begins a referral in a case (bereder remiss), with all that the case already tells. */
export const startRound = command('referral.start', oneCase, async (ctx, { caseId }) => {
  const theCase = await getCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const decision = (await listSendingDecisions(ctx, theCase.id)).at(-1) ?? null
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
  await writeLedger(ctx, theCase.id, 'referral.started', { roundId, title: theCase.title })
  return { roundId }
})

/** The working committee where there is one, else the board itself. */
async function usualIssuer(ctx: Write, theCase: Case): Promise<string> {
  const [first] = await listIssuers(ctx, theCase.authorityId)
  if (first === undefined) throw new Invalid({ caseId: text.invalid.noIssuer })
  return first.id
}

async function attachProposals(ctx: Write, theCase: Case, roundId: string): Promise<void> {
  const records = await listStandingRecords(ctx, theCase.id)
  const proposals = records.filter(({ kind }) => kind === 'proposal')
  if (proposals.length === 0) return
  await ctx.db
    .insertInto('referral.documents')
    .values(proposals.map((record, index) => ({ round_id: roundId, record_id: record.id, position: index + 1 })))
    .execute()
}

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
  await ctx.db.deleteFrom('referral.rounds').where('id', '=', roundId).execute()
  await writeLedger(ctx, round.caseId, 'referral.discarded', { roundId, title: round.title })
  return { caseId: round.caseId, referenceNumber: round.referenceNumber }
})
