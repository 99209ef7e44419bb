/** What the API answers with. */

import { z } from 'zod'
import { stepKinds } from './step.ts'

const meeting = z.object({
  meetingId: z.uuid(),
  step: z.enum(stepKinds),
  bodyName: z.string(),
  heldOn: z.iso.date(),
  isCancelled: z.boolean(),
})

const chain = z.object({
  steps: z.array(meeting).readonly(),
  decidedOn: z.iso.date(),
  dispatchOn: z.iso.date(),
  marginDays: z.number().int().nullable(),
  warnings: z
    .array(z.object({ code: z.string(), message: z.string(), ways: z.array(z.string()).readonly() }))
    .readonly(),
})

export const planShape = z.object({
  steps: z
    .array(
      meeting.extend({
        bodyId: z.uuid(),
        position: z.number().int(),
        itemId: z.uuid().nullable(),
        isDecided: z.boolean(),
      }),
    )
    .readonly(),
  best: chain.nullable(),
  chains: z.array(chain).readonly(),
})
