/** What was decided by delegation in a case, and the forms that decide. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  dateField,
  dateOnly,
  disclosure,
  emptyState,
  field,
  notice,
  rejectionOf,
  section,
  select,
  textArea,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import { addressees, appeals, decisionNumber, type DelegatedDecision } from '../model.ts'
import type { Usable } from '../queries.ts'
import { text } from '../text.ts'
import { decisionFacts } from './decision.ts'

export type DelegationTab = {
  readonly theCase: Case
  readonly decisions: readonly DelegatedDecision[]
  /** The rules that are the reader's today. */
  readonly usable: readonly Usable[]
  readonly hasScheme: boolean
  /** May decide at the case's authority at all, and the case is open. */
  readonly mayDecide: boolean
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function delegationTab(tab: DelegationTab): Html {
  const { decisions, today } = tab
  return html`${decisions.length === 0 && emptyState(text.decide.none)}
    ${decisions.map((one) =>
      section({
        title: `${decisionNumber(one)} ${one.title ?? text.withheld}`,
        id: one.id,
        body: html`${points(one)}${decisionFacts(one, today, { inCase: true })}`,
      }),
    )}
    ${tab.mayDecide && deciding(tab)}`
}

function points({ points: decided, id }: DelegatedDecision): Html {
  const link = html`<p><a href="/delegation/beslut/${id}">${text.decide.document}</a></p>`
  if (decided === null) return html`${notice('info', text.decide.hidden)}${link}`
  if (decided.length === 1) return html`<p>${decided[0]}</p>${link}`
  return html`<ol>${decided.map((point) => html`<li>${point}</li>`)}</ol>${link}`
}

function deciding(tab: DelegationTab): Html {
  const ordinary = tab.usable.filter(({ rule }) => rule.nature !== 'urgent')
  const urgent = tab.usable.filter(({ rule }) => rule.nature === 'urgent')
  if (tab.usable.length === 0) {
    const words = tab.hasScheme ? text.decide.nothingYours : text.decide.noScheme
    return html`<p>${words} <a href="/delegation/ordning">${text.decide.toScheme}</a></p>`
  }
  return html`${ordinary.length > 0 && ordinaryForm(tab, ordinary)}${urgent.length > 0 && urgentForm(tab, urgent)}`
}

function formOf({ theCase, rejected }: DelegationTab, last: string): { action: string; back: Rejected | undefined } {
  const action = `${caseHref(theCase, 'delegation')}/${last}`
  return {
    action,
    back: rejectionOf(rejected, action) ?? rejectionOf(rejected, `/arenden/${theCase.id}/delegation/${last}`),
  }
}

function ordinaryForm(tab: DelegationTab, usable: readonly Usable[]): Html {
  const { action, back } = formOf(tab, 'besluta')
  const before = tab.decisions.filter(({ correctedBy }) => correctedBy === null)
  const body = html`<form class="k-form" method="post" action="${action}">
    ${ruleField(usable, back, '')}${whatFields(tab, back, '')}
    ${select({
      name: 'addressee',
      label: text.field.addressee,
      choices: addressees.map((value) => ({ value, label: text.addressee[value] })),
      value: 'nobody',
      empty: false,
      rejected: back,
    })}
    ${
      before.length > 0 &&
      select({
        name: 'correctsId',
        label: text.field.corrects,
        help: text.field.correctsHelp,
        choices: before.map((one) => ({
          value: one.id,
          label: `${decisionNumber(one)} ${one.title ?? text.withheld}`,
        })),
        empty: text.field.correctsNone,
        required: false,
        rejected: back,
      })
    }
    ${button({ label: text.decide.do })}
  </form>`
  return section({ title: text.decide.title, body })
}

function urgentForm(tab: DelegationTab, usable: readonly Usable[]): Html {
  const { action, back } = formOf(tab, 'besluta-bradskande')
  const only = usable.length < tab.usable.length ? '-bradskande' : ''
  const suffix = back === undefined ? only : ''
  const body = html`<p>${text.decide.urgentLead}</p>
    <form class="k-form" method="post" action="${action}">
      ${ruleField(usable, back, suffix)}
      ${textArea({
        name: 'whyUrgent',
        label: text.field.whyUrgent,
        help: text.field.whyUrgentHelp,
        required: true,
        rows: 3,
        rejected: back,
      })}
      ${whatFields(tab, back, suffix)}${button({ label: text.decide.urgentDo, kind: only === '' ? 'primary' : 'secondary' })}
    </form>
    ${why(text.urgentWhy)}`
  return disclosure({ summary: text.decide.urgentTitle, body, open: back !== undefined || only === '' })
}

/** The two forms have fields of the same name, so the second has ids of its own. */
function idOf(name: string, suffix: string): { id?: string } {
  return suffix === '' ? {} : { id: `${name}${suffix}` }
}

function ruleField(usable: readonly Usable[], rejected: Rejected | undefined, suffix: string): Html {
  const boards = new Set(usable.map(({ rule }) => rule.bodyId))
  return select({
    name: 'ruleId',
    label: text.field.rule,
    help: text.field.ruleHelp,
    choices: usable.map(({ rule, passedOn }) => ({
      value: rule.id,
      label: `${rule.number} ${rule.heading}${passedOn === null ? '' : ` (${text.decide.passedOnBy} ${passedOn.givenByName})`}`,
      ...(boards.size > 1 && { group: rule.bodyName }),
    })),
    ...(usable.length === 1 && { value: usable[0]?.rule.id, empty: false as const }),
    required: true,
    rejected,
    ...idOf('ruleId', suffix),
  })
}

function whatFields({ today }: DelegationTab, rejected: Rejected | undefined, suffix: string): Html {
  return html`${field({
    name: 'title',
    label: text.field.title,
    help: text.field.titleHelp,
    required: false,
    maxLength: 250,
    rejected,
    ...idOf('title', suffix),
  })}${textArea({
    name: 'points',
    label: text.field.points,
    help: text.field.pointsHelp,
    required: true,
    rejected,
    ...idOf('points', suffix),
  })}${textArea({
    name: 'motivation',
    label: text.field.motivation,
    required: false,
    rejected,
    ...idOf('motivation', suffix),
  })}${dateField({
    name: 'decidedOn',
    label: text.field.decidedOn,
    value: today,
    max: today,
    required: true,
    rejected,
    ...idOf('decidedOn', suffix),
  })}${select({
    name: 'appeal',
    label: text.field.appeal,
    choices: appeals.map((value) => ({ value, label: text.appeal[value] })),
    empty: text.field.asTheRule,
    rejected,
    ...idOf('appeal', suffix),
  })}`
}

/** On the overview: what was decided so, in one line. Null when nothing was. */
export function nextHint(theCase: Case, decisions: readonly DelegatedDecision[]): Html | null {
  const open = decisions.find((one) => one.isUrgent && one.standing === 'unreported')
  if (open === undefined) return null
  return html`<p
    ><a href="${caseHref(theCase, 'delegation')}">${text.list.urgentOpen(decisionNumber(open), '')}</a> ${dateOnly(open.decidedOn)}</p
  >`
}
