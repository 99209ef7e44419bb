/** How the parts of an answer read where they are shown and not written. */

import { html, type Html } from '../../../kernel/html.ts'
import { isEmpty, richText, toHtml } from '../../../kernel/rich-text.ts'
import { capital, clockText, dayText, facts } from '../../../kernel/ui/index.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { itemLines, itemsOf, stanceLabel, statementAnswer, type StatementAnswer } from '../../drafting/index.ts'
import { decidedByLabel } from '../../referral/index.ts'
import { outsideKey, whole, wholeKey, type CellKey, type Writer } from '../model.ts'
import { text } from '../text.ts'

/** What stands in a cell; says so when it is empty. */
export function cellWords(key: CellKey, value: unknown): Html {
  if (key === wholeKey) return wholeWords(value)
  if (key === outsideKey) return richWords(value)
  const answer = statementAnswer.safeParse({ number: 1, kind: 'text', question: '', ...objectOf(value) })
  return answer.success ? answerWords(answer.data) : html`<p class="k-quiet">${text.rival.empty}</p>`
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

export function answerWords(answer: StatementAnswer): Html {
  const lines = [
    ...(answer.stance === 'none' ? [] : [stanceLabel(answer.stance)]),
    ...itemLines(itemsOf(answer)).map(({ label, value }) => `${label}: ${value}`),
  ]
  const isNothing = lines.length === 0 && isEmpty(answer.text)
  if (isNothing) return html`<p class="k-quiet">${text.rival.empty}</p>`
  return html`${lines.length > 0 && html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}${toHtml(answer.text)}`
}

function richWords(value: unknown): Html {
  const read = richText.safeParse('text' in objectOf(value) ? Reflect.get(objectOf(value), 'text') : '')
  if (!read.success || isEmpty(read.data)) return html`<p class="k-quiet">${text.rival.empty}</p>`
  return toHtml(read.data)
}

function wholeWords(value: unknown): Html {
  const { stance, decidedBy, decidedOn, paragraph, reservations } = whole.parse(value)
  return facts([
    { term: text.write.stance, value: stanceLabel(stance) },
    { term: text.write.decidedBy, value: decidedBy === null ? null : capital(decidedByLabel(decidedBy)) },
    { term: text.write.decidedOn, value: decidedOn },
    { term: text.write.paragraph, value: paragraph },
    { term: text.write.reservations, value: reservations },
  ])
}

/** "tis 19 dec 2023 10.42", to stand inside a sentence. */
export function whenText(at: Date): string {
  return `${dayText(swedishDay(at))} ${clockText(at)}`
}

/** What a question's part of the page is called in its address. */
export function questionPart(number: number): string {
  return `fraga-${number}`
}

/** Where somebody writes on a link. */
export function writePath(token: string, { id }: Pick<Writer, 'id'>): string {
  return `/svar/${token}/skriv/${id}`
}
