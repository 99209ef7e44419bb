/** Two parts of a passage made one again: the words of the file as they stood, and nothing else goes away. */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { Forbidden, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { coverageOf, nextPart, obstaclesToRejoining, rejoined, type Passage } from '../model.ts'
import { listPassages, type Reading } from '../queries.ts'
import { joinedAtSender, joinedOnLink } from './input.ts'
import { countParting } from './part.ts'
import { lockOpen, place } from './placing.ts'
import { columnsOf, holdToEnter } from './reading.ts'
import { holdWriting } from './save.ts'

/** Puts a part together with the one after it, at the one who asked. What was placed on the page is kept too. */
export const rejoinPassage = command('answering.rejoin', joinedAtSender, async (ctx, { join, ...input }) => {
  const { round, recipient } = await holdToEnter(ctx, input)
  const reading = await lockOpen(ctx, { ...input, recipientId: recipient.id })
  await place(ctx, reading, { ...input, questions: round.questions })
  return coverageOf(await rejoin(ctx, reading, join))
})

/** The same, on the link. */
export const rejoinOnLink = command('answering.rejoin-on-link', joinedOnLink, async (ctx, { join, ...input }) => {
  const { asked } = await holdWriting(ctx, input)
  const reading = await lockOpen(ctx, { ...input, recipientId: asked.recipientId })
  await place(ctx, reading, { places: input.places, questions: asked.questions })
  return coverageOf(await rejoin(ctx, reading, join))
})

async function rejoin(ctx: Write, reading: Reading, position: number): Promise<Passage[]> {
  const passages = await listPassages(ctx, reading.id)
  const first = passages.find((one) => one.position === position)
  if (first === undefined) throw new NotFound()
  const next = nextPart(passages, first)
  refuseIf(obstaclesToRejoining(first, next))
  if (next === undefined) throw new NotFound()
  const { text, standing, foundBy, reason } = rejoined(first, next)
  const { numDeletedRows } = await of(ctx, reading, next).executeTakeFirst()
  if (numDeletedRows !== 1n) throw new Forbidden()
  await ctx.db
    .updateTable('answering.passages')
    .set({ text, ...columnsOf(standing), found_by: foundBy, reason })
    .where('reading_id', '=', reading.id)
    .where('position', '=', first.position)
    .execute()
  await countParting(ctx, reading)
  return listPassages(ctx, reading.id)
}

function of(ctx: Write, { id }: Reading, { position }: Passage) {
  return ctx.db.deleteFrom('answering.passages').where('reading_id', '=', id).where('position', '=', position)
}
