/** Builders for tests: what people find, and files read as the worker would. */

import { asking, actorOf, type World } from '../../../test/support.ts'
import { sql } from 'kysely'
import { readFileJob } from './commands/read-file.ts'
import type { Filters, FoundPage } from './model.ts'
import { search } from './queries.ts'

/** What a person finds. */
export async function finding(
  world: World,
  personId: string,
  q: string,
  filters: Partial<Filters> = {},
): Promise<FoundPage> {
  const actor = await actorOf(world, personId)
  const page = await asking(world, (ctx) => search(ctx, { q, filters, withFacets: true, size: 50 }), actor)
  return page ?? { items: [], next: null, count: 0, isMore: false, facets: [], shown: [] }
}

export async function titles(world: World, personId: string, q: string, filters: Partial<Filters> = {}) {
  return (await finding(world, personId, q, filters)).items.map((item) => item.title)
}

/** Does what the worker would with every file that waits. Gives how many there were. */
export async function readWaitingFiles(world: World): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select f.id from registry.files f where not exists (select from search.texts t where t.file_id = f.id)`.execute(
    world.db,
  )
  for (const { id } of rows) await readFileJob(world.caller(), { fileId: id })
  return rows.length
}

/** Marks a record as the registry does: neutral words in its place, its own words withheld. */
export async function mask(world: World, recordId: string): Promise<void> {
  await world.db.transaction().execute(async (tx) => {
    await sql`insert into registry.withheld (record_id, case_id, authority_id, title, party)
      select id, case_id, authority_id, title, party from registry.records where id = ${recordId}`.execute(tx)
    await sql`update registry.records set is_secret = true, title = 'Sekretessmarkerad handling', party = 'Sekretess'
      where id = ${recordId}`.execute(tx)
  })
}

/** Lifts the marking. */
export async function unmask(world: World, recordId: string): Promise<void> {
  await world.db.transaction().execute(async (tx) => {
    await sql`update registry.records r set is_secret = false, title = w.title, party = w.party
      from registry.withheld w where w.record_id = r.id and r.id = ${recordId}`.execute(tx)
    await sql`delete from registry.withheld where record_id = ${recordId}`.execute(tx)
  })
}

/** Marks, or unmarks, a whole case with its records. */
export async function hideCase(world: World, caseId: string, isHidden = true): Promise<void> {
  await world.db.transaction().execute(async (tx) => {
    await sql`update registry.cases set is_secret = ${isHidden} where id = ${caseId}`.execute(tx)
    await sql`update registry.records set in_secret_case = ${isHidden} where case_id = ${caseId}`.execute(tx)
  })
}
