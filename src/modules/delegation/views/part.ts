/** On a meeting's page: what the board is told of there, and what could be put up. */

import { html, type Html } from '../../../kernel/html.ts'
import { dayText, notice, primaryForm, section, table, why } from '../../../kernel/ui/index.ts'
import type { Meeting } from '../../meetings/index.ts'
import { decisionNumber, type DelegatedDecision } from '../model.ts'
import { text } from '../text.ts'

export type PartProps = {
  readonly meeting: Meeting
  readonly unreported: readonly DelegatedDecision[]
  readonly placed: number
  /** Whether this is the board's next meeting: only there is what is waiting shown. */
  readonly isNext: boolean
  readonly mayReport: boolean
}

/** Null when the board has nothing to be told of here. */
export function meetingPart({ meeting, unreported, placed, isNext, mayReport }: PartProps): Html | null {
  const waits = isNext ? unreported : []
  if (waits.length === 0 && placed === 0) return null
  const urgent = waits.filter(({ isUrgent }) => isUrgent)
  const body = html`
    ${placed > 0 && html`<p>${text.report.placed(placed)}. ${text.report.onAgenda}</p>`}
    ${urgent.length > 0 && notice('danger', urgent.map((one) => text.list.urgentOpen(decisionNumber(one), dayText(meeting.heldOn))).join(' '))}
    ${waits.length > 0 && html`<p>${text.report.toReport(waits.length)}.</p>${waitingTable(waits)}`}
    ${
      waits.length > 0 &&
      mayReport &&
      primaryForm({
        action: `/sammantraden/${meeting.id}/delegation`,
        label: text.report.do(waits.length),
        kind: 'secondary',
      })
    }
    ${why(urgent.length > 0 ? text.urgentWhy : text.reportWhy)}
  `
  return section({ title: text.report.title, id: 'anmalan', count: placed + waits.length, body })
}

const mostShown = 20

function waitingTable(decisions: readonly DelegatedDecision[]): Html {
  const { column } = text
  return table({
    caption: text.list.caption,
    columns: [
      { key: 'number', head: column.number },
      { key: 'decision', head: column.decision },
      { key: 'rule', head: column.rule },
      { key: 'delegate', head: column.delegate },
    ],
    rows: decisions.slice(0, mostShown).map((one) => ({
      href: `/delegation/beslut/${one.id}`,
      cells: {
        number: decisionNumber(one),
        decision: one.title ?? text.withheld,
        rule: one.ruleNumber,
        delegate: one.delegateName,
      },
    })),
    empty: html``,
  })
}
