/** The page of one item at the table: for the secretary in the meeting, by keyboard; for those who follow, as it happens. */

import { html, type Html } from '../../../kernel/html.ts'
import { capital, disclosure, linkButton, notice, pageHead, section, type Screen } from '../../../kernel/ui/index.ts'
import type { AgendaItem, Meeting } from '../../meetings/index.ts'
import { servingName } from '../../roll/index.ts'
import { markOf, strangersIn, type Table } from '../model/table.ts'
import { text } from '../text.ts'
import { claimsPart } from './claims.ts'
import { notesPart } from './notes.ts'
import { orderPart } from './order.ts'
import { tablePath, type TableView } from './view.ts'

export function tablePage(view: TableView): Screen {
  const { meeting, item, table, agenda } = view
  const at = agenda.findIndex(({ id }) => id === item.id)
  const names = strangersIn(table)
  return {
    title: text.open(item.title),
    section: 'meetings',
    body: html`${pageHead({
      title: `${at + 1}. ${item.title}`,
      over: html`<a href="/sammantraden/${meeting.id}#${item.id}">${capital(meeting.bodyName)} ${meeting.heldOn}</a>`,
      lead: table.roll === null ? text.lead : text.servingCount(table.roll.serving.length, table.roll.seats),
    })}
      ${names.length > 0 && notice('danger', text.strangers(text.say.and(names)))}
      ${table.isAdjusted && notice('info', text.adjusted)}
      <div data-news="/api/v1/agenda-items/${item.id}/table/news" data-mark="${markOf(table)}">
        ${table.isCalled ? html`${claimsPart(view)}${orderPart(view)}${notesPart(view)}` : notice('info', text.notCalled)}
      </div>
      ${servingList(table)}${ways(view, at)}`,
  }
}

function servingList({ roll }: Table): Html {
  if (roll === null) return html``
  const list = html`<ul>${roll.serving.map((one) => html`<li>${servingName(one)}</li>`)}</ul>`
  return disclosure({ summary: text.serving, body: list })
}

function ways({ meeting, agenda }: TableView, at: number): Html {
  const to = (item: AgendaItem | undefined, label: string) =>
    item !== undefined &&
    linkButton({ label, href: tablePath({ meetingId: meeting.id, itemId: item.id }), kind: 'secondary' })
  return html`<div class="k-actions">${to(agenda[at - 1], text.previous)}${to(agenda[at + 1], text.next)}${linkButton({
    label: text.toMeeting,
    href: `/sammantraden/${meeting.id}`,
    kind: 'tertiary',
  })}</div>`
}

type PartProps = {
  readonly meeting: Meeting
  readonly items: readonly { readonly id: string; readonly title: string | null }[]
  readonly counts: readonly { itemId: string; claims: number; questions: number; notes: number }[]
}

/** On the meeting's page: the way to each item's table. */
export function linksPart({ meeting, items, counts }: PartProps): Html {
  const line = ({ id, title }: { readonly id: string; readonly title: string | null }) => {
    const count = counts.find(({ itemId }) => itemId === id)
    const isEmpty = count === undefined || count.claims + count.questions + count.notes === 0
    const said = isEmpty ? text.nothing : text.counts(count.claims, count.questions, count.notes)
    return (
      title !== null &&
      html`<li><a href="${tablePath({ meetingId: meeting.id, itemId: id })}">${title}</a><br />${said}</li>`
    )
  }
  return section({
    title: text.title,
    id: 'bordet',
    body: html`<p>${text.lead}</p><ol>${items.map(line)}</ol>`,
  })
}
