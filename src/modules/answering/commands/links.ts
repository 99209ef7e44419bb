/** The sender's personal links: made, sent again, and ended. */

import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { found, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { hashToken, makeToken } from '../../../kernel/secrets.ts'
import { getRound, lockRecipient, type Recipient, type Round } from '../../referral/index.ts'
import { writeLedger, writeLedgers } from '../../registry/index.ts'
import { obstaclesToLinking } from '../model.ts'
import { oneRecipient } from './input.ts'

/** Makes one more link to hand over (skapar personlig länk). The token is told once: only its hash is kept. */
export const makeLink = command('answering.make-link', oneRecipient, async (ctx, input) => {
  const { round, recipient } = await holdRecipient(ctx, input)
  refuseIf(obstaclesToLinking({ round, recipient }))
  return { token: await newLink(ctx, { round, recipient, email: null }) }
})

/** Ends every link of the recipient's (spärrar länkarna). What was written is kept, and a new link opens it again. */
export const revokeLinks = command('answering.revoke-links', oneRecipient, async (ctx, input) => {
  const { round, recipient } = await holdRecipient(ctx, input)
  const { numUpdatedRows } = await ctx.db
    .updateTable('answering.links')
    .set({ revoked_at: ctx.now, revoked_by: actingPerson(ctx) })
    .where('recipient_id', '=', recipient.id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const count = Number(numUpdatedRows)
  const facts = { recipientId: recipient.id, body: recipient.bodyName, count }
  if (count > 0) await writeLedger(ctx, round.caseId, 'answering.links-revoked', facts)
  return { count }
})

type Linked = { readonly round: Round; readonly recipient: Recipient }

/** A recipient of one's own, held. Throws `NotFound` for one of another round. */
export async function holdRecipient(ctx: Write, input: { roundId: string; recipientId: string }): Promise<Linked> {
  const round = await getRound(ctx, input.roundId)
  allowAt(ctx, round.authorityId)
  const recipient = await lockRecipient(ctx, input.recipientId)
  if (recipient.roundId !== round.id) throw new NotFound()
  return { round, recipient }
}

type ToLink = { readonly recipient: Recipient; readonly email: string | null }

/** A link, in the ledger without its token. Gives the token. */
export async function newLink(ctx: Write, { round, ...to }: Linked & ToLink): Promise<string> {
  const [token] = await newLinks(ctx, round, [to])
  return found(token)
}

/** The same for many. Gives their tokens in the order given. */
export async function newLinks(ctx: Write, round: Round, to: readonly ToLink[]): Promise<string[]> {
  if (to.length === 0) return []
  const tokens = to.map(() => makeToken())
  const made = { made_at: ctx.now, made_by: ctx.actor.personId ?? found(round.contact).id }
  const rows = to.map(({ recipient, email }, index) => ({
    ...{ recipient_id: recipient.id, token_sha256: hashToken(tokens[index] ?? ''), email },
    ...made,
  }))
  await ctx.db.insertInto('answering.links').values(rows).execute()
  await writeLedgers(
    ctx,
    to.map(({ recipient: { id, bodyName }, email }) => ({
      caseId: round.caseId,
      event: 'answering.link-made',
      facts: { recipientId: id, body: bodyName, email },
    })),
  )
  return tokens
}
