/** The small labels in the head of a memo ("Datum", "Vår referens", "Dnr") and what the document calls itself. */

export type LabelKind =
  | 'date'
  | 'otherDate'
  | 'case'
  | 'foreign'
  | 'reference'
  | 'addressee'
  | 'email'
  | 'phone'
  | 'matter'
  | 'role'
  | 'unit'
  | 'ignored'
  | 'silent'

const table: readonly (readonly [LabelKind, string])[] = [
  [
    'foreign',
    'er referens|er beteckning|ert diarienummer|ert dnr|er dnr|ert ärendenummer|externt diarienummer|externt dnr|motpartens beteckning',
  ],
  [
    'otherDate',
    'ert datum|er datum|sammanträdesdatum|sammanträde den|nämndens sammanträde|sammanträdestid|mötesdatum|nämnddatum|ankomstdatum|inkom(?:men)?(?: den)?|beslutsdatum|senast ändrad|sista svarsdatum|svar senast',
  ],
  [
    'date',
    'datum för upprättande|upprättandedatum|vårt datum|dokumentdatum|handlingsdatum|skrivelsedatum|datum|upprättad den|upprättad|upprättat|utfärdat|utfärdad|daterad|skapad',
  ],
  [
    'case',
    'vårt diarienummer|vårt dnr|vår dnr|diarienummer|diarienr\\.?|dnr\\.?|d-nr|d\\.nr\\.?|ärendenummer|ärendenr\\.?|ärende nr|ärende-?id|vår beteckning|ärendebeteckning|beteckning|diariebeteckning|diarieföringsnummer',
  ],
  [
    'reference',
    'handläggare, titel, telefon|handläggare, telefon|handläggare/telefon|handläggare/tfn|handläggare och telefon|tjänsteställe, handläggare|handläggare, tfn|ansvarig handläggare|handläggande tjänsteman|handläggande tjänsteperson|handläggare(?:n)?|vår handläggare|vår referens|referensperson|referens(?:er)?|kontaktpersoner|kontaktperson|kontakt|föredragande|upprättad av|upprättat av|utredare|författare|skapad av|handlägges av|tjänsteman|tjänsteperson',
  ],
  [
    'addressee',
    'till|mottagare|adressat|ställd till|beslutande nämnd|beslutsinstans|beslutande instans|beslutande organ|nämnd',
  ],
  ['email', 'e-postadress|e-post|epost|mejl|mail'],
  ['phone', 'telefonnummer|direkttelefon|telefon|tfn\\.?|tel\\.?|mobil(?:telefon)?|direktnummer'],
  ['matter', 'ärenderubrik|ärendemening|ärendets rubrik|rubrik|ärende|angående|ang\\.?|ärendet avser|avser|gäller'],
  ['role', 'titel|befattning|roll'],
  [
    'unit',
    'ansvarig förvaltning|förvaltning/avdelning|förvaltning|kontor|avdelning/enhet|avdelning|enhet|sektor|avsändare|tjänsteställe|organisation|avd\\.?',
  ],
  ['silent', 'kopia till|kopia|bilagor|bilaga|id'],
  [
    'ignored',
    'sidor|sida|version|status|sekretess|informationsklass|informationssäkerhetsklass|dokumenttyp|handlingstyp|process|klassificering|plats|ärende nr i kallelsen|paragraf|sid',
  ],
]

const compiled = table.map(([kind, words]) => [kind, new RegExp(`^(?:${words})(?![\\p{L}/-])`, 'iu')] as const)

/** Labels that are also ordinary words need a colon, or a line of their own. */
const shy = new Set([
  'ärende',
  'angående',
  'avser',
  'gäller',
  'ang',
  'ang.',
  'kontakt',
  'nämnd',
  'enhet',
  'kontor',
  'status',
  'plats',
  'process',
  'utredare',
  'titel',
  'roll',
  'rubrik',
  'författare',
  'kopia',
  'bilagor',
  'bilaga',
  'id',
  'skapad',
  'daterad',
  'version',
  'förvaltning',
  'avdelning',
  'sektor',
  'tjänsteman',
  'organisation',
  'inkom',
  'paragraf',
  'föredragande',
])

