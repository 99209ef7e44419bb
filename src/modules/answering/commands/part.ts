/** One passage of a file made two: every letter stays, and those after it are read one step later. */

import type { Write } from '../../../kernel/context.ts'
import { NotFound, refuseIf } from '../../../kernel/errors.ts'
import { gapAt, obstaclesToParting, partedAt, standingAfter, type Passage } from '../model.ts'
import { listPassages, type Reading } from '../queries.ts'
import { columnsOf } from './reading.ts'

type Cut = { readonly position: number; readonly at: number }

/** Gives all passages as they stand then. Throws `NotFound`, or `Refused` where nothing ends. */
export async function part(ctx: Write, reading: Reading, { position, at }: Cut): Promise<Passage[]> {
  const passages = await listPassages(ctx, reading.id)
  const passage = passages.find((one) => one.position === position)
  if (passage === undefined) throw new NotFound()
  refuseIf(obstaclesToParting(passage, at))
  await makeRoom(ctx, reading, passage)
  const [before, after] = partedAt(passage.text, at)
  await ctx.db
    .updateTable('answering.passages')
    .set({ text: before })
    .where('reading_id', '=', reading.id)
    .where('position', '=', position)
    .execute()
  const standing = standingAfter(passage.standing)
  const unused = 1 + passages.reduce((most, one) => Math.max(most, one.position), 0)
  await ctx.db
    .insertInto('answering.passages')
    .values({
      reading_id: reading.id,
      ...{ position: unused, ordinal: passage.ordinal + 1, text: after, page: passage.page, stands_in: passage.from },
      ...{ origin: passage.origin ?? passage.position, gap: gapAt(passage.text, at) },
      ...columnsOf(standing),
      cells: null,
      found_by: standing === null ? null : 'hand',
      reason: standing === null ? null : passage.reason,
    })
    .execute()
  return listPassages(ctx, reading.id)
}

/** Only the order changes: each passage keeps the number that a page which is open already knows it by. */
async function makeRoom(ctx: Write, { id, partings }: Reading, { ordinal }: Passage): Promise<void> {
  await ctx.db
    .updateTable('answering.passages')
    .set((row) => ({ ordinal: row('ordinal', '+', 1) }))
    .where('reading_id', '=', id)
    .where('ordinal', '>', ordinal)
    .execute()
  await countParting(ctx, { id, partings })
}

/** A page that was drawn before speaks of other words. */
export async function countParting(ctx: Write, { id, partings }: Pick<Reading, 'id' | 'partings'>): Promise<void> {
  await ctx.db
    .updateTable('answering.readings')
    .set({ partings: partings + 1 })
    .where('id', '=', id)
    .execute()
}
