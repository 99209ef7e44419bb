/** How disclosure reads what a person or a program sends. */

import { z } from 'zod'
import { patterns } from '../model/mask.ts'
import { text } from '../text.ts'

function clean(written: string): string {
  return written
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?![\n\t])\p{Cc}+/gu, '')
    .trim()
}

/** Words that may be left out; an empty field is nothing. */
export function maybeWords(most: number) {
  return z
    .string()
    .nullish()
    .transform((written) => clean(written ?? '') || null)
    .pipe(
      z
        .string()
        .max(most, { error: () => text.invalid.tooLong(most) })
        .nullable(),
    )
}

/** Words that must be there. `missing` is said when they are not. */
export function someWords(most: number, missing: () => string) {
  return z
    .string({ error: missing })
    .transform(clean)
    .pipe(
      z
        .string()
        .min(1, { error: missing })
        .max(most, { error: () => text.invalid.tooLong(most) }),
    )
}

/** An ISO day, or nothing. */
export const maybeDay = z
  .string()
  .nullish()
  .transform((written) => written?.trim() || null)
  .pipe(z.iso.date({ error: () => text.invalid.notADay }).nullable())

export const maybePerson = z
  .string()
  .nullish()
  .transform((written) => written?.trim() || null)
  .pipe(z.uuid({ error: () => text.invalid.choose }).nullable())

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: () => text.invalid.choose })
}

/** A box that is ticked or not. */
export const ticked = z.preprocess(
  (value) => value === true || (typeof value === 'string' && value !== '' && value !== 'false'),
  z.boolean(),
)

const mostWords = 200
const longestWord = 200

/** Words to mask: a list, or a text with one on each line. */
export const wordList = z.preprocess(
  (value) => {
    const list = typeof value === 'string' ? value.split(/\r?\n/) : Array.isArray(value) ? value : []
    return [
      ...new Set(list.map((word) => (typeof word === 'string' ? clean(word) : word)).filter((word) => word !== '')),
    ]
  },
  z
    .array(
      z
        .string()
        .min(2, { error: () => text.invalid.wordTooShort })
        .max(longestWord, { error: () => text.invalid.tooLong(longestWord) }),
    )
    .max(mostWords),
)

export const patternList = z.array(choice(patterns)).default([])
export const numberList = z.array(z.coerce.number().int().min(0).max(1_000_000)).max(100_000).default([])
