/** The marking of what a recipient has answered before. */

import type { Write } from '../../../kernel/context.ts'
import type { NewMarking } from '../../registry/index.ts'

/** What the statement is marked with at the sender, so that the next version of it is too until it is tested (B-08, B-09); undefined: it is not. */
export async function findMarkingOfAnswer(ctx: Write, recipientId: string): Promise<NewMarking | undefined> {
  const row = await ctx.db
    .selectFrom('referral.answers as a')
    .innerJoin('registry.markings as m', 'm.record_id', 'a.statement_record_id')
    .where('a.recipient_id', '=', recipientId)
    .where('m.lifted_at', 'is', null)
    .select(['m.provision', 'm.hides_title as hidesTitle', 'm.hides_party as hidesParty'])
    .executeTakeFirst()
  return row
}
