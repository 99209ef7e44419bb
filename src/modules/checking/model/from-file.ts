/** A memo that was read from a file, as something to check. */

import type { ReadMemo } from '../../reading/index.ts'
import type { Piece, Written } from './written.ts'

/** @param whole all the text of the file: what is not in any part is running text. */
export function writtenFrom(memo: ReadMemo, whole: string): Written {
  const { warnings: _, ...parts } = memo
  const pieces = [
    ...one('title', 'title', memo.title),
    ...one('reference', 'reference.name', memo.reference.name),
    ...one('summary', 'summary', memo.summary),
    ...many('proposals', 'proposals[]', memo.proposals),
    ...many('basis', 'basis', memo.basis),
    ...many('sendTo', 'sendTo', memo.sendTo),
    ...many(
      'responsible',
      'responsible[]',
      memo.responsible.map(({ name, role }) => [name, role].join(', ')),
    ),
  ]
  return {
    kind: 'memo',
    memo: parts,
    whole,
    headings: [],
    open: [],
    beside: [],
    isStanceOpen: false,
    pieces: [...pieces, ...rest(memo, whole)],
  }
}

function one(part: Piece['part'], field: string, text: string | null): Piece[] {
  return text === null ? [] : [{ part, field, at: 0, text }]
}

function many(part: Piece['part'], field: string, texts: readonly string[]): Piece[] {
  return texts.map((text, at) => ({ part, field, at, text }))
}

/** Lines that no part has. */
function rest(memo: ReadMemo, whole: string): Piece[] {
  const taken = [
    memo.title,
    memo.summary,
    ...memo.proposals,
    ...memo.basis,
    ...memo.sendTo,
    ...memo.responsible.map(({ name }) => name),
  ].flatMap((part) => (part === null ? [] : [alike(part)]))
  const all = taken.join(' ')
  const lines = whole
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line) => isRunning(line) && !all.includes(alike(line)) && !taken.some((part) => alike(line).includes(part)),
    )
  return lines.length === 0 ? [] : [{ part: 'body', field: 'body', at: 0, text: lines.join('\n') }]
}

/** Longer than a heading, a name or a line of the head. */
function isRunning(line: string): boolean {
  return line.length > 60
}

function alike(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
