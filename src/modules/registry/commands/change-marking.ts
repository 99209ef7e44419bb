/** Changing a marking while it holds: another takes its place at the same moment, and nothing is open in between. */

import { today, type Write } from '../../../kernel/context.ts'
import { found, refuseIf } from '../../../kernel/errors.ts'
import { obstaclesToLifting, publicWords, recordNumber, type Marking } from '../model.ts'
import { findHeldMarking, getRecord, type HeldMarking } from '../queries.ts'
import { recordsChanged } from './changed.ts'
import { writeLedger } from './ledger.ts'
import { changeRecord, checkProvision, endMarking, insertMarking } from './marking.ts'

/** What is left out stays as it was. Empty words of one's own are none. */
export type MarkingChange = {
  readonly provision: string
  readonly reason: string
  readonly hidesTitle?: boolean | undefined
  readonly hidesParty?: boolean | undefined
  readonly publicTitle?: string | null | undefined
  readonly publicParty?: string | null | undefined
}

type Changed = Pick<Marking, 'id' | 'caseId' | 'recordId' | 'authorityId' | 'liftedAt' | 'markedOn'>

/**
 * Puts a marking in the place of the one that holds, with its own day, person and reason; the one before stays among the
 * case's markings (B-08). Throws `Invalid` without a provision (B-10), `Refused` when the marking holds no longer.
 */
export async function changeMarking(ctx: Write, marking: Changed, change: MarkingChange): Promise<void> {
  checkProvision(change.provision)
  refuseIf(obstaclesToLifting(marking))
  const was = found(await findHeldMarking(ctx, marking))
  const next = { ...change, ...wordsAfter(was, change) }
  await endMarking(ctx, was.id, change.reason)
  const { caseId, authorityId, recordId } = marking
  await insertMarking(ctx, { caseId, authorityId, recordId, replaces: was.id }, next)
  const { reason, provision } = change
  const from = { provision: was.provision, markedOn: marking.markedOn }
  const to = { provision, markedOn: today(ctx) }
  if (recordId === null) await writeLedger(ctx, caseId, 'case.marking-changed', { from, to, reason })
  else await changeWords(ctx, { recordId, was, next, from, to })
}

type Shown = Omit<HeldMarking, 'id' | 'provision'>

/** What is hidden, and what stands instead: what is not said is as before. */
function wordsAfter(was: HeldMarking, change: MarkingChange): Shown {
  const { hidesTitle = was.hidesTitle, hidesParty = was.hidesParty } = change
  const { publicTitle = was.publicTitle, publicParty = was.publicParty } = change
  return { hidesTitle, hidesParty, publicTitle, publicParty }
}

type Facts = { readonly provision: string; readonly markedOn: string }
type Reworded = {
  readonly recordId: string
  readonly was: HeldMarking
  readonly next: Shown & { readonly provision: string; readonly reason: string }
  readonly from: Facts
  readonly to: Facts
}

async function changeWords(ctx: Write, { recordId, was, next, from, to }: Reworded): Promise<void> {
  const record = await getRecord(ctx, recordId)
  await changeRecord(ctx, recordId, { ...publicWords(record, next), is_secret: true })
  await writeLedger(ctx, record.caseId, 'record.marking-changed', {
    recordId,
    number: recordNumber(record),
    from: { ...from, hidesTitle: was.hidesTitle, hidesParty: was.hidesParty },
    to: { ...to, hidesTitle: next.hidesTitle, hidesParty: next.hidesParty },
    reason: next.reason,
  })
  await recordsChanged(ctx, [recordId])
}
