import { sql } from 'kysely'
import type { Write } from '../../../kernel/context.ts'

/** Holds what a board has to be told of until the transaction ends, so that two lists never take the same decision. */
export async function holdBoard(ctx: Write, bodyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('delegation.board:' || ${bodyId}::text, 0))`.execute(ctx.db)
}
