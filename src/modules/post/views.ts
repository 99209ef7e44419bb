/** The list of letters, and one of them. */

import { html, type Html } from '../../kernel/html.ts'
import type { Enclosure } from '../../kernel/post.ts'
import { partsOfLine, withLinks, type LetterState } from '../../kernel/post-words.ts'
import {
  chips,
  columns,
  copyLink,
  dateTimeText,
  emptyState,
  facts,
  field,
  linkButton,
  notice,
  pageHead,
  primaryForm,
  reasons,
  rejectionOf,
  section,
  status,
  statusTag,
  table,
  why,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../kernel/ui/index.ts'
import { caseHref } from '../registry/index.ts'
import {
  letterHref,
  needsSomebody,
  obstaclesToSendingAgain,
  postHref,
  recipientText,
  type Letter,
  type WholeLetter,
} from './model.ts'
import type { Counts, ListView } from './queries.ts'
import { text } from './text.ts'

export const views = {
  alla: 'all',
  'kom-inte-fram': 'undelivered',
  vantar: 'waiting',
  skickade: 'sent',
  misslyckade: 'failed',
  studsade: 'bounced',
} as const

export type PostProps = {
  readonly authorityName: string
  readonly view: ListView
  readonly counts: Counts
  readonly letters: readonly Letter[]
  readonly next: string | null
  readonly hasServer: boolean
}

const kinds: Readonly<Record<LetterState, StatusKind>> = {
  waiting: 'waiting',
  sent: 'done',
  failed: 'late',
  bounced: 'late',
}

export function postPage(props: PostProps): Screen {
  const { authorityName, hasServer } = props
  return {
    title: text.title,
    section: 'post',
    width: 'wide',
    body: html`${pageHead({ title: text.title, over: text.at(authorityName) })}${
      !hasServer && notice('warning', html`<p>${text.noServer}</p>`)
    }${viewChips(props)}${letterTable(props)}${why({ law: text.law, text: text.why })}`,
  }
}

function viewChips({ view, counts }: PostProps): Html {
  const counted: Partial<Record<ListView, number>> = { undelivered: counts.undelivered, waiting: counts.waiting }
  const list = Object.entries(views).map(([word, each]) => {
    const count = counted[each]
    const href = each === 'all' ? postHref : `${postHref}?visa=${word}`
    return { label: text.views[each], href, current: each === view, ...(count !== undefined && { count }) }
  })
  return chips(list, text.views.label)
}

function letterTable({ view, letters, next }: PostProps): Html {
  const word = Object.entries(views).find(([, each]) => each === view)?.[0] ?? 'alla'
  const { columns: heads, empty } = text
  const isAll = view === 'all'
  return table({
    caption: text.title,
    columns: [
      { key: 'subject', head: heads.subject },
      { key: 'to', head: heads.to },
      { key: 'about', head: heads.about },
      { key: 'posted', head: heads.posted },
      { key: 'state', head: heads.state },
    ],
    rows: letters.map(letterRow),
    empty: emptyState({
      title: isAll ? empty.title : empty.filtered,
      text: isAll ? empty.text : empty.filteredText,
      icon: 'mail',
    }),
    ...(next !== null && { more: `${postHref}?visa=${word}&efter=${next}` }),
  })
}

function letterRow(letter: Letter) {
  return {
    href: letterHref(letter.id),
    ...(needsSomebody(letter) && { tone: 'late' as const }),
    cells: {
      subject: letter.subject,
      to:
        letter.toName === null
          ? letter.toAddress
          : html`${letter.toName}<br /><span class="k-help">${letter.toAddress}</span>`,
      about: letter.referenceNumber !== null && html`<span class="k-number">${letter.referenceNumber}</span>`,
      posted: dateTimeText(letter.postedAt),
      state: html`${status(kindOf(letter), text.state[letter.state])}${furtherWords(letter)}`,
    },
  }
}

function kindOf(letter: Letter): StatusKind {
  return needsSomebody(letter) || letter.state === 'waiting' || letter.state === 'sent'
    ? kinds[letter.state]
    : 'stopped'
}

function furtherWords({ againAs, settledAt, reason, state }: Letter): Html {
  const said = againAs !== null ? text.sentAgain : settledAt !== null ? text.settled : state === 'sent' ? null : reason
  return html`${said !== null && html`<br /><span class="k-help">${said}</span>`}`
}

export type LetterProps = {
  readonly letter: WholeLetter
  readonly files: readonly Enclosure[]
  readonly may: { readonly sendAgain: boolean; readonly settle: boolean }
  readonly hasServer: boolean
  readonly house: string | null
  readonly rejected: Rejected | undefined
}

export function letterPage(props: LetterProps): Screen {
  const { letter } = props
  return {
    title: letter.subject,
    section: 'post',
    width: 'wide',
    body: html`${pageHead({
      title: letter.subject,
      over: html`<a href="${postHref}">${text.title}</a>`,
      status: statusTag(kindOf(letter), text.state[letter.state]),
    })}${notices(props)}${columns(main(props), aside(props))}`,
  }
}

function notices({ letter, hasServer }: LetterProps): Html {
  const { state, againAs, settledByName } = letter
  if (againAs !== null)
    return notice(
      'info',
      html`<p>${text.letter.replaced} <a href="${letterHref(againAs)}">${text.letter.toReplacement}</a></p>`,
    )
  if (settledByName !== null) return notice('info', html`<p>${text.letter.settledBy(settledByName)}</p>`)
  if (state === 'waiting' && !hasServer) return notice('warning', html`<p>${text.noServerLetter}</p>`)
  if (state !== 'failed' && state !== 'bounced') return html``
  return notice('danger', html`<p>${text.letter[state]}</p>`)
}

function main({ letter, files, house }: LetterProps): Html {
  const { letter: words } = text
  return html`${letterFacts(letter)}${section({
    title: words.words,
    body: bodyText(letter.body, house),
  })}${
    files.length > 0 &&
    section({
      title: words.files,
      count: files.length,
      body: html`<ul>${files.map(
        ({ name }, index) =>
          html`<li><a href="${letterHref(letter.id)}/bilagor/${index + 1}" download>${name}</a></li>`,
      )}</ul>`,
    })
  }`
}

function letterFacts(letter: Letter): Html {
  const { letter: words } = text
  const { referenceNumber, state } = letter
  const by = letter.postedByName === null ? words.byHouse : words.by(letter.postedByName)
  return facts([
    { term: words.to, value: recipientText(letter) },
    { term: words.from, value: letter.fromName },
    { term: words.replyTo, value: letter.replyTo },
    {
      term: words.about,
      value: referenceNumber !== null && html`<a href="${caseHref({ referenceNumber })}">${referenceNumber}</a>`,
    },
    { term: words.posted, value: html`${dateTimeText(letter.postedAt)}, ${by}` },
    { term: words.sent, value: letter.sentAt !== null && dateTimeText(letter.sentAt) },
    ...tries(letter),
    {
      term: words.ended[state === 'failed' ? 'failed' : 'bounced'],
      value: letter.endedAt !== null && dateTimeText(letter.endedAt),
    },
    { term: words.reason, value: letter.reason },
  ])
}

function tries({ state, triedAt, nextTryAt, attempts }: Letter) {
  const { letter: words } = text
  const tried = triedAt !== null && state !== 'sent' && html`${dateTimeText(triedAt)} (${words.attempts(attempts)})`
  return [
    { term: words.tried, value: tried },
    { term: words.nextTry, value: state === 'waiting' && nextTryAt !== null && dateTimeText(nextTryAt) },
  ]
}

/** Lines as they are sent; an address of ours is a link, and can be copied to be sent in some other way. */
function bodyText(body: string, house: string | null): Html {
  return html`${body
    .trim()
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        html`<p>${paragraph.split('\n').map((line, index) => html`${index > 0 && html`<br />`}${lineWithLinks(line, house)}`)}</p>`,
    )}`
}

function lineWithLinks(line: string, house: string | null): Html {
  return html`${partsOfLine(line).map(({ words, path }) =>
    path === null ? words : html`<a href="${path}">${withLinks(words, house)}</a> ${copyLink(text.letter.copy, path)}`,
  )}`
}

/** A letter is tried again as it is, or with another address. */
function aside(props: LetterProps): Html {
  const { letter, may } = props
  const urgent = needsSomebody(letter)
  return html`${may.sendAgain && section({ title: text.again.title, body: againPart(props, urgent) })}${
    may.settle && urgent && settlePart(letter)
  }`
}

function againPart({ letter, rejected: all }: LetterProps, urgent: boolean): Html {
  const action = `${letterHref(letter.id)}/skicka-igen`
  const obstacles = obstaclesToSendingAgain(letter)
  const { again } = text
  const fields = field({
    name: 'address',
    type: 'email',
    label: again.address,
    value: letter.toAddress,
    maxLength: 254,
    rejected: rejectionOf(all, action),
  })
  const label = letter.state === 'sent' ? again.once : again.submit
  if (letter.againAs === null && letter.anewAt !== null) return toAnew(letter.anewAt, urgent)
  if (obstacles.length > 0) return reasons(obstacles)
  return html`${primaryForm({ action, label, kind: 'secondary' })}${primaryForm({
    action,
    label: again.changed,
    kind: urgent ? 'primary' : 'secondary',
    fields,
  })}`
}

function toAnew(href: string, urgent: boolean): Html {
  const button = linkButton({ href, label: text.again.anew, kind: urgent ? 'primary' : 'secondary' })
  return html`<p class="k-help">${text.obstacle.anew}</p><div class="k-actions">${button}</div>`
}

function settlePart(letter: Letter): Html {
  return html`<p class="k-help">${text.settle.help}</p>${primaryForm({
    action: `${letterHref(letter.id)}/klart`,
    label: text.settle.submit,
    kind: 'secondary',
  })}`
}
