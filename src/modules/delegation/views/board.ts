/** A board's list: what it is to be told of, what it has been told of, and the rest. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  chips,
  dateField,
  dateText,
  dayText,
  disclosure,
  emptyState,
  hiddenFields,
  linkButton,
  notice,
  primaryForm,
  section,
  select,
  table,
  why,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Meeting } from '../../meetings/index.ts'
import type { Body } from '../../organisation/index.ts'
import { decisionNumber, type DelegatedDecision } from '../model.ts'
import { shown, type Choice, type Shown, type UrgentFault } from '../queries.ts'
import { text } from '../text.ts'
import { partScreen, standingStatus } from './frame.ts'

export type Asked = {
  readonly visa: Shown
  readonly punkt?: string | undefined
  readonly delegat?: string | undefined
  readonly fran?: string | undefined
  readonly till?: string | undefined
}

export type BoardProps = {
  readonly boards: readonly Body[]
  readonly board: Body
  readonly decisions: readonly DelegatedDecision[]
  readonly asked: Asked
  readonly occurring: { readonly rules: readonly Choice[]; readonly delegates: readonly Choice[] }
  readonly unreported: number
  readonly nextMeeting: Meeting | null
  readonly faults: readonly UrgentFault[]
  readonly mayReport: boolean
  /** The cursor of the next part, if there is more. */
  readonly next: string | null
  readonly today: string
}

export function boardPage(props: BoardProps): Screen {
  const { boards, board } = props
  const body = html`${faultsNotice(props)}${reporting(props)}${filters(props)}${list(props)}${why(text.reportWhy)}`
  return partScreen({ part: 'decisions', boards, board, body })
}

/** The address of the list as it is filtered, with something changed. */
export function listHref(
  bodyId: string,
  asked: Asked,
  { file = false, after }: { readonly file?: boolean; readonly after?: string } = {},
): string {
  const query = new URLSearchParams({ organ: bodyId, visa: asked.visa })
  for (const [name, value] of Object.entries({ ...asked, efter: after }))
    if (value !== undefined && value !== '') query.set(name, value)
  return `${file ? '/delegation/beslut.csv' : '/delegation'}?${query}`
}

/** A-91, in red. */
function faultsNotice({ faults }: BoardProps): Html {
  if (faults.length === 0) return html``
  return notice(
    'danger',
    html`<p>${text.list.urgent}</p>
      <ul>
        ${faults.map((one) => html`<li>${faultText(one)}</li>`)}
      </ul>
      ${why(text.urgentWhy)}`,
  )
}

function faultText({ id, fault, number, nextOn }: UrgentFault): Html {
  const words =
    fault === 'late'
      ? text.list.urgentLate(number)
      : text.list.urgentOpen(number, nextOn === null ? '' : dayText(nextOn))
  return html`<a href="/delegation/beslut/${id}">${words}</a>`
}

/** What is left to report, and the one thing to do about it. */
function reporting({ unreported, nextMeeting, mayReport }: BoardProps): Html {
  if (unreported === 0) return html``
  const body =
    nextMeeting === null
      ? html`<p>${text.report.noMeeting}</p>`
      : html`<p>${text.report.next(dayText(nextMeeting.heldOn))}</p>${
          mayReport
            ? primaryForm({
                action: `/sammantraden/${nextMeeting.id}/delegation`,
                label: text.report.doAt(dayText(nextMeeting.heldOn)),
              })
            : linkButton({
                href: `/sammantraden/${nextMeeting.id}#anmalan`,
                label: text.column.meeting,
                kind: 'secondary',
              })
        }`
  return section({ title: text.report.toReport(unreported), body })
}

function filters({ board, asked, occurring }: BoardProps): Html {
  const by = chips(
    shown.map((visa) => ({
      label: text.shown[visa],
      href: listHref(board.id, { ...asked, visa }),
      current: visa === asked.visa,
    })),
    text.shown.label,
  )
  const { punkt, delegat, fran, till } = asked
  const isFiltered = [punkt, delegat, fran, till].some((value) => value !== undefined && value !== '')
  const form = html`<form class="k-form" method="get" action="/delegation">
    ${hiddenFields({ organ: board.id, visa: asked.visa })}
    ${select({ name: 'punkt', label: text.column.rule, choices: occurring.rules, value: punkt, empty: text.field.anyRule })}
    ${select({
      name: 'delegat',
      label: text.column.delegate,
      choices: occurring.delegates,
      value: delegat,
      empty: text.field.anyDelegate,
    })}
    ${dateField({ name: 'fran', label: text.field.from, value: fran })}
    ${dateField({ name: 'till', label: text.field.to, value: till })}
    ${button({ label: text.list.show, kind: 'secondary' })}
  </form>`
  return html`${by}${occurring.rules.length > 0 && disclosure({ summary: text.list.filter, body: form, open: isFiltered })}`
}

function list({ board, decisions, asked, next, today }: BoardProps): Html {
  const empty = emptyState(asked.visa === 'open' ? text.list.allReported : text.list.empty)
  const { column } = text
  return table({
    caption: text.list.caption,
    columns: [
      { key: 'number', head: column.number },
      { key: 'decision', head: column.decision },
      { key: 'rule', head: column.rule },
      { key: 'delegate', head: column.delegate, hideOnPhone: true },
      { key: 'day', head: column.day },
      { key: 'standing', head: column.standing },
    ],
    rows: decisions.map((one) => ({
      href: `/delegation/beslut/${one.id}`,
      cells: {
        number: decisionNumber(one),
        decision: decisionCell(one),
        rule: one.ruleNumber,
        delegate: one.delegateName,
        day: dateText(one.decidedOn, today),
        standing: html`${standingStatus(one)}${one.reportedOn !== null && html` ${dayText(one.reportedOn)}`}`,
      },
      ...(one.isUrgent && one.standing === 'unreported' && { tone: 'late' as const }),
    })),
    empty,
    ...(next !== null && { more: listHref(board.id, asked, { after: next }) }),
    ...(decisions.length > 0 && { csv: listHref(board.id, asked, { file: true }) }),
  })
}

function decisionCell({ title, referenceNumber }: DelegatedDecision): Html {
  return html`${title ?? text.withheld}${referenceNumber !== null && html` <span class="k-number">${referenceNumber}</span>`}`
}
