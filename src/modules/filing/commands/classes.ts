/** The classification plan: read from a table, looked through, then taken. */

import { z } from 'zod'
import { maybeId, tick } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Read, type Write } from '../../../kernel/context.ts'
import { found, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { takeUploads, type Upload } from '../../../kernel/uploads.ts'
import { mostRows, readPlan, type PlanRow } from '../model.ts'
import { text } from '../text.ts'

const mostBytes = 10_000_000

/** Reads a table as a plan. Throws `Invalid` when there is nothing in it that could be one. */
export async function planOf(ctx: Read | Write, file: Upload): Promise<PlanRow[]> {
  if (file.size > mostBytes) throw new Invalid({ files: text.invalid.tooMany(mostRows) })
  const rows = readPlan(await ctx.files.read(file.sha256))
  if (rows.length === 0) throw new Invalid({ files: text.invalid.noRows })
  if (rows.length > mostRows) throw new Invalid({ files: text.invalid.tooMany(mostRows) })
  return rows
}

const chosen = z.object({ files: uploadIds, authorityId: maybeId })

/** Tries to read a file as a plan. Changes nothing. */
export const readClasses = command('filing.read-classes', chosen, async (ctx, { files, authorityId }) => {
  allowAt(ctx, authorityId ?? ctx.actor.at)
  const [file] = await takeUploads(ctx, files.slice(-1))
  if (file === undefined) throw new Invalid({ files: text.invalid.noFile })
  const rows = await planOf(ctx, file)
  return { uploadId: file.id, rows: rows.map((row) => ({ ...row, faults: [...row.faults] })) }
})

const taking = z.object({ uploadId: z.uuid(), authorityId: maybeId, skipFaults: tick })

async function take(ctx: Write, of: string | null, { uploadId, skipFaults }: z.output<typeof taking>) {
  const [file] = await takeUploads(ctx, [uploadId], 'uploadId')
  const rows = await planOf(ctx, found(file))
  const good = rows.filter(({ faults }) => faults.length === 0)
  const bad = rows.length - good.length
  refuseIf(good.length === 0 ? [text.obstacle.nothing] : bad > 0 && !skipFaults ? [text.obstacle.faults(bad)] : [])
  await keepClasses(ctx, of, good)
  return { taken: good.length, skipped: bad }
}

/** Takes a plan that was looked through as the authority's own. */
export const importClasses = command('filing.import-classes', taking, async (ctx, input) => {
  const authorityId = found(input.authorityId ?? ctx.actor.at)
  allowAt(ctx, authorityId)
  return take(ctx, authorityId, input)
})

/** Takes it as the plan of every authority in the house. */
export const importSharedClasses = command('filing.import-shared-classes', taking, async (ctx, input) => {
  allowAt(ctx, input.authorityId ?? ctx.actor.at)
  return take(ctx, null, input)
})

type KeptClass = Pick<PlanRow, 'code' | 'name' | 'retention' | 'years'>

/**
 * Puts classes in a plan, the authority's own or (null) everybody's. One with the same code takes the new name and rule; one
 * that is not among them stays. The calling command has asked whether it may.
 */
export async function keepClasses(
  ctx: Write,
  authorityId: string | null,
  classes: readonly KeptClass[],
): Promise<void> {
  const there = await ctx.db
    .selectFrom('filing.classes')
    .select(['id', 'code'])
    .where('authority_id', authorityId === null ? 'is' : '=', authorityId)
    .execute()
  const known = new Map(there.map(({ id, code }) => [code, id]))
  const rows = classes.map(({ code, name, retention, years }) => ({ code, name, retention, years, is_active: true }))
  for (const row of rows.filter(({ code }) => known.has(code)))
    await ctx.db
      .updateTable('filing.classes')
      .set(row)
      .where('id', '=', known.get(row.code) ?? '')
      .execute()
  const fresh = rows.filter(({ code }) => !known.has(code)).map((row) => ({ ...row, authority_id: authorityId }))
  for (let at = 0; at < fresh.length; at += 500)
    await ctx.db
      .insertInto('filing.classes')
      .values(fresh.slice(at, at + 500))
      .execute()
}
