/** On a meeting's page: the calls that were sent, what is new, and the secretary's form. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  dateTimeText,
  dayText,
  disclosure,
  hiddenFields,
  notice,
  primaryForm,
  rejectionOf,
  section,
  textArea,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { Meeting } from '../../meetings/index.ts'
import type { Change } from '../model/call.ts'
import { changeText } from '../model/letter.ts'
import type { Call } from '../queries/calls.ts'
import type { CallView } from '../queries/part.ts'
import { text } from '../text.ts'

export function callPart(view: CallView, rejected: Rejected | undefined): Html {
  const last = view.calls.at(-1)
  return section({
    title: text.title,
    id: 'kallelse',
    body: html`${last === undefined ? notSent(view) : sent(view, last)}${readerPart(view)}${late(view)}${view.maySend && isOpen(view) && sendForm(view, rejected)}${older(view)}${why(text.why)}`,
  })
}

export function papersLink({ id }: Pick<Meeting, 'id'>): Html {
  return html`<p><a href="/sammantraden/${id}/handlingar" type="application/pdf">${text.paper.link}</a>. ${text.paper.help}</p>`
}

/** While there is a meeting to call to. */
const isOpen = ({ meeting, today }: CallView) => meeting.state !== 'cancelled' && meeting.heldOn >= today

function notSent({ callBy, today }: CallView): Html {
  const day = dayText(callBy)
  if (callBy < today) return notice('warning', text.late(day))
  return html`<p>${text.notSent} ${text.sendBy(day)}</p>`
}

function sent(view: CallView, last: Call): Html {
  const { waiting, failed } = view.letters
  return html`${callLine(last)}${words(last)}
  ${waiting > 0 && html`<p>${text.waiting(waiting)} <a href="/utskick">${text.seeLetters}</a></p>`}
  ${failed > 0 && notice('danger', html`${text.notArrived(failed)} <a href="/utskick?visa=kom-inte-fram">${text.seeLetters}</a>`)}
  ${sinceThen(view)}`
}

function sinceThen(view: CallView): Html {
  const { unsent, newcomers } = view
  const missed = newcomers.length > 0 && isOpen(view) && notice('warning', text.newcomers(newcomers.join(', ')))
  if (missed !== false && unsent.length === 0) return missed
  if (unsent.length === 0) return html`<p>${text.nothingNew}</p>`
  if (isOpen(view)) return html`${missed}${notice('warning', html`${text.sinceThen}${changeList(unsent)}`)}`
  return html`<p>${text.afterwards}</p>${changeList(unsent)}`
}

function callLine({ version, sentBy, sentAt, members, substitutes }: Call): Html {
  return html`<p>${text.sentLine(version, sentBy)}, ${dateTimeText(sentAt)}, ${text.sentTo(members, substitutes)}.</p>`
}

function words({ words }: Call): Html | false {
  return (
    words !== null &&
    html`<blockquote class="k-quote">${words.split(/\n\n+/).map((part) => html`<p>${part}</p>`)}</blockquote>`
  )
}

function changeList(changes: readonly Change[]): Html {
  return html`<ul>${changes.map((change) => html`<li>${changeText(change)}</li>`)}</ul>`
}

function readerPart({ reader, calls, meeting }: CallView): Html | false {
  const last = calls.at(-1)
  if (reader === null || last === undefined || reader.version === last.version) return false
  const { version, news } = reader
  return html`${version === null ? html`<p>${text.unread}</p>` : html`<h3>${text.newToYou(version)}</h3>${changeList(news)}`}
  ${primaryForm({
    action: `/sammantraden/${meeting.id}/kallelse/last`,
    hidden: { version: String(last.version) },
    label: text.markRead(last.version),
    kind: 'secondary',
    fields: html``,
  })}`
}

function late({ lateTitles }: CallView): Html | false {
  return (
    lateTitles.length > 0 &&
    notice('warning', html`${text.lateMatters}<ul>${lateTitles.map((title) => html`<li>${title}</li>`)}</ul>`)
  )
}

function sendForm(view: CallView, rejected: Rejected | undefined): Html {
  const { meeting, calls, elected, obstacles } = view
  const action = `/sammantraden/${meeting.id}/kallelse`
  const back = rejectionOf(rejected, action)
  // Nothing new to send: that stands above already.
  if (back === undefined && calls.length > 0 && view.unsent.length + view.newcomers.length === 0) return html``
  const count = elected.length
  return primaryForm({
    action,
    obstacles: back === undefined ? obstacles : [],
    label: calls.length === 0 ? text.send(count) : text.sendAnew(count),
    kind: calls.length === 0 && meeting.heldOn > view.today ? 'primary' : 'secondary',
    confirm: text.confirm(count),
    fields: html`${hiddenFields({ version: String((calls.at(-1)?.version ?? 0) + 1) })}
    ${textArea({ name: 'words', label: text.words, help: text.wordsHelp, rows: 3, rejected: back })}
    ${disclosure({ summary: text.who(count), body: html`<ul>${elected.map(({ name }) => html`<li>${name}</li>`)}</ul>` })}`,
  })
}

function older({ calls }: CallView): Html | false {
  const before = calls.slice(0, -1).toReversed()
  if (before.length === 0) return false
  return disclosure({ summary: text.older, body: html`${before.map((call) => html`${callLine(call)}${words(call)}`)}` })
}
