/** The points of a decision, as its form and the API send them. */

import { z } from 'zod'
import { maybeWords } from '../../../kernel/fields.ts'
import { text } from '../text.ts'

const split = (given: unknown): unknown => (typeof given === 'string' ? given.split(/\r?\n/) : given)

/** Points of a decision: a list, or a text with one point a line. Empty lines fall away. */
export const points = z
  .preprocess(
    split,
    z.array(maybeWords(4000)).transform((lines) => lines.filter((line) => line !== null)),
  )
  .refine((lines) => lines.length > 0, { error: () => text.invalid.noPoints })
