/** What is claimed, and the form for one more. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, disclosure, radios, rejectionOf, section, textArea } from '../../../kernel/ui/index.ts'
import { claimKinds } from '../model/order.ts'
import type { Claim } from '../model/table.ts'
import { sayClaim } from '../model/wording.ts'
import { text } from '../text.ts'
import { peopleFields } from './people.ts'
import { tablePath, type TableView } from './view.ts'

export function claimsPart(view: TableView): Html {
  const { claims } = view.table
  const list = html`<ol>${claims.map((claim, at) => html`<li>${sayClaim(claim)}${withdrawing(view, claim, at)}</li>`)}</ol>`
  return section({
    title: text.claims,
    id: 'yrkanden',
    body: html`<div data-live="claims">${claims.length === 0 ? html`<p>${text.noClaims}</p>` : list}</div>
      ${view.mayWrite && claimForm(view)}`,
  })
}

function withdrawing({ mayWrite, meeting, item }: TableView, { id }: Claim, at: number): Html | false {
  return (
    mayWrite &&
    html`<form method="post" action="${tablePath({ meetingId: meeting.id, itemId: item.id })}/yrkanden/${id}/ta-tillbaka"
      ><button class="ds-button" data-variant="tertiary" data-color="neutral" data-size="sm" aria-label="${text.withdrawNumber(at + 1)}"
        >${text.withdraw}</button
      ></form
    >`
  )
}

function claimForm({ meeting, item, table, rejected }: TableView): Html {
  const action = `${tablePath({ meetingId: meeting.id, itemId: item.id })}/yrkanden`
  const back = rejectionOf(rejected, action)
  const serving = (table.roll?.serving ?? []).map(({ personId, name }) => ({ value: personId, label: name }))
  const body = html`<form class="k-form" method="post" action="${action}">
    ${peopleFields(serving, back, 'yrkar')}
    ${radios({
      name: 'kind',
      label: text.kind,
      choices: claimKinds.map((value) => ({ value, label: text.claimKinds[value] })),
      required: true,
      inline: true,
      rejected: back,
      ...(back === undefined && { id: 'vad-yrkas' }),
    })}
    ${textArea({
      name: 'words',
      label: text.words,
      help: text.wordsHelp,
      required: false,
      rows: 2,
      rejected: back,
      ...(back === undefined && { id: 'yrkandets-ord' }),
    })}
    ${button({ label: text.enterClaim, kind: 'secondary' })}
  </form>`
  // Most have been made when the chair begins to put them: then the form is out of the way.
  if (table.settled.length === 0) return body
  return disclosure({ summary: text.oneMoreClaim, body, open: back !== undefined })
}
