/** From whatever a converter left to plain lines: one kind of space, no page furniture, and a mark where the text had air. */

export type Line = {
  readonly text: string
  /** A blank line stood before it. */
  readonly gap: boolean
}

export type Tidied = {
  readonly lines: readonly Line[]
  /** Page numbers, address footers and stamps that fell into the text. */
  readonly furniture: readonly string[]
  readonly cut: boolean
}

/** A memo is a few pages. What comes after this is an appendix, and is not read. */
const longest = 200_000
const longestWord = 300

/** One kind of space, line end, dash and letter; nothing else is changed. Columns become tabs. */
export function plain(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/\f/g, '\n\f\n')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF\0]/g, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\v]/g, ' ')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/\S{301,}/g, (word) => word.slice(0, longestWord))
    .replace(/[.…_]{4,}/g, ' ')
    .replace(/ {3,}/g, '\t')
    .replace(/ {2}/g, ' ')
}

function withoutMarkup(line: string): string {
  const bare = line
    .trim()
    .replace(/^#{1,6} /, '')
    .replaceAll('**', '')
    .replaceAll('__', '')
  if (!bare.startsWith('|')) return bare.replace(/ ?\t[\t ]*/g, '\t')
  if (/^[|:\- ]+$/.test(bare)) return ''
  return bare
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join('\t')
}

const pageMark = '\\d{1,3} ?(?:[(\\[](?:av )?\\d{1,3}[)\\]]|av \\d{1,3}(?![\\p{L}\\d]))'
const pageLine = new RegExp(
  `^(?:\\d{1,3} )?(?:(?:sida|sidan|sid\\.?|page|s\\.?)[: ]+(?:\\d{1,3} ?/ ?\\d{1,3}|(?=\\d)))?(?:${pageMark}|\\(\\d{1,3}\\)|(?<=/ ?\\d{1,3}))$`,
  'iu',
)
const barePageLine = /^(?:(?:sida|sidan|sid\.?)[: ]+\d{1,3}|\d{1,3}|- ?\d{1,3} ?-)$/i
const pageAtStart = /^(?:\d{1,3} )?(?:sida[: ]+)?\d{1,3} ?[([]\d{1,3}[)\]]\s+(?=\S)/i
const pageAtEnd = /\s(?:sida[: ]+)?(\d{1,3}) ?(?:[([]|av )(\d{1,3})[)\]]?$/i
const stamp =
  /^(?:SIGNERAD|Signerad|SIGNERAT|Digitalt signerad|Elektroniskt signerad|GODKÄND|Dokumentet är (?:elektroniskt|digitalt) (?:signerat|undertecknat))(?![\p{L}\d])(?:.{0,60})$/u

export function isPageMark(line: string): boolean {
  return pageLine.test(line) || barePageLine.test(line)
}

export function isFirstPage(line: string): boolean {
  return /(?:^|\s)1 ?[([]\d{1,3}[)\]]$/.test(line)
}

const footerWords =
  /(?<![\p{L}\d])(?:postadress|besöksadress|besök|gatuadress|telefonväxel|växel|kontaktcenter|fax|telefax|org\.? ?nr\.?|organisationsnummer|bankgiro|plusgiro|postgiro|webb|webbplats|hemsida|internet|www\.|e-?post|telefon|tfn|postnummer)(?![\p{L}])|(?![\p{L}\d])\d{3} ?\d{2} [A-ZÅÄÖ]/giu
const footerStart =
  /^(?:postadress|besöksadress|gatuadress|org\.? ?nr|organisationsnummer|bankgiro|plusgiro|postgiro|webbplats|hemsida|internet|fax|telefax|telefonväxel|kontaktcenter)(?![\p{L}\d]):?/iu

/** An address footer: a line that opens as one, or with two or more of its words. */
function isFooter(line: string): boolean {
  if (line.length > 400 || (line.includes('@') && !footerStart.test(line))) return false
  if (footerStart.test(line)) return true
  const words = line.match(footerWords)?.map((word) => word.toLowerCase()) ?? []
  return new Set(words).size >= 2 && !/^(?:handläggare|vår referens|referens|kontaktperson)/i.test(line)
}

function isFooterTail(line: string): boolean {
  return (
    line.length < 90 &&
    /^(?:box \d|(?:e-?post|telefon|växel|fax|webb|www)(?![\p{L}\d]).{0,60}$|\S{3,40}\.(?:se|nu|com)$|\d{3} ?\d{2} \p{L}|.{0,30}(?<![\p{L}\d])www\.|[+\d][\d\s-]{5,}$|\p{L}[\p{L} ]{2,30} \d{1,3}[A-Z]?$)/iu.test(
      line,
    )
  )
}

type Reading = {
  readonly lines: Line[]
  readonly furniture: string[]
  readonly seen: Set<string>
  gap: boolean
  after: Furniture | null
}

/** Lines without their furniture. */
export function tidy(text: string): Tidied {
  const reading: Reading = { lines: [], furniture: [], seen: new Set(), gap: false, after: null }
  for (const raw of plain(text).split('\n')) {
    if (raw === '\f') turnPage(reading)
    else takeLine(reading, withoutMarkup(raw))
  }
  return { lines: reading.lines, furniture: reading.furniture, cut: text.length > longest }
}

function turnPage(reading: Reading): void {
  reading.gap = true
  reading.after ??= 'sheet'
}

function takeLine(reading: Reading, bare: string): void {
  if (bare === '') {
    reading.gap = true
    return
  }
  const kind = furnitureOf(bare, reading.after, reading.seen)
  if (kind !== null) return setAside(reading, bare, kind)
  const line = withoutPageMark(bare, reading.furniture)
  const runningHead = line !== bare && reading.seen.has(line.toLowerCase())
  if (line === '' || runningHead) {
    reading.after = 'page'
    return
  }
  keepLine(reading, line)
  reading.after = line !== bare && reading.lines.length > 12 ? 'page' : null
}

function keepLine(reading: Reading, line: string): void {
  // A paragraph that goes on after a page's end has no gap in it.
  const goesOn = reading.after !== null && /^\p{Ll}/u.test(line)
  reading.lines.push({ text: line, gap: reading.gap && !goesOn })
  for (const part of [line, ...partsOf(line)]) reading.seen.add(part.toLowerCase())
  reading.gap = false
}

function setAside(reading: Reading, line: string, kind: Furniture): void {
  reading.furniture.push(line)
  // The street, and the office's name over it, were taken for text until the box or the postcode came.
  if (reading.after === null && postal.test(line)) {
    const street = reading.lines.at(-1)
    if (street !== undefined && /^\p{Lu}[\p{L} .]{2,30} \d{1,3} ?[A-Z]?$/u.test(street.text)) {
      reading.furniture.push(street.text)
      reading.lines.pop()
      const office = reading.lines.at(-1)
      if (
        office?.gap === true &&
        reading.lines.length > 12 &&
        !street.gap &&
        /(?:förvaltning|kontor)(?:en|et)?$/iu.test(office.text)
      )
        reading.lines.pop()
    }
  }
  reading.after = kind
}

/** "Box 8136", "104 20 Stockholm" on a line of its own. */
const postal = /^(?:box \d{1,5}$|\d{3} ?\d{2} \p{Lu}[\p{L} ]{2,30}$)/iu

/** `sheet`: a new page begins, with no mark on the one before. */
type Furniture = 'footer' | 'stamp' | 'page' | 'sheet'

/** What stands side by side on a line. */
function partsOf(line: string): string[] {
  return line
    .split(/\t| [·|•] /)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The head of the first page again, shortened: "Servicenämnden   Tjänsteskrivelse · SN-2023-1541". */
function isRunningHead(line: string, seen: ReadonlySet<string>): boolean {
  const parts = partsOf(line)
  return line.length < 160 && parts.length > 1 && parts.every((part) => isSeen(part.toLowerCase(), seen))
}

function isSeen(part: string, seen: ReadonlySet<string>): boolean {
  if (seen.has(part)) return true
  const isNumber = /\d[-/:. ]?\d/.test(part) && part.length < 40
  return isNumber && [...seen].some((line) => line.length < 200 && line.endsWith(part))
}

function furnitureOf(line: string, after: Furniture | null, seen: ReadonlySet<string>): Furniture | null {
  if (isPageMark(line)) return 'page'
  if (stamp.test(line)) return 'stamp'
  if (isFooter(line) || postal.test(line)) return 'footer'
  return after !== null && followsOn[after](line, seen) ? after : null
}

/** What goes on from the furniture above: the day of a stamp, the rest of an address, the running head after a page number. */
const followsOn: Readonly<Record<Furniture, (line: string, seen: ReadonlySet<string>) => boolean>> = {
  stamp: (line) => /^\d{4}-\d\d-\d\d$/.test(line),
  footer: isFooterTail,
  page: (line, seen) => (line.length < 80 && seen.has(line.toLowerCase())) || isRunningHead(line, seen),
  sheet: isRunningHead,
}

function withoutPageMark(line: string, furniture: string[]): string {
  let rest = line
  const start = pageAtStart.exec(rest)
  if (start !== null) {
    furniture.push(start[0].trim())
    rest = rest.slice(start[0].length)
  }
  const end = pageAtEnd.exec(rest)
  if (end !== null && Number(end[1]) <= Number(end[2])) {
    furniture.push(end[0].trim())
    rest = rest.slice(0, end.index)
  }
  return rest.trim()
}
