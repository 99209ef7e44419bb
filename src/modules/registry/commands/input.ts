/** How the registry reads what a person or a program sends: lines without control characters, days, ids, or nothing. */

import { z } from 'zod'
import { uploadIds } from '../../../kernel/http/input.ts'
import { directions, isProvision, recordKinds } from '../model.ts'
import { text } from '../text.ts'

function clean(written: string): string {
  return written
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}

/** A line that must be there. `missing` is said when it is not. */
export function line(most: number, missing: () => string) {
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

/** A line that may be left out; an empty field is nothing. */
export function maybeLine(most: number) {
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

/** An ISO day, or nothing. */
export const maybeDay = z
  .string()
  .nullish()
  .transform((written) => written?.trim() || null)
  .pipe(z.iso.date({ error: () => text.invalid.notADay }).nullable())

/** A change of a line: left out, it stays as it is; empty, it is taken away. */
export function changedLine(most: number) {
  return z
    .string()
    .nullish()
    .transform((written) => (written === undefined ? undefined : clean(written ?? '') || null))
    .pipe(
      z
        .string()
        .max(most, { error: () => text.invalid.tooLong(most) })
        .nullish(),
    )
}

/** A change of a day: left out, it stays as it is; empty, it is taken away. */
export const changedDay = z
  .string()
  .nullish()
  .transform((written) => (written === undefined ? undefined : written?.trim() || null))
  .pipe(z.iso.date({ error: () => text.invalid.notADay }).nullish())

export const maybeId = z
  .string()
  .nullish()
  .transform((written) => written?.trim() || null)
  .pipe(z.uuid({ error: () => text.invalid.choose }).nullable())

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: () => text.invalid.choose })
}

/** A case by its id or its reference number. */
export const caseName = z.string().min(1).max(200).describe('The id of the case, or its reference number')

/** True, false, or as a form writes them; left out, true: what is not said is hidden. */
const hides = z
  .enum(['true', 'false'])
  .or(z.boolean())
  .optional()
  .transform((written) => written !== false && written !== 'false')

/** A marking: never without its provision (B-10). */
export const markingFields = z.object({
  provision: line(200, () => text.invalid.noProvision).refine(isProvision, { error: () => text.invalid.noProvision }),
  reason: maybeLine(2000),
  hidesTitle: hides,
  hidesParty: hides,
  /** What everybody reads instead; else neutral words. */
  publicTitle: maybeLine(300),
  publicParty: maybeLine(200),
})

/** A form always sends its fields, the provision first: nothing is marked when all that can be written is empty. */
function meant(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return sent ?? undefined
  const { hidesTitle: _, hidesParty: __, ...written }: Record<string, unknown> = { ...sent }
  const isEmpty = Object.values(written).every((value) => typeof value === 'string' && value.trim() === '')
  return 'provision' in written && isEmpty ? undefined : sent
}

/** Secret from the first moment, where something is registered or opened. */
export const secrecy = z.preprocess(meant, markingFields.optional())

export const recordFields = z.object({
  direction: choice(directions).default('in'),
  kind: choice(recordKinds).default('other'),
  title: line(300, () => text.invalid.noRecordTitle),
  party: maybeLine(200),
  datedOn: maybeDay,
  files: uploadIds,
  secrecy,
})
