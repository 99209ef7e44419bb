/** Body × question: every body that was asked is a row, whether it has answered or not (I-27). */

import { html, type Drawable, type Html } from '../../../kernel/html.ts'
import { capital, table, type Column, type Row } from '../../../kernel/ui/index.ts'
import { beginning, cellAt, outside, saysSomething, type CompiledRow } from '../model.ts'
import { text } from '../text.ts'
import { addressOf, nothingHere, type Shown } from './frame.ts'
import {
  answerTag,
  bodyStatus,
  caseLink,
  cellWords,
  draftMark,
  membersOf,
  reservationsOf,
  standingLine,
  whyEmpty,
} from './parts.ts'

type Head = { readonly key: string; readonly id: string | null; readonly head: string }

function headsOf({ questions }: Shown): Head[] {
  return [
    ...questions.map(({ id, number, text: words }) => ({
      key: `q${number}`,
      id,
      head: text.questionLine(number, beginning(words, 90)),
    })),
    { key: 'outside', id: outside, head: text.outside },
  ]
}

export function matrixView(shown: Shown): Html {
  const heads = headsOf(shown)
  const columns: Column<string>[] = [
    { key: 'body', head: text.column.body },
    { key: 'overall', head: text.column.overall },
    ...heads.map(({ key, head }) => ({ key, head })),
  ]
  const last = shown.rows.at(-1)
  return table({
    caption: text.matrixCaption(shown.rows.length, shown.counts.asked),
    columns,
    rows: shown.rows.map((row) => matrixRow(shown, row, heads)),
    empty: nothingHere(shown.round),
    scrolls: true,
    more: shown.hasMore && last !== undefined ? addressOf(shown.round, { vy: 'matris', efter: last.id }) : undefined,
  })
}

function matrixRow(shown: Shown, row: CompiledRow, heads: readonly Head[]): Row<string> {
  const cells: Record<string, Drawable> = { body: bodyCell(shown, row), overall: overallCell(row) }
  for (const head of heads) cells[head.key] = questionCell(row, head)
  return { cells, id: `instans-${row.id}`, ...(row.answer === null && { tone: 'quiet' as const }) }
}

function bodyCell(shown: Shown, row: CompiledRow): Html {
  return html`<a href="${addressOf(shown.round, { vy: 'instans', instans: row.id })}">${capital(row.name)}</a><br />
    ${bodyStatus(row, shown)}<br />${caseLink(row)}`
}

function overallCell(row: CompiledRow): Html {
  if (row.answer === null) return row.draft === null ? html`${text.noAnswer}` : draftMark()
  return html`${answerTag(row.answer)}<br />${standingLine(row.answer)}${membersOf(row)}${reservationsOf(row.answer, false)}`
}

function questionCell(row: CompiledRow, head: Head): Html {
  const cell = cellAt(row, head.id)
  const drafted = row.draft?.cells.find(({ questionId }) => questionId === head.id)
  if (saysSomething(drafted)) return html`${draftMark()} ${cellWords(drafted)}`
  if (saysSomething(cell)) return cellWords(cell)
  return html`<span class="k-quiet">${row.answer === null ? text.noAnswer : whyEmpty(row)}</span>`
}
