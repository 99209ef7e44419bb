/** Masking a text: which passages are taken out, and what is left. Pure. What is taken out is nowhere in the result (B-28). */

import { ranges, type Range } from './find.ts'

export const patterns = ['personal_numbers', 'emails', 'phones'] as const
export type Pattern = (typeof patterns)[number]

/** What an officer has chosen: whole lines by their place in the text, words wherever they stand, and kinds of numbers. */
export type Masks = {
  readonly lines: readonly number[]
  readonly words: readonly string[]
  readonly patterns: readonly Pattern[]
}

export const noMasks: Masks = { lines: [], words: [], patterns: [] }

/** A line with its place in the whole text, from 0. */
export type Line = { readonly index: number; readonly text: string }
export type Page = { readonly number: number; readonly lines: readonly Line[] }

/** The text in pages and lines. A form feed is a new page, as the reader of PDF files writes it. */
export function pagesOf(text: string): Page[] {
  let index = 0
  return text
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .split('\f')
    .map((page, number) => ({
      number: number + 1,
      lines: withoutEmptyEnds(page.split(/[\n\r\v\u0085\u2028\u2029]/)).map((line) => ({
        index: index++,
        text: line.trimEnd(),
      })),
    }))
}

function withoutEmptyEnds(lines: readonly string[]): readonly string[] {
  const isWritten = (line: string) => line.trim() !== ''
  const first = lines.findIndex(isWritten)
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(isWritten) + 1)
}

/** A line in its parts; `null` where something was taken out. An empty line has none. */
export type Parts = readonly (string | null)[]
export type MaskedPage = { readonly number: number; readonly lines: readonly Parts[] }

/** What is left. Lines that are taken out one after another are one passage, so that their number is not told. */
export function masked(pages: readonly Page[], masks: Masks): MaskedPage[] {
  const whole = new Set(masks.lines)
  const hits = Map.groupBy(
    ranges(linesOf(pages), masks).map(({ range }) => range),
    (range) => range.line,
  )
  return pages.map(({ number, lines }) => ({
    number,
    lines: merged(lines.map(({ index, text }) => (whole.has(index) ? [null] : cut(text, hits.get(index) ?? [])))),
  }))
}

function linesOf(pages: readonly Page[]): string[] {
  return pages.flatMap(({ lines }) => lines.map(({ text }) => text))
}

function merged(lines: readonly Parts[]): Parts[] {
  const isWhole = (parts: Parts | undefined) => parts?.length === 1 && parts[0] === null
  return lines.filter((parts, at) => !(isWhole(parts) && isWhole(lines[at - 1])))
}

/** The text without these ranges, which may overlap. */
function cut(text: string, found: readonly Range[]): Parts {
  const parts: (string | null)[] = []
  let at = 0
  for (const { from, to } of found.toSorted((a, b) => a.from - b.from)) {
    if (from > at) parts.push(text.slice(at, from))
    if (from >= at) parts.push(null)
    at = Math.max(at, to)
  }
  return withoutDoubles([...parts, text.slice(at)].filter((part) => part !== ''))
}

/** Passages with nothing but space between them are one: two boxes would tell that there were two words. */
function withoutDoubles(parts: readonly (string | null)[]): Parts {
  const out: (string | null)[] = []
  for (const part of parts) {
    if (part === null && out.at(-1)?.trim() === '' && out.at(-2) === null) out.pop()
    if (part !== null || out.at(-1) !== null) out.push(part)
  }
  return out
}

export type Count = { readonly of: string; readonly count: number }

/** How often each word and each kind of number was found, so that the officer sees a word that hit nothing. */
export function countsOf(pages: readonly Page[], masks: Pick<Masks, 'words' | 'patterns'>): Count[] {
  const hits = ranges(linesOf(pages), { ...masks, lines: [] })
  return [...masks.patterns, ...masks.words].map((of) => ({
    of,
    count: new Set(hits.filter((hit) => hit.of === of).map((hit) => hit.hit)).size,
  }))
}

/** Which of the words and kinds of numbers stand in a text: what an already masked copy must not hold. */
export function leaksIn(text: string, masks: Pick<Masks, 'words' | 'patterns'>): string[] {
  const lines = text.normalize('NFC').split(/[\n\r\f]/)
  return [...new Set(ranges(lines, { ...masks, lines: [] }).map(({ of }) => of))]
}
