/** One message: what it says, what to beware of, what came with it, and what a registrar can do with it. */

import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  columns,
  dateOnly,
  dateTimeText,
  disclosure,
  facts,
  linkButton,
  notice,
  pageHead,
  primaryForm,
  section,
  statusTag,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import { recordHref, recordNumber, type Case, type RecordItem } from '../../registry/index.ts'
import {
  isLate,
  messageHref,
  obstaclesToPuttingBack,
  registerBy,
  senderText,
  type Act,
  type Message,
  type Part,
} from '../model/message.ts'
import type { Twin } from '../queries/messages.ts'
import { text } from '../text/inbox.ts'
import { inboxHref } from './inbox.ts'
import { asidePart, registerPart, releasePart } from './message-forms.ts'
import { partsTable, sizeWords } from './message-parts.ts'

export type MessageProps = {
  readonly message: Message
  readonly parts: readonly Part[]
  readonly acts: readonly Act[]
  readonly twins: readonly Twin[]
  readonly proposed: Case | null
  readonly record: RecordItem | null
  /** What the register of contacts calls the sender. */
  readonly contactName: string | null
  /** What modules downstream can do with it. */
  readonly more: readonly Html[]
  readonly may: {
    readonly register: boolean
    readonly setAside: boolean
    readonly release: boolean
    readonly putBack: boolean
  }
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function messagePage(props: MessageProps): Screen {
  const { message } = props
  const title = message.subject || text.noSubject
  return {
    title,
    section: 'inbox',
    width: 'wide',
    body: html`${pageHead({
      title,
      over: html`<a href="${inboxHref}">${text.message.over}</a>`,
      status: statusTag(kindOf(props), isOverdue(props) ? text.marks.late : text.state[message.state]),
    })}${notices(props)}${columns(html`${props.more}${main(props)}`, aside(props))}`,
  }
}

function isOverdue({ message, today }: MessageProps): boolean {
  return message.state === 'waiting' && isLate(swedishDay(message.receivedAt), today)
}

function kindOf(props: MessageProps): StatusKind {
  if (isOverdue(props)) return 'late'
  const kinds = { waiting: 'waiting', registered: 'done', set_aside: 'stopped', quarantined: 'stopped' } as const
  return kinds[props.message.state]
}

function notices({ message, twins }: MessageProps): Html {
  const { quarantineReason, automatic } = message
  return html`${quarantineReason !== null && notice('danger', text.reasonOf[quarantineReason])}${
    message.warnings.length > 0 &&
    notice(
      'warning',
      html`<p>${text.message.warnings}</p><ul>${message.warnings.map(
        ({ code, detail }) => html`<li>${text.warn[code](code === 'date_differs' ? detail.slice(0, 10) : detail)}</li>`,
      )}</ul>`,
    )
  }${automatic !== null && notice('info', text.automatic[automatic])}${twins.length > 0 && twinNotice(twins)}`
}

function twinNotice(twins: readonly Twin[]): Html {
  return notice(
    'info',
    html`<p>${text.message.twins}</p><ul>${twins.map(
      (twin) =>
        html`<li><a href="${messageHref(twin)}">${text.message.twin(twin.subject || text.noSubject, text.state[twin.state])}</a>, ${dateTimeText(
          twin.receivedAt,
        )}</li>`,
    )}</ul>`,
  )
}

function main(props: MessageProps): Html {
  const { message, parts } = props
  return html`${messageFacts(message)}${section({ title: text.message.body, body: bodyText(message.body) })}${
    parts.length > 0 &&
    section({ title: text.message.attachments, count: parts.length, body: partsTable(message, parts) })
  }${originalPart(message)}`
}

function messageFacts(message: Message): Html {
  const words = text.message
  const { state, envelopeFrom } = message
  const day = swedishDay(message.receivedAt)
  return facts([
    { term: words.from, value: senderText(message) || text.noSender },
    { term: words.envelope, value: envelopeFrom === '' ? words.envelopeNobody : differing(envelopeFrom, message) },
    { term: words.replyTo, value: message.replyTo },
    { term: words.to, value: message.via === 'upload' ? words.uploaded : message.envelopeTo.join(', ') },
    { term: words.received, value: dateTimeText(message.receivedAt) },
    { term: words.sent, value: message.sentAt === null ? null : dateTimeText(message.sentAt) },
    { term: words.registerBy, value: state === 'waiting' && dateOnly(registerBy(day)) },
    { term: words.size, value: sizeWords(message.size) },
  ])
}

function differing(envelopeFrom: string | null, { fromAddress }: Message): string | null {
  return envelopeFrom?.toLowerCase() === fromAddress?.toLowerCase() ? null : envelopeFrom
}

/** Paragraphs and lines as they were written; nothing in them is markup. */
function bodyText(body: string): Html {
  if (body.trim() === '') return html`<p class="k-help">${text.message.noBody}</p>`
  return html`${body
    .trim()
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        html`<p>${paragraph.split('\n').map((line, index) => html`${index > 0 && html`<br />`}${line}`)}</p>`,
    )}`
}

/** What may do harm is not downloaded by one careless press. */
function originalPart(message: Message): Html {
  const link = linkButton({
    href: `${messageHref(message)}/original`,
    label: text.message.original,
    kind: 'tertiary',
    icon: 'download',
    download: true,
  })
  if (message.quarantineReason === null) return html`<p>${link}</p>`
  const body = html`${notice('danger', text.message.originalRisk)}<p>${link}</p>`
  return disclosure({ summary: text.message.originalShow, body })
}

function aside(props: MessageProps): Html {
  return html`${deed(props)}${section({ title: text.message.history, body: history(props) })}`
}

function deed(props: MessageProps): Html {
  const { message, may } = props
  if (message.state === 'registered') return registeredPart(props)
  if (message.state === 'set_aside') return undoPart(props)
  if (message.state === 'quarantined')
    return html`${may.release && releasePart(props)}${may.setAside && asidePart(props)}`
  return html`${may.register && registerPart(props)}${may.setAside && asidePart(props)}${message.releasedAt !== null && undoPart(props)}`
}

function registeredPart({ record }: MessageProps): Html {
  const value =
    record === null
      ? text.state.registered
      : html`<a href="${recordHref(record)}">${recordNumber(record)} ${record.title}</a>`
  return section({ title: text.message.registeredAs, body: html`<p>${value}</p>` })
}

function undoPart({ message, may }: MessageProps): Html {
  if (!may.putBack) return html``
  const { reason, why } = message
  const said = reason !== null && html`<p>${text.aside.reasons[reason]}${why !== null && html`. ${why}`}</p>`
  return html`${said}${reason === 'report' && aboutLetter(message)}${primaryForm({
    action: `${messageHref(message)}/angra`,
    label: text.undo.submit,
    kind: 'secondary',
    icon: 'undo',
    obstacles: obstaclesToPuttingBack(message),
  })}`
}

/** Where the letter is that it tells of: the page of letters that have left. */
function aboutLetter({ letterId }: Message): Html {
  return html`<p>${text.message.report}</p>${letterId !== null && html`<p><a href="/utskick/${letterId}">${text.message.toLetter}</a></p>`}`
}

function history({ message, acts }: MessageProps): Html {
  return html`<ul class="k-just-done">
    <li>${text.message.came}, ${dateTimeText(message.receivedAt)}</li>
    ${acts.map(
      ({ at, act, personName, why }) =>
        html`<li>${text.message.by(text.message.acts[act], personName)}, ${dateTimeText(at)}${why !== null && html`<br /><span class="k-help">${why}</span>`}</li>`,
    )}
  </ul>`
}
