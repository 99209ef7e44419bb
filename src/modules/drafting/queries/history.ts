/** The versions of a draft, with everyone who wrote in them. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import type { Draft } from '../model/draft.ts'
import type { KeptVersion } from '../model/history.ts'

const most = 500

/** The kept versions, and what the draft says now if that is not kept yet; the newest first. */
export async function listHistory(ctx: Read, draft: Draft): Promise<KeptVersion[]> {
  const kept = await ctx.db
    .selectFrom('drafting.versions as v')
    .innerJoin('organisation.people as p', 'p.id', 'v.saved_by')
    .where('v.draft_id', '=', draft.id)
    .select(['v.version', 'v.saved_at as savedAt', 'p.name as savedByName', writersSince.as('writers')])
    .orderBy('v.version', 'desc')
    .limit(most)
    .execute()
  if (kept.some(({ version }) => version === draft.version)) return kept
  const { version, savedAt, savedByName } = draft
  return [{ version, savedAt, savedByName, writers: await listWritersAfter(ctx, draft.id, kept[0]?.savedAt) }, ...kept]
}

/** Who wrote in the texts of `v` after the version before it. */
const writersSince = sql<string[]>`array(
  select distinct w.name from drafting.text_steps s join organisation.people w on w.id = s.person_id
  where s.draft_id = v.draft_id and s.at <= v.saved_at and s.at > coalesce(
    (select max(e.saved_at) from drafting.versions e where e.draft_id = v.draft_id and e.version < v.version), '-infinity')
  order by 1)`

async function listWritersAfter(ctx: Read, draftId: string, after: Date | undefined): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('drafting.text_steps as s')
    .innerJoin('organisation.people as p', 'p.id', 's.person_id')
    .where('s.draft_id', '=', draftId)
    .where('s.at', '>', after ?? new Date(0))
    .select('p.name')
    .distinct()
    .orderBy('p.name')
    .execute()
  return rows.map(({ name }) => name)
}
