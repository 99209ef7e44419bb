/** The pieces that every way of seeing the compilation is made of: a position, a standing, the decided words. */

import { html, type Html } from '../../../kernel/html.ts'
import { toHtml } from '../../../kernel/rich-text.ts'
import { capital, dateText, dayText, disclosure, status, type StatusKind } from '../../../kernel/ui/index.ts'
import { fileLine, itemLines, stanceLabel, type Stance } from '../../drafting/index.ts'
import { caseHref, recordHref } from '../../registry/index.ts'
import {
  beginning,
  isMarked,
  membersLines,
  standingOf,
  statusOf,
  type Cell,
  type CompiledAnswer,
  type CompiledBody,
  type CompiledRound,
} from '../model.ts'
import { text } from '../text.ts'
import { text as markedText } from '../text/marked.ts'

/** Words that are as long as this stand whole in the matrix; longer ones open. */
const mostInCell = 260

const shapes: Readonly<Record<Stance, StatusKind>> = {
  support: 'done',
  support_partly: 'waiting',
  oppose: 'stopped',
  no_objection: 'planned',
  abstain: 'draft',
  none: 'planned',
}

/** The position of a whole answer; of a marked one that it is. */
export function answerTag(answer: CompiledAnswer): Html {
  return isMarked(answer) ? status('stopped', markedText.short) : stanceTag(answer.stance)
}

/** The position as a word with a shape; nothing where none was taken. */
export function stanceTag(stance: Stance): Html {
  return stance === 'none' ? html`` : status(shapes[stance], stanceLabel(stance))
}

export function bodyStatus(body: CompiledBody, { round, today }: { round: CompiledRound; today: string }): Html {
  const { kind, label } = statusOf(body, { answerBy: round.answerBy, today })
  return status(kind, label)
}

/** Who decided it, with § and day. */
export function standingLine(answer: CompiledAnswer): Html {
  return html`<span class="k-quiet">${standingOf(answer, dayText).replaceAll('§ ', '§\u00a0')}</span>`
}

/** Who else has decided these words, with § and day (I-18). */
export function membersOf(body: CompiledBody): Html {
  const lines = membersLines(body, dayText)
  return html`${lines.map((line) => html`<br /><span class="k-quiet">${line.replaceAll('§ ', '§\u00a0')}</span>`)}`
}

/** Why an answer has no words here: they are not for all, they stand at the one that wrote them, or there are none. */
export function whyEmpty({ joint, answer }: CompiledBody): string {
  if (answer !== null && isMarked(answer)) return markedText.cell
  return joint === undefined ? text.notOnThis : text.joint.see(joint.name)
}

/** Said before every word of a draft, wherever it stands (I-24). */
export function draftMark(): Html {
  return status('draft', text.draftMark)
}

/** How far a body that has not answered has come, and when it is expected. */
export function expectedLine(body: CompiledBody, today: string): Html {
  if (body.answer !== null || body.boardOn === null) return html``
  return html`<span class="k-quiet">${text.column.boardOn} ${dateText(body.boardOn, today)}</span>`
}

export function caseLink(body: CompiledBody): Html {
  if (body.referenceNumber === null) return html``
  return html`<a class="k-number" href="${caseHref({ referenceNumber: body.referenceNumber })}">${body.referenceNumber}</a>`
}

/** The statement and the extract as they came in. */
export function sourceLinks({ statementRecordId, extractRecordId }: CompiledAnswer): Html {
  const links = [
    ...(statementRecordId === null ? [] : [{ id: statementRecordId, label: text.statement }]),
    ...(extractRecordId === null ? [] : [{ id: extractRecordId, label: text.extract }]),
  ]
  return html`${links.map(({ id, label }, index) => html`${index > 0 && ' · '}<a href="${recordHref({ id })}">${label}</a>`)}`
}

export function reservationsOf(answer: CompiledAnswer, isOpen: boolean): Html {
  if (answer.reservations === null) return html``
  return disclosure({ summary: text.reservations, body: html`<p>${answer.reservations}</p>`, open: isOpen })
}

/** Of those who have decided the same words: theirs follow where the words stand (I-25). */
export function reservationsOfMembers({ members = [] }: CompiledBody): Html {
  return html`${members.map(({ name, answer }) =>
    answer === null || answer.reservations === null
      ? ''
      : disclosure({
          summary: text.joint.reservations(capital(name)),
          body: html`<p>${answer.reservations}</p>`,
          open: false,
        }),
  )}`
}

/** The decided words in a cell: whole when short, else how they begin and the rest one press away. */
export function cellWords(cell: Cell): Html {
  const isLong = cell.plain.trim().length > mostInCell
  const words = isLong
    ? html`<p lang="sv">${beginning(cell.plain)}</p>
        ${disclosure({ summary: text.readAll, body: fullText(cell) })}`
    : fullText(cell)
  return html`${stanceTag(cell.stance)}${words}${typedItems(cell)}`
}

export function fullText(cell: Cell): Html {
  return cell.plain.trim() === '' ? html`` : html`<div lang="sv">${toHtml(cell.text, { heading: 4 })}</div>`
}

export function typedItems(cell: Cell): Html {
  const { files = [], ...rest } = cell.items
  const lines = itemLines(rest)
  if (lines.length + files.length === 0) return html``
  return html`<ul class="k-plain">
    ${lines.map(({ label, value }) => html`<li><span class="k-quiet">${label}:</span> ${value}</li>`)}
    ${files.length > 0 && html`<li><span class="k-quiet">${text.files(files.length)}:</span></li>`}
    ${files.map((file) => html`<li>${fileLink(fileLine(file), { ...cell, sha256: file.sha256 })}</li>`)}
  </ul>`
}

/** A file that came with the answer, as the reader may read the record that has it. */
function fileLink(words: string, { recordId, sha256 }: Pick<Cell, 'recordId' | 'sha256'>): Html {
  return recordId === null ? html`${words}` : html`<a href="/handlingar/${recordId}/innehall/${sha256}">${words}</a>`
}
