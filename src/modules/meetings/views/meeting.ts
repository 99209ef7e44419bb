/** One meeting: its agenda with papers, what was decided, and the secretary's work with it. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  clockText,
  dateField,
  dateText,
  dayText,
  demoMark,
  disclosure,
  emptyState,
  facts,
  field,
  hiddenFields,
  notice,
  pageHead,
  primaryForm,
  rejectionOf,
  section,
  status,
  textArea,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import { swedishClock } from '../../../kernel/time.ts'
import { recordHref } from '../../registry/index.ts'
import type { Decision } from '../model/decision.ts'
import { warningsOfMeeting, type AgendaItem, type ItemState, type Meeting, type MeetingMove } from '../model/meeting.ts'
import { text } from '../text.ts'
import { meetingStatus } from './calendar.ts'
import { adjustForm, correctForm, decideForm, decisionView, pointList } from './decision.ts'

export type MeetingMay = {
  readonly place: boolean
  readonly move: boolean
  readonly decide: boolean
  readonly adjust: boolean
  readonly moveMeeting: boolean
  readonly close: boolean
  readonly cancel: boolean
  readonly continueSeries: boolean
}

export type MeetingView = {
  readonly meeting: Meeting
  readonly agenda: readonly AgendaItem[]
  readonly decisions: readonly Decision[]
  readonly moves: readonly MeetingMove[]
  /** What the rules leave open now, and the person may. */
  readonly may: MeetingMay
  /** What other modules add below the agenda. */
  readonly parts: readonly Html[]
  readonly today: string
  /** 'hh:mm', now. */
  readonly clock: string
  readonly rejected: Rejected | undefined
}

export function meetingPage(view: MeetingView): Screen {
  const { meeting, agenda } = view
  const title = meeting.bodyName.charAt(0).toLocaleUpperCase('sv') + meeting.bodyName.slice(1)
  return {
    title: `${title} ${meeting.heldOn}`,
    section: 'meetings',
    body: html`${pageHead({
      title,
      over: html`<a href="/sammantraden">${text.title}</a>`,
      status: meetingStatus(meeting),
      lead: html`${dateText(meeting.heldOn, view.today)}${meeting.isDemo && html` ${demoMark()}`}`,
    })}
      ${warningsOfMeeting(meeting).map((warning) => notice('warning', warning))}
      ${view.moves.map((move) => notice('info', text.movedFrom(dayText(move.from), dayText(move.to), move.reason)))}
      ${facts([
        { term: text.field.startsAt, value: meeting.startsAt },
        { term: text.field.place, value: meeting.place },
        { term: text.closedTerm, value: meeting.closedAt === null ? null : clockText(meeting.closedAt) },
        { term: text.column.items, value: agenda.length },
      ])}
      ${agenda.length === 0 && emptyState({ ...text.agendaEmpty, icon: 'calendar' })}
      ${agenda.map((item, index) => itemView(view, item, index))}${view.parts}${closePart(view)}${adjustPart(view)}${addPart(view)}${rest(view)}`,
  }
}

/** A-45: what is announced afterwards is too late. */
function closePart({ meeting, may, clock, today, rejected }: MeetingView): Html {
  if (!may.close) return html``
  const action = `/sammantraden/${meeting.id}/avsluta`
  const back = rejectionOf(rejected, action)
  const known = meeting.closedAt === null ? null : swedishClock(meeting.closedAt)
  const body = html`<p>${text.closeLead}</p>
    <form class="k-form" method="post" action="${action}">
      ${field({
        name: 'closedAt',
        label: text.field.closedAt,
        help: text.field.startsAtHelp,
        value: known ?? (today === meeting.heldOn ? clock : null),
        required: true,
        width: 's',
        rejected: back,
      })}
      ${button({ label: known === null ? text.closeDo : text.closeAnew, kind: 'secondary' })}
    </form>`
  return disclosure({ summary: known === null ? text.close : text.closeAnew, body, open: back !== undefined })
}

function adjustPart({ may, rejected, ...facts }: MeetingView): Html | false {
  return may.adjust && adjustForm(facts, rejected)
}

function itemView(view: MeetingView, item: AgendaItem, index: number): Html {
  const decision = view.decisions.find((one) => one.itemId === item.id)
  return section({
    title: `${index + 1}. ${item.title}`,
    id: item.id,
    body: html`<p class="k-over"
        ><a class="k-number" href="/arenden/${item.referenceNumber}">${item.referenceNumber}</a>${itemStatus(item)}${
          decision !== undefined && html`<span>${text.paragraph(decision.paragraph)}</span>`
        }</p
      >
      ${summaryOf(item)}${decision === undefined ? undecided(view, item) : decided(view, decision)}${papers(item)}`,
  })
}

/** What the memo says in short, before what is proposed or decided (I-14). */
function summaryOf({ summary }: AgendaItem): Html {
  if (summary === null) return html``
  return html`<h3>${text.paper.summary}</h3>${summary.split(/\n\n+/).map((words) => html`<p>${words}</p>`)}`
}

