/** Choosing between two texts that were written at the same time. */

import { command } from '../../../kernel/command.ts'
import { found, refuseIf } from '../../../kernel/errors.ts'
import { joined } from '../model.ts'
import { listRivals } from '../queries.ts'
import { text } from '../text.ts'
import { chosenText } from './input.ts'
import { holdWriting, writeCell } from './save.ts'

/** Keeps the text that stands, takes the other instead, or puts one after the other. What is not taken is kept as a version. */
export const settleRival = command('answering.settle', chosenText, async (ctx, { rivalId, choice, ...input }) => {
  const writing = await holdWriting(ctx, input)
  refuseIf(writing.isOpen ? [] : [text.obstacle.closed])
  const rivals = await listRivals(ctx, writing.asked.recipientId)
  const rival = found(rivals.find(({ id }) => id === rivalId))
  const cell = found(writing.cells.find(({ id }) => id === rival.cellId))
  if (choice !== 'ours') {
    const value = choice === 'both' ? joined(cell.value, rival.value) : rival.value
    await writeCell(ctx, writing, { key: cell.key, cell, sent: { value, seen: cell.version, sheet: rival.sheet } })
  }
  await ctx.db
    .updateTable('answering.rivals')
    .set({ settled_at: ctx.now, settled_by: writing.writer.id })
    .where('id', '=', rivalId)
    .where('settled_at', 'is', null)
    .execute()
})
