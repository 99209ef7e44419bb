/** What the headings of a memo are called, over the country. A line is a heading when the whole line is one. */

export type Part = 'contact' | 'summary' | 'proposals' | 'basis' | 'attachments' | 'planning' | 'sendTo' | 'responsible' | 'other'

export type Heading = {
  readonly part: Part
  /** What stands on the same line after the heading and its colon. */
  readonly rest: string
  /** The heading as written. */
  readonly name: string
}

const names: readonly (readonly [Part, readonly string[]])[] = [
  ['contact', ['beredningsansvarig', 'beredningsansvariga', 'handläggare', 'ansvarig handläggare', 'kontaktperson', 'kontaktpersoner', 'upprättad av']],
  ['summary', [
    'sammanfattning', 'sammanfattning av ärendet', 'ärendet i korthet', 'i korthet', 'ärendesammanfattning', 'kort sammanfattning',
    'sammanfattning av ärende', 'ärendets sammanfattning', 'sammanfattande beskrivning', 'sammanfattning av förslaget', 'kort om ärendet',
  ]],
  ['proposals', [
    'förslag till beslut', 'beslutsförslag', 'förslag', 'förslag på beslut', 'förslag till ställningstagande', 'hemställan',
    'förslag till beslutspunkter', 'beslutspunkter', 'förslag beslut', 'förslag till beslutsmening', 'beslutsmening',
  ]],
  ['basis', [
    'beslutsunderlag', 'underlag för beslut', 'underlag till beslut', 'handlingar i ärendet', 'ärendets handlingar', 'underlag',
    'underlag för beslutet', 'underlag i ärendet', 'förteckning över handlingar', 'handlingar', 'beslutsunderlag och bilagor',
    'beslutsunderlag/bilagor', 'underlag/bilagor', 'förteckning över beslutsunderlag', 'lista över beslutsunderlag',
  ]],
  ['attachments', ['bilagor', 'bilaga', 'bilagor till ärendet', 'bifogade handlingar', 'bilagda handlingar', 'bilageförteckning', 'bifogas']],
  ['planning', [
    'beslutsplanering', 'beslutsgång', 'beslutsprocess', 'ärendets beredning', 'tidplan', 'tidsplan', 'beredning', 'ärendets gång',
    'planerad beslutsgång', 'beredningsgång', 'tidplan för beslut', 'tidplan för ärendet', 'beslutstidplan', 'behandling', 'ärendets behandling',
    'ärendeplanering', 'planerad behandling', 'politisk behandling', 'sammanträdesplanering', 'beslutsordning', 'ärendegång',
    'ärendets väg till beslut', 'tidplan för beredning', 'beredning av ärendet', 'planerade sammanträden', 'behandlas av',
  ]],
  ['sendTo', [
    'beslutet skickas till', 'beslut skickas till', 'beslutet ska skickas till', 'beslutet expedieras till', 'beslut expedieras till',
    'expedieras till', 'expedieras', 'sändlista', 'delges', 'beslutet delges', 'kopia till', 'skickas till', 'beslut delges', 'expediering',
    'beslutsexpediering', 'beslutet sänds till', 'beslut sänds till', 'beslutsmottagare', 'beslut till', 'beslutet meddelas',
    'beslutet ska expedieras till', 'beslutet skickas för kännedom till', 'delgivning', 'protokollsutdrag till', 'sänds till',
    'protokollsutdrag skickas till', 'beslut meddelas', 'distribution', 'mottagare av beslutet', 'expediering av beslut', 'beslutsexpedition',
    'expediering av beslutet', 'beslut ska skickas till', 'delges till', 'beslutet delges till', 'kopia på beslutet till', 'kopia av beslutet till',
    'utdrag till', 'expedition', 'expedieras för kännedom till', 'meddelas', 'sändlista för beslut', 'sändlista beslut', 'protokollsutdrag',
  ]],
  ['responsible', [
    'ansvariga', 'ansvarig', 'underskrift', 'underskrifter', 'ansvariga chefer', 'ansvarig chef', 'ansvariga för ärendet', 'undertecknare',
    'undertecknat av', 'ansvariga tjänstepersoner', 'ansvariga tjänstemän', 'för förvaltningen', 'godkänt av', 'godkänd av', 'beslutande chefer',
    'undertecknas av', 'ansvarig för ärendet', 'ansvariga undertecknare', 'signaturer', 'enligt uppdrag', 'på tjänstens vägnar', 'dag som ovan', 'enligt ovan',
  ]],
  ['other', [
    'ärendet', 'bakgrund', 'bakgrund och ärende', 'ärendebeskrivning', 'beskrivning av ärendet', 'ärende', 'bedömning', 'förvaltningens bedömning',
    'ekonomiska konsekvenser', 'ekonomi', 'barnperspektivet', 'barnperspektiv', 'barnkonsekvensanalys', 'jämställdhet', 'juridiska aspekter',
    'miljö', 'miljökonsekvenser', 'konsekvenser', 'jämställdhetsperspektiv', 'barnrättsperspektiv', 'yttrande', 'remissvar', 'synpunkter',
    'förvaltningens synpunkter', 'kontorets synpunkter', 'förvaltningens synpunkter och förslag', 'motivering', 'analys', 'slutsats', 'slutsatser',
    'överväganden', 'uppföljning', 'utredning', 'lagstiftning', 'redogörelse', 'redogörelse för ärendet', 'beskrivning', 'inledning', 'syfte',
    'syfte och mål', 'finansiering', 'ekonomisk bedömning', 'ekonomiska aspekter', 'ekonomiska överväganden', 'konsekvenser för barn', 'samråd',
    'barnets bästa', 'prövning av barnets bästa', 'jämlikhet', 'dialog', 'samverkan', 'facklig samverkan', 'remissinstanser', 'skäl till beslut',
    'skälen för beslutet', 'motivering till beslut', 'bedömning och motivering', 'social dimension', 'ekologisk dimension', 'ekonomisk dimension',
    'bedömning ur ekonomisk dimension', 'bedömning ur ekologisk dimension', 'bedömning ur social dimension', 'expedierat', 'ärendets innehåll',
    'samverkan och dialog', 'omvärldsanalys', 'nuläge', 'nulägesbeskrivning', 'konsekvensanalys', 'förvaltningens överväganden', 'risker',
    'ärendets utgångspunkter', 'beskrivning av ärendet och förvaltningens bedömning', 'koppling till mål', 'koppling till styrdokument', 'kommunikation',
    'styrdokument', 'hållbarhet', 'agenda 2030', 'förvaltningens ställningstagande', 'stadsledningskontorets bedömning', 'stadsledningskontorets synpunkter',
    'information', 'verkställighet', 'genomförande', 'upphävande', 'reservationer', 'landsbygdsperspektiv', 'klimat', 'trygghet', 'likabehandling',
    'ekonomiska konsekvenser av beslutet', 'samlad bedömning', 'sammanfattande bedömning', 'rättslig reglering', 'gällande rätt', 'övrigt', 'remissen',
    'remissammanställning', 'fortsatt arbete', 'tidigare beslut', 'tidigare behandling', 'förslaget', 'remissens innehåll', 'ärendets bakgrund', 'uppdraget',
  ]],
]

