import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { getBody } from '../../organisation/index.ts'
import { getCase, listStandingRecords, writeLedger, type Case } from '../../registry/index.ts'
import { clock, day, maybe, points } from '../model/input.ts'
import { meetingKinds, obstaclesToCancelling, obstaclesToTakingOff, warningsOfMeeting } from '../model/meeting.ts'
import { getItem, listAgenda, lockItem, lockMeeting } from '../queries/meetings.ts'
import { tellOthers } from './move.ts'
import { addMeeting, placeOnAgenda } from './steps.ts'
import { text } from '../text.ts'

const newMeeting = z.object({
  bodyId: z.uuid({ error: () => text.invalid.noBody }),
  heldOn: day,
  startsAt: clock,
  place: maybe,
})

/** Puts a meeting in a body's calendar (planerar sammanträde). A day off is planned all the same, and said. */
export const planMeeting = command('meetings.plan-meeting', newMeeting, async (ctx, meeting) => {
  const body = await getBody(ctx, meeting.bodyId)
  allowAt(ctx, body.authorityId)
  if (!meetingKinds.some((kind) => kind === body.kind)) throw new Invalid({ bodyId: text.invalid.bodyDoesNotMeet })
  const meetingId = await addMeeting(ctx, meeting)
  return { meetingId, warnings: warningsOfMeeting(meeting) }
})

const oneMeeting = z.object({ meetingId: z.uuid() })

/** Cancels a meeting (ställer in); what stood on its agenda is taken off, and each case's ledger says why. */
export const cancelMeeting = command('meetings.cancel-meeting', oneMeeting, async (ctx, { meetingId }) => {
  const meeting = await lockMeeting(ctx, meetingId)
  allowAt(ctx, meeting.authorityId)
  refuseIf(obstaclesToCancelling(meeting))
  const agenda = await listAgenda(ctx, meetingId)
  // Before the agenda is emptied: those on it are told by the meeting, not by their plan.
  await tellOthers(ctx, { meetingId, body: meeting.bodyName, from: meeting.heldOn, to: null, reason: null })
  await ctx.db
    .updateTable('meetings.meetings')
    .set((old) => ({ state: 'cancelled', sequence: old('sequence', '+', 1), changed_at: ctx.now }))
    .where('id', '=', meetingId)
    .execute()
  await ctx.db.updateTable('meetings.items').set({ state: 'withdrawn' }).where('meeting_id', '=', meetingId).execute()
  for (const { caseId } of agenda) {
    await writeLedger(ctx, caseId, 'meetings.cancelled', { meetingId, body: meeting.bodyName, heldOn: meeting.heldOn })
  }
})

const toPlace = z.object({
  meetingId: z.uuid(),
  caseId: z
    .string()
    .trim()
    .min(1, { error: () => text.invalid.unknownCase }),
  title: maybe,
  proposal: points.default([]),
  /** Left out: the case's approved memo and statement. */
  recordIds: z.array(z.uuid()).optional(),
})

/** Puts a case on an agenda (sätter upp ärende). `caseId` may be the reference number. */
export const placeCase = command('meetings.place-on-agenda', toPlace, async (ctx, { meetingId, ...what }) => {
  const meeting = await lockMeeting(ctx, meetingId)
  allowAt(ctx, meeting.authorityId)
  const theCase = await caseNamed(ctx, what.caseId)
  const itemId = await placeOnAgenda(ctx, {
    meetingId,
    caseId: theCase.id,
    title: what.title ?? theCase.title,
    proposal: what.proposal,
    recordIds: what.recordIds ?? (await approvedPapers(ctx, theCase)),
  })
  return { itemId, caseId: theCase.id }
})

async function caseNamed(ctx: Write, idOrNumber: string): Promise<Case> {
  try {
    return await getCase(ctx, idOrNumber)
  } catch (error) {
    if (error instanceof NotFound) throw new Invalid({ caseId: text.invalid.unknownCase })
    throw error
  }
}

async function approvedPapers(ctx: Write, theCase: Case): Promise<string[]> {
  const records = await listStandingRecords(ctx, theCase.id)
  return (['memo', 'statement'] as const).flatMap(
    (kind) => records.findLast((record) => record.kind === kind && record.direction === 'internal')?.id ?? [],
  )
}

const toMove = z.object({ itemId: z.uuid(), direction: z.enum(['up', 'down']) })

/** Moves an item one step on the agenda. At the end of the list nothing happens. */
export const moveItem = command('meetings.move-item', toMove, async (ctx, { itemId, direction }) => {
  const { meetingId } = await getItem(ctx, itemId)
  allowAt(ctx, (await lockMeeting(ctx, meetingId)).authorityId)
  const agenda = await listAgenda(ctx, meetingId)
  const at = agenda.findIndex((item) => item.id === itemId)
  const [moved, other] = [agenda[at], agenda[at + (direction === 'up' ? -1 : 1)]]
  if (moved === undefined || other === undefined) return
  await stand(ctx, moved.id, other.position)
  await stand(ctx, other.id, moved.position)
})

/** Two items may share a place until the transaction ends: the constraint is deferred. */
async function stand(ctx: Write, itemId: string, position: number): Promise<void> {
  await ctx.db.updateTable('meetings.items').set({ position }).where('id', '=', itemId).execute()
}

const oneItem = z.object({ itemId: z.uuid() })

/** Takes a case off an agenda (ärendet utgår). */
export const takeOffAgenda = command('meetings.take-off-agenda', oneItem, async (ctx, { itemId }) => {
  const item = await lockItem(ctx, itemId)
  const meeting = await lockMeeting(ctx, item.meetingId)
  allowAt(ctx, meeting.authorityId)
  refuseIf(obstaclesToTakingOff(item))
  await ctx.db.updateTable('meetings.items').set({ state: 'withdrawn' }).where('id', '=', itemId).execute()
  const { bodyName, heldOn } = meeting
  await writeLedger(ctx, item.caseId, 'meetings.taken-off', { itemId, meetingId: meeting.id, body: bodyName, heldOn })
})
