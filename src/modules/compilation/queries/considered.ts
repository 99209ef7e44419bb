/** What each body of a round considered, read from the memo that was registered before its answer: never a draft (TF 2:12). */

import { sql } from 'kysely'
import { z } from 'zod'
import type { Read } from '../../../kernel/context.ts'
import { considered } from '../../drafting/index.ts'
import { listCompiledBodies } from '../queries.ts'
import { matrixOf, type ConsideredMatrix } from '../model/considered.ts'

const said = z.array(considered).catch([])

/** Two statements, however many were asked. */
export async function getConsidered(ctx: Read, roundId: string): Promise<ConsideredMatrix> {
  const bodies = await listCompiledBodies(ctx, roundId)
  const { rows } = await sql<{ recipientId: string; considered: unknown }>`
    select recipient_id as "recipientId", considered from compilation.considered(${roundId}::uuid)`.execute(ctx.db)
  const byBody = new Map(rows.map((row) => [row.recipientId, said.parse(row.considered)]))
  return matrixOf(
    bodies.map(({ id, name, referenceNumber, answer }) => ({
      id,
      name,
      referenceNumber,
      hasAnswered: answer !== null,
      said: byBody.get(id) ?? null,
    })),
  )
}
