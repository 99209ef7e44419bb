/** The Word form of a recipient, for whoever may see the round. */

import type { Read } from '../../../kernel/context.ts'
import { getRecipient, getRound } from '../../referral/index.ts'
import { wordForm } from '../model.ts'
import { askedByUs } from '../queries.ts'
import { swedishForm } from '../views/word-form.ts'

/** The form as a DOCX. Throws `NotFound`. */
export async function formOf(ctx: Read, about: { roundId: string; recipientId: string }): Promise<Uint8Array> {
  const round = await getRound(ctx, about.roundId)
  return swedishForm(wordForm(await askedByUs(ctx, { round, recipient: await getRecipient(ctx, about.recipientId) })))
}
