/** What the registry tells of is found again in the same transaction; what its files say, soon after. */

import { sql } from 'kysely'
import type { Write } from '../../kernel/context.ts'
import { enqueue } from '../../kernel/jobs.ts'

declare module '../../kernel/jobs.ts' {
  interface Jobs {
    'search.read-file': { fileId: string }
  }
}

export async function recordsChanged(ctx: Write, ids: readonly string[]): Promise<void> {
  await sql`select search.refresh(${ids}::uuid[], '{}')`.execute(ctx.db)
  const { rows } = await sql<{ id: string }>`select search.unread(${ids}::uuid[]) as id`.execute(ctx.db)
  for (const { id } of rows) await enqueue(ctx, 'search.read-file', { fileId: id })
}

export async function casesChanged(ctx: Write, ids: readonly string[]): Promise<void> {
  for (const id of ids) await sql`select search.refresh_case(${id}::uuid)`.execute(ctx.db)
}
