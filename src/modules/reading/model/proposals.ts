/** The points a board is asked to decide, each by itself, without the words that introduce them. */

import { bodyInside, isBodyLine } from './bodies.ts'
import type { FlatLine } from './flat.ts'
import { entriesOf, paragraphsOf } from './lists.ts'
import type { Entry } from './lists.ts'

export type Proposals = {
  readonly points: readonly string[]
  /** Who is asked to decide, where an introduction says so. */
  readonly introductions: readonly string[]
}

/** "Nämnden föreslås besluta", "Kommunstyrelsen beslutar för egen del:", "Förslag till kommunfullmäktige": they open a list. */
const introduction =
  /^(?:.{0,220}(?<![\p{L}\d])(?:föreslås|föreslår|besluta|beslutar|beslut|hemställer|beslutet|följande|följer|egen del|fullmäktige|kommunstyrelsen|nämnden|att)\s*:?|.{0,200}:|(?:Kommunfullmäktige|Kommunstyrelsen|Nämnden|För egen del)s?(?: beslut)?)$/iu
const verb = /(?<![\p{L}\d])(?:föreslå\w*|beslut\w*|hemställ\w*|förslag\w*|rekommender\w*|egen del)(?![\p{L}\d])|:$/iu

export function proposalsOf(lines: readonly FlatLine[]): Proposals {
  const flat = lines.some((line) => line.flat === true)
  const entries = entriesOf(flat ? lines.flatMap(openFlat) : lines.flatMap(openSentence))
  const points: string[] = []
  const introductions: string[] = []
  entries.forEach((entry, place) => {
    if (introduces(entry, entries[place + 1])) introductions.push(entry.text)
    else points.push(tidyPoint(entry.text))
  })
  return { points: points.filter((point) => point !== ''), introductions }
}

function introduces(entry: Entry, next: Entry | undefined): boolean {
  if (next === undefined) return /:$/.test(entry.text) && entry.text.length < 120
  if (isBodyLine(entry.text)) return true
  if (entry.marked && !/:$/.test(entry.text)) return false
  if (/^att\s/iu.test(entry.text)) return /^att föreslå .{3,80} (?:att )?(?:besluta|beslutar)\s*:?$/iu.test(entry.text)
  if (/^\p{Lu}[\p{L} -]{2,60}s förslag(?: till [\p{L} -]{3,80})?$/u.test(entry.text)) return true
  return introduction.test(entry.text) && verb.test(entry.text)
}

/** "Nämnden beslutar att godkänna …" followed by more att-clauses on lines of their own: the first is cut loose. */
function openSentence(line: FlatLine, place: number, all: readonly FlatLine[]): FlatLine[] {
  const next = all[place + 1]
  const opening =
    /^(\p{Lu}.{3,200}?(?<![\p{L}\d])(?:föreslås besluta|föreslår .{3,60} besluta|beslutar|föreslås|besluta)\s*:?) (att\s.+)$/u.exec(
      line.text,
    )
  if (opening === null || next === undefined || !all.slice(place + 1).some((other) => /^att\s/iu.test(other.text)))
    return [line]
  return [
    { ...line, text: opening[1] ?? '' },
    { ...line, text: opening[2] ?? '', gap: false },
  ]
}

const decision =
  'godkänna|anta|upphäva|justera|uppdra|ge|överlämna|lämna|avslå|bifalla|fastställa|anse|notera|lägga|bevilja|avge|översända|föreslå|ställa|tillstyrka|avstyrka|delegera|utse|förklara|omedelbart|teckna|inrätta|avsluta|ansöka|införa|ändra|tillskjuta|finansiera|återremittera|avstå|hos|för egen del|medge|yttra|till|paragrafen|beslutet'
const nextClause = new RegExp(
  `(?<!(?<![\\p{L}\\d])(?:för|genom|om|utan|än|på|till|av|uppdrag|möjlighet|beslutar|besluta|föreslår|föreslås|rätt|och|eller|samt|syfte|följande)) (?=att (?:${decision})(?![\\p{L}\\d]))|(?<=[,;.] |(?<![\\p{L}\\d])samt |(?<![\\p{L}\\d])och )(?=att (?:${decision})(?![\\p{L}\\d]))`,
  'gu',
)

/** Running text: the introduction, then each att-clause or numbered point. */
function openFlat(line: FlatLine): FlatLine[] {
  const numbered = line.text.split(/(?<=^|[.:;] |\p{L} )(?=\(?\d{1,2}[.)] \p{L})|(?<=[.:] )(?=[-–•] \p{L})|(?= • )/u)
  const pieces = numbered.flatMap((piece) => flatClauses(piece.trim()))
  return pieces.filter((piece) => piece !== '').map((text, place) => ({ text, gap: place > 0 || line.gap, flat: true }))
}

function flatClauses(text: string): string[] {
  const heading = /^((?:\p{L}[\p{L}-]*(?: \p{L}+)?s )(?:beslut|förslag till beslut)) (?=\p{Lu})/u.exec(text)
  if (heading !== null) return [`${heading[1] ?? ''}:`, ...flatClauses(text.slice(heading[0].length))]
  const opening = openingOf(text)
  if (opening !== null) return [opening.words, ...clausesOf(opening.rest)]
  const [first, second, ...others] = clausesOf(text)
  // "Kommunstyrelsen föreslår kommunfullmäktige att …" is one sentence.
  return first !== undefined && second !== undefined && proposesOnly(first)
    ? [`${first} ${second}`, ...others]
    : clausesOf(text)
}

function clausesOf(text: string): string[] {
  return text.split(nextClause).map((piece) => piece.trim())
}

/** "Kommunstyrelsen föreslås besluta", before its clauses or points. */
function openingOf(text: string): { readonly words: string; readonly rest: string } | null {
  const opening =
    /^(.{3,200}?(?<![\p{L}\d])(?:föreslås besluta|besluta|beslutar|föreslås))\s*:? (?=att |\d{1,2}[.)] )/u.exec(text)
  if (opening?.[1] === undefined || bodyInside(text) === null) return null
  return { words: `${opening[1]}:`, rest: text.slice(opening[0].length) }
}

function proposesOnly(words: string): boolean {
  return (
    /(?<![\p{L}\d])(?:föreslår|hemställer)(?![\p{L}\d])(?!.*[.:]$)/u.test(words) &&
    !/(?<![\p{L}\d])besluta\w*$/u.test(words)
  )
}

function tidyPoint(text: string): string {
  return text
    .replace(/[,;]?\s+(?:samt|och)$/u, '')
    .replace(/[,;]+$/, '')
    .trim()
}

const proposes =
  /^(?:\p{Lu}[\p{L}-]*(?:(?:,| och|-)? [\p{L}-]+){0,8}) (?:föreslår|hemställer)(?: att| [\p{L}-]+(?: [\p{L}-]+){0,4} (?:att|besluta))\s|^\p{Lu}[\p{L} -]{3,60} föreslås (?:besluta|godkänna|anta|avge|lämna|avslå|bifalla)(?![\p{L}\d])/u

/** Where no heading opens the proposals: the first sentence in which somebody proposes. */
export function proposalWithoutHeading(lines: readonly FlatLine[]): string | null {
  for (const paragraph of paragraphsOf(lines)) {
    if (!proposes.test(paragraph)) continue
    const end = /[.](?= \p{Lu})/u.exec(paragraph)
    return end === null ? paragraph : paragraph.slice(0, end.index + 1)
  }
  return null
}
