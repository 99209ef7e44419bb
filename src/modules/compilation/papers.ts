/** The compilation as a document, always in Swedish: it is the language of the authority (språklagen § 10). */

import {
  paperDocx,
  paperPdf,
  sheetXlsx,
  wordType,
  type Block,
  type Cell as PaperCell,
  type Paper,
  type Table,
} from '../../kernel/documents/index.ts'
import { fromText, isEmpty } from '../../kernel/rich-text.ts'
import { capital } from '../../kernel/ui/index.ts'
import { speaking } from '../../kernel/words.ts'
import { itemLines, stanceLabel } from '../drafting/index.ts'
import {
  beginning,
  cellAt,
  countsOf,
  isMarked,
  markedLines,
  membersLines,
  notAskedLine,
  outside,
  positionOf,
  saysSomething,
  sheetsOf,
  standingOf,
  statusOf,
  type Cell,
  type Compilation,
  type CompiledAnswer,
  type CompiledDraft,
  type CompiledRow,
} from './model.ts'
import { text } from './text.ts'
import { text as markedText } from './text/marked.ts'

const longestHeading = 200
const longestReservationInLine = 160
const questionsPerMatrix = 5

/** `today` is the ISO day it is made. Every word that was decided stands in it, and everyone who has not answered. */
export function compilationPaper(compiled: Compilation, today: string): Paper {
  return speaking('sv', () => {
    const compilation = asTheyBegin(compiled)
    const { round, questions } = compilation
    return {
      kind: text.paper.kind,
      title: text.of(round.title),
      language: 'sv',
      sender: { organisation: round.authorityName, unit: null },
      reference: round.referenceNumber,
      head: headOf(compilation, today),
      blocks: [
        ...part(text.paper.state, stateBlocks(compilation)),
        ...part(text.paper.bodies, [bodiesTable(compilation, today)]),
        ...questions.flatMap((question) => questionBlocks(compilation, question)),
        ...part(text.outside, answersOn(compilation, outside, text.paper.nobodyOutside)),
        ...reservationBlocks(compilation),
        ...part(markedText.title, markedBlocks(compilation)),
        ...part(text.paper.missing, missingBlocks(compilation, today)),
        ...matrices(compilation),
      ],
      isDraft: false,
      footer: [],
    }
  })
}

/** Every name of a body begins a heading, a row or a line here. */
function asTheyBegin(compilation: Compilation): Compilation {
  return { ...compilation, rows: compilation.rows.map((row) => ({ ...row, name: capital(row.name) })) }
}

function headOf({ round }: Compilation, today: string): Paper['head'] {
  const { contact } = round
  const field = (label: string, ...lines: (string | null | undefined)[]) => {
    const known = lines.flatMap((line) => (line === null || line === undefined || line === '' ? [] : [line]))
    return known.length === 0 ? [] : [{ label, lines: known }]
  }
  return [
    ...field(text.paper.date, today),
    ...field(text.paper.reference, contact?.name, contact?.title, contact?.email),
    ...field(text.paper.from, round.issuerName),
    ...field(text.paper.sent, round.sentOn),
    ...field(text.paper.answerBy, round.answerBy),
  ]
}

function part(heading: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ type: 'heading', level: 1, text: heading }, ...blocks]
}

function paragraph(words: string): Block {
  return { type: 'paragraph', text: words }
}

function stateBlocks({ round, rows }: Compilation): Block[] {
  const counts = countsOf(rows)
  const late = counts.late > 0 ? ` ${text.late(counts.late)}.` : ''
  const marked = counts.marked > 0 ? ` ${markedText.count(counts.marked)}.` : ''
  const totals = counts.byStance.map(({ stance, count }) => ({ label: stanceLabel(stance), value: String(count) }))
  return [
    paragraph(`${text.counts(counts.asked, counts.answered, counts.remaining)}.${late}${marked}`),
    ...(round.notAsked.length > 0 ? [paragraph(notAskedLine(round.notAsked))] : []),
    ...(round.withoutPosition ? [paragraph(text.paper.withoutPosition)] : []),
    paragraph(text.paper.verbatim),
    ...(totals.length > 0 ? [{ type: 'facts', rows: totals } as const] : []),
  ]
}