const byName = new Map<string, Part>(names.flatMap(([part, list]) => list.map((name) => [name, part] as const)))

/** Headings that carry a body, a receiver or a purpose in them. Tried on short lines only. */
const patterns: readonly (readonly [Part, RegExp])[] = [
  ['proposals', /^(?:\p{L}[\p{L}\d,\- ]{0,70}s )?(?:förslag till beslut|beslutsförslag|förslag till (?:ställningstagande|kommunfullmäktige|kommunstyrelsen|nämnden))(?:(?: i| för| till| från| gällande) [\p{L}\d\-, ]{3,60})?$/u],
  ['proposals', /^(?:förvaltningens|kontorets|[\p{L}-]{4,40}(?:förvaltningens|kontorets|nämndens|styrelsens|utskottets|avdelningens)) (?:förslag|hemställan)(?: till [\p{L}\- ]{3,60})?$/u],
  ['proposals', /^förslag till (?:[\p{L}-]{4,40} )?(?:beslut|nämndbeslut|[\p{L}-]+s beslut)(?: i [\p{L}\- ]{3,60})?$/u],
  ['proposals', /^(?:kommunstyrelsen|[\p{L}-]{3,40}(?:nämnden|nämnd|utskottet|utskott|styrelsen|fullmäktige))s beslut$/u],
  ['summary', /^sammanfattning (?:av|och) (?:ärendet|bakgrund|förslaget|remissen|rapporten|motionen)$/u],
  ['sendTo', /^(?:beslutet?|protokollsutdrag(?:et)?|protokollet|paragrafen|utdrag|kopia)(?: [\p{L}]+){0,5} (?:till|delges|expedieras|meddelas)(?: för (?:kännedom|åtgärd|verkställighet)(?: till)?)?$/u],
  ['responsible', /^(?:ansvarig(?:a|t)?|undertecknat|godkänt|godkänd) (?:chef(?:er)?|tjänste(?:man|män|person(?:er)?)|handläggare och chef|av|direktör(?:er)?|för [\p{L} ]{3,40})$/u],
  ['other', /^(?:\p{L}[\p{L}-]{2,40} )?(?:konsekvenser|perspektiv(?:et)?|bedömning(?:ar)?|synpunkter|överväganden|aspekter|dimension(?:en)?|konsekvensanalys|kommentarer?)(?: (?:av|för|ur|på|utifrån|och|gällande) [\p{L}\- ,]{3,60})?$/u],
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
  const name = words.toLowerCase().replace(/\t/g, ' ').replace(/[ :.]+$/, '').trim()
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
  return /^(?:sammanfattning|beslutsunderlag|beslutsplanering|beslutsgång|ansvariga|bilagor|sändlista|beslutsförslag|underskrifter|underskrift)$/.test(name)
}

