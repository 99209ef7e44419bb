/** Asking fewer than those who were chosen. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { listRecipients } from '../queries.ts'
import { text as referralText } from '../text.ts'
import { text } from '../text/load.ts'
import { noteEdit, replaceRecipients } from './contents.ts'
import { lockDraft } from './draft.ts'

const kept = z.object({
  roundId: z.uuid(),
  bodyIds: z.array(z.uuid()).max(500).default([]).describe('Those that are still asked, of those who are chosen'),
})

/** Keeps some of those who are chosen and takes the others away (väljer färre). While the round is a draft. */
export const keepRecipients = command('referral.keep-recipients', kept, async (ctx, { roundId, bodyIds }) => {
  const round = await lockDraft(ctx, roundId)
  if (bodyIds.length === 0) throw new Invalid({ bodyIds: text.nobodyKept })
  const asked = await listRecipients(ctx, roundId)
  if (bodyIds.some((id) => !asked.some(({ bodyId }) => bodyId === id)))
    throw new Invalid({ bodyIds: referralText.invalid.otherBody })
  const recipients = await replaceRecipients(ctx, round, new Set(bodyIds))
  await noteEdit(ctx, round, 'recipients')
  return { recipients, removed: asked.length - recipients }
})
