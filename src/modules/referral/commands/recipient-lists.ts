/** Lists of bodies that are asked often: saved from a choice, changed, removed and put back. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { line } from '../../../kernel/fields.ts'
import { listAskable } from '../queries.ts'
import { listRecipientLists, lockRecipientList } from '../queries/recipient-lists.ts'
import { text } from '../text/recipient-lists.ts'

const changed = z.object({
  listId: z.uuid(),
  name: line(120, () => text.invalid.noName),
  bodyIds: z.array(z.uuid()).max(500).default([]),
})
const oneList = z.object({ listId: z.uuid() })

type ToSave = { readonly authorityId: string; readonly name: string; readonly bodyIds: readonly string[] }

/** Saves a choice under a name, as a step of another command. Throws `Invalid` under `saveAs`. */
export async function saveList(ctx: Write, { authorityId, name, bodyIds }: ToSave): Promise<string> {
  if (bodyIds.length === 0) throw new Invalid({ saveAs: text.invalid.nobody })
  if (await isTaken(ctx, { authorityId, name })) throw new Invalid({ saveAs: text.invalid.taken })
  const { id } = await ctx.db
    .insertInto('referral.recipient_lists')
    .values({ authority_id: authorityId, name, saved_at: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await fill(ctx, id, bodyIds)
  return id
}

/** Changes what a list is called and whom it has. Rounds that were made from it stay as they are. */
export const changeList = command('referral.change-list', changed, async (ctx, { listId, name, bodyIds }) => {
  const list = await lockRecipientList(ctx, listId)
  allowAt(ctx, list.authorityId)
  refuseIf(list.removedAt === null ? [] : [text.obstacle.removed])
  const { authorityId } = list
  const askable = new Set((await listAskable(ctx, authorityId)).map(({ id }) => id))
  const wrong: Record<string, string> = {}
  if (bodyIds.length === 0) wrong['bodyIds'] = text.invalid.nobody
  if (bodyIds.some((id) => !askable.has(id))) wrong['bodyIds'] = text.invalid.otherBody
  if (await isTaken(ctx, { authorityId, name, but: listId })) wrong['name'] = text.invalid.taken
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  await set(ctx, listId, { name, saved_at: ctx.now })
  await ctx.db.deleteFrom('referral.listed_bodies').where('list_id', '=', listId).execute()
  await fill(ctx, listId, bodyIds)
})

/** Removes a list; it can be put back. */
export const removeList = command('referral.remove-list', oneList, async (ctx, { listId }) => {
  const list = await lockRecipientList(ctx, listId)
  allowAt(ctx, list.authorityId)
  refuseIf(list.removedAt === null ? [] : [text.obstacle.removed])
  await set(ctx, listId, { removed_at: ctx.now })
  return { name: list.name }
})

/** Puts a removed list back. Refused where another has taken its name. */
export const restoreList = command('referral.restore-list', oneList, async (ctx, { listId }) => {
  const list = await lockRecipientList(ctx, listId)
  allowAt(ctx, list.authorityId)
  const obstacles = list.removedAt === null ? [text.obstacle.notRemoved] : []
  if (obstacles.length === 0 && (await isTaken(ctx, list))) obstacles.push(text.obstacle.taken(list.name))
  refuseIf(obstacles)
  await set(ctx, listId, { removed_at: null })
  return { name: list.name }
})

async function isTaken(
  ctx: Write,
  { authorityId, name, but }: { readonly authorityId: string; readonly name: string; readonly but?: string },
): Promise<boolean> {
  const lists = await listRecipientLists(ctx, authorityId)
  return lists.some((list) => list.id !== but && list.name.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv'))
}

async function fill(ctx: Write, listId: string, bodyIds: readonly string[]): Promise<void> {
  await ctx.db
    .insertInto('referral.listed_bodies')
    .values([...new Set(bodyIds)].map((id) => ({ list_id: listId, body_id: id })))
    .execute()
}

type Columns = { readonly name?: string; readonly saved_at?: Date; readonly removed_at?: Date | null }

async function set(ctx: Write, listId: string, columns: Columns): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('referral.recipient_lists')
    .set(columns)
    .where('id', '=', listId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Forbidden()
}
