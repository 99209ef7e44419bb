/** What the API answers with. */

import { z } from 'zod'
import { stepKinds, waysOut } from './step.ts'
import { milestoneKinds, milestoneStates } from './timeline.ts'

export const leadTimesShape = z.object({
  callDays: z.number().int(),
  paperDays: z.number().int(),
  approvalDays: z.number().int(),
  adjustDays: z.number().int(),
})

const meeting = z.object({
  meetingId: z.uuid(),
  bodyId: z.uuid(),
  step: z.enum(stepKinds),
  bodyName: z.string(),
  heldOn: z.iso.date(),
  isCancelled: z.boolean(),
  lead: leadTimesShape,
})

const chain = z.object({
  /** `itemId`: the case's item on the agenda, where it stands there. */
  steps: z.array(meeting.extend({ itemId: z.uuid().nullish() })).readonly(),
  decidedOn: z.iso.date(),
  dispatchOn: z.iso.date(),
  marginDays: z.number().int().nullable(),
  warnings: z
    .array(
      z.object({
        code: z.string(),
        message: z.string(),
        ways: z.array(z.string()).readonly(),
        step: z.enum(stepKinds).optional(),
      }),
    )
    .readonly(),
})

export const planShape = z.object({
  steps: z
    .array(
      meeting.extend({
        position: z.number().int(),
        itemId: z.uuid().nullable(),
        isDecided: z.boolean(),
        plannedFor: z.iso.date(),
      }),
    )
    .readonly(),
  way: z.enum(waysOut),
  /** Of the plan, or of the proposed way while there is none. */
  timeline: z
    .array(
      z.object({
        kind: z.enum(milestoneKinds),
        on: z.iso.date(),
        step: z.enum(stepKinds).nullable(),
        bodyName: z.string().nullable(),
        meetingId: z.uuid().nullable(),
        state: z.enum(milestoneStates),
      }),
    )
    .readonly(),
  best: chain.nullable(),
  chains: z.array(chain).readonly(),
})
