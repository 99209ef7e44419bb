/** The doors of reminders. */

import { z } from 'zod'
import { answer, endpoint, form, type Route } from '../../../kernel/http/route.ts'
import { remind, setReminders } from '../commands/reminders.ts'
import { getRound } from '../queries.ts'
import { listReminded, remindersOf } from '../queries/reminders.ts'
import { text } from '../text/reminders.ts'

const round = '/remisser/:roundId'
const there = (input: Readonly<Record<string, string>>) => `/remisser/${input['roundId']}#paminnelser`

const reminded = z.object({
  recipientId: z.uuid(),
  at: z.date().transform((at) => at.toISOString()),
  isByHand: z.boolean(),
  count: z.number(),
  outcome: z.enum(['waiting', 'sent', 'undelivered', 'nowhere']),
  reason: z.string().nullable(),
})

export const reminders: readonly Route[] = [
  form(`${round}/paminn`, remind, {
    back: round,
    then: there,
    says: ({ reminded: count, withoutAddress }) => text.sent(count, withoutAddress),
  }),
  form(`${round}/paminnelser`, setReminders, { back: round, then: there, says: () => text.saved }),
  endpoint('/referrals/:roundId/reminders', remind),
  endpoint('/referrals/:roundId/reminder-days', setReminders, 'PUT'),
  answer('/referrals/:roundId/reminders', {
    may: 'someone',
    params: z.object({ roundId: z.uuid() }),
    result: z.object({ days: z.array(z.number()), reminded: z.array(reminded) }),
    show: async (ctx, { roundId }) => {
      await getRound(ctx, roundId)
      return {
        days: [...(await remindersOf(ctx, roundId))],
        reminded: [...(await listReminded(ctx, roundId)).values()],
      }
    },
  }),
]
