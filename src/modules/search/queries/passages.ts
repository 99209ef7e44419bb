/** The piece of each record's text where the words stand. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { beginningOf, passageIn, type Passage } from '../model.ts'

/** So much of a text is fetched and looked through here, in a hundredth of the time that the database takes for it. */
const near = 8000
/** And so much more, that a passage which begins there is whole. */
const after = 320

type Body = { readonly recordId: string; readonly body: string }

/**
 * By the record's id, for the words' beginnings. Most texts are short, or have one of the words near their beginning; the
 * database looks through the rest of those that are not, and no long text is sent anywhere.
 */
export async function passagesOf(
  ctx: Read,
  records: readonly string[],
  words: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const beginning = beginningOf(words)
  if (beginning === null || records.length === 0) return new Map()
  const { rows } = await sql<Body>`
    select t.record_id as "recordId", left(t.body, ${near + after}::int) as body
    from search.texts t where t.record_id = any (${records}::uuid[]) and t.body <> ''
    union all
    select b.record_id, left(b.body, ${near + after}::int) from registry.texts b where b.record_id = any (${records}::uuid[])`.execute(
    ctx.db,
  )
  const found = firstIn(rows, beginning)
  const longer = rows.filter(({ recordId, body }) => body.length > near && !found.has(recordId))
  const far = await furtherIn(ctx, [...new Set(longer.map(({ recordId }) => recordId))], words)
  return new Map([...[...found].map(([id, { text }]) => [id, text] as const), ...far])
}

/** Of several texts of a record, the one where a word stands first. */
function firstIn(bodies: readonly Body[], beginning: RegExp): Map<string, Passage> {
  const found = new Map<string, Passage>()
  for (const { recordId, body } of bodies) {
    const passage = passageIn(body, beginning)
    const known = found.get(recordId)
    if (passage !== null && passage.place < near && (known === undefined || passage.place < known.place))
      found.set(recordId, passage)
  }
  return found
}

async function furtherIn(
  ctx: Read,
  records: readonly string[],
  words: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (records.length === 0) return new Map()
  const { rows } = await sql<{ id: string; passage: string }>`
    select record_id as id, passage from search.passages(${records}::uuid[], ${words}::text[])`.execute(ctx.db)
  return new Map(rows.map(({ id, passage }) => [id, passage]))
}
