/** One passage of a file made two: every letter stays, and those after it move one step on. */

import { sql } from 'kysely'
import type { Write } from '../../../kernel/context.ts'
import { NotFound, refuseIf } from '../../../kernel/errors.ts'
import { obstaclesToParting, partedAt, standingAfter, type Passage } from '../model.ts'
import { listPassages, type Reading } from '../queries.ts'
import { columnsOf } from './reading.ts'

/** Beyond every position there is: two may not stand in the same place while they move. */
const beyond = 1_000_000

type Cut = { readonly position: number; readonly at: number }

/** Gives all passages as they stand then. Throws `NotFound`, or `Refused` where nothing ends. */
export async function part(ctx: Write, { id }: Reading, { position, at }: Cut): Promise<Passage[]> {
  const passage = (await listPassages(ctx, id)).find((one) => one.position === position)
  if (passage === undefined) throw new NotFound()
  refuseIf(obstaclesToParting(passage, at))
  await moveOn(ctx, id, position)
  const [before, after] = partedAt(passage.text, at)
  await ctx.db
    .updateTable('answering.passages')
    .set({ text: before })
    .where('reading_id', '=', id)
    .where('position', '=', position)
    .execute()
  const standing = standingAfter(passage.standing)
  await ctx.db
    .insertInto('answering.passages')
    .values({
      reading_id: id,
      ...{ position: position + 1, text: after, page: passage.page, stands_in: passage.from, cells: null },
      ...columnsOf(standing),
      found_by: standing === null ? null : 'hand',
      reason: standing === null ? null : passage.reason,
    })
    .execute()
  return listPassages(ctx, id)
}

async function moveOn(ctx: Write, readingId: string, after: number): Promise<void> {
  await sql`update answering.passages set position = position + ${beyond}
    where reading_id = ${readingId} and position > ${after}`.execute(ctx.db)
  await sql`update answering.passages set position = position - ${beyond - 1}
    where reading_id = ${readingId} and position >= ${beyond}`.execute(ctx.db)
}
