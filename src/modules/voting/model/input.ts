/** How the fields of this module's forms and API calls are read. */

import { z } from 'zod'
import { maybeLine } from '../../../kernel/fields.ts'
import { text } from '../text.ts'

/** Who it is, and whoever stands behind it too. */
export const who = {
  personId: z.uuid({ error: () => text.invalid.person }),
  others: z.array(z.uuid()).max(200).default([]).describe('More who stand behind it'),
}

/** 'hh:mm' on the day of the meeting, or nothing. */
export const clock = z
  .union([
    z.string().regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, { error: () => text.invalid.clock }),
    z.literal(''),
    z.null(),
  ])
  .optional()
  .transform((time) => (time === undefined || time === null || time === '' ? null : time.replace('.', ':')))

/** How many; an empty field is none. */
export const count = z.preprocess(
  (given) => (given === '' || given === undefined || given === null ? 0 : given),
  z.coerce
    .number({ error: () => text.invalid.count })
    .int({ error: () => text.invalid.count })
    .min(0, { error: () => text.invalid.count })
    .max(1000, { error: () => text.invalid.count }),
)

/** The question that the form was drawn for. */
export const asked = maybeLine(8000).describe(
  'The question it answers, as `asked` says; left out, the one that is put now',
)
