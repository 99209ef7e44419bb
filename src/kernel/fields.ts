/**
 * How a command reads what a person or a program sends: lines, words, days, ids, choices, ticks. An empty field of a form is
 * nothing, not an empty text, and no control character gets into the store.
 */

import { z } from 'zod'
import { words as spoken } from './words.ts'

const text = spoken(
  {
    notADay: 'Skriv en dag, till exempel 2026-11-24.',
    choose: 'Välj i listan.',
  },
  {
    notADay: 'Write a day, for example 2026-11-24.',
    choose: 'Choose from the list.',
  },
)

const atMost = (most: number) => z.string().max(most)

/** On one line, whatever was pasted. */
export function oneLine(written: string): string {
  return written
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}

/** Lines stay lines. */
export function manyLines(written: string): string {
  return written
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}+/gu, '')
    .trim()
}

function needed(clean: (written: string) => string, most: number, missing: () => string) {
  return z
    .string({ error: missing })
    .transform(clean)
    .pipe(atMost(most).min(1, { error: missing }))
}

function optional(clean: (written: string) => string, most: number) {
  return z
    .string()
    .nullish()
    .transform((written) => clean(written ?? '') || null)
    .pipe(atMost(most).nullable())
}

/** A line that must be there. `missing` is said when it is not. */
export const line = (most: number, missing: () => string) => needed(oneLine, most, missing)
/** A line that may be left out. */
export const maybeLine = (most: number) => optional(oneLine, most)
/** Words of several lines that must be there. */
export const words = (most: number, missing: () => string) => needed(manyLines, most, missing)
/** Words of several lines that may be left out. */
export const maybeWords = (most: number) => optional(manyLines, most)

/** A change of a line: left out, it stays as it is; empty, it is taken away. */
export function changedLine(most: number) {
  return z
    .string()
    .nullish()
    .transform((written) => (written === undefined ? undefined : oneLine(written ?? '') || null))
    .pipe(atMost(most).nullish())
}

const nothing = (written: string | null | undefined) => written?.trim() || null
const unchanged = (written: string | null | undefined) => (written === undefined ? undefined : nothing(written))

/** An ISO day that must be there. */
export const day = z.iso.date({ error: () => text.notADay })
/** An ISO day, or nothing. */
export const maybeDay = z.string().nullish().transform(nothing).pipe(day.nullable())
/** A change of a day: left out, it stays as it is; empty, it is taken away. */
export const changedDay = z.string().nullish().transform(unchanged).pipe(day.nullish())

const id = z.uuid({ error: () => text.choose })
/** An id, or nothing. */
export const maybeId = z.string().nullish().transform(nothing).pipe(id.nullable())
/** A change of what is pointed at: left out, it stays as it is; empty, it is taken away. */
export const changedId = z.string().nullish().transform(unchanged).pipe(id.nullish())

/** One of these. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: () => text.choose })
}

/** One of these, or nothing. */
export function maybeChoice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess((given) => (given === '' || given === undefined ? null : given), choice(values).nullable())
}

const ticked = (said: boolean | string | null | undefined) => said === true || said === 'ja' || said === 'true'

/** A tick: 'ja' from a form, true from a program; nothing is no. */
export const tick = z.union([z.boolean(), z.string()]).nullish().transform(ticked)
/** A change of a tick: left out, it stays as it is. */
export const changedTick = z.union([z.boolean(), z.string()]).transform(ticked).optional()
