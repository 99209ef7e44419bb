/** What was decided in a case, on its own tab, and what it waits for, on its overview. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  checkboxes,
  dateText,
  dayText,
  disclosure,
  emptyState,
  rejectionOf,
  section,
  select,
  table,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case, type RecordItem } from '../../registry/index.ts'
import type { Decision } from '../model/decision.ts'
import type { Meeting } from '../model/meeting.ts'
import type { OnAgenda } from '../queries/meetings.ts'
import { text } from '../text.ts'
import { decisionView } from './decision.ts'

export type DecisionsTab = {
  readonly theCase: Case
  readonly decisions: readonly Decision[]
  /** What can be begun from each, by its id. */
  readonly next: ReadonlyMap<string, readonly Html[]>
  readonly agenda: readonly OnAgenda[]
  /** Meetings it can be placed on; none where the person may not place. */
  readonly meetings: readonly Meeting[]
  readonly records: readonly RecordItem[]
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function decisionsTab(tab: DecisionsTab): Html {
  const standing = tab.agenda.filter((one) => one.state === 'on_agenda')
  const isEmpty = tab.decisions.length === 0 && standing.length === 0
  return html`${isEmpty && emptyState({ ...text.noDecisions, icon: 'calendar' })}
    ${tab.decisions.map((decision) => oneDecision(decision, tab))}
    ${standing.length > 0 && section({ title: text.standsOn, body: agendaTable(standing, tab.today) })}
    ${placeForm(tab)}`
}

function oneDecision(decision: Decision, { today, next }: DecisionsTab): Html {
  const of = decision.isProposal ? text.proposalOf : text.decisionOf
  return section({
    title: `${text.paragraph(decision.paragraph)} ${of(decision.bodyName)}`,
    id: decision.id,
    body: html`${decisionView(decision, today)}<p
        ><a href="/sammantraden/${decision.meetingId}#${decision.itemId}">${text.agenda}</a></p
      >${next.get(decision.id)}`,
  })
}

function agendaTable(rows: readonly OnAgenda[], today: string): Html {
  return table({
    caption: text.standsOn,
    columns: [
      { key: 'body', head: text.column.body },
      { key: 'date', head: text.column.date },
      { key: 'state', head: text.column.state },
    ],
    rows: rows.map((row) => ({
      href: `/sammantraden/${row.meetingId}#${row.itemId}`,
      cells: { body: capital(row.bodyName), date: dateText(row.heldOn, today), state: text.itemState[row.state] },
    })),
    empty: html``,
  })
}

function placeForm({ theCase, meetings, records, rejected }: DecisionsTab): Html {
  if (meetings.length === 0) return html``
  const action = `/arenden/${theCase.referenceNumber}/beslut/satt-upp`
  const back = rejectionOf(rejected, action) ?? rejectionOf(rejected, `/arenden/${theCase.id}/beslut/satt-upp`)
  const body = html`<form class="k-form" method="post" action="${action}">
    ${select({
      name: 'meetingId',
      label: text.meeting,
      choices: meetings.map((one) => ({ value: one.id, label: `${dayText(one.heldOn)} · ${one.bodyName}` })),
      required: true,
      rejected: back,
    })}
    ${textArea({ name: 'proposal', label: text.field.proposal, help: text.field.proposalHelp, rejected: back })}
    ${
      records.length > 0 &&
      checkboxes({
        name: 'recordIds[]',
        label: text.field.papers,
        choices: records.map((record) => ({ value: record.id, label: record.title })),
        values: records.filter((record) => record.kind === 'memo' || record.kind === 'statement').map(({ id }) => id),
        rejected: back,
      })
    }
    ${button({ label: text.add, kind: 'secondary' })}
  </form>`
  return disclosure({ summary: text.placeHere, body, open: back !== undefined })
}

/** What the case waits for at a meeting; null when nothing. */
export function nextHint(
  { agenda, decisions }: { agenda: readonly OnAgenda[]; decisions: readonly Decision[] },
  { theCase, today }: { theCase: Case; today: string },
): Html | null {
  const waiting = decisions.findLast((decision) => decision.state === 'decided' && !decision.isProposal)
  if (waiting !== undefined) return hint(text.next.awaitsAdjustment, { row: waiting, theCase, today })
  const isPassed = ({ heldOn }: OnAgenda) => decisions.some((one) => !one.isProposal && one.decidedOn >= heldOn)
  const standing = agenda.find((row) => row.state === 'on_agenda' && !isPassed(row))
  if (standing === undefined) return null
  const words = standing.heldOn <= today ? text.next.awaitsDecision : text.next.onAgenda
  return hint(words, { row: standing, theCase, today })
}

type Waiting = { readonly bodyName: string; readonly heldOn?: string; readonly decidedOn?: string }

function hint(words: string, { row, theCase, today }: { row: Waiting; theCase: Case; today: string }): Html {
  const day = row.heldOn ?? row.decidedOn ?? today
  return html`<p
    >${words}: <a href="${caseHref(theCase, 'beslut')}">${row.bodyName}</a>, ${dateText(day, today)}</p
  >`
}
