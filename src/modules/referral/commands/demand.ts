/** Of whom an answer is demanded, when a round has another issuer or is made from an earlier one. Steps of other commands. */

import type { Write } from '../../../kernel/context.ts'
import type { Recipient, Round } from '../model.ts'
import { isDemanded, isInvitedOnly } from '../model/ways.ts'
import { listRecipients } from '../queries.ts'

/** Those whom another issuer can demand an answer of must answer, but for those that were only invited. As a step. */
export async function demandAnew(ctx: Write, before: Round, after: Round): Promise<void> {
  if (before.issuerKind === after.issuerKind) return
  for (const recipient of await listRecipients(ctx, after.id))
    await setDemand(
      ctx,
      recipient,
      isDemanded(after.issuerKind, recipient, isInvitedOnly(before.issuerKind, recipient)),
    )
}

/** Those that an earlier round only invited are only invited by its copy. As a step. */
export async function inviteAsBefore(ctx: Write, round: Round, earlier: Round): Promise<void> {
  const before = new Map((await listRecipients(ctx, earlier.id)).map((one) => [one.bodyId, one]))
  for (const recipient of await listRecipients(ctx, round.id)) {
    const was = before.get(recipient.bodyId)
    if (was !== undefined && isInvitedOnly(earlier.issuerKind, was)) await setDemand(ctx, recipient, false)
  }
}

async function setDemand(ctx: Write, { id }: Recipient, isMandatory: boolean): Promise<void> {
  await ctx.db.updateTable('referral.recipients').set({ is_mandatory: isMandatory }).where('id', '=', id).execute()
}
