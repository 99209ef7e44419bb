/** What colleagues say of the documents: beside each page or section, and all of it section by section. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  chips,
  disclosure,
  emptyState,
  hiddenFields,
  linkButton,
  rejectionOf,
  section,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { commentItem } from '../../commenting/index.ts'
import { shortQuote } from '../../drafting/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import { bySection, commentsAt, type PlacedComment, type Spot } from '../model/comment.ts'
import { anchorOf, placeOf, type DeskDocument } from '../model/document.ts'
import { text } from '../text.ts'
import { documentHref, proposalPath } from './document-href.ts'

export type CommentsProps = {
  readonly theCase: Case
  readonly documents: readonly DeskDocument[]
  readonly comments: readonly PlacedComment[]
  /** How it stands, as the news of it says. */
  readonly mark: string
  readonly mayComment: boolean
  readonly rejected: Rejected | undefined
}

export type View = 'texten' | 'kommentarer'

export const newsPath = (caseId: string): string => `/api/v1/cases/${caseId}/desk/comments/news`

/** The text, or what is said of it section by section. */
export function viewChips({ theCase, comments }: CommentsProps, shown: DeskDocument | null, view: View): Html {
  const open = comments.filter(({ state }) => state === 'open').length
  const inText = shown === null ? caseHref(theCase, proposalPath) : documentHref(theCase, { fil: shown.fileId })
  return chips(
    [
      { label: text.comment.inText, href: inText, current: view === 'texten' },
      {
        label: text.comment.bySection,
        href: documentHref(theCase, { ...(shown !== null && { fil: shown.fileId }), visa: 'kommentarer' }),
        current: view === 'kommentarer',
        ...(open > 0 && { count: open }),
      },
    ],
    text.comment.views,
  )
}

type Item = { readonly about: Html; readonly carried: Readonly<Record<string, string>> }

function item(
  { theCase, mayComment, rejected }: CommentsProps,
  comment: PlacedComment,
  { about, carried }: Item,
): Html {
  const at = caseHref(theCase, proposalPath)
  const may = { mayAnswer: mayComment, mayReopen: mayComment, mayTake: false }
  return commentItem({ ...comment, proposal: null }, { about, at, carried, ...may, rejected })
}

const anchorPlace = ({ anchor }: PlacedComment): string =>
  placeOf({ isPaged: anchor.isPage }, { number: anchor.part, heading: anchor.heading })

function quoted(comment: PlacedComment): Html {
  const { quote } = comment
  if (quote === null) return html`<span class="k-quiet">${text.comment.whole(anchorPlace(comment))}</span>`
  return shortQuote(quote)
}

/** Those that are open, and behind a button those that are done. */
function list(props: CommentsProps, comments: readonly PlacedComment[], itemOf: (one: PlacedComment) => Item): Html {
  const open = comments.filter(({ state }) => state === 'open')
  const done = comments.filter(({ state }) => state !== 'open')
  const items = (some: readonly PlacedComment[]) =>
    html`<ul class="k-plain-list k-checks">${some.map((one) => item(props, one, itemOf(one)))}</ul>`
  return html`${open.length > 0 && items(open)}
    ${done.length > 0 && disclosure({ summary: text.comment.done(done.length), body: items(done) })}`
}

export type Part = { readonly shown: DeskDocument; readonly part: Spot['part']; readonly first: number }

/** Beside a page or a section: what is said of it, and a form to say more. */
export function commentsBeside(props: CommentsProps, { shown, part, first }: Part): Html {
  const comments = commentsAt(props.comments, { document: shown, part })
  const carried = { fil: shown.fileId, sida: String(first) }
  const about = (comment: PlacedComment) =>
    html`<p class="k-check-quote">${quoted(comment)} ${madeElsewhere(comment, shown)}</p>`
  return html`<div class="k-part-comments">
    <div data-live="sagt-${shown.fileId}-${part.number}">${list(props, comments, (one) => ({ about: about(one), carried }))}</div>
    ${props.mayComment && newForm(props, { shown, part, first })}
  </div>`
}

/** That it was said of another version, or of another document. */
function madeElsewhere(comment: PlacedComment, shown: DeskDocument): Html | false {
  const { spot, isOfEarlier, anchor } = comment
  const place = anchorPlace(comment)
  if (spot?.document.fileId !== shown.fileId)
    return html`<span class="k-quiet">${text.comment.madeOn(anchor.title, place)}</span>`
  return isOfEarlier && html`<span class="k-quiet">${text.comment.madeBefore(place)}</span>`
}

