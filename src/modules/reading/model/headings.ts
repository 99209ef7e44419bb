/** What the headings of a memo are called, over the country. A line is a heading when the whole line is one. */

import { headingNames } from './heading-names.ts'

export type Part =
  'contact' | 'summary' | 'proposals' | 'basis' | 'attachments' | 'planning' | 'sendTo' | 'responsible' | 'other'

export type Heading = {
  readonly part: Part
  /** What stands on the same line after the heading and its colon. */
  readonly rest: string
  /** The heading as written. */
  readonly name: string
}

const byName = new Map<string, Part>(headingNames)

/** Headings that carry a body, a receiver or a purpose in them. Tried on short lines only. */
const patterns: readonly (readonly [Part, RegExp])[] = [
  [
    'proposals',
    /^(?:\p{L}[\p{L}\d,\- ]{0,70}s )?(?:förslag till beslut|beslutsförslag|förslag till (?:ställningstagande|kommunfullmäktige|kommunstyrelsen|nämnden))(?:(?: i| för| till| från| gällande) [\p{L}\d\-, ]{3,60})?$/u,
  ],
  [
    'proposals',
    /^(?:förvaltningens|kontorets|[\p{L}-]{4,40}(?:förvaltningens|kontorets|nämndens|styrelsens|utskottets|avdelningens)) (?:förslag|hemställan)(?: till [\p{L}\- ]{3,60})?$/u,
  ],
  ['proposals', /^förslag till (?:[\p{L}-]{4,40} )?(?:beslut|nämndbeslut|[\p{L}-]+s beslut)(?: i [\p{L}\- ]{3,60})?$/u],
  [
    'proposals',
    /^(?:kommunstyrelsen|[\p{L}-]{3,40}(?:nämnden|nämnd|utskottet|utskott|styrelsen|fullmäktige))s beslut$/u,
  ],
  ['summary', /^sammanfattning (?:av|och) (?:ärendet|bakgrund|förslaget|remissen|rapporten|motionen)$/u],
  [
    'sendTo',
    /^(?:beslutet?|protokollsutdrag(?:et)?|protokollet|paragrafen|utdrag|kopia)(?: [\p{L}]+){0,5} (?:till|delges|expedieras|meddelas)(?: för (?:kännedom|åtgärd|verkställighet)(?: till)?)?$/u,
  ],
  [
    'responsible',
    /^(?:ansvarig(?:a|t)?|undertecknat|godkänt|godkänd) (?:chef(?:er)?|tjänste(?:man|män|person(?:er)?)|handläggare och chef|av|direktör(?:er)?|för [\p{L} ]{3,40})$/u,
  ],
  [
    'other',
    /^(?:\p{L}[\p{L}-]{2,40} )?(?:konsekvenser|perspektiv(?:et)?|bedömning(?:ar)?|synpunkter|överväganden|aspekter|dimension(?:en)?|konsekvensanalys|kommentarer?)(?: (?:av|för|ur|på|utifrån|och|gällande) [\p{L}\- ,]{3,60})?$/u,
  ],
]

/** Written as a heading: not a sentence, not a list item. */
const longestHeading = 90

/** The heading this line is, or null. A heading may end with a colon and be followed by its first words. */
export function headingOf(line: string): Heading | null {
  const bare = line.replace(/^(?:\d{1,2}(?:\.\d{1,2}){0,2}\.?|[IVX]{1,4}\.)\s/, '')
  const whole = part(bare)
  if (whole !== null) return { part: whole, rest: '', name: bare }
  const colon = bare.slice(0, longestHeading).indexOf(':')
  if (colon < 3) return null
  const named = part(bare.slice(0, colon))
  // "Ärende: Svar på motion" is a label of the head, and "Bakgrund: …" opens running text; both end what stood before.
  return named === null ? null : { part: named, rest: bare.slice(colon + 1).trim(), name: bare.slice(0, colon) }
}

function part(words: string): Part | null {
  if (words.length > longestHeading || !/^\p{Lu}/u.test(words)) return null
  const name = words
    .toLowerCase()
    .replace(/\t/g, ' ')
    .replace(/[ :.]+$/, '')
    .trim()
  const exact = byName.get(name)
  if (exact !== undefined) return exact
  return patterns.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}

/** Headings sure enough to be found inside running text, longest first. */
const strong = [...byName]
  .filter(([name, kind]) => kind !== 'other' && kind !== 'contact' && (name.includes(' ') || surelyAlone(name)))
  .map(([name]) => name)
  .toSorted((a, b) => b.length - a.length)

function surelyAlone(name: string): boolean {
  return /^(?:sammanfattning|beslutsunderlag|beslutsplanering|beslutsgång|ansvariga|bilagor|sändlista|beslutsförslag|underskrifter|underskrift)$/.test(
    name,
  )
}

/** Headings that are also ordinary words: only after a full stop, a page or another heading. */
const weak = [...byName]
  .filter(([name]) => !strong.includes(name) && name.length > 4 && byName.get(name) !== 'contact')
  .map(([name]) => name)
  .toSorted((a, b) => b.length - a.length)

function anyOf(list: readonly string[]): string {
  return list.map((name) => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}|${name.toUpperCase()}`).join('|')
}

const owner =
  '(?:(?:Förvaltningens|Kontorets|[A-ZÅÄÖ][\\p{Ll}]{3,40}(?:förvaltningens|kontorets|nämndens|styrelsens)) )?'
/** A heading is followed by something that begins: a capital, a figure, a dash, or the text's end. */
const begins = '(?=:|\\s*$|\\s+(?:[\\p{Lu}\\d§"”•*–-]|att ))'
const strongInside = new RegExp(
  `(?<![\\p{L}\\d/-])(?:${owner}(?:${anyOf(['förslag till beslut', 'beslutsförslag'])})|${anyOf(strong)})${begins}`,
  'gu',
)
/** Headings of running text that few sentences begin with. A title before them has no full stop. */
const fair = [...byName]
  .filter(
    ([name, kind]) =>
      kind === 'other' && (name.includes(' ') || /^(?:bakgrund|ärendebeskrivning|inledning)$/.test(name)),
  )
  .map(([name]) => name)
  .toSorted((a, b) => b.length - a.length)
const fairInside = new RegExp(
  `(?<!(?<![\\p{L}\\d])(?:och|om|i|till|av|för|med|på|under|se) )(?<=\\s)(?:${anyOf(fair)})(?=:|\\s+\\p{Lu}\\p{Ll})`,
  'gu',
)
const weakInside = new RegExp(`(?<=^|[.!?:)\\]\\d] )(?:${anyOf(weak)})(?=:|\\s+[\\p{Lu}\\d•–-])`, 'gu')

/** Where headings begin and end inside running text, for texts that lost their line ends. */
export function headingsInside(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly strong: boolean }[] {
  const found = (pattern: RegExp, isStrong: boolean) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      strong: isStrong,
    }))
  const sure = found(strongInside, true)
  const vague = [...found(fairInside, false), ...found(weakInside, false)]
  const all = [...sure, ...vague.filter((one) => !sure.some((other) => one.start < other.end && other.start < one.end))]
  const sorted = all.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return sorted.filter((one, place) => place === 0 || one.start >= (sorted[place - 1]?.end ?? 0))
}