/** Headings that are also ordinary words: only after a full stop, a page or another heading. */
const weak = [...byName]
  .filter(([name]) => !strong.includes(name) && name.length > 4 && byName.get(name) !== 'contact')
  .map(([name]) => name)
  .toSorted((a, b) => b.length - a.length)

function anyOf(list: readonly string[]): string {
  return list.map((name) => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}|${name.toUpperCase()}`).join('|')
}

const owner = "(?:(?:Förvaltningens|Kontorets|[A-ZÅÄÖ][\\p{Ll}]{3,40}(?:förvaltningens|kontorets|nämndens|styrelsens)) )?"
/** A heading is followed by something that begins: a capital, a figure, a dash, or the text's end. */
const begins = '(?=:|\\s*$|\\s+(?:[\\p{Lu}\\d§"”•*–-]|att ))'
const strongInside = new RegExp(`(?<![\\p{L}\\d/-])(?:${owner}(?:${anyOf(['förslag till beslut', 'beslutsförslag'])})|${anyOf(strong)})${begins}`, 'gu')
const weakInside = new RegExp(`(?<=^|[.!?:)\\]\\d] )(?:${anyOf(weak)})(?=:|\\s+[\\p{Lu}\\d•–-])`, 'gu')

/** Where headings begin and end inside running text, for texts that lost their line ends. */
export function headingsInside(text: string): readonly { readonly start: number; readonly end: number; readonly strong: boolean }[] {
  const found = (pattern: RegExp, isStrong: boolean) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, strong: isStrong }))
  const sure = found(strongInside, true)
  const perhaps = found(weakInside, false).filter((one) => !sure.some((other) => one.start < other.end && other.start < one.end))
  return [...sure, ...perhaps].toSorted((a, b) => a.start - b.start)
}
