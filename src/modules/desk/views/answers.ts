/** Decided answers beside the one that is written: our own earlier ones, and those of the others now. */

import { html, type Html } from '../../../kernel/html.ts'
import { toHtml } from '../../../kernel/rich-text.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { capital, chips, dateOnly, disclosure, emptyState, status, type StatusKind } from '../../../kernel/ui/index.ts'
import { itemLines, stanceLabel } from '../../drafting/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { FoundItem } from '../../search/index.ts'
import { sourceOf, whyShown, type AskedBefore, type DecidedPart, type Now, type Promised } from '../model/answer.ts'
import { text } from '../text.ts'
import { marked, panelSearch, quotable, quoting } from './panel.ts'

export type QuestionChoice = { readonly number: number; readonly text: string }

/** Which question the panel is about: 0 is what stands outside the questions, null all of them. */
type Chosen = { readonly questions: readonly QuestionChoice[]; readonly number: number | null }

export type EarlierPanelProps = Chosen & {
  readonly theCase: Case
  readonly now: Now
  readonly same: readonly AskedBefore[]
  readonly earlier: readonly DecidedPart[]
  readonly statements: readonly FoundItem[]
  readonly promises: readonly Promised[]
  readonly sought: string
}

const earlierPath = 'underlag/tidigare'
const othersPath = 'underlag/andra'

function questionChips(theCase: Case, path: string, { questions, number }: Chosen & { readonly withAll: boolean }) {
  return questions.map((question) => ({
    label: text.earlier.questionShort(question.number),
    href: `${caseHref(theCase, path)}?fraga=${question.number}`,
    current: question.number === number,
  }))
}

export function earlierPanel(props: EarlierPanelProps): Html {
  const { theCase, same, earlier, sought, questions, number } = props
  const isAlone = earlier.length === 0 && same.length === 0 && props.statements.length === 0
  const all = {
    label: text.earlier.allQuestions,
    href: caseHref(theCase, earlierPath),
    current: number === null && sought === '',
  }
  return html`
    ${panelSearch({ action: caseHref(theCase, earlierPath), label: text.earlier.inside, value: sought })}
    ${questions.length > 1 && chips([all, ...questionChips(theCase, earlierPath, { ...props, withAll: true })], text.earlier.title)}
    <p class="k-help">${sought === '' ? text.earlier.lead : text.earlier.found(sought)}</p>
    ${(earlier.length > 0 || same.some(({ parts }) => parts.length > 0)) && quoting()}
    ${sameList(same)}
    <div data-roving>${earlier.map((part) => oneEarlier(part, props))}</div>
    ${isAlone && nothingEarlier(sought)}
    ${statementList(props)} ${promiseList(props.promises)}
  `
}

/** Before what is only alike: where we were asked in the same matter, and what we said then. */
function sameList(same: readonly AskedBefore[]): Html {
  const [first] = same
  if (first === undefined) return html``
  const { sameAssignment, sameMatter } = text.earlier
  return html`<section class="k-panel-more">
    <h3>${first.assignment === null ? sameMatter : sameAssignment(first.assignment)}</h3>
    <div data-roving>${same.map(oneSame)}</div>
  </section>`
}

function oneSame({
  roundId,
  recipientId,
  title,
  bodyName,
  referenceNumber,
  sentAt,
  isAnswered,
  parts,
}: AskedBefore): Html {
  const sent = sentAt !== null && html`· ${text.earlier.sentOn} ${dateOnly(swedishDay(sentAt))}`
  const [decided] = parts
  return html`<article class="k-panel-answer">
    <h4><a href="/remisser/${roundId}/svar/${recipientId}">${title}</a></h4>
    <p class="k-quiet">
      ${capital(bodyName)} · <a class="k-number" href="${caseHref({ referenceNumber })}">${referenceNumber}</a> ${sent}
    </p>
    <p>${isAnswered ? status('done', text.earlier.weAnswered) : status('waiting', text.earlier.notAnswered)}</p>
    ${
      decided !== undefined &&
      disclosure({
        summary: text.earlier.whatWeSaid,
        body: html`<p class="k-quiet">${decidedLine(decided)}</p>
          ${parts.map((part) => html`<p><strong>${questionLine(part)}</strong></p>${wordsOf(part)}`)}`,
      })
    }
  </article>`
}

function nothingEarlier(sought: string): Html {
  const { none, noneText, noneFound, noneFoundText } = text.earlier
  return sought === ''
    ? emptyState({ title: none, text: noneText, icon: 'inbox' })
    : emptyState({ title: noneFound, text: noneFoundText, icon: 'search' })
}

function questionLine({ question }: DecidedPart): string {
  return question === null ? text.earlier.outside : text.earlier.question(question.number, question.text)
}

