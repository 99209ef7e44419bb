/** Saying who one is on a link: name and role, before anything is written. */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { Refused, refuseIf } from '../../../kernel/errors.ts'
import type { Entered, Writer } from '../model.ts'
import { enter, listWriters } from '../queries.ts'
import { text } from '../text.ts'
import { newWriter } from './input.ts'

/** Some write on one link, not a crowd. */
const mostWriters = 100

/** Takes down who writes. The same name and role twice is the same person. */
export const join = command('answering.join', newWriter, async (ctx, { token, name, role }) => {
  const entered = await enter(ctx, token)
  refuseIf(entered.isOpen ? [] : [text.obstacle.closed])
  return { personId: (await joined(ctx, entered, { name, role })).id }
})

/** The one with this name and role, taken down if not yet known. As a step. */
export async function joined(ctx: Write, link: Entered, { name, role }: Omit<Writer, 'id'>): Promise<Writer> {
  const { linkId, recipientId } = link
  await ctx.db
    .updateTable('answering.links')
    .set({ used_at: ctx.now })
    .where('id', '=', linkId)
    .where('used_at', 'is', null)
    .execute()
  const writers = await listWriters(ctx, recipientId)
  const known = writers.find((one) => one.name === name && one.role === role)
  if (known !== undefined) return known
  if (writers.length >= mostWriters) throw new Refused([text.obstacle.tooMany])
  const { id } = await ctx.db
    .insertInto('answering.people')
    .values({ recipient_id: recipientId, name, role, joined_at: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, name, role }
}