function bodiesTable({ round, rows }: Compilation, today: string): Table {
  const { column } = text
  return {
    type: 'table',
    caption: text.bodiesCaption,
    columns: [
      { head: column.body, width: 4 },
      { head: column.status, width: 3 },
      { head: column.stance, width: 2 },
      { head: column.decidedBy, width: 4 },
    ],
    rows: rows.map((row) => [
      row.referenceNumber === null ? row.name : `${row.name} (${row.referenceNumber})`,
      statusOf(row, { answerBy: round.answerBy, today }).label,
      positionOf(row),
      row.answer === null ? '–' : standingOf(row.answer),
    ]),
  }
}

function questionBlocks(compilation: Compilation, question: Compilation['questions'][number]): Block[] {
  const isShort = question.text.length <= longestHeading
  const heading = isShort ? text.questionLine(question.number, question.text) : text.question(question.number)
  const answers = answersOn(compilation, question.id, text.paper.nobodyOnThis)
  return part(heading, isShort ? answers : [paragraph(question.text), ...answers])
}

function answersOn({ rows }: Compilation, questionId: string | null, otherwise: string): Block[] {
  const blocks = rows.flatMap((row) => {
    const cell = cellAt(row, questionId)
    return row.answer !== null && saysSomething(cell) ? bodyBlocks(row, row.answer, cell) : []
  })
  const drafts = rows.flatMap((row) => draftBlocks(row, questionId))
  const marked = countsOf(rows).marked
  const unsaid = marked > 0 ? [paragraph(`${markedText.count(marked)}.`)] : []
  return [...(blocks.length + unsaid.length > 0 ? [...blocks, ...unsaid] : [paragraph(otherwise)]), ...drafts]
}

/** After what is decided, under a heading that says what it is (I-24). */
function draftBlocks({ name, draft }: CompiledRow, questionId: string | null): Block[] {
  const cell = draft?.cells.find((one) => one.questionId === questionId)
  if (draft === null || !saysSomething(cell)) return []
  const items = itemLines(cell.items)
  return [
    { type: 'heading', level: 2, text: text.draftHead(name) },
    paragraph(
      [text.draftSent(draft.sentOn), ...(cell.stance === 'none' ? [] : [stanceLabel(cell.stance)])].join(' · '),
    ),
    ...(isEmpty(cell.text) ? [] : [{ type: 'text', text: cell.text } as const]),
    ...(items.length > 0 ? [{ type: 'facts', rows: items } as const] : []),
  ]
}

function bodyBlocks(row: CompiledRow, answer: CompiledAnswer, cell: Cell): Block[] {
  const stance = cell.stance === 'none' ? [] : [stanceLabel(cell.stance)]
  const reservation = answer.reservations === null ? [] : [reservationInLine(answer.reservations)]
  const items = itemLines(cell.items)
  return [
    { type: 'heading', level: 2, text: row.name },
    paragraph([standingOf(answer), ...membersLines(row), ...stance, ...reservation].join(' · ')),
    ...(isEmpty(cell.text) ? [] : [{ type: 'text', text: cell.text } as const]),
    ...(items.length > 0 ? [{ type: 'facts', rows: items } as const] : []),
  ]
}

function reservationInLine(reservations: string): string {
  return reservations.length <= longestReservationInLine
    ? text.paper.reservation(reservations)
    : text.paper.reservationBelow
}

/** Reservations in full, each once (I-25). */
function reservationBlocks({ rows }: Compilation): Block[] {
  const blocks = rows.flatMap(({ name, answer }): Block[] => {
    if (answer === null || answer.reservations === null) return []
    return [
      { type: 'heading', level: 2, text: name },
      paragraph(standingOf(answer)),
      { type: 'text', text: fromText(answer.reservations) },
    ]
  })
  return part(text.reservations, blocks)
}

/** Nor that a statement is there which cannot be repeated. */
function markedBlocks({ rows }: Compilation): Block[] {
  const items = markedLines(rows)
  return items.length === 0 ? [] : [paragraph(markedText.paper), { type: 'list', ordered: false, items }]
}

