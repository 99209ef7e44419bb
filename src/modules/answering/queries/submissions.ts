/** Answers that were handed in on a link: for its holder, and for the one who asked. */

import { z } from 'zod'
import type { Read, Write } from '../../../kernel/context.ts'
import { statementContent } from '../../drafting/index.ts'
import { whole, type Submission } from '../model.ts'

const content = z.object({ statement: statementContent, whole })

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
