/** The list of considerations, as the municipality or an authority sets it. It belongs to no case. */

import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, may, type Write } from '../../../kernel/context.ts'
import { Forbidden, found, refuseIf } from '../../../kernel/errors.ts'
import { maybeId, tick } from '../../../kernel/fields.ts'
import { line } from '../model/lines.ts'
import type { Consideration } from '../model/consideration.ts'
import { listConsiderations, lockConsideration } from '../queries/considerations.ts'
import { text, usualConsiderations } from '../text/considerations.ts'

const parts = {
  name: line.pipe(
    z
      .string()
      .min(1, { error: () => text.invalid.name })
      .max(120),
  ),
  help: line
    .pipe(z.string().max(500))
    .nullish()
    .transform((words) => words || null),
  isRequired: tick,
}

/** Who may set the whole municipality's list: an administrator, wherever they are one. Of an authority's own: its keepers. */
function allowFor(ctx: Write, authorityId: string | null): void {
  const at = authorityId ?? ctx.actor.at
  allowAt(ctx, at)
  if (authorityId === null && !may(ctx.actor, 'drafting.begin-considerations')) throw new Forbidden()
}

/** One list at a time is changed by one at a time. */
async function holdList(ctx: Write, authorityId: string | null): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('drafting.considerations ' || ${authorityId ?? 'all'}, 0))`.execute(
    ctx.db,
  )
}

async function put(ctx: Write, row: Omit<Consideration, 'id' | 'position'>): Promise<string> {
  const { id } = await ctx.db
    .insertInto('drafting.considerations')
    .values({
      authority_id: row.authorityId,
      name: row.name,
      help: row.help,
      is_required: row.isRequired,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from drafting.considerations
        where authority_id is not distinct from ${row.authorityId}::uuid)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Begins the municipality's list with the usual six (påbörjar listan). Throws `Refused` when there is one. */
export const beginConsiderations = command('drafting.begin-considerations', z.object({}), async (ctx) => {
  allowAt(ctx, ctx.actor.at)
  await holdList(ctx, null)
  const there = await listConsiderations(ctx, found(ctx.actor.at))
  refuseIf(there.some(({ authorityId }) => authorityId === null) ? [text.alreadyBegun] : [])
  for (const [name, help] of usualConsiderations) await put(ctx, { authorityId: null, name, help, isRequired: false })
})

/** Adds one, to an authority's own list, or (without an authority) to everybody's (lägger till). */
export const addConsideration = command(
  'drafting.add-consideration',
  z.object({ authorityId: maybeId, ...parts }),
  async (ctx, { authorityId, ...row }) => {
    allowFor(ctx, authorityId)
    await holdList(ctx, authorityId)
    return { considerationId: await put(ctx, { authorityId, ...row }) }
  },
)

const one = { considerationId: z.uuid() }

/** Changes its name, its question, or whether it stops (ändrar). Memos keep the name it had when they were written. */
export const changeConsideration = command(
  'drafting.change-consideration',
  z.object({ ...one, ...parts }),
  async (ctx, { considerationId, name, help, isRequired }) => {
    const { authorityId, isEnded } = await lockConsideration(ctx, considerationId)
    allowFor(ctx, authorityId)
    refuseIf(isEnded ? [text.isEnded] : [])
    await change(ctx, considerationId, { name, help, is_required: isRequired })
  },
)

async function change(
  ctx: Write,
  id: string,
  row: { name?: string; help?: string | null; is_required?: boolean; position?: number; ended_at?: Date | null },
): Promise<void> {
  await ctx.db.updateTable('drafting.considerations').set(row).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Moves one a step up or down in its list (flyttar). */
export const moveConsideration = command(
  'drafting.move-consideration',
  z.object({ ...one, direction: z.enum(['up', 'down']) }),
  async (ctx, { considerationId, direction }) => {
    const moved = await lockConsideration(ctx, considerationId)
    allowFor(ctx, moved.authorityId)
    await holdList(ctx, moved.authorityId)
    const all = await listConsiderations(ctx, moved.authorityId ?? found(ctx.actor.at))
    const list = all.filter(({ authorityId }) => authorityId === moved.authorityId)
    const at = list.findIndex(({ id }) => id === considerationId)
    const to = direction === 'up' ? at - 1 : at + 1
    refuseIf(at < 0 || list[to] === undefined ? [text.atTheEnd] : [])
    const order = list.toSpliced(at, 1).toSpliced(to, 0, moved)
    for (const [position, { id }] of order.entries()) await change(ctx, id, { position: position + 1 })
  },
)

/** No longer asked for (tas bort). What memos have said of it stays. */
export const endConsideration = command(
  'drafting.end-consideration',
  z.object(one),
  async (ctx, { considerationId }) => {
    const { authorityId, isEnded } = await lockConsideration(ctx, considerationId)
    allowFor(ctx, authorityId)
    refuseIf(isEnded ? [text.isEnded] : [])
    await change(ctx, considerationId, { ended_at: ctx.now })
    return { considerationId }
  },
)

/** Takes it back on the list (ångrar). */
export const takeBackConsideration = command(
  'drafting.take-back-consideration',
  z.object(one),
  async (ctx, { considerationId }) => {
    const { authorityId, isEnded } = await lockConsideration(ctx, considerationId)
    allowFor(ctx, authorityId)
    refuseIf(isEnded ? [] : [text.isThere])
    await change(ctx, considerationId, { ended_at: null })
    return { considerationId }
  },
)
