import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, today } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { swedishInstant } from '../../../kernel/time.ts'
import { areAllAdjusted } from '../model/decision.ts'
import { clock } from '../model/input.ts'
import { obstaclesToClosing } from '../model/meeting.ts'
import { listDecisionsOfMeeting } from '../queries/decisions.ts'
import { lockMeeting } from '../queries/meetings.ts'
import { text } from '../text.ts'

const toClose = z.object({
  meetingId: z.uuid(),
  closedAt: clock.describe('hh:mm on the day of the meeting; left out, now'),
})

/** Notes when the chair closed the meeting: a reservation is announced before that. The time may be put right. */
export const closeMeeting = command('meetings.close-meeting', toClose, async (ctx, { meetingId, closedAt }) => {
  const meeting = await lockMeeting(ctx, meetingId)
  allowAt(ctx, meeting.authorityId)
  const decisions = await listDecisionsOfMeeting(ctx, meetingId)
  refuseIf(obstaclesToClosing(meeting, { today: today(ctx), isAdjusted: areAllAdjusted(meeting, decisions) }))
  const at = closedAt === null ? ctx.now : swedishInstant(meeting.heldOn, closedAt)
  if (at > ctx.now) throw new Invalid({ closedAt: text.invalid.closedLater })
  if (meeting.startsAt !== null && at < swedishInstant(meeting.heldOn, meeting.startsAt))
    throw new Invalid({ closedAt: text.invalid.closedBeforeStart })
  for (const { tell } of ctx.slots('meeting.closed')) await tell(ctx, meeting, at)
  await ctx.db
    .updateTable('meetings.meetings')
    .set({ closed_at: at, state: 'held' })
    .where('id', '=', meetingId)
    .execute()
  return { meetingId, closedAt: at.toISOString() }
})
