/** What reading a Word and an OpenDocument file have in common. No file takes longer to read than it is long. */

import { UnreadableFile } from '../../../kernel/file-text.ts'

/** Nobody writes in a table in a table this deep; a file that does is made to take for ever. */
const deepest = 100

/** Throws `UnreadableFile` for what stands in itself too many times over. */
export function deeper<T>(inside: T[], one: T, fileName: string): void {
  if (inside.length >= deepest) throw new UnreadableFile('too-large', fileName)
  inside.push(one)
}

/** More than this in one answer is no answer to a referral. */
export const mostPassages = 5000

/** Keeps what was found. Throws `UnreadableFile` as soon as it is more than any answer has. */
export function keep<T>(found: T[], one: T, fileName: string): void {
  if (found.length >= mostPassages) throw new UnreadableFile('too-large', fileName)
  found.push(one)
}

/** A content control: what it is called, and whether what it shows is only a hint. One inside another has what that has. */
export type Control = { tag: string | null; isHint: boolean }

export function innermost(controls: readonly Control[]): Control {
  return controls.at(-1) ?? { tag: null, isHint: false }
}

/** A row of a table, each cell the lines in it. */
export type Row = string[][]

/** Writes a line in the cell one is in; false where there is none. */
export function writeInCell(row: Row | undefined, line: string): boolean {
  const cell = row?.at(-1)
  if (cell === undefined) return false
  if (line !== '') cell.push(line)
  return true
}

/** The cells of a row that has ended; null for one that says nothing. */
export function cellsOf(row: Row | undefined): string[] | null {
  const cells = row?.map((lines) => lines.join('\n')) ?? []
  return cells.every((cell) => cell.trim() === '') ? null : cells
}
