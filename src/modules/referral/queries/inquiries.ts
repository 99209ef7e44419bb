/** Questions about a round, the earliest first. */

import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Inquiry } from '../model/inquiry.ts'

function selectInquiries(ctx: Read | Write) {
  return ctx.db
    .selectFrom('referral.inquiries as q')
    .innerJoin('referral.recipients as x', 'x.id', 'q.recipient_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .leftJoin('organisation.people as p', 'p.id', 'q.answered_by')
    .select([
      'q.id',
      'q.round_id as roundId',
      'q.recipient_id as recipientId',
      'b.name as bodyName',
      'q.words',
      'q.names_asker as namesAsker',
      'q.channel',
      'q.asked_at as askedAt',
      'q.asked_on as askedOn',
      'q.asker',
      'q.answer',
      'q.answered_at as answeredAt',
      'p.name as answeredByName',
    ])
    .orderBy('q.asked_at')
    .orderBy('q.id')
}

export function listInquiries(ctx: Read | Write, roundId: string): Promise<Inquiry[]> {
  return selectInquiries(ctx).where('q.round_id', '=', roundId).execute()
}

/** Throws `NotFound`. */
export async function getInquiry(ctx: Read | Write, inquiryId: string): Promise<Inquiry> {
  return found(await selectInquiries(ctx).where('q.id', '=', inquiryId).executeTakeFirst())
}

/** How many questions of a body's wait for an answer. */
export async function countWaitingInquiries(ctx: Write, recipientId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('referral.inquiries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('recipient_id', '=', recipientId)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What waits for an answer from this authority. */
export function listToReply(ctx: Read, authorityId: string) {
  return ctx.db
    .selectFrom('referral.inquiries as q')
    .innerJoin('referral.rounds as r', 'r.id', 'q.round_id')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .where('r.authority_id', '=', authorityId)
    .where('q.answer', 'is', null)
    .where('r.state', '=', 'sent')
    .select(['r.id as roundId', 'r.title', 'c.reference_number as referenceNumber', 'q.words'])
    .orderBy('q.asked_at')
    .limit(100)
    .execute()
}
