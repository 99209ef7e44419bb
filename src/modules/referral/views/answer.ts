/** One answer in full: the decided words, the §, what was reserved, and the papers. */

import { html, type Html } from '../../../kernel/html.ts'
import { toHtml } from '../../../kernel/rich-text.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  columns,
  dateOnly,
  emptyState,
  facts,
  linkButton,
  notice,
  pageHead,
  section,
  shortDayText,
  status,
  statusTag,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { stanceLabel } from '../../drafting/index.ts'
import { caseHref } from '../../registry/index.ts'
import {
  legalStanding,
  stanceWords,
  type Answer,
  type AnswerPart,
  type LegalStanding,
  type Question,
  type Recipient,
  type Round,
} from '../model.ts'
import type { DraftAnswer } from '../model/draft-answer.ts'
import { text } from '../text.ts'
import { draftInPlace, draftPapers } from './draft-answers.ts'
import { itemsBody } from './items.ts'
import { recordLinks, stageStatus } from './labels.ts'

export type AnswerProps = {
  readonly round: Round
  readonly recipient: Recipient
  readonly answer: Answer | null
  /** Sent before the decision, the latest first (I-24). */
  readonly drafts: readonly DraftAnswer[]
  /** Other ways to answer, drawn by modules downstream. */
  readonly ways: readonly Html[]
  readonly today: string
}

/** '/remisser/:roundId/svar/:recipientId'. */
export function answerScreen(props: AnswerProps): Screen {
  const { round, recipient, answer, ways } = props
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
        status:
          answer === null
            ? stageStatus(recipient)
            : statusTag(answer.isMarked ? 'stopped' : 'done', stanceWords(answer)),
        ...(ways.length > 0 && { actions: html`${ways}` }),
      })}
      ${answer === null ? notDecided(props) : columns(partsOf(answer, round.questions), aside(answer, props))}
    `,
  }
}

function notDecided({ round, drafts }: AnswerProps): Html {
  const [latest] = drafts
  return latest === undefined ? nothingYet(round) : draftInPlace(latest, round.questions)
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
  if (answer.isMarked) return notice('info', html`<p>${text.answer.marked}</p>`)
  if (answer.stance === 'abstain' && answer.parts.length === 0) return html`<p>${text.answer.abstained}</p>`
  const outside = answer.parts.find(({ questionId }) => questionId === null)
  return html`
    ${questions.map((question) =>
      section({
        title: `${question.number}. ${question.text}`,
        id: `fraga-${question.number}`,
        body: partBody(
          answer.parts.find(({ questionId }) => questionId === question.id),
          answer.statementRecordId,
        ),
      }),
    )}
    ${outside !== undefined && section({ title: text.answer.outside, id: 'utanfor', body: partBody(outside, null) })}
  `
}

/** The decided text as it was decided, after its stance; what was typed beside it below. */
export function partBody(part: AnswerPart | undefined, recordId: string | null): Html {
  if (part === undefined) return html`<p class="k-quiet">${text.answer.noText}</p>`
  return html`
    ${part.stance !== 'none' && html`<p><strong>${stanceLabel(part.stance)}</strong></p>`} ${toHtml(part.text)}
    ${itemsBody(part.items, recordId)}
  `
}

function aside(answer: Answer, { recipient, drafts, today }: AnswerProps): Html {
  const t = text.answer
  const stands = { bodyKind: recipient.bodyKind, answerBy: recipient.answerBy, answer, draftSentOn: null }
  const standing = legalStanding(stands, { today, day: shortDayText })
  const papers = [
    { recordId: answer.statementRecordId, title: t.statement },
    { recordId: answer.extractRecordId, title: t.extract },
  ].flatMap(({ recordId, title }) => (recordId === null ? [] : [{ recordId, title }]))
  return html`
    ${facts([
      { term: t.stance, value: stanceWords(answer) },
      { term: t.decidedBy, value: standing.words },
      { term: t.arrived, value: arrival(answer, standing) },
      { term: t.ownCase, value: ownCase(answer) },
    ])}
    ${papers.length > 0 && section({ title: t.documents, body: recordLinks(papers) })}
    ${answer.reservations !== null && section({ title: t.reservations, body: html`<p>${answer.reservations}</p>` })}
    ${draftPapers(drafts)}
  `
}

function arrival({ arrivedAt }: Answer, { notes }: LegalStanding): Html {
  const said = notes.map((note) => html` ${status('late', note)}`)
  const inTime = html`<span class="k-quiet">· ${text.answer.inTime}</span>`
  return html`${dateOnly(swedishDay(arrivedAt))} ${said.length > 0 ? said : inTime}`
}

function ownCase({ referenceNumber }: Answer): Html | null {
  if (referenceNumber === null) return null
  return html`<a class="k-number" href="${caseHref({ referenceNumber })}">${referenceNumber}</a>`
}
