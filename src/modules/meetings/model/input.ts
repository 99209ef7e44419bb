/** How the fields of this module's forms and API calls are read. */

import { z } from 'zod'
import { text } from '../text.ts'

const split = (given: unknown): unknown => (typeof given === 'string' ? given.split(/\r?\n/) : given)

/** Points of a decision or a proposal: a list, or a text with one point a line. Empty lines fall away. */
export const points = z.preprocess(
  split,
  z.array(z.string().trim().max(4000)).transform((lines) => lines.filter((line) => line !== '')),
)

/** A ticked box of a form, or a boolean. */
export const ticked = z.union([z.boolean(), z.literal('ja').transform(() => true)]).default(false)

/** Words that may be left out; an empty field is none. */
export const maybe = z
  .string()
  .trim()
  .max(4000)
  .nullish()
  .transform((words) => (words === undefined || words === '' ? null : words))

export const day = z.iso.date({ error: () => text.invalid.notADay })

export const clock = z
  .union([
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => text.invalid.notAClock }),
    z.literal(''),
    z.null(),
  ])
  .optional()
  .transform((time) => (time === undefined || time === '' ? null : time))

export const bodyKind = z.enum([
  'council',
  'executive_board',
  'working_committee',
  'board',
  'auditors',
  'chair_preparation',
  'administration',
  'company',
  'external',
])
