/**
 * Finding every occurrence of what is to be masked, also where a line, a hyphen, an invisible sign or an accent comes between.
 * A hit inside a longer word takes the whole word: what would be left of it tells too much.
 */

import type { Masks, Pattern } from './mask.ts'

/** A part of a line, in UTF-16 units. */
export type Range = { readonly line: number; readonly from: number; readonly to: number }
/** `hit` counts the occurrences: one that goes over a line break has several ranges. */
export type Hit = { readonly of: string; readonly hit: number; readonly range: Range }

/** A text to search, each sign with the place it came from. */
type Stream = { readonly signs: string; readonly line: readonly number[]; readonly at: readonly number[] }

/** How a line end is read: as a space, as nothing, as nothing with the hyphen before it, or as all space is: not at all. */
type Joining = 'space' | 'nothing' | 'hyphenation' | 'squeezed'

/** A word of two letters would take half the text with it, and one that is squeezed must be long to be itself. */
const shortestSqueezed = 8

/** Soft hyphens, joiners, marks of direction. Accents that stand by themselves go in `fold`. */
const invisible = /\p{Cf}/u
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/
const inWord = /[\p{L}\p{N}\p{M}]/u

/** Lower case without accents, but å, ä and ö are letters of their own; a ligature is its letters, a mark alone is nothing. */
function fold(sign: string): string {
  if (sign < '\u0080') return sign === '`' ? "'" : sign.toLowerCase()
  if (dashes.test(sign)) return '-'
  if (/[\u2018\u2019\u02bc\u00b4`]/.test(sign)) return "'"
  const small = sign.toLocaleLowerCase('sv')
  return /^[åäö]$/.test(small) ? small : small.normalize('NFKD').replace(/\p{M}/gu, '')
}

type Building = { readonly signs: string[]; readonly line: number[]; readonly at: number[] }
type Place = { readonly line: number; readonly at: number }

function put(stream: Building, signs: string, { line, at }: Place): void {
  for (let each = 0; each < signs.length; each += 1) {
    stream.signs.push(signs[each] ?? '')
    stream.line.push(line)
    stream.at.push(at)
  }
}

function streamOf(lines: readonly string[], joining: Joining): Stream {
  const stream: Building = { signs: [], line: [], at: [] }
  for (const [line, text] of lines.entries()) {
    let at = 0
    for (const sign of text) {
      add(stream, sign, { place: { line, at }, joining })
      at += sign.length
    }
    endLine(stream, joining)
  }
  return { ...stream, signs: stream.signs.join('') }
}

function add(
  stream: Building,
  sign: string,
  { place, joining }: { readonly place: Place; readonly joining: Joining },
): void {
  if (sign > '~' && invisible.test(sign)) return
  if (!/\s/u.test(sign)) put(stream, fold(sign), place)
  else if (joining !== 'squeezed' && stream.signs.at(-1) !== ' ') put(stream, ' ', place)
}

/** A line end is no place of a line, so it has the place -1. */
function endLine(stream: Building, joining: Joining): void {
  if (joining === 'squeezed') return
  if (stream.signs.at(-1) !== '-' || joining === 'space') return put(stream, ' ', { line: -1, at: 0 })
  if (joining === 'hyphenation') for (const each of [stream.signs, stream.line, stream.at]) each.pop()
}

const expressions: Readonly<Record<Pattern, RegExp>> = {
  // Personnummer and samordningsnummer: with or without the century, with a hyphen, a plus, a space or nothing.
  personal_numbers:
    /(?<!\d)(?:18|19|20)?\d{2}[- ]?(?:0[1-9]|1[0-2])[- ]?(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?: ?[-+] ?| ?)(?:\d{4}|\*{4}|x{4})(?!\d)/g,
  emails: /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu,
  phones: /(?<![\d-])(?:\+46 ?(?:\(0\))?|0046|0)[ -]?\d{1,3}(?: ?[-/] ?| )?\d{2,4}(?: ?\d{2,4}){1,3}(?![\d-])/g,
}

/** Every occurrence, as ranges of the lines. */
export function ranges(lines: readonly string[], { words, patterns }: Masks): Hit[] {
  if (words.length + patterns.length === 0) return []
  const hits: Hit[] = []
  const seen = new Map<string, number>()
  for (const joining of ['space', 'nothing', 'hyphenation', 'squeezed'] as const) {
    const stream = streamOf(lines, joining)
    for (const { of, from, to } of [...wordHits(stream, words, joining), ...patternHits(stream, patterns, joining)]) {
      const places = wholeWords(lines, placesOf(stream, from, to))
      const key = `${of} ${places.map((place) => `${place.line}:${place.from}`).join()}`
      const hit = seen.get(key) ?? seen.size
      seen.set(key, hit)
      hits.push(...places.map((range) => ({ of, hit, range })))
    }
  }
  return hits
}

type Found = { readonly of: string; readonly from: number; readonly to: number }

function wordHits({ signs }: Stream, words: readonly string[], joining: Joining): Found[] {
  return words.flatMap((of) => {
    const sought = streamOf([of], joining === 'squeezed' ? 'squeezed' : 'space').signs.trim()
    if (sought === '' || (joining === 'squeezed' && sought.length < shortestSqueezed)) return []
    const found: Found[] = []
    for (let from = signs.indexOf(sought); from !== -1; from = signs.indexOf(sought, from + 1))
      found.push({ of, from, to: from + sought.length })
    return found
  })
}

/** Without its spaces a text is full of numbers that are none. */
function patternHits({ signs }: Stream, patterns: readonly Pattern[], joining: Joining): Found[] {
  if (joining === 'squeezed') return []
  return patterns.flatMap((of) =>
    [...signs.matchAll(expressions[of])].map((match) => ({ of, from: match.index, to: match.index + match[0].length })),
  )
}

/** One range for each line that the hit touches. */
function placesOf(stream: Stream, from: number, to: number): Range[] {
  const places = new Map<number, Range>()
  for (let sign = from; sign < to; sign += 1) {
    const line = stream.line[sign] ?? -1
    const at = stream.at[sign] ?? 0
    if (line !== -1) places.set(line, { line, from: Math.min(places.get(line)?.from ?? at, at), to: at + 1 })
  }
  return [...places.values()]
}

function wholeWords(lines: readonly string[], places: readonly Range[]): Range[] {
  return places.map(({ line, from, to }) => {
    const text = lines[line] ?? ''
    const isInside = (at: number) =>
      at >= 0 && at < text.length && (inWord.test(text[at] ?? '') || invisible.test(text[at] ?? ''))
    let [start, end] = [from, to]
    while (isInside(start - 1)) start -= 1
    while (isInside(end)) end += 1
    return { line, from: start, to: end }
  })
}