function oneEarlier(part: DecidedPart, { now, sought }: EarlierPanelProps): Html {
  return html`<article class="k-panel-answer">
    <h3><a href="/remisser/${part.roundId}/svar/${part.recipientId}">${text.earlier.answered(capital(part.issuerName), part.roundTitle)}</a></h3>
    <p class="k-quiet">${decidedLine(part)}</p>
    ${sought === '' && html`<p class="k-panel-why">${whyShown(part, now)}</p>`}
    <p><strong>${questionLine(part)}</strong></p>
    ${wordsOf(part)}
  </article>`
}

function decidedLine({ bodyName, paragraph, referenceNumber, decidedOn }: DecidedPart): Html {
  return html`${text.decision(capital(bodyName), paragraph)}
    ${referenceNumber !== null && html`· <a class="k-number" href="${caseHref({ referenceNumber })}">${referenceNumber}</a>`}
    ${decidedOn !== null && html`· ${dateOnly(decidedOn)}`}`
}

/** The decided words, to quote; the position before and the reservations after. */
function wordsOf(part: DecidedPart): Html {
  return html`${part.stance !== 'none' && html`<p>${stanceLabel(part.stance)}</p>`}
    ${quotable({ source: sourceOf(part), name: `${part.bodyName} ${questionLine(part)}`.slice(0, 80), body: html`${answeredLines(part)}${toHtml(part.text, { heading: 4 })}` })}
    ${part.reservations !== null && part.reservations !== '' && html`<p class="k-quiet"><strong>${text.earlier.reservations}:</strong> ${part.reservations}</p>`}`
}

/** What was answered beside the words: areas with their reasons, yes or no, a number. */
function answeredLines({ items }: DecidedPart): Html | false {
  const lines = itemLines(items)
  return (
    lines.length > 0 &&
    html`<ul class="k-plain-list">${lines.map(({ label, value }) => html`<li>${label}: ${value}</li>`)}</ul>`
  )
}

function statementList({ statements, sought }: EarlierPanelProps): Html {
  if (statements.length === 0) return html``
  return html`<section class="k-panel-more">
    <h3>${text.earlier.statements}</h3>
    <ul class="k-plain-list">
      ${statements.map(
        ({ id, title, referenceNumber, datedOn, passage }) =>
          html`<li><a href="/handlingar/${id}">${title}</a> <span class="k-quiet"><span class="k-number">${referenceNumber}</span> · ${dateOnly(datedOn)}</span>
            ${passage !== null && html`<p>${marked(passage, sought)}</p>`}</li>`,
      )}
    </ul>
  </section>`
}

const promiseKind: Readonly<Record<Promised['state'], StatusKind>> = {
  open: 'now',
  reported: 'waiting',
  closed: 'done',
}

function promiseList(promises: readonly Promised[]): Html {
  if (promises.length === 0) return html``
  return html`<section class="k-panel-more">
    <h3>${text.earlier.promises}</h3>
    <p class="k-help">${text.earlier.promisesLead}</p>
    <ul class="k-plain-list">
      ${promises.map(
        ({ id, title, state, giverName, decidedOn, source }) =>
          html`<li>${status(promiseKind[state], text.earlier.promiseState[state])} <a href="/uppdrag/${id}">${title}</a>
            <span class="k-quiet">${text.earlier.givenBy(giverName)} ${dateOnly(decidedOn)}${source !== null && `, ${source}`}</span></li>`,
      )}
    </ul>
  </section>`
}

export type OthersPanelProps = Chosen & {
  readonly theCase: Case
  readonly others: readonly DecidedPart[]
  readonly counts: { readonly asked: number; readonly answered: number }
}

export function othersPanel(props: OthersPanelProps): Html {
  const { theCase, others, counts, number, questions } = props
  if (counts.answered === 0) return emptyState({ title: text.others.none, text: text.others.noneText, icon: 'inbox' })
  const outside = {
    label: text.earlier.outside,
    href: `${caseHref(theCase, othersPath)}?fraga=0`,
    current: number === 0,
  }
  const question = questions.find((one) => one.number === number)
  return html`
    <p class="k-help">${text.others.count(counts.answered, counts.asked)}. ${text.others.lead}</p>
    ${chips([...questionChips(theCase, othersPath, { ...props, withAll: false }), outside], text.others.title)}
    <p><strong>${question === undefined ? text.earlier.outside : text.earlier.question(question.number, question.text)}</strong></p>
    ${others.length === 0 ? html`<p class="k-quiet">${text.others.noneHere}</p>` : quoting()}
    <div data-roving>
      ${others.map(
        (part) => html`<article class="k-panel-answer">
          <h3>${capital(part.bodyName)}</h3>
          <p class="k-quiet">${decidedLine(part)} · <a href="/remisser/${part.roundId}/svar/${part.recipientId}">${text.others.whole}<span class="k-hidden"> ${part.bodyName}</span></a></p>
          ${wordsOf(part)}
        </article>`,
      )}
    </div>
  `
}

/** In a case that answers no referral. */
export function noOthers(): Html {
  return emptyState({ title: text.others.notAReferral, text: text.others.notAReferralText, icon: 'inbox' })
}
