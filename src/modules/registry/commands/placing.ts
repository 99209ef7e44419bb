/** Moving a record to the right case, and striking one. Its number in the registry stays (B-16), and the ledger says why (B-12). */

import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Forbidden, NotFound, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { line } from '../../../kernel/fields.ts'
import { obstaclesToMoving, obstaclesToStriking, recordNumber, sayTies, type Case, type RecordItem } from '../model.ts'
import { getCase, getRecord, lockCase, lockRecord, nextSeqOf, tiesOf } from '../queries.ts'
import { text } from '../text.ts'
import { recordsChanged } from './changed.ts'
import { holdCounts, writeLedger } from './ledger.ts'

const reason = line(300, () => text.invalid.noReason)

/** The record must be held: then what would hang on it waits, and what hangs on it already is seen. */
async function obstaclesInTies(ctx: Write, recordId: string): Promise<string[]> {
  return sayTies(await tiesOf(ctx, recordId), ctx.slots('record.tie'))
}

const moving = z.object({
  recordId: z.uuid(),
  /** The case where it belongs, by its id or its reference number. */
  toCase: line(200, () => text.placing.noCase),
  reason,
})

/** Moves a record that was registered in the wrong case. Throws `Refused` with every reason it cannot leave its place. */
export const moveRecord = command('registry.move-record', moving, async (ctx, { recordId, toCase, reason: why }) => {
  const { caseId, authorityId } = await getRecord(ctx, recordId)
  allowAt(ctx, authorityId)
  const { from, to } = await lockBoth(ctx, caseId, await targetOf(ctx, toCase))
  const record = await lockRecord(ctx, recordId)
  await holdCounts(ctx, [from.id, to.id])
  refuseIf([...obstaclesToMoving(record, { from, to }), ...(await obstaclesInTies(ctx, recordId))])
  const seq = await nextSeqOf(ctx, to.id)
  const what = { recordId, number: recordNumber(record) }
  // First the ledger: the store moves a record only as its last entry says. What is open does not name a case that is hidden.
  const there = { referenceNumber: to.referenceNumber, seq }
  await writeLedger(ctx, from.id, 'record.moved', { ...what, seq: record.seq, ...told(from, to, { there, why }) })
  await sql`select registry.move_record(${recordId}::uuid, ${to.id}::uuid, ${seq}::int, ${ctx.now})`.execute(ctx.db)
  const came = { referenceNumber: from.referenceNumber, seq: record.seq }
  await writeLedger(ctx, to.id, 'record.moved-here', { ...what, seq, ...told(to, from, { there: came, why }) })
  await recordsChanged(ctx, [recordId])
  return { caseId: to.id, referenceNumber: to.referenceNumber, recordId, seq }
})

type There = { readonly referenceNumber: string; readonly seq: number }

/** Why is as secret as the more secret of the two cases. */
function told(inCase: Case, other: Case, { there, why }: { readonly there: There; readonly why: string }) {
  return { other: other.isSecret ? null : there, reason: other.isSecret && !inCase.isSecret ? null : why }
}

/** A case that is not there, or hidden, is said at the field, and the same of both. */
async function targetOf(ctx: Write, toCase: string): Promise<Case> {
  return getCase(ctx, toCase).catch((error: unknown) => {
    if (error instanceof NotFound) throw new Invalid({ toCase: text.placing.noSuchCase })
    throw error
  })
}

/** In one order, so that two who move each other's way do not wait for each other. */
async function lockBoth(ctx: Write, fromId: string, to: Case): Promise<{ from: Case; to: Case }> {
  const held = new Map<string, Case>()
  for (const id of [...new Set([fromId, to.id])].toSorted()) held.set(id, await lockCase(ctx, id))
  return { from: held.get(fromId) ?? to, to: held.get(to.id) ?? to }
}

const striking = z.object({ recordId: z.uuid(), reason })

/** Strikes what was registered by mistake: row, number and files stay (TF 2, arkivlagen), with who and why in the history. */
export const strikeRecord = command('registry.strike-record', striking, async (ctx, { recordId, reason: why }) => {
  const { caseId } = await getRecord(ctx, recordId)
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const record = await lockRecord(ctx, recordId)
  refuseIf([...obstaclesToStriking(theCase, record), ...(await obstaclesInTies(ctx, recordId))])
  const number = recordNumber(record)
  await writeLedger(ctx, caseId, 'record.struck', { recordId, number, seq: record.seq, reason: why })
  await noteStruck(ctx, record)
  await recordsChanged(ctx, [recordId])
  return { caseId, referenceNumber: theCase.referenceNumber, recordId, number }
})

async function noteStruck(ctx: Write, { id }: Pick<RecordItem, 'id'>): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('registry.records')
    .set({ struck_at: ctx.now, struck_by: actingPerson(ctx) })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
}
