import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { getBody } from '../../organisation/index.ts'
import { obstaclesToLeadTimes } from '../model/lead-times.ts'
import { stepOf } from '../queries.ts'
import { text } from '../text.ts'

const days = (most: number) =>
  z.coerce
    .number({ error: () => text.leadTimes.wholeDays(most) })
    .int({ error: () => text.leadTimes.wholeDays(most) })
    .min(0, { error: () => text.leadTimes.wholeDays(most) })
    .max(most, { error: () => text.leadTimes.wholeDays(most) })

const toSet = z.object({
  bodyId: z.uuid(),
  callDays: days(60),
  paperDays: days(90),
  approvalDays: days(60),
  /** at most fourteen. */
  adjustDays: days(14),
})

/** Sets a body's own lead times (ledtider): when it wants its papers, and when its minutes are usually adjusted. */
export const setLeadTimes = command('planning.set-lead-times', toSet, async (ctx, { bodyId, ...lead }) => {
  const body = await getBody(ctx, bodyId)
  allowAt(ctx, body.authorityId)
  if (stepOf(body.kind) === null && body.kind !== 'council')
    throw new Invalid({ callDays: text.leadTimes.bodyDoesNotMeet })
  refuseIf(obstaclesToLeadTimes(lead, body.kind))
  const row = {
    call_days: lead.callDays,
    paper_days: lead.paperDays,
    approval_days: lead.approvalDays,
    adjust_days: lead.adjustDays,
  }
  await ctx.db
    .insertInto('planning.lead_times')
    .values({ body_id: bodyId, ...row })
    .onConflict((on) =>
      on.column('body_id').doUpdateSet({ ...row, version: sql<number>`planning.lead_times.version + 1` }),
    )
    .execute()
  return { bodyId, ...lead }
})
