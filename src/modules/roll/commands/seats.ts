import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { getBody } from '../../organisation/index.ts'
import { hasSeats } from '../model/serving.ts'
import { text } from '../text.ts'

const toSet = z.object({
  bodyId: z.uuid(),
  seats: z.coerce
    .number({ error: () => text.invalid.seats })
    .int(text.invalid.seats)
    .min(1, text.invalid.seats)
    .max(200, text.invalid.seats),
})

/** Says how many seats a body has: a seat that nobody holds counts when it is asked whether the body may decide. */
export const setSeats = command('roll.set-seats', toSet, async (ctx, { bodyId, seats }) => {
  const body = await getBody(ctx, bodyId)
  allowAt(ctx, body.authorityId)
  if (!hasSeats(body.kind)) throw new Invalid({ seats: text.invalid.noSeats })
  const set = { seats, set_by: actingPerson(ctx), set_at: ctx.now }
  await ctx.db
    .insertInto('roll.seats')
    .values({ body_id: bodyId, ...set })
    .onConflict((on) => on.column('body_id').doUpdateSet(set))
    .execute()
  return { bodyId, seats }
})
