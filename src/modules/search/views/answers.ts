/** What the API answers with, and the file for a spreadsheet. */

import { z } from 'zod'
import { directionLabel, directions } from '../../registry/index.ts'
import { kinds, type FoundItem, type FoundPage, type Suggestion } from '../model.ts'
import { text } from '../text.ts'
import { hrefOf, kindLabel } from './results.ts'

const item = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  referenceNumber: z.string(),
  recordNumber: z.string().nullable(),
  title: z.string(),
  caseTitle: z.string(),
  party: z.string().nullable(),
  datedOn: z.iso.date(),
  direction: z.enum(directions).nullable(),
  state: z.enum(['open', 'closed']),
  authorityName: z.string(),
  isSecret: z.boolean(),
  struckAt: z.date().nullable(),
  passage: z.string().nullable(),
})

export const searchAnswer = z.object({
  numbers: z.array(item).readonly(),
  items: z.array(item).readonly(),
  count: z.number(),
  isMore: z.boolean(),
  next: z.string().nullable(),
})

export function answerOf(numbers: readonly FoundItem[], page: FoundPage | null): z.input<typeof searchAnswer> {
  return {
    numbers,
    items: page?.items ?? [],
    count: page?.count ?? 0,
    isMore: page?.isMore ?? false,
    next: page?.next ?? null,
  }
}

export const suggestAnswer = z.object({
  items: z.array(z.object({ label: z.string(), detail: z.string(), href: z.string(), kind: z.string() })).readonly(),
})

/** For the palette. */
export function suggestionsOf(items: readonly FoundItem[]): { items: readonly Suggestion[] } {
  return { items: items.map((found) => (found.kind === 'case' ? caseItem(found) : recordItem(found))) }
}

function caseItem(found: FoundItem): Suggestion {
  return {
    label: `${found.referenceNumber} ${found.title}`,
    detail: `${found.authorityName} · ${text.states[found.state]}`,
    href: hrefOf(found),
    kind: text.kindCase,
  }
}

function recordItem(found: FoundItem): Suggestion {
  const party = found.party === null ? '' : `${found.party} · `
  return {
    label: found.title,
    detail: `${party}${found.referenceNumber} ${found.caseTitle}`,
    href: hrefOf(found),
    kind: text.record,
  }
}

/** Quoted where needed; what a spreadsheet would take for a formula is made text. */
function cell(value: string | null): string {
  const words = value ?? ''
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Semicolons and a byte order mark, as a Swedish Excel expects. */
export function foundCsv(items: readonly FoundItem[]): Uint8Array {
  const head = [
    text.number,
    text.recordNumber,
    text.facets.kind,
    text.what,
    text.party,
    text.day,
    text.facets.direction,
    text.facets.state,
    text.authority,
  ]
  const rows = items.map((found) => [
    found.referenceNumber,
    found.recordNumber,
    kindLabel(found.kind),
    found.title,
    found.party,
    found.datedOn,
    found.direction === null ? null : directionLabel(found.direction),
    text.states[found.state],
    found.authorityName,
  ])
  return new TextEncoder().encode(`\u{feff}${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`)
}
