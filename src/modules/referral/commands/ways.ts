/** How those who are asked are asked. While the round is a draft (I-11). */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Body } from '../../organisation/index.ts'
import { kindOfReferral } from '../model.ts'
import { counterpartOf, isDemanded, isOfAuditors } from '../model/ways.ts'
import { listAskable, listRecipients } from '../queries.ts'
import { text } from '../text/ways.ts'
import { noteEdit } from './contents.ts'
import { lockDraft } from './draft.ts'

const ids = z.array(z.uuid()).max(500).default([])
const chosenWays = z.object({
  roundId: z.uuid(),
  byAdministration: ids.describe('Recipients whose administration answers in the place of their board'),
  invited: ids.describe('Recipients that are only invited, though an answer could be demanded of them'),
})

/**
 * Says for everyone who is asked whether the board or its administration answers (I-08), and whether it must.
 * Throws `Invalid` for one that is not asked, or that has no administration here.
 */
export const setWays = command('referral.set-ways', chosenWays, async (ctx, { roundId, byAdministration, invited }) => {
  const round = await lockDraft(ctx, roundId)
  const recipients = await listRecipients(ctx, roundId)
  const askable = await listAskable(ctx, round.authorityId)
  const asked = new Set(recipients.map(({ bodyId }) => bodyId))
  const isAsked = (id: string) => recipients.some((one) => one.id === id)
  if (![...byAdministration, ...invited].every(isAsked)) throw new Invalid({ byAdministration: text.invalid.notAsked })
  for (const recipient of recipients) {
    const wanted = byAdministration.includes(recipient.id)
    const isSame = wanted === (recipient.kind === 'administration')
    const other = isSame ? null : counterpartOf(recipient, askable, asked)
    if (wanted && !isSame && other === null)
      throw new Invalid({ byAdministration: text.invalid.noAdministration(recipient.bodyName) })
    const body = other === null ? recipient : inItsPlace(other, askable)
    const is_mandatory = isDemanded(round.issuerKind, body, invited.includes(recipient.id))
    if (body.bodyId === recipient.bodyId && is_mandatory === recipient.isMandatory) continue
    await ctx.db
      .updateTable('referral.recipients')
      .set({ body_id: body.bodyId, kind: kindOfReferral(body.bodyKind), is_mandatory })
      .where('id', '=', recipient.id)
      .execute()
  }
  await noteEdit(ctx, round, 'recipients')
})

function inItsPlace(other: Body, askable: readonly Body[]) {
  return { bodyId: other.id, bodyKind: other.kind, isOfAuditors: isOfAuditors(other, askable) }
}
