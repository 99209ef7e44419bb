/** The inbox: what is late, what waits, what is kept apart, what has been handled, and the way in for saved e-mails. */

import { html, type Drawable, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  awayText,
  chips,
  columns,
  dateTimeText,
  emptyState,
  fileField,
  pageHead,
  primaryForm,
  rejectionOf,
  section,
  status,
  table,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { isLate, messageHref, senderText } from '../model/message.ts'
import type { Counts, Listed, ListView } from '../queries/messages.ts'
import { text } from '../text/inbox.ts'

export const inboxHref = '/inkorg'
export const importHref = `${inboxHref}/ta-in`
export const views = { vantar: 'waiting', karantan: 'quarantined', hanterade: 'handled' } as const
export type ViewWord = keyof typeof views

export type InboxProps = {
  readonly authorityName: string
  readonly view: ListView
  readonly counts: Counts
  readonly messages: readonly Listed[]
  readonly next: string | null
  readonly mayImport: boolean
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function inboxPage(props: InboxProps): Screen {
  const list = { waiting: waitingList, quarantined: quarantineList, handled: handledList }[props.view](props)
  return {
    title: text.title,
    section: 'inbox',
    width: 'wide',
    body: html`${pageHead({ title: text.title, over: text.at(props.authorityName) })}${viewChips(props)}${columns(
      list,
      html`${props.mayImport && importPart(props)}${why({ law: text.law, text: text.why })}`,
    )}`,
  }
}

function viewChips({ view, counts }: InboxProps): Html {
  const counted: Readonly<Record<ListView, number | null>> = {
    waiting: counts.waiting,
    quarantined: counts.quarantined,
    handled: null,
  }
  const list = Object.entries(views).map(([word, each]) => {
    const count = counted[each]
    const href = each === 'waiting' ? inboxHref : `${inboxHref}?visa=${word}`
    return { label: text.views[each], href, current: each === view, ...(count !== null && { count }) }
  })
  return chips(list, text.views.label)
}

/** What is late stands on top (B-02). */
function waitingList(props: InboxProps): Html {
  const { messages, today } = props
  const late = messages.filter(({ receivedAt }) => isLate(swedishDay(receivedAt), today))
  const rest = messages.slice(late.length)
  const isAll = late.length === messages.length
  return html`${
    late.length > 0 &&
    section({
      title: text.late,
      count: props.counts.late,
      body: html`<p>${text.lateLead}</p>${messageTable(props, { title: text.late, messages: late, hasMore: isAll })}`,
    })
  }${
    (!isAll || late.length === 0) &&
    section({ title: text.waiting, body: messageTable(props, { title: text.waiting, messages: rest, hasMore: true }) })
  }`
}

function quarantineList(props: InboxProps): Html {
  const { messages } = props
  const lead = messages.length > 0 && html`<p>${text.quarantinedLead}</p>`
  const body = html`${lead}${messageTable(props, { title: text.quarantined, messages, hasMore: true })}`
  return section({ title: text.quarantined, body })
}

function handledList(props: InboxProps): Html {
  return section({
    title: text.handled,
    body: messageTable(props, { title: text.handled, messages: props.messages, hasMore: true }),
  })
}

type Shown = { readonly title: string; readonly messages: readonly Listed[]; readonly hasMore: boolean }

function messageTable({ view, next, today }: InboxProps, { title, messages, hasMore }: Shown): Html {
  const word = Object.entries(views).find(([, each]) => each === view)?.[0] ?? 'vantar'
  const { columns: heads } = text
  return table({
    caption: title,
    columns: [
      { key: 'subject', head: heads.subject },
      { key: 'sender', head: heads.sender },
      { key: 'received', head: heads.received },
      { key: 'marks', head: view === 'handled' ? heads.outcome : heads.marks },
    ],
    rows: messages.map((message) => messageRow(message, view, today)),
    empty: emptyState({ title: text.empty[view], text: text.empty[`${view}Text`], icon: 'mail' }),
    ...(hasMore && next !== null && { more: `${inboxHref}?visa=${word}&efter=${next}` }),
  })
}

function messageRow(message: Listed, view: ListView, today: string) {
  const day = swedishDay(message.receivedAt)
  const late = view === 'waiting' && isLate(day, today)
  return {
    href: messageHref(message),
    ...(late && { tone: 'late' as const }),
    cells: {
      subject: message.subject || text.noSubject,
      sender: message.fromName ?? message.fromAddress ?? text.noSender,
      received: html`${dateTimeText(message.receivedAt)} <span class="k-help">${awayText(day, today)}</span>`,
      marks: view === 'handled' ? outcome(message) : marks(message, late),
    },
  }
}

function outcome(message: Listed): Html {
  if (message.state === 'registered') return status('done', text.state.registered)
  const reason = message.reason === null ? '' : text.aside.reasons[message.reason]
  return html`${status('stopped', text.state.set_aside)} <span class="k-help">${reason}</span>`
}

function marks(message: Listed, late: boolean): Html {
  const reason = message.state === 'quarantined' ? message.quarantineReason : null
  const told: Drawable[] = [
    reason !== null && text.reasonOf[reason],
    message.automatic !== null && text.automatic[message.automatic],
    message.twins > 0 && text.marks.twin,
    message.warningCount > 0 && text.marks.warnings(message.warningCount),
    message.parts > 0 && text.marks.attachments(message.parts),
  ].filter((words) => words !== false)
  const lines = told.map((words, index) => html`${index > 0 && html`<br />`}${words}`)
  return html`${late && html`${status('late', text.marks.late)}${lines.length > 0 && html`<br />`}`}${lines}`
}

function importPart({ rejected: all }: InboxProps): Html {
  const rejected = rejectionOf(all, importHref)
  const error = rejected?.fields['files']
  const fields = fileField({
    name: 'files[]',
    label: text.upload.files,
    help: text.upload.help,
    accept: '.eml,message/rfc822',
    multiple: true,
    ...(error !== undefined && { error }),
  })
  return section({
    title: text.upload.title,
    body: primaryForm({ action: importHref, label: text.upload.submit, kind: 'secondary', files: true, fields }),
  })
}

/** How a message is called where it is one of several. */
export function messageName(message: Pick<Listed, 'subject' | 'fromName' | 'fromAddress'>): string {
  return message.subject || senderText(message) || text.noSubject
}
