/** The lists of bodies that an authority has saved. The database shows each authority its own. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { RecipientList } from '../model/recipient-list.ts'

function selectLists(ctx: Read | Write) {
  return ctx.db
    .selectFrom('referral.recipient_lists as l')
    .select(['l.id', 'l.authority_id as authorityId', 'l.name', 'l.saved_at as savedAt', 'l.removed_at as removedAt'])
    .select(
      sql<string[]>`array(select m.body_id from referral.listed_bodies m where m.list_id = l.id order by m.body_id)`.as(
        'bodyIds',
      ),
    )
}

/** An authority's lists by name, or those it removed, the latest first and twenty at most. */
export async function listRecipientLists(
  ctx: Read | Write,
  authorityId: string,
  { removed = false }: { readonly removed?: boolean } = {},
): Promise<RecipientList[]> {
  const own = selectLists(ctx).where('l.authority_id', '=', authorityId)
  if (removed) return own.where('l.removed_at', 'is not', null).orderBy('l.removed_at', 'desc').limit(20).execute()
  const lists = await own.where('l.removed_at', 'is', null).execute()
  return lists.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
}

/** Throws `NotFound`, for another authority's too. */
export async function getRecipientList(ctx: Read | Write, listId: string): Promise<RecipientList> {
  return found(await selectLists(ctx).where('l.id', '=', listId).executeTakeFirst())
}

/** The same, held until the transaction ends. */
export async function lockRecipientList(ctx: Write, listId: string): Promise<RecipientList> {
  await ctx.db.selectFrom('referral.recipient_lists').select('id').where('id', '=', listId).forUpdate().execute()
  return getRecipientList(ctx, listId)
}
