/** The verbs of searching: keep a search, and let it go. */

import { z } from 'zod'
import { command } from '../../kernel/command.ts'
import { actingPerson, allowAnywhere } from '../../kernel/context.ts'
import { found, Invalid } from '../../kernel/errors.ts'
import { addressOf, filtersOf, searchParams } from './model.ts'
import { text } from './text.ts'

const saving = z.object({
  name: z
    .string({ error: () => text.noName })
    .trim()
    .min(1, { error: () => text.noName })
    .max(100, { error: () => text.tooLong(100) }),
  /** As it stands in the address: 'q=buller&ar=2023'. */
  query: z.string().max(2000),
})

/** Saves a search under a name, for oneself. The same name again takes the new search. */
export const saveSearch = command('search.save', saving, async (ctx, { name, query }) => {
  allowAnywhere(ctx)
  const params = searchParams.parse(Object.fromEntries(new URLSearchParams(query)))
  const address = addressOf({ q: params.q, filters: filtersOf(params) }, '')
  if (address === '') throw new Invalid({ query: text.nothingToSave })
  const { id } = await ctx.db
    .insertInto('search.saved')
    .values({ person_id: actingPerson(ctx), name, query: address, saved_at: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'name']).doUpdateSet({ query: address, saved_at: ctx.now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, query: address }
})

/** Removes a search that one has saved. */
export const forgetSearch = command('search.forget', z.object({ searchId: z.uuid() }), async (ctx, { searchId }) => {
  allowAnywhere(ctx)
  const gone = await ctx.db
    .deleteFrom('search.saved')
    .where('id', '=', searchId)
    .where('person_id', '=', actingPerson(ctx))
    .returning('id')
    .executeTakeFirst()
  return { id: found(gone).id }
})
