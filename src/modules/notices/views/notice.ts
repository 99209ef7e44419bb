/** One notice as those who keep the board see it: its days, its breaks, its appeals, its proof. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  dateField,
  dateTimeText,
  dayText,
  disclosure,
  facts,
  linkButton,
  notice as say,
  pageHead,
  radios,
  rejectionOf,
  section,
  select,
  textArea,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import {
  breakOutcomes,
  canBeAppealed,
  legalForceOn,
  obstaclesToWithholding,
  stateOf,
  warningsOfPosting,
  type Appeal,
  type Break,
  type Notice,
  type Settled,
} from '../model/notice.ts'
import { momentText } from '../papers.ts'
import type { Told } from '../queries/notices.ts'
import { text } from '../text.ts'
import { boardHref, noticeFacts, noticeWords, titleOf } from './board.ts'
import { noticeStatus } from './list.ts'

export type NoticeProps = {
  readonly notice: Notice
  readonly askedBy: string | null
  readonly told: readonly Told[]
  readonly breaks: readonly Break[]
  readonly settled: readonly Settled[]
  readonly appeals: readonly Appeal[]
  readonly may: { readonly settle: boolean; readonly noteAppeal: boolean; readonly withhold: boolean }
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function noticePage(props: NoticeProps): Screen {
  const { notice, today } = props
  const isOver = stateOf(notice, today) === 'down'
  const proof = isOver
    ? linkButton({ label: text.notice.proof, href: `/anslag/${notice.id}/bevis.pdf`, kind: 'secondary' })
    : html`<p class="k-quiet">${text.notice.proofLater(dayText(notice.endsOn))}</p>`
  return {
    title: titleOf(notice),
    section: 'notices',
    width: 'reading',
    body: html`${pageHead({
      title: titleOf(notice),
      over: html`<a href="/anslag">${text.list.title}</a> · ${capital(notice.bodyName)}`,
      status: noticeStatus(notice, today),
    })}
      ${warningsOfPosting(notice).map((each) => say('warning', each))}
      ${breaksPart(props)}
      ${noticeWords(notice)} ${noticeFacts(notice)} ${inside(props)} ${proof}
      ${toldPart(props)} ${appealsPart(props)} ${withholdPart(props)}`,
  }
}

function inside({ notice, askedBy }: NoticeProps): Html {
  const to = (id: string | null, words: string) => id && html`<a href="/anslag/${id}">${words}</a>`
  return facts([
    { term: text.field.askedBy, value: askedBy },
    { term: text.field.postedBy, value: notice.postedByName },
    { term: text.field.replaces, value: to(notice.replaces, text.field.earlier) },
    { term: text.field.replacedBy, value: to(notice.replacedBy, text.field.later) },
    { term: text.notice.onBoard, value: html`<a href="${boardHref}/${notice.id}">${text.board.title}</a>` },
  ])
}

function breaksPart({ notice, breaks, settled, may, rejected }: NoticeProps): Html | false {
  if (breaks.length + settled.length === 0) return false
  const action = `/anslag/${notice.id}/avbrott`
  const back = rejectionOf(rejected, action)
  const open = html`${say('danger', text.breaks.lead)}
    <ul>
      ${breaks.map(({ wentDown, cameUp }) => html`<li>${text.breaks.one(momentText(wentDown), momentText(cameUp))}</li>`)}
    </ul>
    ${
      may.settle &&
      html`<form class="k-form" method="post" action="${action}">
        ${radios({
          name: 'outcome',
          label: text.field.outcome,
          choices: breakOutcomes.map((value) => ({ value, label: text.breaks[value] })),
          required: true,
          rejected: back,
        })}
        ${textArea({ name: 'reason', label: text.field.reason, rows: 3, required: true, rejected: back })}
        ${button({ label: text.breaks.settle })}
      </form>`
    }`
  const body = html`${breaks.length > 0 && open}
    ${settled.length > 0 && html`<ul>${settled.map(settledLine)}</ul>`}${why(text.breaks.why)}`
  return section({ title: text.breaks.title, id: 'avbrott', body })
}

function settledLine({ wentDown, outcome, reason, settledByName, settledAt }: Settled): Html {
  return html`<li>
    ${dateTimeText(wentDown)}: ${text.breaks.was[outcome]}. ${reason}
    <span class="k-quiet">${settledByName}, ${dateTimeText(settledAt)}</span>
  </li>`
}

function toldPart({ told }: NoticeProps): Html | false {
  if (told.length === 0) return false
  const body = html`<ul>
    ${told.map(
      (one) =>
        html`<li>
          § ${one.paragraph} ${one.title}
          <a class="k-number" href="/arenden/${one.referenceNumber}/beslut">${one.referenceNumber}</a>
        </li>`,
    )}
  </ul>`
  return section({ title: text.notice.told, count: told.length, body })
}

function appealsPart(props: NoticeProps): Html | false {
  const { notice, appeals } = props
  if (!canBeAppealed(notice.kind)) return false
  const body = html`<p>${forceWords(props)}</p>
    ${appeals.length === 0 ? html`<p>${text.notice.noAppeals}</p>` : html`<ul>${appeals.map(appealLine)}</ul>`}
    ${props.may.noteAppeal && appealForm(props)}`
  return section({ title: text.notice.appeals, id: 'overklaganden', count: appeals.length, body })
}

function forceWords({ notice, appeals, today }: NoticeProps): string {
  return forceText(legalForceOn(notice, appeals.length > 0), today)
}

/** When a decision has legal force, in words (A-83). */
export function forceText(day: string | null, today: string): string {
  if (day === null) return text.notice.legalForceOpen
  return day <= today ? text.notice.legalForceWas(dayText(day)) : text.notice.legalForce(dayText(day))
}

