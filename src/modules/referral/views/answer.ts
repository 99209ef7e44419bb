/** One answer in full: the decided words, the §, what was reserved, and the papers. */

import { html, type Html } from '../../../kernel/html.ts'
import { toHtml } from '../../../kernel/rich-text.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  capital,
  columns,
  dateOnly,
  emptyState,
  facts,
  linkButton,
  pageHead,
  section,
  status,
  statusTag,
  table,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { itemLines, stanceLabel } from '../../drafting/index.ts'
import { caseHref } from '../../registry/index.ts'
import type { Answer, AnswerItems, AnswerPart, Question, Recipient, Round } from '../model.ts'
import { text } from '../text.ts'
import { decidedByLabel, recordLinks, stageStatus } from './labels.ts'

export type AnswerProps = { readonly round: Round; readonly recipient: Recipient; readonly answer: Answer | null }

/** '/remisser/:roundId/svar/:recipientId'. */
export function answerScreen({ round, recipient, answer }: AnswerProps): Screen {
  const t = text.answer
  return {
    title: t.title(recipient.bodyName),
    section: 'referrals',
    width: 'wide',
    body: html`
      ${pageHead({
        title: t.title(recipient.bodyName),
        number: round.referenceNumber,
        over: html`<a href="/remisser/${round.id}">${t.over(round.title)}</a>`,
        status: answer === null ? stageStatus(recipient) : statusTag('done', stanceLabel(answer.stance)),
      })}
      ${answer === null ? nothingYet(round) : columns(partsOf(answer, round.questions), aside(answer))}
    `,
  }
}

function nothingYet(round: Round): Html {
  const t = text.answer
  return emptyState({
    title: t.waitingTitle,
    text: t.waiting,
    action: linkButton({ href: `/remisser/${round.id}`, label: t.back, kind: 'secondary' }),
  })
}

function partsOf(answer: Answer, questions: readonly Question[]): Html {
  if (answer.stance === 'abstain' && answer.parts.length === 0) return html`<p>${text.answer.abstained}</p>`
  const outside = answer.parts.find(({ questionId }) => questionId === null)
  return html`
    ${questions.map((question) =>
      section({
        title: `${question.number}. ${question.text}`,
        id: `fraga-${question.number}`,
        body: partBody(answer.parts.find(({ questionId }) => questionId === question.id)),
      }),
    )}
    ${outside !== undefined && section({ title: text.answer.outside, id: 'utanfor', body: partBody(outside) })}
  `
}

/** The decided text as it was decided, after its stance; what was typed beside it below. */
export function partBody(part: AnswerPart | undefined): Html {
  if (part === undefined) return html`<p class="k-quiet">${text.answer.noText}</p>`
  return html`
    ${part.stance !== 'none' && html`<p><strong>${stanceLabel(part.stance)}</strong></p>`} ${toHtml(part.text)}
    ${itemsBody(part.items)}
  `
}

/** Processes are a table; the rest of what was typed is facts. */
function itemsBody(items: AnswerItems): Html {
  const t = text.answer
  const rest = itemLines({ ...items, processes: [] })
  return html`
    ${
      items.processes.length > 0 &&
      table({
        caption: t.processes,
        columns: [
          { key: 'name', head: t.process },
          { key: 'lead', head: t.lead },
          { key: 'where', head: t.where },
          { key: 'period', head: t.period },
        ],
        rows: items.processes.map((cells) => ({ cells })),
        empty: html``,
      })
    }
    ${rest.length > 0 && facts(rest.map(({ label, value }) => ({ term: label, value })))}
  `
}

function aside(answer: Answer): Html {
  const t = text.answer
  const papers = [
    { recordId: answer.statementRecordId, title: t.statement },
    { recordId: answer.extractRecordId, title: t.extract },
  ].flatMap(({ recordId, title }) => (recordId === null ? [] : [{ recordId, title }]))
  return html`
    ${facts([
      { term: t.stance, value: stanceLabel(answer.stance) },
      { term: t.decidedBy, value: capital(decidedByLabel(answer.decidedBy)) },
      { term: t.decision, value: decisionOf(answer) },
      { term: t.arrived, value: arrival(answer) },
      { term: t.ownCase, value: ownCase(answer) },
    ])}
    ${papers.length > 0 && section({ title: t.documents, body: recordLinks(papers) })}
    ${answer.reservations !== null && section({ title: t.reservations, body: html`<p>${answer.reservations}</p>` })}
  `
}

function decisionOf({ decidedOn, paragraph }: Answer): Html {
  const sign = paragraph !== null && (/^\d+$/.test(paragraph) ? `§ ${paragraph}` : paragraph)
  return html`${decidedOn !== null && dateOnly(decidedOn)} ${sign}`
}

function arrival({ arrivedAt, isLate }: Answer): Html {
  const { late, inTime } = text.answer
  return html`${dateOnly(swedishDay(arrivedAt))} ${isLate ? status('late', late) : html`<span class="k-quiet">· ${inTime}</span>`}`
}

function ownCase({ referenceNumber }: Answer): Html | null {
  if (referenceNumber === null) return null
  return html`<a class="k-number" href="${caseHref({ referenceNumber })}">${referenceNumber}</a>`
}
