/** How the fields of this module's forms and API calls are read. */

import { z } from 'zod'
import { text } from '../text.ts'

const clean = (written: string): string => written.toWellFormed().replaceAll('\0', '').trim()
const atMost = (most: number) => z.string().max(most, { error: () => text.invalid.tooLong(most) })

/** Words that must be there. `missing` is said when they are not. */
export function words(most: number, missing: () => string) {
  return z
    .string({ error: missing })
    .transform(clean)
    .pipe(atMost(most).min(1, { error: missing }))
}

/** Words that may be left out; an empty field is none. */
export function maybeWords(most: number) {
  return z
    .string()
    .nullish()
    .transform((written) => clean(written ?? '') || null)
    .pipe(atMost(most).nullable())
}

export const maybeId = z
  .string()
  .nullish()
  .transform((written) => written?.trim() || null)
  .pipe(z.uuid({ error: () => text.invalid.choose }).nullable())

export const day = z.iso.date({ error: () => text.invalid.notADay })

export const maybeDay = z.preprocess((given) => (given === '' || given === undefined ? null : given), day.nullable())

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: () => text.invalid.choose })
}

/** An empty choice is none. */
export function maybeChoice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess((given) => (given === '' || given === undefined ? null : given), choice(values).nullable())
}

/** A tick: 'ja' from a form, true from a program; nothing is no. */
export const tick = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((said) => said === true || said === 'ja' || said === 'true')

const split = (given: unknown): unknown => (typeof given === 'string' ? given.split(/\r?\n/) : given)

/** Points of a decision: a list, or a text with one point a line. Empty lines fall away. */
export const points = z
  .preprocess(
    split,
    z.array(z.string().transform(clean).pipe(atMost(4000))).transform((lines) => lines.filter((line) => line !== '')),
  )
  .refine((lines) => lines.length > 0, { error: () => text.invalid.noPoints })
