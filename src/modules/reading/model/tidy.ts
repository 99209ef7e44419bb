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
    .replace(/\f/g, '\n\n')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF\0]/g, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\v]/g, ' ')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/\S{301,}/g, (word) => word.slice(0, longestWord))
    .replace(/[.…_]{4,}/g, ' ')
    .replace(/ {3,}/g, '\t')
    .replace(/ {2}/g, ' ')
}

function withoutMarkup(line: string): string {
  const bare = line.trim().replace(/^#{1,6} /, '').replaceAll('**', '').replaceAll('__', '')
  if (!bare.startsWith('|')) return bare.replace(/ ?\t[\t ]*/g, '\t')
  if (/^[|:\- ]+$/.test(bare)) return ''
  return bare.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '').join('\t')
}

const pageMark = '\\d{1,3} ?(?:[(\\[](?:av )?\\d{1,3}[)\\]]|av \\d{1,3}\\b|/ ?\\d{1,3}\\b(?! ?[-/\\d]))'
const pageLine = new RegExp(`^(?:\\d{1,3} )?(?:(?:sida|sidan|sid\\.?|page|s\\.?)[: ]+)?(?:${pageMark}|\\(\\d{1,3}\\))$`, 'i')
const barePageLine = /^(?:(?:sida|sidan|sid\.?)[: ]+\d{1,3}|\d{1,3}|- ?\d{1,3} ?-)$/i
const pageAtStart = /^(?:\d{1,3} )?(?:sida[: ]+)?\d{1,3} ?[([]\d{1,3}[)\]]\s+(?=\S)/i
const pageAtEnd = /\s(?:sida[: ]+)?(\d{1,3}) ?(?:[([]|av )(\d{1,3})[)\]]?$/i
const stamp = /^(?:SIGNERAD|Signerad|SIGNERAT|Digitalt signerad|Elektroniskt signerad|GODKÄND|Dokumentet är (?:elektroniskt|digitalt) (?:signerat|undertecknat))\b(?:.{0,60})$/

export function isPageMark(line: string): boolean {
  return pageLine.test(line) || barePageLine.test(line)
}

export function isFirstPage(line: string): boolean {
  return /(?:^|\s)1 ?[([]\d{1,3}[)\]]$/.test(line)
}

const footerWords =
  /\b(?:postadress|besöksadress|besök|gatuadress|telefonväxel|växel|kontaktcenter|fax|telefax|org\.? ?nr\.?|organisationsnummer|bankgiro|plusgiro|postgiro|webb|webbplats|hemsida|internet|www\.|e-?post|telefon|tfn|postnummer)(?![\p{L}])|\b\d{3} ?\d{2} [A-ZÅÄÖ]/giu
const footerStart = /^(?:postadress|besöksadress|gatuadress|org\.? ?nr|organisationsnummer|bankgiro|plusgiro|postgiro|webbplats|hemsida|internet|fax|telefax|telefonväxel|kontaktcenter)\b:?/iu

/** An address footer: a line that opens as one, or with two or more of its words. */
function isFooter(line: string): boolean {
  if (line.length > 400 || line.includes('@') && !footerStart.test(line)) return false
  if (footerStart.test(line)) return true
  const words = line.match(footerWords)?.map((word) => word.toLowerCase()) ?? []
  return new Set(words).size >= 2 && !/^(?:handläggare|vår referens|referens|kontaktperson)/i.test(line)
}

function isFooterTail(line: string): boolean {
  return line.length < 90 && /^(?:box \d|(?:e-?post|telefon|växel|fax|webb|www)\b.{0,60}$|\d{3} ?\d{2} \p{L}|.{0,30}\bwww\.|[+\d][\d\s-]{5,}$|\p{L}[\p{L} ]{2,30} \d{1,3}[A-Z]?$)/iu.test(line)
}

/** Lines without their furniture. */
export function tidy(text: string): Tidied {
  const furniture: string[] = []
  const lines: Line[] = []
  const seen = new Set<string>()
  let gap = false
  let after: 'footer' | 'stamp' | 'page' | null = null
  for (const raw of plain(text).split('\n')) {
    const bare = withoutMarkup(raw)
    if (bare === '') {
      gap = true
      continue
    }
    const kind = furnitureOf(bare, after, seen)
    if (kind !== null) {
      furniture.push(bare)
      after = kind
      continue
    }
    const line = withoutPageMark(bare, furniture)
    if (line === '' || (line !== bare && seen.has(line.toLowerCase()))) {
      after = 'page'
      continue
    }
    lines.push({ text: line, gap: gap && !(after !== null && /^\p{Ll}/u.test(line)) })
    seen.add(line.toLowerCase())
    gap = false
    after = line !== bare && lines.length > 12 ? 'page' : null
  }
  return { lines, furniture, cut: text.length > longest }
}

type Furniture = 'footer' | 'stamp' | 'page'

function furnitureOf(line: string, after: Furniture | null, seen: ReadonlySet<string>): Furniture | null {
  if (isPageMark(line)) return 'page'
  if (stamp.test(line)) return 'stamp'
  if (isFooter(line)) return 'footer'
  if (after === 'stamp' && /^\d{4}-\d\d-\d\d$/.test(line)) return 'stamp'
  if (after === 'footer' && isFooterTail(line)) return 'footer'
  // The running head comes again after each page number.
  if (after === 'page' && line.length < 80 && seen.has(line.toLowerCase())) return 'page'
  return null
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
