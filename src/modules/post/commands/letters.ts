/** What a person does with a letter: sends it again, to the same address or another, or says that it has been seen to. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Write } from '../../../kernel/context.ts'
import { found, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { maybeLine } from '../../../kernel/fields.ts'
import { lockLetter, sendAgain, settleLetter, type Held } from '../../../kernel/post.ts'
import { obstaclesToSendingAgain, obstaclesToSettling, type WholeLetter } from '../model.ts'
import { getLetter } from '../queries.ts'
import { text } from '../text.ts'

async function hold(ctx: Write, letterId: string): Promise<{ held: Held; letter: WholeLetter }> {
  const { authorityId } = await getLetter(ctx, letterId)
  allowAt(ctx, authorityId)
  const held = found(await lockLetter(ctx, letterId))
  return { held, letter: await getLetter(ctx, letterId) }
}

/** Sends a letter again. One that still waits is tried at once; one that has been on its way is written anew. */
export const sendLetterAgain = command(
  'post.send-again',
  z.object({
    letterId: z.uuid(),
    address: maybeLine(254).describe('Another address; the same if left out'),
  }),
  async (ctx, { letterId, address }) => {
    const { held, letter } = await hold(ctx, letterId)
    refuseIf(obstaclesToSendingAgain(letter))
    if (address !== null && !z.email().safeParse(address).success)
      throw new Invalid({ address: text.again.notAnAddress })
    const sent = await sendAgain(ctx, held, address)
    return { letterId: sent, address: address ?? letter.toAddress }
  },
)

/** Somebody has seen that it did not arrive, and reached whom it was for in some other way, or need not. */
export const settle = command('post.settle', z.object({ letterId: z.uuid() }), async (ctx, { letterId }) => {
  const { letter } = await hold(ctx, letterId)
  refuseIf(obstaclesToSettling(letter))
  await settleLetter(ctx, letterId)
  return { letterId }
})
