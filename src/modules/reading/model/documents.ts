/** Several documents in one text: an agenda letter before the memo, a statement after it. The memo is the one to read. */

import { headingOf } from './headings.ts'
import { typeOf, typesInside } from './labels.ts'
import { isFirstPage, plain } from './tidy.ts'

export type Chosen = { readonly text: string; readonly others: number }

/** The memo among the documents of a text, or the whole text where it is one. A document begins at its page one. */
export function memoAmong(text: string): Chosen {
  const lines = plain(text).split('\n')
  const starts = lines.flatMap((line, at) => (isFirstPage(line.trim()) ? [startOf(lines, at)] : []))
  const later = [...new Set(starts)].filter(
    (at) => at > 0 && lines.slice(0, at).some((line) => line.trim().length > 40),
  )
  // One page mark far down is the foot of page one, not the head of a new document.
  const headed = (starts[0] ?? 0) < 15
  if (later.length === 0 || !headed) return { text, others: 0 }
  const edges = [0, ...later, lines.length]
  const documents = edges.slice(0, -1).map((from, place) => lines.slice(from, edges[place + 1]))
  const memo = documents.find(isMemo)
  return memo === undefined ? { text, others: 0 } : { text: memo.join('\n'), others: documents.length - 1 }
}

/** The sender's name often stands over the page number. */
function startOf(lines: readonly string[], at: number): number {
  const above = lines[at - 1]?.trim() ?? ''
  return above !== '' && above.length < 40 && !/[.:]$/.test(above) && /(?:stad|kommun|Region .*)$/iu.test(above)
    ? at - 1
    : at
}

function isMemo(lines: readonly string[]): boolean {
  const type =
    lines.some((line) => line.length < 200 && typeOf(line.trim()) !== null) ||
    lines.some((line) => typesInside(line).length > 0)
  const parts = lines.map((line) => headingOf(line.trim())?.part)
  return type && parts.some((part) => part === 'summary' || part === 'proposals')
}