const statusOf: Readonly<Record<ItemState, StatusKind>> = {
  on_agenda: 'planned',
  decided: 'done',
  tabled: 'waiting',
  remitted: 'returned',
  withdrawn: 'stopped',
}

function itemStatus({ state }: AgendaItem): Html {
  return status(statusOf[state], text.itemState[state])
}

function undecided(view: MeetingView, item: AgendaItem): Html {
  const { may, meeting, rejected } = view
  return html`<h3>${text.field.proposal}</h3>
    ${item.proposal.length === 0 ? html`<p>${text.noProposal}</p>` : pointList(item.proposal)}
    ${may.decide && decideForm(meeting, item, rejected)}${may.move && moving(meeting, item)}`
}

function decided({ may, meeting, rejected, today }: MeetingView, decision: Decision): Html {
  const mayCorrect = decision.state === 'decided' && may.adjust && meeting.id === decision.meetingId
  return html`${decisionView(decision, today)}${mayCorrect && correctForm(decision, rejected)}`
}

function papers({ papers }: AgendaItem): Html {
  if (papers.length === 0) return html``
  return html`<h3>${text.papers}</h3>
    <ul>${papers.map((paper) => html`<li><a href="${recordHref({ id: paper.recordId })}">${paper.title}</a></li>`)}</ul>`
}

function moving(meeting: Meeting, item: AgendaItem): Html {
  const path = `/sammantraden/${meeting.id}/arenden/${item.id}`
  const move = (
    direction: 'up' | 'down',
    label: string,
    about: string,
  ) => html`<form method="post" action="${path}/flytta"
    >${hiddenFields({ direction })}<button class="ds-button" data-variant="tertiary" data-color="neutral" data-size="sm" aria-label="${about}"
      >${label}</button
    ></form
  >`
  return html`<div class="k-actions">
    ${move('up', text.up, text.moveUp(item.title))}${move('down', text.down, text.moveDown(item.title))}
    <form method="post" action="${path}/ta-bort"
      >${button({ label: text.takeOff, kind: 'tertiary', small: true, confirm: text.takeOffConfirm })}</form
    >
  </div>`
}

function addPart({ meeting, may, agenda, rejected }: MeetingView): Html {
  if (!may.place) return html``
  const action = `/sammantraden/${meeting.id}/arenden`
  const back = rejectionOf(rejected, action)
  const body = html`<form class="k-form" method="post" action="${action}">
    ${field({ name: 'caseId', label: text.field.case, help: text.field.caseHelp, required: true, width: 'm', rejected: back })}
    ${field({ name: 'title', label: text.field.title, help: text.field.titleHelp, required: false, rejected: back })}
    ${textArea({
      name: 'proposal',
      label: text.field.proposal,
      help: text.field.proposalHelp,
      required: false,
      rejected: back,
    })}
    ${button({ label: text.add, kind: 'secondary' })}
  </form>`
  return disclosure({ summary: text.addItem, body, open: back !== undefined || agenda.length === 0 })
}

function rest({ meeting, may, rejected }: MeetingView): Html {
  const cancel = primaryForm({
    action: `/sammantraden/${meeting.id}/stall-in`,
    label: text.cancel,
    kind: 'danger',
    confirm: text.cancelConfirm,
  })
  return html`${may.continueSeries && seriesForm(meeting, rejected)}${may.moveMeeting && moveForm(meeting, rejected)}${
    may.cancel && disclosure({ summary: text.cancel, body: cancel })
  }`
}

function moveForm(meeting: Meeting, rejected: Rejected | undefined): Html {
  const action = `/sammantraden/${meeting.id}/flytta`
  const back = rejectionOf(rejected, action)
  const body = html`<p>${text.moveLead}</p>
    <form class="k-form" method="post" action="${action}">
      ${dateField({ name: 'heldOn', label: text.field.date, value: meeting.heldOn, required: true, rejected: back })}
      ${field({
        name: 'startsAt',
        label: text.field.startsAt,
        help: text.field.startsAtHelp,
        value: meeting.startsAt,
        required: false,
        width: 's',
        rejected: back,
      })}
      ${field({ name: 'place', label: text.field.place, value: meeting.place, required: false, rejected: back })}
      ${field({ name: 'reason', label: text.field.reason, required: true, maxLength: 500, width: 'full', rejected: back })}
      ${button({ label: text.moveDo, kind: 'secondary', confirm: text.moveConfirm })}
    </form>`
  return disclosure({ summary: text.move, body, open: back !== undefined })
}

function seriesForm(meeting: Meeting, rejected: Rejected | undefined): Html {
  const action = `/sammantraden/${meeting.id}/paragrafserie`
  const back = rejectionOf(rejected, action)
  const body = html`<p>${text.seriesLead}</p>
    <form class="k-form" method="post" action="${action}">
      ${hiddenFields({ bodyId: meeting.bodyId, year: meeting.heldOn.slice(0, 4) })}
      ${field({ name: 'last', label: text.field.last, type: 'number', inputMode: 'numeric', width: 'xs', rejected: back })}
      ${button({ label: text.seriesDo, kind: 'secondary' })}
    </form>`
  return disclosure({ summary: text.series, body, open: back !== undefined })
}
