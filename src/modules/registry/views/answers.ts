/** What the API answers with: the shapes, and what is put in them. */

import { z } from 'zod'
import { caseKinds, directions, recordKinds, seenIn } from '../model.ts'

export const caseAnswer = z.object({
  id: z.uuid(),
  authorityId: z.uuid(),
  authorityName: z.string(),
  referenceNumber: z.string(),
  kind: z.enum(caseKinds),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  openedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  officerName: z.string().nullable(),
  counterpart: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  dueSource: z.string().nullable(),
  classId: z.uuid().nullable(),
  caseTypeId: z.uuid().nullable(),
  isSecret: z.boolean(),
})

/** Fifty at a time, the newest first; `next` goes in `efter`. */
export const caseListAnswer = z.object({ cases: z.array(caseAnswer), next: z.string().nullable() })

const markedAnswer = z.object({ provision: z.string(), markedOn: z.iso.date(), authorityName: z.string() })

export const secrecyAnswer = z.object({
  access: z.array(
    z.object({
      personId: z.uuid(),
      personName: z.string(),
      reason: z.string(),
      grantedByName: z.string().nullable(),
      until: z.iso.date().nullable(),
    }),
  ),
  markings: z.array(
    markedAnswer.extend({
      id: z.uuid(),
      recordId: z.uuid().nullable(),
      hidesTitle: z.boolean(),
      hidesParty: z.boolean(),
      reason: z.string().nullable(),
      markedByName: z.string().nullable(),
      liftedByName: z.string().nullable(),
      liftedWhy: z.string().nullable(),
      isReplaced: z.boolean(),
    }),
  ),
})

export const readingsPageAnswer = z.object({
  readings: z
    .array(
      z.object({
        id: z.number(),
        personName: z.string(),
        recordId: z.uuid().nullable(),
        fileName: z.string().nullable(),
        /** The list where its words were seen; null where it was opened. */
        seenIn: z.enum(seenIn).nullable(),
      }),
    )
    .readonly(),
  next: z.string().nullable(),
})

const fileAnswer = z.object({
  id: z.uuid(),
  position: z.number(),
  version: z.number(),
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  size: z.number(),
})

export const recordsAnswer = z.object({
  records: z.array(
    z.object({
      id: z.uuid(),
      year: z.number(),
      number: z.number(),
      seq: z.number(),
      direction: z.enum(directions),
      kind: z.enum(recordKinds),
      title: z.string(),
      party: z.string().nullable(),
      datedOn: z.iso.date(),
      struckAt: z.date().nullable(),
      isSecret: z.boolean(),
      marking: markedAnswer.nullable(),
      files: z.array(fileAnswer).readonly(),
    }),
  ),
  /** The numbers that records have left, and where they are now. */
  moved: z.array(
    z.object({
      seq: z.number(),
      recordId: z.uuid(),
      movedAt: z.date(),
      to: z.object({ referenceNumber: z.string(), seq: z.number() }).nullable(),
    }),
  ),
})
