/** What the bodies considered, added up: consideration × body. Pure. */

import type { Sheet } from '../../../kernel/documents/index.ts'
import { consideredLabel, type Considered } from '../../drafting/index.ts'
import { text } from '../text/considered.ts'

export type ConsideringBody = {
  /** Of the recipient. */
  readonly id: string
  readonly name: string
  readonly referenceNumber: string | null
  readonly hasAnswered: boolean
  /** What its registered memo says; null where there is none to read. */
  readonly said: readonly Considered[] | null
}

export type ConsideredColumn = {
  readonly id: string
  readonly name: string
  /** How many bodies of those with a memo have gone through it, set it aside, said nothing. */
  readonly said: number
  readonly setAside: number
  readonly open: number
}

export type ConsideredMatrix = {
  readonly columns: readonly ConsideredColumn[]
  readonly rows: readonly ConsideringBody[]
}

/** A column for each consideration that somebody has said something of, in the order they stand in the memos. */
export function matrixOf(rows: readonly ConsideringBody[]): ConsideredMatrix {
  const places = new Map<string, { name: string; at: number }>()
  for (const { said } of rows)
    for (const [at, { id, name }] of (said ?? []).entries()) {
      const known = places.get(id)
      places.set(id, { name: known?.name ?? name, at: Math.max(known?.at ?? 0, at) })
    }
  const inOrder = [...places].toSorted((a, b) => a[1].at - b[1].at || a[1].name.localeCompare(b[1].name, 'sv'))
  return { columns: inOrder.map(([id, { name }]) => columnOf(id, name, rows)), rows }
}

function columnOf(id: string, name: string, rows: readonly ConsideringBody[]): ConsideredColumn {
  const told = rows.flatMap(({ said }) => (said === null ? [] : [said.find((one) => one.id === id)]))
  const count = (state: Considered['state']) => told.filter((one) => one?.state === state).length
  return {
    id,
    name,
    said: count('said'),
    setAside: count('set_aside'),
    open: told.filter((one) => one === undefined).length,
  }
}

/** What stands where nothing is said: why not. */
export function silenceOf({ hasAnswered, said }: ConsideringBody): string {
  if (!hasAnswered) return text.notAnswered
  return said === null ? text.outside : text.nothing
}

export function cellOf({ said }: ConsideringBody, id: string): Considered | undefined {
  return said?.find((one) => one.id === id)
}

/** As words, for a cell of a table of values. */
export function cellWords(row: ConsideringBody, id: string): string {
  const cell = cellOf(row, id)
  return cell === undefined ? silenceOf(row) : `${consideredLabel(cell.state)}: ${cell.text}`
}

/** The matrix, and every answer on a row of its own. */
export function sheetsOfConsidered({ columns, rows }: ConsideredMatrix): Sheet[] {
  const matrix: Sheet = {
    name: text.short,
    columns: [
      { head: text.body, width: 32 },
      { head: text.caseNumber },
      ...columns.map(({ name }) => ({ head: name, width: 50 })),
    ],
    rows: rows.map((row) => [row.name, row.referenceNumber, ...columns.map(({ id }) => cellWords(row, id))]),
  }
  const each: Sheet = {
    name: text.said,
    columns: [
      { head: text.body, width: 32 },
      { head: text.caseNumber },
      { head: text.consideration, width: 28 },
      { head: text.state },
      { head: text.said, width: 60 },
    ],
    rows: rows.flatMap((row) =>
      columns.map(({ id, name }) => {
        const cell = cellOf(row, id)
        const state = cell === undefined ? silenceOf(row) : consideredLabel(cell.state)
        return [row.name, row.referenceNumber, name, state, cell?.text ?? null]
      }),
    ),
  }
  return [matrix, each]
}

/** The matrix for a spreadsheet: semicolons and a byte order mark, as Swedish Excel reads it. */
export function csvOfConsidered({ columns, rows }: ConsideredMatrix): Uint8Array {
  const head = [text.body, text.caseNumber, ...columns.map(({ name }) => name)]
  const lines = rows.map((row) => [row.name, row.referenceNumber ?? '', ...columns.map(({ id }) => cellWords(row, id))])
  return new TextEncoder().encode(`\ufeff${[head, ...lines].map(csvLine).join('\r\n')}\r\n`)
}

/** Quoted; what a spreadsheet would run as a formula is made words. */
function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(';')
}
