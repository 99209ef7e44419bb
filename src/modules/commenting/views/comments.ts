/** The comments of a case's drafts, beside the text: what was said, what is proposed, and a form to say more. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  dateTimeText,
  disclosure,
  emptyState,
  hiddenFields,
  reasons,
  rejectionOf,
  section,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { shortQuote, tabOf, writtenLink, type Draft } from '../../drafting/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import { obstaclesToCommenting, type Comment, type Place } from '../model.ts'
import { text } from '../text.ts'

export const panelPath = 'underlag/kommentarer'
/** Where it is told that something is said, or done about it. */
export const newsPath = (caseId: string): string => `/api/v1/cases/${caseId}/comments/news`

export type CommentedDraft = {
  readonly draft: Draft
  readonly comments: readonly (Comment & { readonly place: Place | null })[]
}

export type CommentsProps = {
  readonly theCase: Case
  readonly drafts: readonly CommentedDraft[]
  /** What the panel shows, as the news of it says it. */
  readonly mark: string
  readonly mayComment: boolean
  readonly mayWrite: boolean
  readonly rejected: Rejected | undefined
}

type Shown = CommentsProps & { readonly draft: Draft }

export function commentsPanel(props: CommentsProps): Html {
  if (props.drafts.length === 0) return emptyState({ title: text.noDraft, text: text.lead, icon: 'fileText' })
  return html`<p class="k-help" data-news="${newsPath(props.theCase.id)}" data-mark="${props.mark}">${text.lead}</p>
    ${props.drafts.map(({ draft, comments }) => ofDraft({ ...props, draft }, comments))}`
}

function ofDraft(props: Shown, comments: CommentedDraft['comments']): Html {
  const open = comments.filter(({ state }) => state === 'open')
  const answered = comments.filter(({ state }) => state !== 'open')
  const obstacles = obstaclesToCommenting(props.draft)
  const { kind } = props.draft
  const body = html`<div data-live="${kind}-open">${open.length === 0 && html`<p class="k-quiet">${text.none}</p>`}
    <ul class="k-plain-list k-checks">${open.map((one) => item(props, one))}</ul></div>
    ${props.mayComment && (obstacles.length > 0 ? reasons(obstacles) : newForm(props))}
    <div data-live="${kind}-answered">${
      answered.length > 0 &&
      disclosure({
        summary: text.answered(answered.length),
        body: html`<ul class="k-plain-list k-checks">${answered.map((one) => item(props, one))}</ul>`,
      })
    }</div>`
  return section({ title: text.kinds[kind], body })
}

function item(props: Shown, comment: CommentedDraft['comments'][number]): Html {
  const { said, byName, at, replies, state } = comment
  return html`<li class="k-check" id="kommentar-${comment.id}">
    ${aboutWhat(props, comment)}
    ${said !== null && html`<p class="k-lines">${said}</p>`}
    ${proposed(comment)}
    <p class="k-quiet">${byName}, ${dateTimeText(at)}</p>
    ${replies.map((one) => html`<blockquote><p class="k-lines">${one.said}</p><p class="k-quiet">${one.byName}, ${dateTimeText(one.at)}</p></blockquote>`)}
    ${state === 'open' ? openForms(props, comment) : answeredBy(props, comment)}
  </li>`
}

/** The words it is about lead to where they stand; words that were changed since say so. */
function aboutWhat({ theCase, draft }: Shown, { quote, place, state }: CommentedDraft['comments'][number]): Html {
  if (quote === null) return html`<p class="k-quiet">${text.whole}</p>`
  const isChanged = place === null && state === 'open'
  const fieldsAt = caseHref(theCase, tabOf[draft.kind])
  const words =
    place === null
      ? shortQuote(quote)
      : writtenLink(shortQuote(quote), { quote, place: { ...place, nth: 0 }, fieldsAt })
  return html`<p class="k-check-quote">${words}${isChanged && html` <span class="k-quiet">${text.changed}</span>`}</p>`
}

function proposed({ proposal }: Comment): Html | false {
  if (proposal === null) return false
  return html`<p>${text.proposes}: ${proposal === '' ? text.remove : html`<ins class="k-lines">${proposal}</ins>`}</p>`
}

function openForms(props: Shown, comment: Comment): Html {
  const { theCase, draft, mayWrite, mayComment } = props
  const hidden = { commentId: comment.id }
  const press = (path: string, label: string, kind: 'secondary' | 'tertiary') =>
    html`<form method="post" action="${caseHref(theCase, `${panelPath}/${path}`)}" data-after-saving>${hiddenFields(hidden)}${button({ label, kind, small: true })}</form>`
  return html`<div class="k-actions">
      ${mayWrite && comment.proposal !== null && draft.state === 'draft' && press('ta-in', text.take, 'secondary')}
      ${mayComment && press('klar', text.close, 'tertiary')}
    </div>
    ${mayComment && replyForm(props, comment)}`
}

function replyForm({ theCase, rejected }: Shown, { id }: Comment): Html {
  const action = caseHref(theCase, `${panelPath}/svara`)
  const refused = rejected?.values['commentId'] === id ? rejectionOf(rejected, action) : undefined
  return disclosure({
    summary: text.reply,
    open: refused !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${hiddenFields({ commentId: id })}
      ${textArea({ name: 'said', id: `falt-svar-${id}`, label: text.replyLabel, rows: 2, maxLength: 4000, rejected: refused })}
      ${button({ label: text.reply, kind: 'secondary', small: true })}
    </form>`,
  })
}

function answeredBy({ theCase, mayComment, draft }: Shown, comment: Comment): Html {
  const { state, answeredByName, answeredAt } = comment
  const say = state === 'taken' ? text.takenBy : text.closedBy
  const mayReopen = mayComment && state === 'closed' && obstaclesToCommenting(draft).length === 0
  return html`<p class="k-quiet">${say(answeredByName ?? '')}${answeredAt !== null && html`, ${dateTimeText(answeredAt)}`}</p>
    ${
      mayReopen &&
      html`<form method="post" action="${caseHref(theCase, `${panelPath}/oppna`)}">${hiddenFields({ commentId: comment.id })}${button({ label: text.reopen, kind: 'tertiary', small: true })}</form>`
    }`
}

/** Words that are selected in the text come into the form by themselves. */
function newForm({ theCase, draft, rejected: all }: Shown): Html {
  const action = caseHref(theCase, panelPath)
  const rejected = all?.values['draftId'] === draft.id ? rejectionOf(all, action) : undefined
  const field = (name: 'quote' | 'said' | 'proposal', help?: string) =>
    textArea({
      name,
      id: `falt-${draft.kind}-${name}`,
      label: text[name],
      ...(help !== undefined && { help }),
      rows: 2,
      required: false,
      maxLength: name === 'quote' ? 2000 : 4000,
      rejected,
    })
  return html`<form class="k-form" method="post" action="${action}">
    ${hiddenFields({ draftId: draft.id })}
    <div data-selected-words>${field('quote', text.quoteHelp)}</div>
    ${field('said', text.saidHelp)}${disclosure({
      summary: text.proposal,
      open: rejected !== undefined,
      body: html`${field('proposal', text.proposalHelp)}${checkbox({ name: 'removes', id: `falt-${draft.kind}-removes`, label: text.removes, rejected })}`,
    })}
    ${button({ label: text.add, kind: 'secondary' })}
  </form>`
}
