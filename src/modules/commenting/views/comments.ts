/** The comments of a case's drafts, beside the text: what was said, what is proposed, and a form to say more. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
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
import { commentItem } from './item.ts'

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
  /** Where what is said of the documents is read, and how many of it are open; null where there is none. */
  readonly onDocuments: { readonly href: string; readonly open: number } | null
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
    ${props.onDocuments !== null && html`<p><a href="${props.onDocuments.href}">${text.onDocuments} <span class="k-count">${props.onDocuments.open}</span></a></p>`}
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

/** As it stands in this panel: the words it is about lead to where they stand. */
function item(props: Shown, comment: CommentedDraft['comments'][number]): Html {
  const { theCase, draft, mayComment, mayWrite, rejected } = props
  const obstacles = obstaclesToCommenting(draft)
  return commentItem(comment, {
    about: aboutWhat(props, comment),
    at: caseHref(theCase, panelPath),
    mayAnswer: mayComment,
    mayReopen: mayComment && obstacles.length === 0,
    mayTake: mayWrite && draft.state === 'draft',
    rejected,
  })
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
