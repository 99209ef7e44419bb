/** What the API answers with: the shapes, and what is put in them. */

import { z } from 'zod'
import { caseHref, caseKinds, directions, recordHref, recordKinds, type Case } from '../model.ts'
import type { Found, FoundRecord } from '../queries.ts'
import { text } from '../text.ts'

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
      files: z.array(fileAnswer).readonly(),
    }),
  ),
})

export const paletteAnswer = z.object({
  items: z.array(z.object({ label: z.string(), detail: z.string(), href: z.string(), kind: z.string() })),
})

const mostItems = 12

/** For the palette: few, and the number that was asked for first. */
export function paletteOf({ byNumber, byWords, records }: Found): z.input<typeof paletteAnswer> {
  return { items: [...[...byNumber, ...byWords].map(caseItem), ...records.map(recordItem)].slice(0, mostItems) }
}

function caseItem(theCase: Case) {
  return {
    label: `${theCase.referenceNumber} ${theCase.title}`,
    detail: `${theCase.authorityName} · ${text.states[theCase.state]}`,
    href: caseHref(theCase),
    kind: text.search.itemKinds.case,
  }
}

function recordItem(record: FoundRecord) {
  return {
    label: record.title,
    detail: `${record.referenceNumber} ${record.caseTitle}`,
    href: recordHref(record),
    kind: text.search.itemKinds.record,
  }
}
