/** Questions about a round: asked from the body's own case, answered once, to everyone. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt } from '../../../kernel/context.ts'
import { Forbidden, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { tick, words } from '../../../kernel/fields.ts'
import { getCase, writeLedgers } from '../../registry/index.ts'
import { obstaclesToInquiring, obstaclesToReplying } from '../model/inquiry.ts'
import { findRecipient, getInquiry, getRound, listAsked, lockRound } from '../queries.ts'
import { text } from '../text/inquiries.ts'
import { caseName } from './input.ts'
import { tellOutside } from './post.ts'

const inquiry = z.object({
  caseId: caseName,
  words: words(4000, () => text.invalid.noQuestion),
  namesAsker: tick,
})

/** Asks the sender about the referral (ställer en fråga om remissen). */
export const inquire = command('referral.inquire', inquiry, async (ctx, { caseId, words: asked, namesAsker }) => {
  const theCase = await getCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const recipient = await findRecipient(ctx, theCase.id)
  if (recipient === null) throw new NotFound()
  const round = await getRound(ctx, recipient.roundId)
  refuseIf(obstaclesToInquiring(round.state))
  const { id: inquiryId } = await ctx.db
    .insertInto('referral.inquiries')
    .values({
      round_id: round.id,
      recipient_id: recipient.id,
      words: asked,
      names_asker: namesAsker,
      asked_at: ctx.now,
      asked_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const facts = { inquiryId, words: asked }
  const { bodyName } = recipient
  // Everyone inside reads the sender's history: there the asker is named only if it wants to be.
  await writeLedgers(ctx, [
    { caseId: theCase.id, event: 'referral.inquired', facts: { ...facts, body: bodyName } },
    { caseId: round.caseId, event: 'referral.inquired', facts: { ...facts, body: namesAsker ? bodyName : null } },
  ])
  return { inquiryId }
})

const reply = z.object({
  roundId: z.uuid(),
  inquiryId: z.uuid(),
  answer: words(10_000, () => text.invalid.noAnswer),
})

/** Answers a question once, to everyone who was asked (svarar alla): each of them has a line of it in its own case. */
export const replyToAll = command('referral.reply', reply, async (ctx, { roundId, inquiryId, answer }) => {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  const asked = await getInquiry(ctx, inquiryId)
  if (asked.roundId !== round.id) throw new NotFound()
  refuseIf(obstaclesToReplying(asked))
  const { numUpdatedRows } = await ctx.db
    .updateTable('referral.inquiries')
    .set({ answer, answered_at: ctx.now, answered_by: actingPerson(ctx) })
    .where('id', '=', inquiryId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden()
  const recipients = await listAsked(ctx, round.id)
  const facts = { inquiryId, words: asked.words, answer }
  const cases = [round.caseId, ...recipients.flatMap(({ caseId }) => caseId ?? [])]
  await writeLedgers(
    ctx,
    cases.map((caseId) => ({ caseId, event: 'referral.replied', facts })),
  )
  const outside = await tellOutside(
    ctx,
    { round, letter: [], correction: null, decision: null, reply: { question: asked.words, answer } },
    recipients.filter(({ caseId }) => caseId === null),
  )
  return { inquiryId, told: recipients.filter(({ caseId }) => caseId !== null).length + outside }
})
