/** Searches that a person has saved. */

import type { Read } from '../../../kernel/context.ts'
import type { SavedSearch } from '../model.ts'

export async function listSaved(ctx: Read): Promise<SavedSearch[]> {
  return ctx.db
    .selectFrom('search.saved')
    .select(['id', 'name', 'query'])
    .where('person_id', '=', ctx.actor.personId)
    .orderBy('name')
    .limit(50)
    .execute()
}
