/** The bodies of a municipality, by the way their names are built, so that no list of the 290 is needed. */

const kinds = '(?:nämnd|styrelse|fullmäktige|utskott|beredning|delegation|presidium|rådet|kommitté)'
const endings = '(?:en|et|n|t|erna|ens|ets|ns|s|ernas|)'

/** Boards as the law (KL 3 kap.) and usage name them; a kommitté is not a body that decides in a municipality. */
const standard = new RegExp(`(?:nämnd|styrelse|fullmäktige|utskott|beredning|delegation|presidium)${endings}$`, 'iu')
const bodyLike = new RegExp(`${kinds}${endings}$`, 'iu')

const shortNames: Readonly<Record<string, string>> = {
  ks: 'kommunstyrelsen',
  kf: 'kommunfullmäktige',
  ksau: 'kommunstyrelsens arbetsutskott',
  rs: 'regionstyrelsen',
  rf: 'regionfullmäktige',
}

/** "KS", "KF": initials that mean the same everywhere. */
export function isNamedShort(name: string): boolean {
  return shortNames[name.toLowerCase()] !== undefined
}

/** Initials of a board that nothing has explained. */
export function isInitials(name: string): boolean {
  return /^\p{Lu}{1,5}[NSF]$/u.test(name) && !isNamedShort(name)
}

/** "Kommunstyrelsens", "KOMMUNSTYRELSEN" → "kommunstyrelsen". */
export function canonicalBody(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.,:;]+$/, '')
    .trim()
  const nominative = words
    .replace(/(nämnd|styrelse|beredning|delegation|kommitté)(en|n)s$/u, '$1$2')
    .replace(/(utskottet|fullmäktige|rådet|presidiet)s$/u, '$1')
    .replace(/(nämnd|styrelse|utskott|beredning)s$/u, '$1')
  return shortNames[nominative] ?? joined(nominative)
}

/** "service nämnden" → "servicenämnden", but "tekniska nämnden" and "barn- och ungdomsnämnden" stay. */
function joined(name: string): string {
  const split = /^(\p{Ll}{4,}) ((?:nämnd|styrelse)(?:en|n|)?)$/u.exec(name)
  if (split === null || !isNounBefore(split[1] ?? '')) return name
  return `${split[1] ?? ''}${split[2] ?? ''}`
}

/** An adjective before the board's word ends in -a or -e ("tekniska", "gemensamma", "samhällsbyggande"); a genitive owns it. */
function isNounBefore(word: string): boolean {
  return (
    !/(?:ka|la|ma|na|ga|da|ta|sta|nde|dels|orts|stads)$/u.test(word) &&
    !/^(?:denna|samma|samtliga|respektive|berörd|varje|annan|till|från|inom|under|samt|eller|både|alla|vald|ansvarig)/u.test(
      word,
    )
  )
}

/** A board written in two words, as "Service nämnden". The words as they stand, or null. */
export function splitBodyIn(text: string): string | null {
  for (const match of text.matchAll(/(?<![\p{L}-])(\p{L}{4,30}) (?:nämnd|styrelse)(?:en|ens|n|ns)?(?!\p{L})/gu)) {
    const word = match[1] ?? ''
    if (/^\p{Lu}/u.test(word) && !/s$/u.test(word) && isNounBefore(word.toLowerCase())) return match[0]
  }
  return null
}

/** Ends like the name of a body. */
export function isBodyLike(name: string): boolean {
  return bodyLike.test(name) || shortNames[name.toLowerCase()] !== undefined
}

export function isStandardBody(name: string): boolean {
  return standard.test(name) || shortNames[name.toLowerCase()] !== undefined
}

const capital = '\\p{Lu}[\\p{L}-]*'
const compound = `(?:${capital}-(?:,| och| &) (?:[\\p{Ll}-]+-?(?:,| och| &) )?)?`
const adjective = '(?:(?:Tekniska|Sociala|Gemensamma|Lokala|Östra|Västra|Norra|Södra|Inre|Yttre|Adjungerade) )?'
const place = `(?:${capital}(?:[- ]${capital})? (?=(?:stadsdels|kommundels|distrikts|områdes)nämnd))?`
const stem = `(?:${place}(?:${capital}s (?=\\p{Ll}))?${compound}${adjective}[\\p{L}-]*${kinds}${endings})`
const named =
  '(?:(?:Nämnden|Styrelsen|Beredningen|Utskottet|Delegationen) för [\\p{L}-]+(?:(?:,|,? och| samt) [\\p{L}-]+){0,4})'
const after = '(?: (?:arbetsutskott|presidium|ordförandeberedning|[\\p{Ll}]{4,20}utskott))?'
const whole = new RegExp(`^(?:Till )?(?:${named}|${stem})${after}$`, 'iu')
const inside = new RegExp(`(?<![\\p{L}-])(?:${named}|${stem})${after}(?![\\p{L}-])`, 'u')

const everywhere =
  /(?<![\p{L}-])(?:\p{L}+- och )?\p{L}{3,40}(?:nämnd|styrelse|fullmäktige)(?:en|ens|n|ns|s)?(?!\p{L})/giu

/** The whole line is a body, as an addressee is. */
export function isBodyLine(line: string): boolean {
  return line.length < 90 && (whole.test(line) || /^(?:till )?(?:KS|KF|KSAU|RS|RF)$/i.test(line))
}

/** Every body named in a text, in any case, as written. */
export function bodiesIn(text: string): string[] {
  return [...text.slice(0, 50_000).matchAll(everywhere)].map((match) => match[0])
}

/** The first body named with a capital in running text, not after a preposition ("till Kommunstyrelsen"). */
export function bodyInside(text: string): { readonly name: string; readonly index: number } | null {
  const match = inside.exec(text)
  if (match === null || text.length > 2000) return null
  const before = text.slice(0, match.index)
  return /(?:^|\s)(?:till|från|i|av|för|hos|åt|om|och|på|mellan)\s$/iu.test(before)
    ? null
    : { name: match[0], index: match.index }
}

/** Who decides, when a proposal says so: "Socialnämnden godkänner …", "Kommunstyrelsen föreslås besluta …". */
export function deciderOf(sentence: string): string | null {
  const verb =
    /^(.{3,90}?) (?:föreslås|beslutar|godkänner|antar|fastställer|avger|överlämnar|lämnar|ställer|uppdrar|ger|noterar|avslår|bifaller|tillstyrker|avstyrker|anser|avstår|föreslår|översänder|lägger|beviljar|förklarar|utser|delegerar|har)(?![\p{L}\d])/u
  const name = verb.exec(sentence)?.[1] ?? ''
  return isBodyLike(name) && /^\p{Lu}/u.test(name) && name.split(' ').length <= 8 ? name : null
}
