/** Making the whole index anew, or going on where it stopped: a batch at a time, each with how far it came. */

import { sql } from 'kysely'
import type { Database } from '../../../kernel/db.ts'

export type Progress = (done: { readonly stage: 'cases' | 'records' | 'indexes'; readonly count: number }) => void

const batch = 2000

/**
 * Needs the owner of the tables, as the command line has; the application role may not. While it works what is registered is
 * found as soon as it is written, and what is not there yet is not found. Gives how many entries it wrote.
 */
export async function rebuildSearch(
  db: Database,
  { isAnew, progress = () => {} }: { readonly isAnew: boolean; readonly progress?: Progress },
): Promise<{ cases: number; records: number }> {
  const left = await whereItStopped(db)
  const start = isAnew || left === null ? await begin(db) : left
  const cases = start.stage === 'cases' ? await fillAll(db, 'cases', { from: start.after, progress }) : 0
  const from = start.stage === 'records' ? start.after : null
  const records = start.stage === 'indexes' ? 0 : await fillAll(db, 'records', { from, progress })
  await note(db, { stage: 'indexes', after: null })
  progress({ stage: 'indexes', count: 0 })
  await finish(db)
  return { cases, records }
}

type Place = { readonly stage: 'cases' | 'records' | 'indexes'; readonly after: string | null }

async function whereItStopped(db: Database): Promise<Place | null> {
  const { rows } = await sql<Place>`select stage, after from search.rebuilds`.execute(db)
  return rows[0] ?? null
}

function note(db: Database, { stage, after }: Place): Promise<unknown> {
  return sql`insert into search.rebuilds (stage, after) values (${stage}, ${after}::uuid)
    on conflict (id) do update set stage = excluded.stage, after = excluded.after`.execute(db)
}

async function begin(db: Database): Promise<Place> {
  const start: Place = { stage: 'cases', after: null }
  await db.transaction().execute(async (tx) => {
    await sql`truncate search.entries, search.secret_entries, search.forms`.execute(tx)
    await sql`select search.drop_indexes()`.execute(tx)
    await note(tx, start)
  })
  return start
}

async function fillAll(
  db: Database,
  stage: 'cases' | 'records',
  { from, progress }: { readonly from: string | null; readonly progress: Progress },
): Promise<number> {
  let [after, count, done] = [from, 0, batch]
  while (done === batch) {
    const row = await db.transaction().execute((tx) => fillOne(tx, stage, after))
    after = row.last_id ?? after
    done = row.done
    count += done
    progress({ stage, count })
  }
  return count
}

async function fillOne(tx: Database, stage: 'cases' | 'records', after: string | null) {
  const { rows } = await sql<{ last_id: string | null; done: number }>`
    select last_id, done from search.fill(${stage}, ${after}::uuid, ${batch})`.execute(tx)
  const row = rows[0] ?? { last_id: null, done: 0 }
  await note(tx, { stage, after: row.last_id ?? after })
  return row
}

async function finish(db: Database): Promise<void> {
  await sql`select search.tidy_forms()`.execute(db)
  await sql`select search.make_indexes()`.execute(db)
  await sql`analyze search.entries, search.secret_entries, search.forms`.execute(db)
  await sql`select kernel.enqueue('search.read-file', json_build_object('fileId', f.id), null) from (
      select distinct on (sha256, name, media_type) id from registry.files u
      where not exists (select from search.texts t where t.file_id = u.id) order by sha256, name, media_type, id) f`.execute(
    db,
  )
  await sql`delete from search.rebuilds`.execute(db)
}
