/** A decision as it reads, and the forms that record, correct and adjust it. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  checkboxes,
  dateField,
  dateOnly,
  dateText,
  dayText,
  disclosure,
  facts,
  notice,
  rejectionOf,
  section,
  select,
  status,
  textArea,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { daysLate, lastDayToAdjust, outcomes, type Decision } from '../model/decision.ts'
import type { AgendaItem, Meeting } from '../model/meeting.ts'
import { text } from '../text.ts'

/** Points as the minutes have them: numbered when there are several. */
export function pointList(points: readonly string[]): Html {
  if (points.length === 1) return html`<p>${points[0]}</p>`
  return html`<ol>${points.map((point) => html`<li>${point}</li>`)}</ol>`
}

export function decisionView(decision: Decision, today: string): Html {
  return html`${facts([
    { term: text.column.state, value: decisionStatus(decision) },
    { term: text.outcomeTerm, value: decision.outcome === null ? null : text.outcome[decision.outcome] },
    { term: text.decidedOn, value: dateText(decision.decidedOn, today) },
    { term: text.adjustedTerm, value: adjustedText(decision, today) },
    { term: text.reservationsTerm, value: decision.reservations },
    { term: text.extract, value: extractLink(decision) },
  ])}${decision.points.length === 0 ? html`<p>${text.notDrawnUp}</p>` : pointList(decision.points)}`
}

function decisionStatus({ state }: Decision): Html {
  return state === 'adjusted' ? status('done', text.adjusted) : status('waiting', text.notAdjusted)
}

function adjustedText({ adjustedOn, decidedOn, isImmediate }: Decision, today: string): Html {
  if (adjustedOn === null) {
    const last = lastDayToAdjust(decidedOn)
    return html`${text.notAdjusted} · ${text.adjustBy(dayText(last))}${today > last && html` ${status('late')}`}`
  }
  const late = daysLate(decidedOn, adjustedOn)
  return html`${dateOnly(adjustedOn)}${isImmediate && html` (${text.immediately})`}${
    late > 0 && html` ${status('late', text.wasLate(late))}`
  }`
}

function extractLink({ recordId, paragraph }: Decision): Html | null {
  if (recordId === null) return null
  return html`<a href="/handlingar/${recordId}">${text.extract} ${text.paragraph(paragraph)}</a>`
}

type Words = {
  readonly key: string
  readonly outcome: string | null
  readonly points: readonly string[]
  readonly reservations: string | null
  readonly rejected: Rejected | undefined
}

/** Names are the same in every item's form, so ids are made apart; the one that came back has the usual ids for the summary. */
function wordFields({ key, outcome, points, reservations, rejected }: Words): Html {
  const idOf = (name: string) => (rejected === undefined ? { id: `${name}-${key}` } : {})
  return html`${select({
    name: 'outcome',
    label: text.field.outcome,
    choices: outcomes.map((value) => ({ value, label: text.outcome[value] })),
    value: outcome,
    empty: false,
    rejected,
    ...idOf('outcome'),
  })}${textArea({
    name: 'points',
    label: text.field.points,
    help: text.field.pointsHelp,
    value: points.join('\n'),
    required: true,
    rejected,
    ...idOf('points'),
  })}${textArea({
    name: 'reservations',
    label: text.field.reservations,
    help: text.field.reservationsHelp,
    value: reservations,
    required: false,
    rows: 2,
    rejected,
    ...idOf('reservations'),
  })}`
}

/** The proposal stands in the field, so that a decision as proposed is one press. */
export function decideForm(meeting: Meeting, item: AgendaItem, rejected: Rejected | undefined): Html {
  const action = `/sammantraden/${meeting.id}/arenden/${item.id}/beslut`
  const back = rejectionOf(rejected, action)
  const label = meeting.bodyKind === 'chair_preparation' ? text.decideProposal : text.decide
  const words = { key: item.id, outcome: 'as_proposed', points: item.proposal, reservations: null, rejected: back }
  const body = html`<form class="k-form" method="post" action="${action}">
    ${wordFields(words)}
    ${
      meeting.bodyKind === 'working_committee' &&
      checkbox({
        name: 'isProposal',
        label: text.field.isProposal,
        checked: true,
        rejected: back,
        ...(back === undefined ? { id: `isProposal-${item.id}` } : {}),
      })
    }
    ${button({ label, kind: 'secondary' })}
  </form>`
  return disclosure({ summary: label, body, open: back !== undefined })
}

export function correctForm(decision: Decision, rejected: Rejected | undefined): Html {
  const action = `/sammantraden/${decision.meetingId}/beslut/${decision.id}/ratta`
  const back = rejectionOf(rejected, action)
  const { outcome, points, reservations } = decision
  const body = html`<p>${text.correctWhy}</p>
    <form class="k-form" method="post" action="${action}">
      ${wordFields({ key: decision.id, outcome, points, reservations, rejected: back })}
      ${button({ label: text.correct, kind: 'secondary' })}
    </form>`
  return disclosure({ summary: text.correct, body, open: back !== undefined })
}

type ToAdjust = { readonly meeting: Meeting; readonly decisions: readonly Decision[]; readonly today: string }

export function adjustForm({ meeting, decisions, today }: ToAdjust, rejected: Rejected | undefined): Html {
  const open = decisions.filter((decision) => decision.state === 'decided')
  if (open.length === 0) return html``
  const action = `/sammantraden/${meeting.id}/justera`
  const back = rejectionOf(rejected, action)
  const last = lastDayToAdjust(meeting.heldOn)
  const body = html`<p>${text.adjustLead}</p>
    ${today > last && notice('warning', text.adjustLate(daysLate(meeting.heldOn, today)))}
    <form class="k-form" method="post" action="${action}">
      ${checkboxes({
        name: 'decisionIds[]',
        label: text.field.decisions,
        choices: open.map((one) => ({ value: one.id, label: `${text.paragraph(one.paragraph)} ${one.title}` })),
        values: open.map((one) => one.id),
        ...(back?.fields['decisionIds'] !== undefined && { error: back.fields['decisionIds'] }),
        rejected: back,
      })}
      ${dateField({
        name: 'adjustedOn',
        label: text.field.adjustedOn,
        help: text.adjustBy(dayText(last)),
        value: today,
        min: meeting.heldOn,
        max: today,
        required: true,
        rejected: back,
      })}
      ${checkbox({
        name: 'isImmediate',
        label: text.field.isImmediate,
        help: text.field.isImmediateHelp,
        rejected: back,
      })}
      ${button({ label: text.adjustDo })}
    </form>
    ${why(text.adjustWhy)}`
  return section({ title: text.adjust, id: 'justera', body })
}
