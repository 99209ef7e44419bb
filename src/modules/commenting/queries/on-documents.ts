/** What has been said of the documents of a case. Row-level security gives it to those of its authority who see the file. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { DocumentComment, Standing } from '../model.ts'
import { selectComments, withReplies } from './said.ts'

/** In the order it was said. */
export async function listDocumentComments(ctx: Read, caseId: string): Promise<DocumentComment[]> {
  const rows = await selectComments(ctx)
    .select(['c.sha256', 'c.title', 'c.part', 'c.heading', 'c.is_page as isPage', 'c.words'])
    .where('c.case_id', '=', caseId)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute()
  const comments = rows.map(({ sha256, title, part, heading, isPage, words, ...said }) => ({
    ...said,
    caseId,
    anchor: {
      sha256: sha256 ?? '',
      title: title ?? '',
      part: part ?? 1,
      heading,
      isPage: isPage === true,
      words: words ?? '',
    },
  }))
  return withReplies(ctx, comments)
}

/** How it stands. Throws `NotFound` where one does not serve at the authority of the case. */
export async function documentStandingOf(ctx: Read, caseId: string): Promise<Standing> {
  const { rows } = await sql<{ open: number; mark: string | null }>`
    select count(c.id) filter (where c.state = 'open') as open,
      concat_ws(' ', count(c.id), count(c.id) filter (where c.state = 'open'), sum(r.count), max(c.at), max(c.answered_at),
        max(r.last)) as mark
    from registry.cases k
    left join commenting.comments c on c.case_id = k.id
    left join lateral (select count(*) as count, max(x.at) as last from commenting.replies x where x.comment_id = c.id) r on true
    where k.id = ${caseId}::uuid and kernel.serves(k.authority_id) group by k.id`.execute(ctx.db)
  const { open, mark } = found(rows[0])
  return { open, mark: mark ?? '' }
}

/** How many are open. */
export async function countOpenOnDocuments(ctx: Read, caseId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('commenting.comments')
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .select((on) => on.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}
