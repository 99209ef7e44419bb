/** Lines made into entries and paragraphs again: list marks taken off, wrapped lines joined, divided words healed. */

import type { FlatLine } from './flat.ts'

/** A dash, a bullet, a number or a letter that opens an entry. "1 200 kronor" and "2023 års" open none. */
const mark = /^(?:[-–—•*●▪◦○·▫‣❖✓>]|o(?= \p{Lu})|\(?\d{1,2}[.)](?!\d)|\(?[a-hA-H]\)|att ?-?satser:)\s*(?=\S|$)/u
/** "att 1 avge yttrande" */
const numberedClause = /^att ?\d{1,2}[.:)]?\s+(?=\p{Ll})/iu
const bareNumber = /^(\d{1,2}) (?=\p{Lu})/u
const functionWord =
  /(?:(?<![\p{L}\d])(?:och|om|av|för|i|till|på|med|samt|från|enligt|vid|inom|under|den|det|ett|en|över|gällande|avseende|angående|att|som|eller|år|dnr|kap|nr)|§|[,(–-])$/iu

export type Entry = { readonly text: string; readonly marked: boolean }

type Open = { text: string; marked: boolean }

/** The entries of a part: one for each mark, or each line that does not carry on the line before. */
export function entriesOf(lines: readonly FlatLine[]): Entry[] {
  const markedList = lines.filter((line) => mark.test(line.text)).length >= Math.max(1, Math.min(2, lines.length / 2))
  const entries: Open[] = []
  let markAlone = false
  for (const line of lines) {
    const { rest, marked } = withoutMark(line.text.replaceAll('\t', ' '))
    if (rest === '') {
      markAlone = true
      continue
    }
    const before = entries.at(-1)
    const goesOn =
      !marked && !markAlone && before !== undefined && carriesOn(before, { ...line, text: rest }, markedList)
    if (goesOn) before.text = joinWords(before.text, rest)
    else entries.push({ text: rest, marked: marked || markAlone })
    markAlone = false
  }
  return entries.map(({ text, marked }) => ({ text: healed(text), marked }))
}

/** The words after a list mark; "att 1 avge" keeps its "att". */
function withoutMark(text: string): { readonly rest: string; readonly marked: boolean } {
  const clause = numberedClause.exec(text)?.[0]
  if (clause !== undefined) return { rest: `att ${text.slice(clause.length)}`, marked: mark.test(text) }
  const found = (mark.exec(text) ?? bareNumber.exec(text))?.[0]
  return found === undefined ? { rest: text, marked: false } : { rest: text.slice(found.length).trim(), marked: true }
}

const opensClause = /^att\s/u

function carriesOn(before: Open, line: FlatLine, markedList: boolean): boolean {
  if (/^att\s/iu.test(line.text) && /^att\s/iu.test(before.text)) return false
  if (functionWord.test(before.text)) return true
  if (markedList && before.marked && !line.gap) return true
  if (/[.:]$/.test(before.text) || opensClause.test(line.text)) return false
  return line.gap ? /^\p{Ll}/u.test(line.text) : /^[\p{Ll}(§\d–"”](?!\d{3}-\d\d-\d\d)/u.test(line.text)
}

/** Words with a hyphen left inside them by a converter, as "styr-dokumenten"; ordinary hyphens stay. */
export function healed(text: string): string {
  return text.replace(
    /(?<![\p{L}-])(\p{L}\p{Ll}{3,})-(\p{Ll}{6,})(?![\p{L}-])/gu,
    (whole, left: string, right: string) =>
      /^(?:icke|socio|mellan|över|under|inter|multi|semi|anti|nord|syd|öst|väst|vice|start|online|offline|cirka)$/iu.test(
        left,
      )
        ? whole
        : left + right,
  )
}

/** Paragraphs of running text, with a blank line between them. */
export function paragraphsOf(lines: readonly FlatLine[]): string[] {
  const paragraphs: string[] = []
  let widest = 0
  for (const line of lines) {
    const text = line.text.replaceAll('\t', ' ')
    const before = paragraphs.at(-1)
    const newOne =
      before === undefined ||
      mark.test(text) ||
      (line.gap && !/^\p{Ll}/u.test(text)) ||
      (/[.!?:]$/.test(before) && lineLength(before) < widest * 0.7 && !/^\p{Ll}/u.test(text))
    widest = Math.max(widest, text.length)
    if (newOne) paragraphs.push(text)
    else paragraphs.splice(-1, 1, joinWords(before, text))
  }
  return paragraphs.map(healed)
}

function lineLength(paragraph: string): number {
  return paragraph.length
}

/** Two lines of one text; a word divided at the line's end is made whole. */
export function joinWords(first: string, second: string): string {
  if (
    /\p{Ll}[-‐]$/u.test(first) &&
    /^\p{Ll}/u.test(second) &&
    !/^(?:och|eller|samt|till|respektive|men|som|i)(?![\p{L}\d])/u.test(second)
  )
    return first.slice(0, -1) + second
  if (/\p{Lu}{4}[-‐]$/u.test(first) && /^\p{Lu}{2}/u.test(second)) return first.slice(0, -1) + second
  if (
    /\p{L}[-‐]$/u.test(first) &&
    /^\p{L}/u.test(second) &&
    !/^(?:och|eller|samt|till|respektive)(?![\p{L}\d])/u.test(second) &&
    !/\s[-‐]$/.test(first)
  )
    return first + second
  return `${first} ${second}`
}
