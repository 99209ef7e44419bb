/** Answers that were handed in on a link: for its holder, and for the one who asked. */

import { sql } from 'kysely'
import { z } from 'zod'
import type { Read, Write } from '../../../kernel/context.ts'
import { stance, statementContent } from '../../drafting/index.ts'
import { whole, type Submission } from '../model.ts'

const content = z.object({ statement: statementContent, whole, leftOut: z.array(z.number()).default([]) })

/** How many times it has been handed in; the last is the version of that number. */
export async function countSubmissions(ctx: Read | Write, recipientId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('answering.submissions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('recipient_id', '=', recipientId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What is told of each time, without the words; the latest first. */
export async function listHandedIn(ctx: Read | Write, recipientId: string) {
  const rows = await ctx.db
    .selectFrom('answering.submissions')
    .select(['version', 'digest', 'at', 'is_late as isLate'])
    .select(sql<string>`content -> 'whole' ->> 'stance'`.as('stance'))
    .where('recipient_id', '=', recipientId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, stance: stance.parse(row.stance) }))
}

/** The latest first. */
export async function listSubmissions(ctx: Read | Write, recipientId: string): Promise<Submission[]> {
  const rows = await ctx.db
    .selectFrom('answering.submissions as s')
    .select(['s.id', 's.version', 's.content', 's.digest', 's.at', 's.is_late as isLate', 's.record_id as recordId'])
    .select(['s.by_id as byId', 's.by_name as name', 's.by_role as role'])
    .where('s.recipient_id', '=', recipientId)
    .orderBy('s.version', 'desc')
    .execute()
  return rows.map(({ byId, name, role, content: kept, ...row }) => ({
    ...row,
    ...content.parse(kept),
    by: { id: byId, name, role },
  }))
}
