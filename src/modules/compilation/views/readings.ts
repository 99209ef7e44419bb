/** The same words read the other ways: one question at a time, and one body at a time. */

import { html, type Html } from '../../../kernel/html.ts'
import { chips, dayText, emptyState, section, table } from '../../../kernel/ui/index.ts'
import { stanceLabel } from '../../drafting/index.ts'
import { recordHref } from '../../registry/index.ts'
import { cellAt, isMarked, outside, saysSomething, totalsOf, type CompiledRow } from '../model.ts'
import { text } from '../text.ts'
import { text as markedText } from '../text/marked.ts'
import { addressOf, nothingHere, type Shown } from './frame.ts'
import {
  answerTag,
  bodyStatus,
  caseLink,
  draftMark,
  expectedLine,
  fullText,
  membersOf,
  reservationsOfMembers,
  reservationsOf,
  sourceLinks,
  stanceTag,
  standingLine,
  typedItems,
  whyEmpty,
} from './parts.ts'

/** Number 0 is what stands outside the questions. */
export function questionView(shown: Shown, number: number): Html {
  const question = shown.questions.find((one) => one.number === number)
  const id = question?.id ?? outside
  const answered = shown.rows.filter((row) => saysSomething(cellAt(row, id)))
  const { marked } = shown.counts
  const title = question === undefined ? text.outside : text.questionLine(question.number, question.text)
  return html`${questionChips(shown, question?.number ?? 0)}
    ${section({
      title,
      count: answered.reduce((sum, row) => sum + behind(row), 0),
      body: html`${totalsLine(answered, id)}${
        answered.length > 0
          ? answered.map((row) => answerCard(row, id))
          : marked === 0 && nobodyYet(question === undefined)
      }${marked > 0 && html`<p>${markedText.count(marked)}.</p>`}${shown.rows.map((row) => draftCard(row, id))}`,
    })}
    ${unansweredList(shown)}`
}

function questionChips({ round, questions }: Shown, current: number): Html {
  const numbers = [...questions.map(({ number }) => number), 0]
  return chips(
    numbers.map((number) => ({
      label: number === 0 ? text.outside : text.question(number),
      href: addressOf(round, { vy: 'fraga', fraga: String(number) }),
      current: number === current,
    })),
    text.column.question,
  )
}

/** How many have decided the words of a row: the one that wrote them, and those who answer together with it (I-18). */
function behind({ members = [] }: CompiledRow): number {
  return 1 + members.length
}

function totalsLine(rows: readonly CompiledRow[], id: string | null): Html {
  const totals = totalsOf(
    rows.flatMap((row) => Array.from({ length: behind(row) }, () => cellAt(row, id)?.stance ?? 'none')),
  ).filter(({ stance }) => stance !== 'none')
  if (totals.length === 0) return html``
  return html`<p>${totals.map(({ stance, count }) => text.total(stanceLabel(stance), count)).join(' · ')}</p>`
}

function nobodyYet(isOutside: boolean): Html {
  return html`<p>${isOutside ? text.paper.nobodyOutside : text.paper.nobodyOnThis}</p>`
}

function answerCard(row: CompiledRow, id: string | null): Html {
  const cell = cellAt(row, id)
  if (cell === undefined || row.answer === null) return html``
  return html`<article>
    <h3>${row.name}</h3>
    <p>${stanceTag(cell.stance)} ${standingLine(row.answer)} ${caseLink(row)}${membersOf(row)}</p>
    ${fullText(cell)}${typedItems(cell)}${reservationsOf(row.answer, false)}${reservationsOfMembers(row)}
  </article>`
}

/** A draft stands after what is decided, with what it is before its words (I-24). */
function draftCard(row: CompiledRow, id: string | null): Html {
  const cell = row.draft?.cells.find(({ questionId }) => questionId === id)
  if (!saysSomething(cell)) return html``
  return html`<article>
    <h3>${row.name}</h3>
    <p>${draftMark()} ${caseLink(row)}</p>
    ${fullText(cell)}${typedItems(cell)}
  </article>`
}

