import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAnywhere } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { listCalls } from '../queries/calls.ts'
import { text } from '../text.ts'

const toRead = z.object({ meetingId: z.uuid(), version: z.coerce.number().int().min(1) })

/** Notes for oneself that a call is read, so that the next one says what is new. Nobody else sees it. */
export const markRead = command('calls.mark-read', toRead, async (ctx, { meetingId, version }) => {
  allowAnywhere(ctx)
  const calls = await listCalls(ctx, meetingId)
  if (!calls.some((call) => call.version === version)) throw new Invalid({ version: text.invalid.version })
  const read = { version, read_at: ctx.now }
  await ctx.db
    .insertInto('calls.readings')
    .values({ meeting_id: meetingId, person_id: actingPerson(ctx), ...read })
    .onConflict((on) =>
      on.columns(['meeting_id', 'person_id']).doUpdateSet(read).where('calls.readings.version', '<', version),
    )
    .execute()
  return { meetingId, version }
})
