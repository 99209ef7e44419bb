/** Särskilda protokoll (A-92): what awaits one, those there are, and the day each was noticed. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  dateField,
  dateOnly,
  dateText,
  disclosure,
  emptyState,
  primaryForm,
  rejectionOf,
  section,
  table,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
import { recordHref } from '../../registry/index.ts'
import { decisionNumber, lastDayToAppeal, type DelegatedDecision, type Minutes } from '../model.ts'
import { text } from '../text.ts'
import { partScreen } from './frame.ts'

export type MinutesProps = {
  readonly boards: readonly Body[]
  readonly board: Body
  readonly waiting: readonly DelegatedDecision[]
  readonly minutes: readonly Minutes[]
  readonly mayWrite: boolean
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function minutesPage(props: MinutesProps): Screen {
  const { boards, board, waiting, minutes } = props
  const isEmpty = waiting.length === 0 && minutes.length === 0
  const body = html`${isEmpty && emptyState(text.minutes.none)}${waitingPart(props)}${written(props)}${noticing(props)}${why(text.minutes.why)}`
  return partScreen({ part: 'minutes', boards, board, body, title: text.minutes.title, lead: text.minutes.lead })
}

function waitingPart({ board, waiting, mayWrite, today }: MinutesProps): Html {
  if (waiting.length === 0) return html``
  const { column } = text
  const list = table({
    caption: text.minutes.waiting,
    columns: [
      { key: 'number', head: column.number },
      { key: 'decision', head: column.decision },
      { key: 'rule', head: column.rule },
      { key: 'day', head: column.day },
    ],
    rows: waiting.map((one) => ({
      href: `/delegation/beslut/${one.id}`,
      cells: {
        number: decisionNumber(one),
        decision: one.title ?? text.withheld,
        rule: one.ruleNumber,
        day: dateText(one.decidedOn, today),
      },
    })),
    empty: html``,
  })
  const write =
    mayWrite &&
    primaryForm({
      action: '/delegation/sarskilt-protokoll/uppratta',
      label: text.minutes.write,
      hidden: { bodyId: board.id },
    })
  return section({ title: text.minutes.waiting, count: waiting.length, body: html`${list}${write}` })
}

function written({ minutes }: MinutesProps): Html {
  if (minutes.length === 0) return html``
  const body = table({
    caption: text.minutes.caption,
    columns: [
      { key: 'made', head: text.minutes.made },
      { key: 'count', head: text.minutes.count, numeric: true },
      { key: 'noticed', head: text.minutes.noticed },
      { key: 'last', head: text.minutes.lastDay },
    ],
    rows: minutes.map((one) => ({
      href: recordHref({ id: one.recordId }),
      cells: {
        made: dateOnly(one.madeOn),
        count: one.count,
        noticed: one.noticedOn === null ? text.minutes.notNoticed : dateOnly(one.noticedOn),
        last: one.noticedOn === null ? '' : dateOnly(lastDayToAppeal(one.noticedOn)),
      },
    })),
    empty: html``,
  })
  return section({ title: text.minutes.caption, body })
}

function noticing({ board, minutes, mayWrite, today, rejected }: MinutesProps): Html {
  const open = minutes.filter(({ noticedOn }) => noticedOn === null)
  if (!mayWrite || open.length === 0) return html``
  return html`${open.map((one) => {
    const action = `/delegation/sarskilt-protokoll/${one.id}/anslag`
    const back = rejectionOf(rejected, action)
    const body = html`<form class="k-form" method="post" action="${action}">
      <input type="hidden" name="bodyId" value="${board.id}" />
      ${dateField({
        name: 'noticedOn',
        label: text.field.noticedOn,
        help: text.minutes.noticeHelp,
        value: today,
        min: one.madeOn,
        max: today,
        required: true,
        rejected: back,
        ...(back === undefined && { id: `noticedOn-${one.id}` }),
      })}
      ${button({ label: text.minutes.noticeDo, kind: 'secondary', confirm: text.minutes.noticeConfirm })}
    </form>`
    return disclosure({ summary: html`${text.minutes.notice}: ${one.recordTitle}`, body, open: back !== undefined })
  })}`
}
