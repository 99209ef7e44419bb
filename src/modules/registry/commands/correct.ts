/** Correcting what was registered: the facts change, the history keeps what they were (B-12), the number stays (B-16). */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { changedLine, choice, day, line } from '../../../kernel/fields.ts'
import {
  obstaclesToCorrecting,
  publicWords,
  recordKinds,
  recordNumber,
  type Corrected,
  type RecordItem,
} from '../model.ts'
import { findHeldMarking, getRecord, lockCase } from '../queries.ts'
import { text } from '../text.ts'
import { recordsChanged } from './changed.ts'
import { writeLedger } from './ledger.ts'
import { checkFacts } from './register.ts'

const correction = z.object({
  recordId: z.uuid(),
  title: line(300, () => text.invalid.noRecordTitle).optional(),
  party: changedLine(200),
  datedOn: day.optional(),
  kind: choice(recordKinds).optional(),
  reason: line(300, () => text.invalid.noReason),
})
type Correction = Omit<z.output<typeof correction>, 'recordId' | 'reason'>

/** Corrects a record's title, other party, day and kind, with the reason. What is left out stays; number and direction always do. */
export const correctRecord = command(
  'registry.correct-record',
  correction,
  async (ctx, { recordId, reason, ...changes }) => {
    const { caseId } = await getRecord(ctx, recordId)
    const theCase = await lockCase(ctx, caseId)
    allowAt(ctx, theCase.authorityId)
    const record = await getRecord(ctx, recordId)
    refuseIf(obstaclesToCorrecting(theCase, record))
    const [from, to] = [factsOf(record), changed(record, changes)]
    checkFacts({ direction: record.direction, party: to.party }, { datedOn: to.datedOn, today: today(ctx) })
    if (JSON.stringify(from) === JSON.stringify(to)) throw new Invalid({ title: text.invalid.nothingChanged })
    const number = recordNumber(record)
    // First the ledger: the store lets the facts change only as its last entry says.
    await writeLedger(ctx, theCase.id, 'record.corrected', { recordId, number, from, to, reason })
    await (record.isSecret ? changeSecret(ctx, record, to) : changeFacts(ctx, recordId, to))
    await recordsChanged(ctx, [recordId])
    return { caseId: theCase.id, referenceNumber: theCase.referenceNumber, recordId, number }
  },
)

function factsOf({ title, party, datedOn, kind }: RecordItem): Corrected {
  return { title, party, datedOn, kind }
}

function changed(record: RecordItem, { title, party, datedOn, kind }: Correction): Corrected {
  return {
    title: title ?? record.title,
    party: party === undefined ? record.party : party,
    datedOn: datedOn ?? record.datedOn,
    kind: kind ?? record.kind,
  }
}

/** Its own words lie by themselves; what everybody reads follows only where the marking shows it (B-06). */
async function changeSecret(ctx: Write, { id, caseId }: RecordItem, to: Corrected): Promise<void> {
  const held = await findHeldMarking(ctx, { caseId, recordId: id })
  const { numUpdatedRows } = await ctx.db
    .updateTable('registry.withheld')
    .set({ title: to.title, party: to.party })
    .where('record_id', '=', id)
    .executeTakeFirst()
  if (held === undefined || numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
  await changeFacts(ctx, id, { ...to, ...publicWords(to, held) })
}

async function changeFacts(ctx: Write, recordId: string, { title, party, datedOn, kind }: Corrected): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('registry.records')
    .set({ title, party, dated_on: datedOn, kind })
    .where('id', '=', recordId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
}