/** Who has not answered is never hidden (I-27). */
function missingBlocks({ round, rows }: Compilation, today: string): Block[] {
  const missing = rows.filter((row) => row.answer === null)
  if (missing.length === 0)
    return [paragraph(round.notAsked.length > 0 ? text.paper.allAskedAnswered : text.paper.allAnswered)]
  const items = missing.map((row) => {
    const { label } = statusOf(row, { answerBy: round.answerBy, today })
    const expected = row.boardOn === null ? '' : `, ${text.paper.expected(row.boardOn)}`
    return `${text.paper.missingRow(row.name, label)}${expected}`
  })
  return [{ type: 'list', ordered: false, items }]
}

/** The matrix on turned pages, a few questions at a time so that the columns can be read. */
function matrices(compilation: Compilation): Block[] {
  const columns: { id: string | null; head: string; short: string }[] = [
    ...compilation.questions.map(({ id, number, text: words }) => ({
      id,
      head: `${number}. ${beginning(words, 90)}`,
      short: String(number),
    })),
    { id: outside, head: text.outside, short: text.outside.toLocaleLowerCase('sv') },
  ]
  const groups = Array.from({ length: Math.ceil(columns.length / questionsPerMatrix) }, (_, group) =>
    columns.slice(group * questionsPerMatrix, (group + 1) * questionsPerMatrix),
  )
  return part(
    text.paper.matrix,
    groups.map((group) => ({
      type: 'table',
      caption: text.paper.matrixCaption(spanOf(group.map(({ short }) => short))),
      landscape: true,
      columns: [{ head: text.column.body, width: 3 }, ...group.map(({ head }) => ({ head, width: 4 }))],
      rows: compilation.rows.map((row) => [row.name, ...group.map(({ id }) => matrixCell(row, id))]),
    })),
  )
}

/** "1–4 och utanför frågorna". */
function spanOf(names: readonly string[]): string {
  const numbers = names.filter((name) => /^\d+$/.test(name))
  const ends = [...new Set([numbers[0], numbers.at(-1)])].filter((name) => name !== undefined)
  const others = names.filter((name) => !numbers.includes(name))
  return [ends.length > 0 ? text.questions(ends.join('–')) : '', ...others].filter((part) => part !== '').join(text.and)
}

function matrixCell(row: CompiledRow, questionId: string | null): PaperCell {
  if (row.answer === null) return row.draft === null ? text.status.silent : draftCell(row.draft, questionId)
  if (row.answer.stance === 'abstain' && row.cells.length === 0) return stanceLabel('abstain')
  if (isMarked(row.answer)) return markedText.short
  const cell = cellAt(row, questionId)
  if (!saysSomething(cell)) return row.joint === undefined ? '–' : text.joint.see(row.joint.name)
  const stance = cell.stance === 'none' ? [] : [stanceLabel(cell.stance)]
  const words =
    cell.plain.trim() === ''
      ? itemLines(cell.items)
          .map(({ value }) => value)
          .join('; ')
      : cell.plain
  return [...stance, beginning(words.replace(/\s+/g, ' '))].join(': ')
}

function draftCell({ cells }: CompiledDraft, questionId: string | null): PaperCell {
  const cell = cells.find((one) => one.questionId === questionId)
  return saysSomething(cell) ? `${text.draftMark}: ${beginning(cell.plain.replace(/\s+/g, ' '))}` : text.draftMark
}

export const formats = ['pdf', 'docx', 'xlsx'] as const
export type Format = (typeof formats)[number]

const mediaTypes: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: wordType,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export type MadeFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** The whole compilation as a file, made on the ISO day `today`. */
export async function compilationFile(compilation: Compilation, format: Format, today: string): Promise<MadeFile> {
  const name = speaking('sv', () => text.fileName(compilation.round.referenceNumber))
  return {
    name: `${name.replaceAll('/', '-')}.${format}`,
    mediaType: mediaTypes[format],
    bytes: await bytesOf(compilation, format, today),
  }
}

function bytesOf(compilation: Compilation, format: Format, today: string): Promise<Uint8Array> {
  if (format === 'pdf') return paperPdf(compilationPaper(compilation, today))
  if (format === 'docx') return paperDocx(compilationPaper(compilation, today))
  return speaking('sv', () =>
    sheetXlsx({ title: text.of(compilation.round.title), sheets: sheetsOf(asTheyBegin(compilation), today) }),
  )
}
