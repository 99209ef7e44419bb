/** How a request for more time, and a decision on it, are read. */

import { z } from 'zod'
import { choice, day, maybeDay, words } from '../../../kernel/fields.ts'
import { channels, outcomes } from '../model/extension.ts'
import { text } from '../text/extensions.ts'
import { caseName } from './input.ts'

const longest = 4000
const reason = words(longest, () => text.invalid.noReason)
const ground = words(longest, () => text.invalid.noGround)

export const askedTime = z.object({ caseId: caseName, wantedOn: day, reason })

/** A request that came by mail, letter or telephone. */
export const enteredRequest = z.object({
  roundId: z.uuid(),
  recipientId: z.uuid({ error: () => text.invalid.notAsked }),
  wantedOn: day,
  reason,
  channel: choice(channels),
  askedOn: maybeDay,
})
export type EnteredRequest = z.output<typeof enteredRequest>

export const decidedExtension = z.object({
  roundId: z.uuid(),
  extensionId: z.uuid(),
  outcome: choice(outcomes),
  /** Needed where it is granted. */
  until: maybeDay,
  ground,
})
export type DecidedExtension = z.output<typeof decidedExtension>

export const givenTime = z.object({
  roundId: z.uuid(),
  /** 'everyone': all that have not answered. */
  recipientIds: z
    .array(z.union([z.uuid(), z.literal('everyone')]))
    .min(1, { error: () => text.invalid.whom })
    .max(500),
  until: day,
  ground,
})
