/** Questions about a round: asked from the body's own case or written down by the sender, answered once, to everyone. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { choice, maybeDay, tick, words } from '../../../kernel/fields.ts'
import { speaking } from '../../../kernel/words.ts'
import { getCase, holdCounts, writeLedger, writeLedgers } from '../../registry/index.ts'
import { channels } from '../model/extension.ts'
import {
  obstaclesToEnteringInquiry,
  obstaclesToInquiring,
  obstaclesToReplying,
  type Inquiry,
} from '../model/inquiry.ts'
import type { Recipient, Round } from '../model.ts'
import { findRecipient, getInquiry, getRecipient, getRound, listAsked, lockRound } from '../queries.ts'
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
  return keepInquiry(ctx, { round, recipient }, { words: asked, namesAsker, channel: 'system' })
})

const entered = z.object({
  roundId: z.uuid(),
  recipientId: z.uuid({ error: () => text.invalid.noBody }),
  words: words(4000, () => text.invalid.noQuestion),
  channel: choice(channels),
  askedOn: maybeDay,
})

/** Writes down what a body outside has asked by mail, letter or telephone (skriver in en fråga). The others never learn who. */
export const enterInquiry = command('referral.enter-inquiry', entered, async (ctx, input) => {
  const round = await getRound(ctx, input.roundId)
  allowAt(ctx, round.authorityId)
  const recipient = await getRecipient(ctx, input.recipientId)
  if (recipient.roundId !== round.id) throw new Invalid({ recipientId: text.invalid.noBody })
  refuseIf(obstaclesToEnteringInquiry(round.state, recipient))
  const askedOn = input.askedOn ?? today(ctx)
  if (askedOn > today(ctx)) throw new Invalid({ askedOn: text.invalid.future })
  const { words: asked, channel } = input
  return keepInquiry(ctx, { round, recipient }, { words: asked, namesAsker: false, channel, askedOn })
})

export type AskedInquiry = Pick<Inquiry, 'words' | 'namesAsker' | 'channel'> &
  Partial<Pick<Inquiry, 'askedOn' | 'asker'>>

/** Keeps a question in order with the round, and says it in the cases of both (OSL 5:1, third paragraph). As a step. */
export async function keepInquiry(
  ctx: Write,
  { round, recipient }: { readonly round: Round; readonly recipient: Recipient },
  asked: AskedInquiry,
): Promise<{ inquiryId: string }> {
  const { id: inquiryId } = await ctx.db
    .insertInto('referral.inquiries')
    .values({
      round_id: round.id,
      recipient_id: recipient.id,
      words: asked.words,
      names_asker: asked.namesAsker,
      channel: asked.channel,
      asked_on: asked.askedOn ?? null,
      asker: asked.asker ?? null,
      asked_at: ctx.now,
      asked_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const facts = { inquiryId, words: asked.words }
  const { bodyName: body, caseId } = recipient
  await holdCounts(ctx, [round.caseId, ...(caseId === null ? [] : [caseId])])
  if (caseId !== null) await writeLedger(ctx, caseId, 'referral.inquired', { ...facts, body })
  const named = asked.namesAsker ? body : null
  await writeLedger(askerOf(ctx, asked), round.caseId, 'referral.inquired', { ...facts, body: named })
  return { inquiryId }
}

/** Everyone inside reads the sender's history: there whoever asks for a body is named only if the body wants to be. */
function askerOf(ctx: Write, { channel, namesAsker }: AskedInquiry): Write {
  if (channel !== 'system' || namesAsker) return ctx
  return { ...ctx, actor: { ...ctx.actor, name: speaking('sv', () => text.someone) } }
}

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