export type FoundLabel = { readonly kind: LabelKind; readonly rest: string; readonly alone: boolean }

/** The label a line begins with, and what follows it. */
export function labelOf(line: string): FoundLabel | null {
  const start = line.trimStart()
  for (const [kind, pattern] of compiled) {
    const word = pattern.exec(start)?.[0]
    if (word === undefined) continue
    const after = start.slice(word.length)
    const rest = after.replace(/^\s*:?\s*/, '')
    const colon = /^\s*:/.test(after)
    if (rest === '' || colon) return { kind, rest, alone: rest === '' }
    if (mayStandBare(word, rest)) return { kind, rest, alone: false }
  }
  return null
}

function mayStandBare(word: string, rest: string): boolean {
  const lower = word.toLowerCase()
  if (lower === 'till')
    return (
      /^\p{L}[\p{L}-]*(?:nämnd|styrelse|fullmäktige|utskott)/iu.test(rest) && rest.length < 60 && /^\p{Lu}/u.test(word)
    )
  if (shy.has(lower)) return labelOf(rest) !== null || (lower === 'kontor' && /kontoret/u.test(rest))
  // A label is written with a capital; "datum för …" is running text.
  return (
    /^\p{Lu}/u.test(word) &&
    /^(?:[\p{Lu}\d§(+[]|den \d|\p{L}{3,}(?:chef|are|ekonom|jurist|strateg) \p{Lu}|[\p{L}\d._-]+@)/u.test(rest)
  )
}

const inner =
  /(?<=[\s,;])(?:Datum|DATUM|Diarienummer|DIARIENUMMER|Diarienr|Dnr|DNR|dnr|Vår referens|VÅR REFERENS|Handläggare|HANDLÄGGARE|Ärendenummer|Beteckning|Vår beteckning|Kontaktperson|Referens|Mottagare|Telefon|Tfn|Tel|E-post|Utfärdat|Utfärdad|Ert datum|Er referens|Till)(?=:|\.|\s|$)/gu

/** Where labels stand inside a line that goes on: "2017-08-10 Dnr KS/2017:96". */
export function labelsInside(text: string): readonly number[] {
  return text.length > 4000 ? [] : [...text.matchAll(inner)].map((match) => match.index)
}

const types =
  'tjänsteskrivelse|tjänsteutlåtande|tjänsteskrivelse till nämnd|beslutsunderlag för nämnd|förvaltningsskrivelse|tjänstemannaskrivelse|tjänstemannautlåtande|kontorsutlåtande|kontorsskrivelse|tjänsteyttrande|tjänstepromemoria|tjänstemannayttrande|skrivelse'
const typeAtStart = new RegExp(`^(${types})(?![\\p{L}])[ ]*(?:[-–:][ ]+)?`, 'iu')
const typeWord =
  /(?<![\p{L}-])(?:Tjänsteskrivelse|TJÄNSTESKRIVELSE|Tjänsteutlåtande|TJÄNSTEUTLÅTANDE)(?=\s+[\p{Lu}\d]|\s*$)/gu

/** "Tjänsteskrivelse", "TJÄNSTEUTLÅTANDE", "Tjänsteskrivelse till kommunstyrelsen": the rest of the line after the type, or null. */
export function typeOf(line: string): string | null {
  const match = typeAtStart.exec(line)
  if (match === null) return null
  const rest = line.slice(match[0].length)
  // "Tjänsteskrivelse om …" is a title that happens to begin so.
  return rest === '' || /^(?:till |[\p{Lu}\d•|(])/u.test(rest) || /[-–:]\s+$/.test(match[0]) ? rest : null
}

export function typesInside(text: string): readonly number[] {
  return text.length > 4000 ? [] : [...text.matchAll(typeWord)].map((match) => match.index)
}

/** Other kinds of documents, that must not be read as memos. */
export function otherKind(line: string): boolean {
  return (
    line.length < 90 &&
    /^(?:sammanträdes)?protokoll(?:sutdrag)?(?! till)(?![\p{L}\d])|^(?:kallelse|föredragningslista|ärendelista|dagordning|underrättelse|anslag|yttrande|utlåtande|remissvar|beredningsbrev|delegationsbeslut)(?![\p{L}\d])/iu.test(
      line,
    )
  )
}