/** Those who have said nothing yet stand below, with how far they have come. */
function unansweredList(shown: Shown): Html {
  const rows = shown.rows.filter((row) => row.answer === null)
  if (rows.length === 0) return html``
  return section({
    title: text.unanswered(rows.length),
    body: html`<p>${text.ofThem(rows.filter(({ isMandatory }) => isMandatory).length)}</p>
    <ul class="k-plain">${rows.map((row) => html`<li>${row.name} ${bodyStatus(row, shown)} ${expectedLine(row, shown.today)}</li>`)}</ul>`,
  })
}

export function bodiesView(shown: Shown): Html {
  const { column } = text
  const last = shown.rows.at(-1)
  return table({
    caption: text.bodiesCaption,
    columns: [
      { key: 'body', head: column.body },
      { key: 'status', head: column.status },
      { key: 'stance', head: column.stance },
      { key: 'decidedBy', head: column.decidedBy },
      { key: 'reference', head: column.reference },
    ],
    rows: shown.rows.map((row) => ({
      href: addressOf(shown.round, { vy: 'instans', instans: row.id }),
      cells: {
        body: row.name,
        status: html`${bodyStatus(row, shown)} ${expectedLine(row, shown.today)}`,
        stance: row.answer === null ? '' : answerTag(row.answer),
        decidedBy: row.answer === null ? '' : standingLine(row.answer),
        reference: row.referenceNumber,
      },
    })),
    empty: nothingHere(shown.round),
    more: shown.hasMore && last !== undefined ? addressOf(shown.round, { vy: 'instans', efter: last.id }) : undefined,
  })
}

/** All that one body has said, in the order of the questions. */
export function bodyView(shown: Shown, row: CompiledRow): Html {
  const back = html`<p><a href="${addressOf(shown.round, { vy: 'instans' })}">${text.allBodies}</a></p>`
  const { answer } = row
  if (answer === null) {
    const state = emptyState({
      title: row.name,
      text: html`${bodyStatus(row, shown)} ${expectedLine(row, shown.today)}`,
    })
    return html`${back}${state}${draftOf(shown, row)}`
  }
  const columns = [
    ...shown.questions.map(({ id, number, text: words }) => ({ id, head: text.questionLine(number, words) })),
    { id: outside, head: text.outside },
  ]
  return html`${back}
    ${section({
      title: row.name,
      body: html`<p>${answerTag(answer)} ${standingLine(answer)} ${caseLink(row)}${membersOf(row)}</p>
        <p>${bodyStatus(row, shown)} ${sourceLinks(answer)}</p>
        ${reservationsOf(answer, true)}
        ${isMarked(answer) ? html`<p>${markedText.cell}.</p>` : columns.map(({ id, head }) => bodyAnswer(row, id, head))}`,
    })}`
}

function draftOf(shown: Shown, { draft }: CompiledRow): Html {
  if (draft === null) return html``
  const columns = [
    ...shown.questions.map(({ id, number, text: words }) => ({ id, head: text.questionLine(number, words) })),
    { id: outside, head: text.outside },
  ]
  return section({
    title: text.draftMark,
    body: html`<p>${text.draftSent(dayText(draft.sentOn))} <a href="${recordHref({ id: draft.recordId })}">${text.statement}</a></p>
      ${columns.map(({ id, head }) => {
        const cell = draft.cells.find(({ questionId }) => questionId === id)
        return (
          saysSomething(cell) &&
          html`<article><h3>${head}</h3><p>${draftMark()} ${stanceTag(cell.stance)}</p>${fullText(cell)}${typedItems(cell)}</article>`
        )
      })}`,
  })
}

function bodyAnswer(row: CompiledRow, id: string | null, head: string): Html {
  const cell = cellAt(row, id)
  return html`<article>
    <h3>${head}</h3>
    ${
      saysSomething(cell)
        ? html`<p>${stanceTag(cell.stance)}</p>
            ${fullText(cell)}${typedItems(cell)}`
        : html`<p class="k-quiet">${whyEmpty(row)}</p>`
    }
  </article>`
}
