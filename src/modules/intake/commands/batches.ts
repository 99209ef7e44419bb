/** A batch of files from its beginning to its end: gathered, taken over by somebody else, registered or thrown away. */

import { sql } from 'kysely'
import { z } from 'zod'
import { maybeId } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Forbidden, found, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { letGo, takeUploads } from '../../../kernel/uploads.ts'
import { obstaclesToFinishing, obstaclesToTakingOver, sharedFrom, type Batch } from '../model/batch.ts'
import { mostInBatch } from '../model/register.ts'
import { getBatch, lockBatch, uploadsInBatches } from '../queries/batches.ts'
import { text } from '../text/register.ts'

const gathering = z.object({ authorityId: maybeId, files: uploadIds })

/** Puts files that were sent together in a batch that waits for its owner, and from the next working day for any registrar. */
export const gather = command('intake.gather', gathering, async (ctx, { authorityId: asked, files }) => {
  const authorityId = found(asked ?? ctx.actor.at)
  allowAt(ctx, authorityId)
  const uploads = await takeUploads(ctx, [...new Set(files)])
  if (uploads.length === 0) throw new Invalid({ files: text.invalid.noFile })
  if (uploads.length > mostInBatch) throw new Invalid({ files: text.invalid.tooManyFiles(mostInBatch) })
  const { id } = await ctx.db
    .insertInto('intake.batches')
    .values({
      authority_id: authorityId,
      person_id: actingPerson(ctx),
      upload_ids: uploads.map((upload) => upload.id),
      started_at: ctx.now,
      shared_at: sharedFrom(ctx.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { batchId: id, count: uploads.length }
})

const oneBatch = z.object({ batchId: z.uuid() })

/** Takes over what somebody began and did not finish (OSL 5:1, B-02). It is noted whose it was; the files go along. */
export const takeOverBatch = command('intake.take-over-batch', oneBatch, async (ctx, { batchId }) => {
  const batch = await getBatch(ctx, batchId)
  allowAt(ctx, batch.authorityId)
  refuseIf(obstaclesToTakingOver(batch, actingPerson(ctx)))
  const { rows } = await sql<{ done: boolean }>`select intake.take_over(${batchId}, ${ctx.now}) as done`.execute(ctx.db)
  if (rows[0]?.done !== true) {
    refuseIf(obstaclesToTakingOver(await getBatch(ctx, batchId), actingPerson(ctx))) // somebody was first
    throw new Forbidden(ctx.guard.verb)
  }
  return { batchId, fromName: batch.personName }
})

/** Throws a batch away before it is registered. The files were never in the registry; the bytes are swept (kernel/sweep.ts). */
export const discardBatch = command('intake.discard-batch', oneBatch, async (ctx, { batchId }) => {
  allowAt(ctx, (await getBatch(ctx, batchId)).authorityId)
  const batch = await holdBatch(ctx, batchId)
  await endBatch(ctx, batchId)
  const elsewhere = new Set(await uploadsInBatches(ctx)) // the same form sent twice
  await letGo(
    ctx,
    batch.uploads.map(({ id }) => id).filter((id) => !elsewhere.has(id)),
  )
  return { batchId }
})

/** One's own batch, held until the transaction ends. Throws `Refused` when it is over or somebody else's. */
export async function holdBatch(ctx: Write, batchId: string): Promise<Batch> {
  const batch = await lockBatch(ctx, batchId)
  refuseIf(obstaclesToFinishing(batch, ctx.actor.personId))
  return batch
}

/** It is registered, or thrown away. */
export async function endBatch(ctx: Write, batchId: string): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('intake.batches')
    .set({ ended_at: ctx.now })
    .where('id', '=', batchId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
}
