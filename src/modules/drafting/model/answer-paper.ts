/** How an answer stands on paper: the question, the position, the words, and what was typed beside them. Always in Swedish. Pure. */

import type { Block } from '../../../kernel/documents/index.ts'
import { isEmpty } from '../../../kernel/rich-text.ts'
import { text as statementText } from '../text.ts'
import { text } from '../text/answers.ts'
import type { StatementAnswer } from './answer.ts'
import { fileLine } from './answer-files.ts'
import { amountText, weightOf, yesNoLabel, type AnswerItems, type Weighed } from './items.ts'
import { stanceLabel } from './stance.ts'

const longestHeading = 200

/** One answer with its question as heading. */
export function answerBlocks(answer: StatementAnswer): Block[] {
  const { paper } = statementText
  const isShort = answer.question.length <= longestHeading
  const heading = isShort ? `${answer.number}. ${answer.question}` : paper.question(answer.number)
  return [
    { type: 'heading', level: 1, text: heading },
    ...(isShort ? [] : [paragraph(answer.question)]),
    ...(answer.stance === 'none' ? [] : [paragraph(paper.stance(stanceLabel(answer.stance)))]),
    ...saidBlocks(answer),
    ...(isEmpty(answer.text) ? [] : [{ type: 'text', text: answer.text } as const]),
    ...listedBlocks(answer),
  ]
}

/** Every file that goes along, by name, size and hash. */
export function enclosureLines(answers: readonly StatementAnswer[]): string[] {
  return answers.flatMap(({ number, files = [] }) =>
    files.map((file) => text.enclosure(fileLine(file), number, file.sha256)),
  )
}

function paragraph(words: string): Block {
  return { type: 'paragraph', text: words }
}

/** What answers the question by itself stands before the words about it. */
function saidBlocks({ yesNo, amount, chosen, files = [] }: AnswerItems): Block[] {
  return [
    ...(yesNo === null ? [] : [paragraph(text.answer(yesNoLabel(yesNo)))]),
    ...(amount === null ? [] : [paragraph(text.answer(amountText(amount)))]),
    ...(chosen.length === 0 ? [] : [{ type: 'list', ordered: false, items: chosen } as const]),
    ...(files.length === 0 ? [] : [{ type: 'list', ordered: false, items: files.map(fileLine) } as const]),
  ]
}

function listedBlocks(items: AnswerItems): Block[] {
  return [...processTable(items), ...places(items), ...(items.body === null ? [] : [facts([bodyRow(items.body)])])]
}

function bodyRow(body: string) {
  return { label: text.table.namedBody, value: body }
}

function facts(rows: readonly { label: string; value: string }[]): Block {
  return { type: 'facts', rows }
}

function processTable({ processes }: AnswerItems): Block[] {
  if (processes.length === 0) return []
  const { process, lead, where, period } = text.table
  const isTimed = processes.some((row) => row.period !== '')
  return [
    {
      type: 'table',
      caption: text.table.processes,
      columns: [
        { head: process, width: 3 },
        { head: lead, width: 2 },
        { head: where, width: 2 },
        ...(isTimed ? [{ head: period, width: 2 }] : []),
      ],
      rows: processes.map((row) => [row.name, row.lead, row.where, ...(isTimed ? [row.period] : [])]),
    },
  ]
}

/** Names alone are facts; with priorities or reasons they are a table. */
function places(items: AnswerItems): Block[] {
  const { areas, themes, weighed } = items
  if (weighed.length > 0) return [placeTable(items)]
  const rows = [
    { label: text.items.areas, value: areas.join(', ') },
    { label: text.items.themes, value: themes.join(', ') },
  ].filter(({ value }) => value !== '')
  return rows.length === 0 ? [] : [facts(rows)]
}

function placeTable(items: AnswerItems): Block {
  const { weighed: caption, kind, name, priority, reason, area, theme } = text.table
  const rowsOf = (of: Weighed['of'], names: readonly string[], label: string) =>
    names.map((one) => {
      const why = weightOf(items, { of, name: one })
      return [label, one, why.priority === null ? '' : String(why.priority), why.reason]
    })
  return {
    type: 'table',
    caption,
    columns: [
      { head: kind, width: 1 },
      { head: name, width: 2 },
      { head: priority, width: 1 },
      { head: reason, width: 4 },
    ],
    rows: [...rowsOf('area', items.areas, area), ...rowsOf('theme', items.themes, theme)],
  }
}
