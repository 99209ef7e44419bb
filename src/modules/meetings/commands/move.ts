import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { writeLedger } from '../../registry/index.ts'
import { clock, day, maybe } from '../model/input.ts'
import { obstaclesToMoving, warningsOfMeeting, type MeetingChange } from '../model/meeting.ts'
import { isFreeDay, listAgenda, lockMeeting } from '../queries/meetings.ts'
import { text } from '../text.ts'

const toMove = z.object({
  meetingId: z.uuid(),
  heldOn: day,
  startsAt: clock,
  place: maybe,
  reason: z
    .string()
    .trim()
    .min(1, { error: () => text.invalid.noReason })
    .max(500),
})

/** Moves a meeting to another day, hour or place, with the reason. Its agenda follows; whoever planned for it is told. */
export const moveMeeting = command('meetings.move-meeting', toMove, async (ctx, { meetingId, reason, ...to }) => {
  const meeting = await lockMeeting(ctx, meetingId)
  allowAt(ctx, meeting.authorityId)
  refuseIf(obstaclesToMoving(meeting, { heldOn: to.heldOn, today: today(ctx) }))
  if (to.heldOn !== meeting.heldOn && !(await isFreeDay(ctx, meeting.bodyId, to.heldOn)))
    throw new Invalid({ heldOn: text.invalid.sameDay })
  await ctx.db
    .updateTable('meetings.meetings')
    .set((old) => ({
      held_on: to.heldOn,
      starts_at: to.startsAt,
      place: to.place,
      sequence: old('sequence', '+', 1),
      changed_at: ctx.now,
    }))
    .where('id', '=', meetingId)
    .execute()
  await keepMove(ctx, { meetingId, body: meeting.bodyName, from: meeting.heldOn, to: to.heldOn, reason })
  return { meetingId, warnings: warningsOfMeeting(to) }
})

async function keepMove(ctx: Write, change: MeetingChange & { to: string; reason: string }): Promise<void> {
  const { meetingId, from, to, reason } = change
  await ctx.db
    .insertInto('meetings.moves')
    .values({
      meeting_id: meetingId,
      from_day: from,
      to_day: to,
      reason,
      moved_at: ctx.now,
      moved_by: ctx.actor.personId,
    })
    .execute()
  for (const { caseId } of await listAgenda(ctx, meetingId)) await writeLedger(ctx, caseId, 'meetings.moved', change)
  await tellOthers(ctx, change)
}

/** Those downstream who planned with the meeting. */
export async function tellOthers(ctx: Write, change: MeetingChange): Promise<void> {
  for (const { tell } of ctx.slots('meeting.changed')) await tell(ctx, change)
}
