/** Lines made into entries and paragraphs again: list marks taken off, wrapped lines joined, divided words healed. */

import { joinWords } from './head.ts'
import type { FlatLine } from './flat.ts'

/** A dash, a bullet, a number or a letter that opens an entry. "1 200 kronor" and "2023 års" open none. */
const mark = /^(?:[-–—•*●▪◦○·▫‣❖✓>]|o(?= \p{Lu})|\(?\d{1,2}[.)](?!\d)|\(?[a-hA-H]\)|att ?-?satser:)\s*(?=\S|$)/u
/** "att 1 avge yttrande" */
const numberedClause = /^att ?\d{1,2}[.:)]?\s+(?=\p{Ll})/iu
const bareNumber = /^(\d{1,2}) (?=\p{Lu})/u
const functionWord =
  /(?:(?<![\p{L}\d])(?:och|om|av|för|i|till|på|med|samt|från|enligt|vid|inom|under|den|det|ett|en|över|gällande|avseende|angående|att|som|eller|år|dnr|kap|nr)|§|[,(–-])$/iu

export type Entry = { readonly text: string; readonly marked: boolean }

type Open = { text: string; marked: boolean; last: string }

/** The entries of a part: one for each mark, or each line that does not carry on the line before. */
export function entriesOf(lines: readonly FlatLine[]): Entry[] {
  const markedList = lines.filter((line) => mark.test(line.text)).length >= Math.max(1, Math.min(2, lines.length / 2))
  const entries: Open[] = []
  let pendingMark = false
  for (const line of lines) {
    const text = line.text.replaceAll('\t', ' ')
    const found = (mark.exec(text) ?? bareNumber.exec(text))?.[0]
    const clause = numberedClause.exec(text)?.[0]
    const rest =
      clause !== undefined
        ? `att ${text.slice(clause.length)}`
        : found === undefined
          ? text
          : text.slice(found.length).trim()
    if (rest === '') {
      pendingMark = true
      continue
    }
    const before = entries.at(-1)
    const opens =
      found !== undefined ||
      pendingMark ||
      before === undefined ||
      !carriesOn(before, { ...line, text: rest }, markedList)
    if (opens) entries.push({ text: rest, marked: found !== undefined || pendingMark, last: text })
    else Object.assign(before, { text: joinWords(before.text, rest), last: text })
    pendingMark = false
  }
  return entries.map(({ text, marked }) => ({ text: healed(text), marked }))
}

function carriesOn(before: Open, line: FlatLine, markedList: boolean): boolean {
  if (/^att\s/iu.test(line.text) && /^att\s/iu.test(before.text)) return false
  if (functionWord.test(before.text) && !/:$/.test(before.text)) return true
  if (line.gap) return /^\p{Ll}/u.test(line.text) && !/^att\s/u.test(line.text) && !/[.:]$/.test(before.text)
  if (markedList && before.marked) return true
  if (/[.:]$/.test(before.text)) return false
  return /^[\p{Ll}(§\d–"”]/u.test(line.text) && !/^att\s/u.test(line.text) && !/^\d{4}-\d\d-\d\d/.test(line.text)
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
