/** Texts whose line ends were lost: the headings stand inside the running text, and are given lines of their own again. */

import { headingOf, headingsInside } from './headings.ts'
import { labelsInside, typesInside } from './labels.ts'
import type { Line } from './tidy.ts'

export type Unfolded = { readonly lines: readonly FlatLine[]; readonly furniture: readonly string[] }

/** `flat`: it comes from running text, so its own line ends say nothing. */
export type FlatLine = Line & { readonly flat?: boolean }

const pageInside = /(?<![\p{L}\d(/§.-])(?:\d{1,3} )?\d{1,3} ?[([]\d{1,3}[)\]](?![\p{L}\d])/gu
const footerInside = /(?<=\s)(?:POSTADRESS|Postadress|BESÖKSADRESS|Besöksadress)(?![\p{L}\d]).*$/u
const stampInside = /(?<![\p{L}])SIGNERAD(?: \d{4}-\d\d-\d\d)?(?![\p{L}])/gu

/** Long lines that hold several headings are opened; all others stay as they are. */
export function unfold(wrapped: readonly Line[]): Unfolded {
  const furniture: string[] = []
  const lines = unwrapped(wrapped)
  const flat = isFlat(lines)
  let page = 0
  const opened = lines.flatMap((line): FlatLine[] => {
    if (!flat && !holdsHeadings(line.text)) return [line]
    page += 1
    const clean = withoutFurniture(line.text, page, furniture)
    return opensAt(clean).map((text, place) => ({ text, gap: place === 0 ? line.gap : true, flat: true }))
  })
  return { lines: opened, furniture }
}

/** Running text that a converter wrapped at some width: not one line is a heading, yet headings stand inside. */
function unwrapped(lines: readonly Line[]): readonly Line[] {
  if (lines.length < 3 || lines.length > 400) return lines
  if (lines.some((line) => headingOf(line.text) !== null)) return lines
  const text = lines.map((line) => line.text).join(' ')
  const strong = headingsInside(text).filter((heading) => heading.strong)
  return strong.length < 2 ? lines : [{ text, gap: true }]
}

function isFlat(lines: readonly Line[]): boolean {
  const size = lines.reduce((sum, line) => sum + line.text.length, 0)
  return size > 250 && size / lines.length > 250 && lines.some((line) => holdsHeadings(line.text))
}

function holdsHeadings(text: string): boolean {
  if (text.length < 120) return false
  const strong = headingsInside(text).filter((heading) => heading.strong).length
  return strong >= 2 || (strong === 1 && (labelsInside(text).length > 0 || typesInside(text).length > 0))
}

function withoutFurniture(text: string, page: number, furniture: string[]): string {
  const drop = (match: string) => {
    furniture.push(match.trim())
    return ' '
  }
  return text
    .replace(footerInside, drop)
    .replace(stampInside, drop)
    .replace(pageInside, drop)
    .replace(new RegExp(`^${page} (?=\\p{Lu})`, 'u'), '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

function opensAt(text: string): string[] {
  const pieces: string[] = []
  let at = 0
  for (const heading of headingsInside(text)) {
    pieces.push(text.slice(at, heading.start), text.slice(heading.start, heading.end))
    at = heading.end
  }
  return [...pieces, text.slice(at)].map((piece) => piece.replace(/^:\s/, '').trim()).filter((piece) => piece !== '')
}
