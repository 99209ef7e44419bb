/** The compilation as a workbook: the matrix, every answer on a row of its own, and the bodies. Pure. */

import type { Sheet, SheetValue } from '../../../kernel/documents/index.ts'
import { itemLabels, itemLines, stanceLabel } from '../../drafting/index.ts'
import { text } from '../text.ts'
import { text as markedText } from '../text/marked.ts'
import {
  cellAt,
  decidedByWords,
  outside,
  saysSomething,
  statusOf,
  type Cell,
  type Compilation,
  type CompiledBody,
  type CompiledRow,
} from './compilation.ts'
import { isMarked, positionOf } from './marked.ts'

const width = { name: 32, short: 16, text: 60 }

/** `today` is an ISO day. */
export function sheetsOf(compilation: Compilation, today: string): Sheet[] {
  return [matrixSheet(compilation, today), answersSheet(compilation, today), bodiesSheet(compilation, today)]
}

type Column = { readonly head: string; readonly id: string | null }

function columnsOf({ questions }: Compilation): Column[] {
  return [
    ...questions.map(({ id, number, text: words }) => ({ head: `${number}. ${words}`, id })),
    { head: text.outside, id: outside },
  ]
}

function matrixSheet(compilation: Compilation, today: string): Sheet {
  const columns = columnsOf(compilation)
  return {
    name: text.sheet.matrix,
    columns: [
      { head: text.column.body, width: width.name },
      { head: text.column.status, width: width.name },
      { head: text.column.stance, width: width.short },
      ...columns.map(({ head }) => ({ head, width: width.text })),
    ],
    rows: compilation.rows.map((row) => [
      row.name,
      statusOf(row, { answerBy: compilation.round.answerBy, today }).label,
      positionOf(row),
      ...columns.map(({ id }) => cellWords(cellAt(row, id)) ?? elsewhere(row) ?? draftWords(row, id)),
    ]),
  }
}

/** Position, words and typed items together, for one who reads across. */
function cellWords(cell: Cell | undefined): string | null {
  if (!saysSomething(cell)) return null
  const items = itemLines(cell.items).map(({ label, value }) => `${label}: ${value}`)
  const stance = cell.stance === 'none' ? [] : [stanceLabel(cell.stance)]
  return [...stance, cell.plain, ...items].filter((line) => line !== '').join('\n')
}

/** Of one that has decided another's words: at whom they stand (I-18); of a marked statement that it is. */
function elsewhere({ joint, answer }: CompiledRow): string | null {
  if (answer !== null && isMarked(answer)) return markedText.cell
  return joint === undefined ? null : text.joint.see(joint.name)
}

/** Of a body that has sent a draft before its decision, marked as what it is (I-24). */
function draftWords({ draft }: CompiledRow, questionId: string | null): string | null {
  const words = cellWords(draft?.cells.find((cell) => cell.questionId === questionId))
  return words === null ? null : `[${text.draftMark}] ${words}`
}

function answersSheet(compilation: Compilation, today: string): Sheet {
  const { column } = text
  return {
    name: text.sheet.answers,
    columns: [
      { head: column.body, width: width.name },
      { head: column.reference },
      { head: column.status, width: width.name },
      ...standingHeads(),
      { head: column.number, width: 8 },
      { head: column.question, width: width.name },
      { head: column.stance },
      { head: column.text, width: width.text },
      ...itemLabels().map((head) => ({ head, width: width.name })),
      { head: column.hash, width: width.short },
    ],
    rows: compilation.rows.flatMap((row) => answerRows(compilation, { row, today })),
  }
}

function standingHeads() {
  const { decidedBy, paragraph, decidedOn, reservations } = text.column
  return [
    { head: decidedBy },
    { head: paragraph, width: 8 },
    { head: decidedOn, width: 12 },
    { head: reservations, width: 30 },
  ]
}

function standing({ answer }: CompiledBody): SheetValue[] {
  if (answer === null) return [null, null, null, null]
  return [decidedByWords(answer.decidedBy), answer.paragraph, dayValue(answer.decidedOn), answer.reservations]
}

function dayValue(iso: string | null): Date | null {
  return iso === null ? null : new Date(`${iso}T00:00:00Z`)
}

/** One row per question, also where nothing was said: a gap is seen, never left out. */
function answerRows(compilation: Compilation, { row, today }: { row: CompiledRow; today: string }): SheetValue[][] {
  const status = statusOf(row, { answerBy: compilation.round.answerBy, today }).label
  const asked = [...compilation.questions, { id: outside, number: null, text: text.outside }]
  return asked.map(({ id, number, text: words }) => {
    const cell = cellAt(row, id)
    const who = [row.name, row.referenceNumber, status, ...standing(row), number, words]
    if (cell === undefined) return draftOr(row, id, who)
    return [...who, stanceLabel(cell.stance), cell.plain, ...typedValues(cell), cell.sha256]
  })
}

function draftOr(row: CompiledRow, id: string | null, who: SheetValue[]): SheetValue[] {
  const words = elsewhere(row) ?? draftWords(row, id)
  if (words !== null) return [...who, null, words]
  return row.answer === null ? [...who, positionOf(row)] : who
}

function typedValues({ items }: Cell): SheetValue[] {
  const lines = itemLines(items)
  const of = (label: string) =>
    lines
      .filter((line) => line.label === label)
      .map(({ value }) => value)
      .join('\n')
  return itemLabels().map(of)
}

function bodiesSheet({ round, rows }: Compilation, today: string): Sheet {
  const { column } = text
  return {
    name: text.sheet.bodies,
    columns: [
      { head: column.body, width: width.name },
      { head: column.reference },
      { head: column.asked },
      { head: column.status, width: width.name },
      { head: column.stance },
      ...standingHeads(),
      { head: column.arrivedOn, width: 12 },
      { head: column.boardOn, width: 12 },
    ],
    rows: [
      ...rows.map((row) => [
        row.name,
        row.referenceNumber,
        text.recipientKind[row.kind],
        statusOf(row, { answerBy: round.answerBy, today }).label,
        positionOf(row),
        ...standing(row),
        dayValue(row.answer?.arrivedOn ?? null),
        dayValue(row.boardOn),
      ]),
      ...round.notAsked.map((name) => [name, null, null, text.status.notAsked]),
    ],
  }
}
