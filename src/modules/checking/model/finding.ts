/** What a check says: how much it weighs, where, why, and what would mend it. Pure. */

import { createHash } from 'node:crypto'
import type { Piece, Written } from './written.ts'

export const severities = ['must', 'should', 'advice'] as const
export type Severity = (typeof severities)[number]

/** A change of the words, as it is carried out in a draft. `nth` counts the occurrences of `find` in the field from 0. */
export type Edit =
  | {
      readonly do: 'replace'
      readonly field: string
      readonly at: number
      readonly find: string
      readonly nth: number
      readonly by: string
    }
  | { readonly do: 'first'; readonly field: string; readonly at: number }
  | { readonly do: 'heading'; readonly field: string; readonly text: string }

export type Fix = {
  /** The words of its button. */
  readonly label: string
  readonly edits: readonly Edit[]
}

export type Place = { readonly field: string; readonly at: number; readonly nth: number }

export type Finding = {
  /** The same as long as the words it is about are the same: what somebody let stand is known by it. */
  readonly key: string
  readonly code: string
  readonly severity: Severity
  readonly message: string
  /** The words it is about; null when something is missing. */
  readonly quote: string | null
  /** Why it matters, in a sentence, and the rule or source. */
  readonly why: string
  readonly source: string
  readonly place: Place | null
  readonly fix: Fix | null
}

/** What one check found, before its words and weight are put to it. */
export type Found = {
  readonly code: string
  readonly message: string
  readonly quote?: string | null
  readonly place?: Place | null
  readonly fix?: Fix | null
  /** What the finding is about, when no words can be quoted: the name of a part that is missing. */
  readonly about?: string
  /** Other than the usual for its code. */
  readonly severity?: Severity
}

/** SHA-256 over the code and the sentence that the quote stands in. */
export function keyOf({ code, quote = null, place = null, about = '' }: Found, written: Written): string {
  const piece = place === null ? undefined : pieceAt(written, place)
  const context = piece === undefined || quote === null ? (quote ?? '') : sentenceAround(piece.text, quote, place?.nth)
  return createHash('sha256').update([code, place?.field, context, about].join('\0')).digest('hex').slice(0, 24)
}

export function pieceAt({ pieces }: Pick<Written, 'pieces'>, place: Pick<Place, 'field' | 'at'>): Piece | undefined {
  return pieces.find(({ field, at }) => field === place.field && at === place.at)
}

function sentenceAround(text: string, quote: string, nth = 0): string {
  const at = nthIndexOf(text, quote, nth)
  if (at < 0) return quote
  const start = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at)) + 1
  const ends = [text.indexOf('. ', at + quote.length), text.indexOf('\n', at + quote.length)].filter((end) => end >= 0)
  return text.slice(start, Math.min(...ends, text.length)).trim()
}

function nthIndexOf(text: string, words: string, nth: number): number {
  let at = text.indexOf(words)
  for (let left = nth; left > 0 && at >= 0; left--) at = text.indexOf(words, at + words.length)
  return at
}

/** The place of words that stand at an index of a piece. */
export function placeOf(piece: Piece, words: string, index: number): Place {
  let nth = 0
  for (let at = piece.text.indexOf(words); at >= 0 && at < index; at = piece.text.indexOf(words, at + words.length))
    nth++
  return { field: piece.field, at: piece.at, nth }
}

/** Where words stand first, in any piece. */
export function firstPlaceOf({ pieces }: Pick<Written, 'pieces'>, words: string): Place | null {
  const piece = words === '' ? undefined : pieces.find(({ text }) => text.includes(words))
  return piece === undefined ? null : { field: piece.field, at: piece.at, nth: 0 }
}

/** The edit that puts other words in a place. */
export function replaceAt(place: Place, find: string, by: string): Edit {
  return { do: 'replace', ...place, find, by }
}

/** The edits that put other words wherever the old ones stand. */
export function replaceAll({ pieces }: Pick<Written, 'pieces'>, find: string, by: string): Edit[] {
  if (find === '') return []
  return pieces.flatMap(({ text, field, at }) =>
    Array.from({ length: text.split(find).length - 1 }, (_, nth) => replaceAt({ field, at, nth }, find, by)),
  )
}
