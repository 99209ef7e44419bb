import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAnywhere } from '../../../kernel/context.ts'
import { hashToken, makeToken } from '../../../kernel/secrets.ts'

const nothing = z.object({})

/** Makes the key in one's own calendar address, or a new one in place of the old. It is shown once; only its hash is kept. */
export const renewCalendarKey = command('organisation.renew-calendar-key', nothing, async (ctx) => {
  allowAnywhere(ctx)
  const token = makeToken()
  const made = { token_hash: hashToken(token), created_at: ctx.now }
  await ctx.db
    .insertInto('organisation.calendar_keys')
    .values({ person_id: actingPerson(ctx), ...made })
    .onConflict((on) => on.column('person_id').doUpdateSet(made))
    .execute()
  return { path: `/kalender/nyckel/${token}/min.ics` }
})

/** Shuts one's calendar address. */
export const revokeCalendarKey = command('organisation.revoke-calendar-key', nothing, async (ctx) => {
  allowAnywhere(ctx)
  await ctx.db.deleteFrom('organisation.calendar_keys').where('person_id', '=', actingPerson(ctx)).execute()
})
