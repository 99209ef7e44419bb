/** A question about the referral from the one who holds a link: it stands with the others', and is answered to everyone (I-06, I-11). */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import {
  countWaitingInquiries,
  getRound,
  keepInquiry,
  lockRecipient,
  obstaclesToAskingMore,
} from '../../referral/index.ts'
import type { Entered, Writer } from '../model.ts'
import { enter, getWriter } from '../queries.ts'
import { text } from '../text.ts'
import { atTheSender } from './at-sender.ts'
import { newQuestion, type NewQuestion } from './input.ts'
import { joined } from './join.ts'

/** Asks the sender (ställer en fråga). The sender sees who asks; nobody else does, also not in the history of its case. */
export const askOnLink = command('answering.ask', newQuestion, async (ctx, { words, ...input }) => {
  const link = await enter(ctx, input.token)
  refuseIf(link.isOpen ? [] : [text.inquiry.closed])
  const { name, role } = await whoAsks(ctx, link, input)
  const at = await atTheSender(
    ctx,
    speaking('sv', () => text.inquiry.byLink),
  )
  // Held, so that many who ask at once are counted.
  const recipient = await lockRecipient(at, link.recipientId)
  refuseIf(obstaclesToAskingMore(await countWaitingInquiries(at, recipient.id)))
  const round = await getRound(at, recipient.roundId)
  const asker = `${name}, ${role}`
  return keepInquiry(at, { round, recipient }, { words, namesAsker: false, channel: 'link', asker })
})

/** What is written goes before what is chosen: the list may stand on somebody who wrote before. */
async function whoAsks(
  ctx: Write,
  link: Entered,
  { personId, name, role }: Omit<NewQuestion, 'words'>,
): Promise<Writer> {
  if (personId !== null && name === null && role === null) return getWriter(ctx, link.recipientId, personId)
  if (name !== null && role !== null) return joined(ctx, link, { name, role })
  throw new Invalid({
    ...(name === null && { name: text.invalid.noName }),
    ...(role === null && { role: text.invalid.noRole }),
  })
}
