/** The doors of `roll`. */

import { z } from 'zod'
import { answer, endpoint, form, type Route } from '../../kernel/http/route.ts'
import { getMeeting } from '../meetings/index.ts'
import { callRoll, moveInRoll, recuse, withdrawRecusal } from './commands/call.ts'
import { setSeats } from './commands/seats.ts'
import { isQuorate } from './model/serving.ts'
import { rollOf } from './queries/roll.ts'
import { text } from './text.ts'

const back = { back: '/sammantraden/:meetingId' }
const toRoll = ({ meetingId }: Record<string, string>) => `/sammantraden/${meetingId ?? ''}#narvaro`
const at = '/sammantraden/:meetingId/upprop'

const serving = z.object({
  personId: z.uuid(),
  name: z.string(),
  party: z.string().nullable(),
  inPlaceOf: z.string().nullable(),
})

const itemRoll = z.object({
  itemId: z.uuid(),
  title: z.string().nullable(),
  serving: z.array(serving),
  besides: z.array(z.string()),
  recused: z.array(z.object({ name: z.string(), ground: z.string() })),
  seats: z.number().int(),
  isQuorate: z.boolean(),
})

export const routes: readonly Route[] = [
  form(at, callRoll, { ...back, then: toRoll, says: () => text.called }),
  form(`${at}/kom-och-gick`, moveInRoll, { ...back, then: toRoll, says: () => text.moved }),
  form(`${at}/jav`, recuse, { ...back, then: toRoll, says: () => text.recusedSaid }),
  form(`${at}/jav/ta-bort`, withdrawRecusal, { ...back, then: toRoll, says: () => text.withdrawn }),
  form('/organisation/:bodyId/platser', setSeats, {
    back: '/organisation/:bodyId',
    then: ({ bodyId }) => `/organisation/${bodyId ?? ''}#platser`,
    says: () => text.seats.saved,
  }),
  endpoint('/bodies/:bodyId/seats', setSeats, 'PUT'),
  endpoint('/meetings/:meetingId/roll', callRoll),
  endpoint('/meetings/:meetingId/roll/moves', moveInRoll),
  endpoint('/agenda-items/:itemId/recusals', recuse),
  endpoint('/agenda-items/:itemId/recusals/withdraw', withdrawRecusal),
  answer('/meetings/:meetingId/roll', {
    may: 'someone',
    params: z.object({ meetingId: z.uuid() }),
    result: z.object({ isCalled: z.boolean(), items: z.array(itemRoll) }),
    show: async (ctx, { meetingId }) => {
      const meeting = await getMeeting(ctx, meetingId)
      const { isCalled, items, rolls } = await rollOf(ctx, meeting)
      return {
        isCalled,
        items: rolls.map((roll, index) => ({
          itemId: items[index]?.id ?? '',
          title: items[index]?.title ?? null,
          serving: [...roll.serving],
          besides: roll.besides.map(({ name }) => name),
          recused: [...roll.recused],
          seats: roll.seats,
          isQuorate: isQuorate(roll, meeting.bodyKind),
        })),
      }
    },
  }),
]
