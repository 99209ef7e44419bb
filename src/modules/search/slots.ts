/** What the registry tells of is found again in the same transaction; what its files say, soon after. */

import { sql } from 'kysely'
import type { Write } from '../../kernel/context.ts'

declare module '../../kernel/jobs.ts' {
  interface Jobs {
    'search.read-file': { fileId: string }
  }
}

export async function recordsChanged(ctx: Write, ids: readonly string[]): Promise<void> {
  await sql`select search.follow(${ids}::uuid[])`.execute(ctx.db)
}

/** In one statement, however many: a referral opens hundreds while their numbers are held. */
export async function casesChanged(ctx: Write, ids: readonly string[]): Promise<void> {
  await sql`select search.refresh_cases(${ids}::uuid[])`.execute(ctx.db)
}
