/** How a registration is read, from the form and from a program. What is missing is told all at once, by the command. */

import { z } from 'zod'
import { choice, line, maybeDay, maybeId, maybeLine, tick } from '../../../kernel/fields.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { directions, meantToMark, recordKinds } from '../../registry/index.ts'
import { text } from '../text/register.ts'

/** What somebody meant to mark is never registered open because the provision was forgotten (B-10). */
const secrecy = z
  .preprocess(
    meantToMark,
    z
      .object({
        provision: line(200, () => text.invalid.noProvision),
        reason: maybeLine(2000),
        hidesTitle: tick,
        hidesParty: tick,
      })
      .optional(),
  )
  .transform((marked) => marked ?? null)

export const direction = choice(directions).default('in')
export const kind = choice(recordKinds).default('letter')
export const caseNumber = maybeLine(200).describe('A case that is open, by its number or id. Left out: a new case')

export const registration = z.object({
  authorityId: maybeId.describe('Where a new case is opened; the authority one works at if left out'),
  direction,
  kind,
  caseNumber,
  caseTypeId: maybeId,
  caseTitle: maybeLine(300).describe('Of a new case; the title of the record if left out'),
  classId: maybeId,
  officerId: maybeId,
  title: maybeLine(300).describe('Of the record; the title of the new case if left out'),
  party: maybeLine(200).describe('Sender or recipient; must be there for what comes in or goes out'),
  datedOn: maybeDay,
  files: uploadIds,
  secrecy,
  acceptDuplicates: tick.describe('Register although one of the files is in the registry already'),
})
export type Registration = z.output<typeof registration>
