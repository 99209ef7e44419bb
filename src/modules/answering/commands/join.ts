/** Saying who one is on a link: name and role, before anything is written. */

import { command } from '../../../kernel/command.ts'
import { Refused, refuseIf } from '../../../kernel/errors.ts'
import { enter, listWriters } from '../queries.ts'
import { text } from '../text.ts'
import { newWriter } from './input.ts'

/** Some write on one link, not a crowd. */
const mostWriters = 100

/** Takes down who writes. The same name and role twice is the same person. */
export const join = command('answering.join', newWriter, async (ctx, { token, name, role }) => {
  const { linkId, recipientId, isOpen } = await enter(ctx, token)
  refuseIf(isOpen ? [] : [text.obstacle.closed])
  await ctx.db
    .updateTable('answering.links')
    .set({ used_at: ctx.now })
    .where('id', '=', linkId)
    .where('used_at', 'is', null)
    .execute()
  const writers = await listWriters(ctx, recipientId)
  const known = writers.find((one) => one.name === name && one.role === role)
  if (known !== undefined) return { personId: known.id }
  if (writers.length >= mostWriters) throw new Refused([text.obstacle.tooMany])
  const { id } = await ctx.db
    .insertInto('answering.people')
    .values({ recipient_id: recipientId, name, role, joined_at: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { personId: id }
})
