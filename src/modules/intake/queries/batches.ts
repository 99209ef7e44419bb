/** Files that wait to be registered: one's own, and those that others began and did not finish in time (B-02). */

import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Batch, BatchFacts, Handover } from '../model/batch.ts'
import { keptUploads } from './register.ts'

/** What the person may know of: their own, what is shared by now, and what was taken over from them (row-level security). */
function selectBatches(ctx: Read | Write) {
  return ctx.db
    .selectFrom('intake.batches as b')
    .innerJoin('organisation.people as p', 'p.id', 'b.person_id')
    .select([
      'b.id',
      'b.authority_id as authorityId',
      'b.person_id as personId',
      'p.name as personName',
      'b.started_at as startedAt',
      'b.ended_at as endedAt',
      'b.shared_at as sharedAt',
      'b.upload_ids as uploadIds',
    ])
    .where((at) => at.or([at('b.person_id', '=', ctx.actor.personId), at('b.shared_at', '<=', ctx.now)]))
}

/** Throws `NotFound`. */
export async function getBatch(ctx: Read | Write, batchId: string): Promise<Batch> {
  const { uploadIds, ...row } = found(await selectBatches(ctx).where('b.id', '=', batchId).executeTakeFirst())
  const uploads = row.personId === ctx.actor.personId ? await keptUploads(ctx, uploadIds) : []
  return { ...row, count: uploadIds.length, uploads, handovers: await listHandovers(ctx, batchId) }
}

/** Holds the batch until the transaction ends, so that what is sent twice is done once. Throws `NotFound`. */
export async function lockBatch(ctx: Write, batchId: string): Promise<Batch> {
  await ctx.db.selectFrom('intake.batches').select('id').where('id', '=', batchId).forUpdate().execute()
  return getBatch(ctx, batchId) // one of somebody else's is not held: it is not theirs to change
}

function listHandovers(ctx: Read | Write, batchId: string): Promise<Handover[]> {
  return ctx.db
    .selectFrom('intake.handovers as h')
    .innerJoin('organisation.people as f', 'f.id', 'h.from_person')
    .innerJoin('organisation.people as t', 't.id', 'h.to_person')
    .select(['h.at', 'f.name as fromName', 't.name as toName'])
    .where('h.batch_id', '=', batchId)
    .orderBy('h.id')
    .execute()
}

export type WaitingBatch = Omit<BatchFacts, 'authorityId'> & { readonly isMine: boolean }

/** What is neither registered nor thrown away at the authority, as far as the person may know of it: their own first. */
export async function waitingBatches(ctx: Read, authorityId: string): Promise<WaitingBatch[]> {
  const rows = await selectBatches(ctx)
    .where('b.authority_id', '=', authorityId)
    .where('b.ended_at', 'is', null)
    .orderBy((at) => at('b.person_id', '=', ctx.actor.personId), 'desc')
    .orderBy('b.started_at', 'desc')
    .limit(40)
    .execute()
  const me = ctx.actor.personId
  return rows.map(({ uploadIds, authorityId: _, ...row }) => ({
    ...row,
    count: uploadIds.length,
    isMine: row.personId === me,
  }))
}

/** The uploads that batches wait with, whoever's: they are not let go of before their batch is. */
export async function uploadsInBatches(ctx: Read | Write): Promise<string[]> {
  const rows = await ctx.db.selectFrom('intake.batches').select('upload_ids').where('ended_at', 'is', null).execute()
  return rows.flatMap(({ upload_ids: ids }) => ids)
}
