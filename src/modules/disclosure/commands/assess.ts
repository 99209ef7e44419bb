/** Testing a record: whole, in part, or not at all; and file by file where it is in part. */

import { z } from 'zod'
import { choice, maybeWords } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { found, Invalid, refuseIf } from '../../../kernel/errors.ts'
import type { RecordFile } from '../../registry/index.ts'
import { faultsOfTest, obstaclesToTesting, outcomes, type Item, type Way } from '../model/item.ts'
import { obstaclesToWorking, type DisclosureRequest } from '../model/request.ts'
import { lockRequest } from '../queries/requests.ts'
import { text } from '../text.ts'
import { itemOf } from './request.ts'
import { note, settleStage, updateItem } from './steps.ts'

const ofItem = z.object({ requestId: z.uuid(), itemId: z.uuid() })
export const ofFile = ofItem.extend({ fileId: z.uuid() })

/** The request and the record, open and readable, with the right asked for. */
export async function tested(
  ctx: Write,
  { requestId, itemId }: z.output<typeof ofItem>,
): Promise<{ request: DisclosureRequest; item: Item }> {
  const request = await lockRequest(ctx, requestId)
  allowAt(ctx, request.authorityId)
  const item = await itemOf(ctx, requestId, itemId)
  refuseIf([...obstaclesToWorking(request), ...obstaclesToTesting(item)])
  return { request, item }
}

/** The test of one record (OSL 6:3). A marking decides nothing (B-09): whoever tests does, and is named. */
export const assess = command(
  'disclosure.assess',
  ofItem.extend({ outcome: choice(outcomes), provision: maybeWords(200), reason: maybeWords(2000) }),
  async (ctx, { requestId, itemId, ...test }) => {
    const { item } = await tested(ctx, { requestId, itemId })
    const faults = faultsOfTest(test, item.isMarked)
    if (Object.keys(faults).length > 0) throw new Invalid(faults)
    const provision = test.outcome === 'whole' ? null : test.provision
    await updateItem(ctx, itemId, {
      ...test,
      provision,
      was_marked: item.isMarked,
      assessed_at: ctx.now,
      assessed_by: actingPerson(ctx),
      given_at: null,
    })
    await note(ctx, requestId, ['tested', { record: item.recordNumber, outcome: test.outcome, provision }])
    await settleStage(ctx, requestId)
    return { requestId, itemId, outcome: test.outcome }
  },
)

/** A file of the record, for who may read it. Throws `Refused` unless the record is given out in part, `NotFound` for another. */
export function fileOf(item: Item, fileId: string): RecordFile {
  const file = found(item.files.find(({ id }) => id === fileId))
  refuseIf(item.outcome === 'partly' ? [] : [text.obstacle.notPartly])
  return file
}

type Copy = { readonly name: string; readonly mediaType: string; readonly sha256: string; readonly size: number }

/** Notes what becomes of a file. What was noted before gives way. */
export async function keepPart(
  ctx: Write,
  { item, file, way }: { readonly item: Item; readonly file: RecordFile; readonly way: Way },
  { copy, provision }: { readonly copy: Copy | null; readonly provision: string | null },
): Promise<string> {
  const row = {
    way,
    name: copy?.name ?? null,
    media_type: copy?.mediaType ?? null,
    sha256: copy?.sha256 ?? null,
    size: copy?.size ?? null,
    original_sha256: file.sha256,
    provision,
    made_at: ctx.now,
    made_by: actingPerson(ctx),
  }
  const { id } = await ctx.db
    .insertInto('disclosure.parts')
    .values({ item_id: item.id, file_id: file.id, ...row })
    .onConflict((conflict) => conflict.columns(['item_id', 'file_id']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  await updateItem(ctx, item.id, { given_at: null })
  await settleStage(ctx, item.requestId)
  return id
}

/** Gives one file of a record whole, or not at all, when the rest is given out in part. */
export const treatFile = command(
  'disclosure.treat-file',
  ofFile.extend({ way: choice(['whole', 'refused']), provision: maybeWords(200) }),
  async (ctx, { fileId, way, provision, ...ids }) => {
    const { item } = await tested(ctx, ids)
    const file = fileOf(item, fileId)
    const about =
      way === 'whole' ? { copy: file, provision: null } : { copy: null, provision: provision ?? item.provision }
    const partId = await keepPart(ctx, { item, file, way }, about)
    await note(ctx, ids.requestId, ['file-tested', { record: item.recordNumber, file: file.position, way }])
    return { ...ids, fileId, partId }
  },
)
