/** Ending a round: what has come in has come in, and nobody waits any more. */

import { command } from '../../../kernel/command.ts'
import { allowAt } from '../../../kernel/context.ts'
import { Forbidden, refuseIf } from '../../../kernel/errors.ts'
import { writeLedger } from '../../registry/index.ts'
import { oneRound } from './input.ts'
import { isAsked, obstaclesToClosing } from '../model.ts'
import { listRecipients, lockRound } from '../queries.ts'

/** Closes a referral (avslutar remissen). Those that have not answered stay listed as such; a late answer still arrives (I-21). */
export const closeRound = command('referral.close', oneRound, async (ctx, { roundId }) => {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  refuseIf(obstaclesToClosing(round))
  const { numUpdatedRows } = await ctx.db
    .updateTable('referral.rounds')
    .set({ state: 'closed' })
    .where('id', '=', roundId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Forbidden()
  const all = await listRecipients(ctx, roundId)
  const recipients = all.filter((one) => isAsked(one))
  const silent = recipients.filter(({ answer }) => answer === null).map(({ bodyName }) => bodyName)
  await writeLedger(ctx, round.caseId, 'referral.closed', {
    roundId,
    answered: recipients.length - silent.length,
    silent,
    notAsked: all.filter((one) => !isAsked(one)).map(({ bodyName }) => bodyName),
  })
  return { roundId }
})
