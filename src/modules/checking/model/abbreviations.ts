/** Letters that stand for something: those that nobody has explained at their first use (språklagen § 11). */

import { caseNumbersIn, type KnownBody } from '../../reading/index.ts'
import { text } from '../text.ts'
import { placeOf, replaceAt, type Found } from './finding.ts'
import type { WritingRules } from './rules.ts'
import type { Known, Piece, Written } from './written.ts'

/** Known to every reader of a municipal paper. What else a body's readers know is in its own list. */
const common: ReadonlySet<string> = new Set(
  `AB HB KB AU KS KF KSAU KSPU KFF IT IKT PDF SMS GPS TV CV ID OK SOS VD HR FAQ AI QR USB CO2 DVD CD VA
   EU FN USA UK SKR SKL SCB BNP CSN SJ SVT SR TT VAB RUT ROT BUP BVC MVC
   SFS SOU PM DNR NR KL TF OSL LOU LSS SOL PBL MB FL LAS MBL GDPR ISO DS PROP
   SD MP KD FP VPK
   KR TKR MKR MNKR MSEK TSEK SEK EUR KM KWH MWH GWH MW
   ÅR OCH FÖR MED SOM TILL AV EN ETT ATT DEN DET INTE`.match(/\S+/g) ?? [],
)

const letters = /(?<![\p{L}\d./§_@-])(\p{Lu}{2,6})(?::?s)?(?![\p{L}\d/_@]|-\d|:\d)/gu
const roman = /^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV|XVI{0,3})$/

/** Each that is used without having been explained, at its first use. */
export function unexplained(written: Written, known: Known, { abbreviations }: WritingRules): Found[] {
  const stands = new Map(abbreviations.map((one) => [one.letters, one.stands]))
  const seen = new Set<string>()
  return written.pieces.filter(isJudged).flatMap((piece) =>
    usesIn(piece.text).flatMap(({ short, index }): Found[] => {
      if (seen.has(short) || stands.get(short) === '' || isKnown(short, known)) return []
      seen.add(short)
      if (isName(short, written) || isExplained(written, { piece, index, short })) return []
      return [finding({ piece, index, short }, stands.get(short) ?? null)]
    }),
  )
}

/** Titles of papers, names and receivers are as they are. */
function isJudged({ part }: Piece): boolean {
  return part !== 'basis' && part !== 'responsible' && part !== 'reference' && part !== 'sendTo' && part !== 'title'
}

type Use = { readonly piece: Piece; readonly index: number; readonly short: string }

function finding({ piece, index, short }: Use, stands: string | null): Found {
  const place = placeOf(piece, short, index)
  const fix =
    stands === null
      ? null
      : { label: text.fix.explain(stands), edits: [replaceAt(place, short, `${stands} (${short})`)] }
  return { code: 'undefined-abbreviation', message: text.message.abbreviation(short), quote: short, place, fix }
}

/** Not in a line of capitals, the number of a case, or an address. */
function usesIn(words: string): { readonly short: string; readonly index: number }[] {
  const numbers = caseNumbersIn(words)
  return [...words.matchAll(letters)].flatMap((match) => {
    const { index } = match
    const isNumber = numbers.some((number) => index >= number.index && index < number.index + number.quote.length)
    const isTown = /\d{3} ?\d{2} {1,2}$/.test(words.slice(Math.max(0, index - 8), index))
    const short = match[1] ?? ''
    const isShouted = isShouting(lineAround(words, index)) || isBesideCapitals(words, { index, length: short.length })
    return isNumber || isTown || isShouted ? [] : [{ short, index }]
  })
}

/** "VÄXJÖ KOMMUN": words in capitals side by side are a name that is shouted. */
function isBesideCapitals(words: string, { index, length }: { index: number; length: number }): boolean {
  return (
    /(?<!\p{L})\p{Lu}{4,} $/u.test(words.slice(Math.max(0, index - 30), index)) ||
    /^ \p{Lu}{4,}(?!\p{L})/u.test(words.slice(index + length, index + length + 30))
  )
}

function lineAround(words: string, index: number): string {
  const end = words.indexOf('\n', index)
  return words.slice(words.lastIndexOf('\n', index) + 1, end < 0 ? undefined : end)
}

function isShouting(line: string): boolean {
  const all = line.match(/\p{L}/gu)?.length ?? 0
  return all > 12 && (line.match(/\p{Lu}/gu)?.length ?? 0) > all / 2
}

function isKnown(short: string, { bodies, prefixes }: Known): boolean {
  return (
    common.has(short) || roman.test(short) || prefixes.includes(short) || bodies.some((body) => isCalled(body, short))
  )
}

/** "MKB" of MKB Fastighets AB, or an alias. */
function isCalled({ name, aliases = [] }: KnownBody, short: string): boolean {
  return [name, ...aliases].some((known) => known.split(/[\s-]/).includes(short))
}

/** Written with small letters elsewhere: a name in capitals. */
function isName(short: string, { whole }: Written): boolean {
  return short.length > 3 && whole.includes(short.charAt(0) + short.slice(1).toLocaleLowerCase('sv'))
}

/** "lokalt utvecklingsarbete (LUA)" or "LUA (lokalt …)" or "LUA, det vill säga …", here or in what stands before. */
function isExplained({ pieces }: Written, { piece, index, short }: Use): boolean {
  const before = pieces.slice(0, pieces.indexOf(piece)).map(({ text: words }) => words)
  const all = [...before, piece.text].join('\n')
  const here = piece.text.slice(Math.max(0, index - 1), index + short.length + 60)
  return (
    all.includes(`(${short})`) ||
    all.includes(`(${short},`) ||
    new RegExp(
      `^.?${short}(?::s)?(?:\\s*\\(|\\s+[–-]\\s+\\p{Ll}|, (?:det vill säga|dvs\\.?|som (?:står för|betyder)))`,
      'u',
    ).test(here)
  )
}