/** Words that are selected in the page or section come into the form by themselves. */
function newForm({ theCase, rejected: all }: CommentsProps, { shown, part, first }: Part): Html {
  const action = caseHref(theCase, `${proposalPath}/kommentera`)
  const isThis = all?.values['fileId'] === shown.fileId && all.values['part'] === String(part.number)
  const rejected = isThis ? rejectionOf(all, action) : undefined
  const anchor = anchorOf(shown, part.number)
  const field = (
    name: 'quote' | 'said',
    about: { label: string; help: string; required: boolean; maxLength: number },
  ) => textArea({ name, id: `falt-${anchor}-${name}`, rows: 2, rejected, ...about })
  const { quote, quoteHelp, said, saidHelp } = text.comment
  return disclosure({
    summary: text.comment.write(placeOf(shown, part)),
    open: rejected !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${hiddenFields({ fileId: shown.fileId, part: String(part.number), fil: shown.fileId, sida: String(first) })}
      <div data-selected-words="${anchor}">${field('quote', { label: quote, help: quoteHelp, required: false, maxLength: 2000 })}</div>
      ${field('said', { label: said, help: saidHelp, required: true, maxLength: 4000 })}
      ${button({ label: text.comment.add, kind: 'secondary', small: true })}
    </form>`,
  })
}

/** Everything that is said of the documents, section by section (per avsnitt); last what has no place any more. */
export function commentsBySection(props: CommentsProps): Html {
  const { theCase, documents, comments, mark } = props
  const carried = { visa: 'kommentarer' }
  const lost = comments.filter(({ spot }) => spot === null)
  const groups = bySection(comments, documents).map(({ document, sections }) =>
    section({
      title: document.title,
      body: sections.map(
        (one) => html`<h3><a href="${spotHref(theCase, one.spot)}">${placeOf(document, one.spot.part)}</a></h3>
          ${list(props, one.comments, (comment) => ({ about: aboutInList(theCase, comment), carried }))}`,
      ),
    }),
  )
  const last =
    lost.length > 0 &&
    section({
      title: text.comment.without,
      body: list(props, lost, (comment) => ({ about: aboutLost(theCase, comment), carried })),
    })
  return html`<p class="k-help" data-news="${newsPath(theCase.id)}" data-mark="${mark}">${text.comment.lead}</p>
    <div data-live="kommentarer-per-avsnitt">${comments.length === 0 ? nothing(theCase) : html`${groups} ${last}`}</div>`
}

function nothing(theCase: Case): Html {
  const { none, noneText, toText } = text.comment
  const action = linkButton({ href: caseHref(theCase, proposalPath), label: toText, kind: 'secondary' })
  return emptyState({ title: none, text: noneText, icon: 'fileText', action })
}

function spotHref(theCase: Case, { document, part }: Spot): string {
  return `${documentHref(theCase, { fil: document.fileId, sida: part.number })}#${anchorOf(document, part.number)}`
}

function alsoIn(theCase: Case, { also }: PlacedComment): Html | false {
  if (also.length === 0) return false
  const links = also.map(
    (spot) =>
      html` <a href="${spotHref(theCase, spot)}">${text.source(spot.document.title, placeOf(spot.document, spot.part))}</a>`,
  )
  return html`<p class="k-quiet">${text.comment.also}${links}</p>`
}

function aboutInList(theCase: Case, comment: PlacedComment): Html {
  const before =
    comment.isOfEarlier && html` <span class="k-quiet">${text.comment.madeBefore(anchorPlace(comment))}</span>`
  return html`<p class="k-check-quote">${quoted(comment)}${before}</p>${alsoIn(theCase, comment)}`
}

/** Where it was, and why it is not there now. */
function aboutLost(theCase: Case, comment: PlacedComment): Html {
  const { anchor, standing } = comment
  const why = standing !== 'here' && text.comment.standing[standing]
  return html`<p class="k-check-quote">${quoted(comment)}</p>
    <p class="k-quiet">${text.source(anchor.title, anchorPlace(comment))}. ${why}</p>${alsoIn(theCase, comment)}`
}
