/** How the registers read what a person or a program sends. */

import { z } from 'zod'
import { text } from '../text.ts'

function clean(written: string): string {
  return written
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}

const atMost = (most: number) => z.string().max(most, { error: () => text.invalid.tooLong(most) })

/** A line that must be there. `missing` is said when it is not. */
export function line(most: number, missing: () => string) {
  return z
    .string({ error: missing })
    .transform(clean)
    .pipe(atMost(most).min(1, { error: missing }))
}

/** A line that may be left out; an empty field is nothing. */
export function maybeLine(most: number) {
  return z
    .string()
    .nullish()
    .transform((written) => clean(written ?? '') || null)
    .pipe(atMost(most).nullable())
}

export const maybeEmail = z
  .string()
  .nullish()
  .transform((written) => written?.trim() || null)
  .pipe(
    z
      .email({ error: () => text.invalid.notAnEmail })
      .max(254)
      .nullable(),
  )

export const maybeId = z
  .string()
  .nullish()
  .transform((written) => written?.trim() || null)
  .pipe(z.uuid({ error: () => text.invalid.choose }).nullable())

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: () => text.invalid.choose })
}

/** A tick: 'ja' from a form, true from a program; nothing is no. */
export const tick = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((said) => said === true || said === 'ja' || said === 'true')