function appealLine({ paragraph, cameOn, notedByName }: Appeal): Html {
  const what = paragraph === null ? text.notice.allOf : `§ ${paragraph}`
  return html`<li>${what}: ${dayText(cameOn)} <span class="k-quiet">${notedByName}</span></li>`
}

function appealForm({ notice, told, today, rejected }: NoticeProps): Html {
  const action = `/anslag/${notice.id}/overklagande`
  const back = rejectionOf(rejected, action)
  const body = html`<form class="k-form" method="post" action="${action}">
    ${
      told.length > 1 &&
      select({
        name: 'decisionId',
        label: text.field.decision,
        choices: told.map((one) => ({ value: one.decisionId, label: `§ ${one.paragraph} ${one.title}` })),
        empty: text.field.allDecisions,
        required: false,
        rejected: back,
      })
    }
    ${dateField({ name: 'cameOn', label: text.field.cameOn, value: today, max: today, required: true, rejected: back })}
    ${button({ label: text.notice.noteDo, kind: 'secondary' })}
  </form>`
  return disclosure({ summary: text.notice.noteAppeal, body, open: back !== undefined })
}

function withholdPart({ notice, may, rejected }: NoticeProps): Html | false {
  if (notice.withheldReason !== null) return html`<p class="k-quiet">${text.withhold.reason(notice.withheldReason)}</p>`
  if (!may.withhold || obstaclesToWithholding(notice).length > 0) return false
  const action = `/anslag/${notice.id}/undanhall`
  const back = rejectionOf(rejected, action)
  const body = html`<p>${text.withhold.lead}</p>
    <form class="k-form" method="post" action="${action}">
      ${textArea({
        name: 'reason',
        label: text.field.reason,
        rows: 3,
        required: true,
        rejected: back,
        ...(back === undefined && { id: 'withhold-reason' }),
      })}
      ${button({ label: text.withhold.do, kind: 'danger', confirm: text.withhold.confirm })}
    </form>`
  return disclosure({ summary: text.withhold.title, body, open: back !== undefined })
}
