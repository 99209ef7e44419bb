/** What the text points at, and whether it is there for the one who reads: other cases, attachments. */

import { caseKey, caseNumbersIn } from '../../reading/index.ts'
import { text } from '../text.ts'
import { placeOf, type Found } from './finding.ts'
import type { Known, Written } from './written.ts'

/** The numbers of cases in the text that this municipality could have given, as they are written; its own is not among them. */
export function numbersIn(written: Written, known: Pick<Known, 'prefixes' | 'caseNumber'>): string[] {
  const own = known.caseNumber === null ? null : caseKey(known.caseNumber)
  const ours = written.pieces
    .flatMap(({ text: words }) => caseNumbersIn(words))
    .filter(({ number }) => known.prefixes.includes(prefixOf(number)) && caseKey(number) !== own)
  return [...new Set(ours.map(({ number }) => number))]
}

function prefixOf(number: string): string {
  return /^\p{Lu}+/u.exec(number)?.[0] ?? ''
}

/** One that is hidden is said to be missing, as everywhere. */
export function casesNotThere(written: Written, known: Known): Found[] {
  const missing = new Set(numbersIn(written, known).filter((number) => !known.numbersThere.has(number)))
  return written.pieces.flatMap((piece) =>
    caseNumbersIn(piece.text)
      .filter(({ number }) => missing.has(number))
      .map(({ number, index }) => ({
        code: 'case-not-found',
        message: text.message.noSuchCase(number),
        quote: number,
        place: placeOf(piece, number, index),
      })),
  )
}

/** "Bilaga 3", where neither the basis nor the records of the case name it and there are fewer papers than that. */
export function attachmentsNotThere(written: Written, { records }: Known): Found[] {
  if (records === null) return []
  const listed = written.pieces.filter(({ part }) => part === 'basis').map(({ text: line }) => line)
  const named = new Set([...records, ...listed].flatMap((name) => attachmentNumbers(name).map(({ number }) => number)))
  const most = Math.max(records.length, listed.length)
  const judged = written.pieces.filter(({ part }) => part !== 'basis')
  return judged.flatMap((piece) =>
    attachmentNumbers(piece.text)
      .filter(({ number }) => !named.has(number) && (named.size > 0 || number > most))
      .map(({ number, quote, index }) => ({
        code: 'attachment-not-found',
        message: text.message.noAttachment(number),
        quote,
        place: placeOf(piece, quote, index),
      })),
  )
}

function attachmentNumbers(words: string): { number: number; quote: string; index: number }[] {
  return [...words.matchAll(/(?<!\p{L})bilaga (\d{1,2})(?!\d)/giu)].map((match) => ({
    number: Number(match[1]),
    quote: match[0],
    index: match.index,
  }))
}
