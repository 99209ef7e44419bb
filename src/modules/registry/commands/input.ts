/** What the registry's commands are sent: a record, a marking. */

import { z } from 'zod'
import { choice, line, maybeDay, maybeLine, tick } from '../../../kernel/fields.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { directions, isProvision, recordKinds } from '../model.ts'
import { text } from '../text.ts'

/** A case by its id or its reference number. */
export const caseName = z.string().min(1).max(200).describe('The id of the case, or its reference number')

const yesOrNo = z.enum(['true', 'false']).or(z.boolean()).optional()

/** True, false, or as a form writes them; left out, true: what is not said is hidden. */
export const hides = yesOrNo.transform((written) => written !== false && written !== 'false')

/** The same for a marking that is there: left out, it hides what it hid. */
export const hidesOrNot = yesOrNo.transform((written) =>
  written === undefined ? undefined : written === true || written === 'true',
)

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
export function meantToMark(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return sent ?? undefined
  const { hidesTitle: _, hidesParty: __, ...written }: Record<string, unknown> = { ...sent }
  const isEmpty = Object.values(written).every((value) => typeof value === 'string' && value.trim() === '')
  return 'provision' in written && isEmpty ? undefined : sent
}

/** Secret from the first moment, where something is registered or opened. */
export const secrecy = z.preprocess(meantToMark, markingFields.optional())

export const recordFields = z.object({
  direction: choice(directions).default('in'),
  kind: choice(recordKinds).default('other'),
  title: line(300, () => text.invalid.noRecordTitle),
  party: maybeLine(200),
  datedOn: maybeDay,
  files: uploadIds,
  secrecy,
  /** Register although one of the files is in the registry already. */
  acceptDuplicates: tick,
})
