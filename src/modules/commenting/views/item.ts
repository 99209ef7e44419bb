/** One comment, whatever it is about: what was said and by whom, what was replied, and what can be done with it. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  dateTimeText,
  disclosure,
  hiddenFields,
  rejectionOf,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { Comment } from '../model.ts'
import { text } from '../text.ts'

export type ItemProps = {
  /** What it is about. */
  readonly about: Html
  /** The page it stands on, to which what is done with it is sent. */
  readonly at: string
  /** Sent along, to come back to the same place. */
  readonly carried?: Readonly<Record<string, string>>
  readonly mayAnswer: boolean
  readonly mayReopen: boolean
  readonly mayTake: boolean
  readonly rejected: Rejected | undefined
}

/** What is said when something has been done with a comment. */
export const commentSays = {
  added: () => text.added,
  replied: () => text.replied,
  closed: () => text.closed,
  reopened: () => text.reopened,
} as const

type Shown = Omit<Comment, 'draftId' | 'quote'>

export function commentItem(comment: Shown, props: ItemProps): Html {
  const { said, byName, at, replies, state } = comment
  return html`<li class="k-check" id="kommentar-${comment.id}">
    ${props.about}
    ${said !== null && html`<p class="k-lines">${said}</p>`}
    ${proposed(comment)}
    <p class="k-quiet">${byName}, ${dateTimeText(at)}</p>
    ${replies.map((one) => html`<blockquote><p class="k-lines">${one.said}</p><p class="k-quiet">${one.byName}, ${dateTimeText(one.at)}</p></blockquote>`)}
    ${state === 'open' ? openForms(comment, props) : answeredBy(comment, props)}
  </li>`
}

function proposed({ proposal }: Shown): Html | false {
  if (proposal === null) return false
  return html`<p>${text.proposes}: ${proposal === '' ? text.remove : html`<ins class="k-lines">${proposal}</ins>`}</p>`
}

type Press = { readonly path: string; readonly label: string; readonly kind: 'secondary' | 'tertiary' }

function press({ id }: Shown, { at, carried }: ItemProps, { path, label, kind }: Press): Html {
  return html`<form method="post" action="${at}/${path}" data-after-saving>${hiddenFields({ commentId: id, ...carried })}${button({ label, kind, small: true })}</form>`
}

function openForms(comment: Shown, props: ItemProps): Html {
  const mayTake = props.mayTake && comment.proposal !== null
  return html`<div class="k-actions">
      ${mayTake && press(comment, props, { path: 'ta-in', label: text.take, kind: 'secondary' })}
      ${props.mayAnswer && press(comment, props, { path: 'klar', label: text.close, kind: 'tertiary' })}
    </div>
    ${props.mayAnswer && replyForm(comment, props)}`
}

function replyForm({ id }: Shown, { at, carried, rejected }: ItemProps): Html {
  const action = `${at}/svara`
  const refused = rejected?.values['commentId'] === id ? rejectionOf(rejected, action) : undefined
  return disclosure({
    summary: text.reply,
    open: refused !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${hiddenFields({ commentId: id, ...carried })}
      ${textArea({ name: 'said', id: `falt-svar-${id}`, label: text.replyLabel, rows: 2, maxLength: 4000, rejected: refused })}
      ${button({ label: text.reply, kind: 'secondary', small: true })}
    </form>`,
  })
}

function answeredBy(comment: Shown, props: ItemProps): Html {
  const { state, answeredByName, answeredAt } = comment
  const say = state === 'taken' ? text.takenBy : text.closedBy
  return html`<p class="k-quiet">${say(answeredByName ?? '')}${answeredAt !== null && html`, ${dateTimeText(answeredAt)}`}</p>
    ${props.mayReopen && state === 'closed' && press(comment, props, { path: 'oppna', label: text.reopen, kind: 'tertiary' })}`
}
