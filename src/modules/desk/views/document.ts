/** The referred documents beside the answer: page by page, searched within, quoted. */

import { attribute, html, type Html } from '../../../kernel/html.ts'
import { button, emptyState, linkButton, notice, primaryForm, select } from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import { anchorOf, paragraphsOf, placeOf, type DeskDocument, type Hit, type Part } from '../model/document.ts'
import { text } from '../text.ts'
import { commentsBeside, commentsBySection, newsPath, viewChips, type CommentsProps, type View } from './comments.ts'
import { documentHref, proposalPath } from './document-href.ts'
import { marked, panelSearch, quotable, quoting } from './panel.ts'

export type DocumentPanelProps = {
  readonly theCase: Case
  readonly documents: readonly DeskDocument[]
  /** The one that is shown; null when there is none. */
  readonly shown: DeskDocument | null
  readonly parts: readonly Part[]
  /** Where the words sought stand; null when nothing is sought. */
  readonly hits: readonly Hit[] | null
  readonly sought: string
  readonly mayAsk: boolean
  readonly view: View
  readonly said: CommentsProps
}

export const partsAtATime = 8

export function documentPanel(props: DocumentPanelProps): Html {
  const { shown, said, view } = props
  if (shown === null && said.comments.length === 0) return noDocument(props)
  return html`<div data-live="visas">${viewChips(said, shown, view)}</div> ${view === 'kommentarer' ? commentsBySection(said) : inText(props)}`
}

function inText(props: DocumentPanelProps): Html {
  const { documents, shown } = props
  if (shown === null) return noDocument(props)
  return html`${documents.length > 1 && chooser(props, shown)} ${shown.reading === 'read' ? reading(props, shown) : notRead(props, shown)}`
}

function noDocument({ theCase }: DocumentPanelProps): Html {
  return emptyState({
    title: text.document.none,
    text: text.document.noneText,
    icon: 'fileText',
    action: linkButton({ href: caseHref(theCase, 'handlingar'), label: text.document.toRecords, kind: 'secondary' }),
  })
}

function chooser({ theCase, documents }: DocumentPanelProps, shown: DeskDocument): Html {
  return html`<form class="k-panel-choose" method="get" action="${caseHref(theCase, proposalPath)}" data-submit-on-change>
    ${select({
      name: 'fil',
      label: text.document.choose,
      choices: documents.map((one) => ({ value: one.fileId, label: labelOf(one) })),
      value: shown.fileId,
      empty: false,
      width: 'full',
    })}
    ${button({ label: text.document.show, kind: 'secondary', small: true })}
  </form>`
}

function labelOf({ title, isPaged, parts }: DeskDocument): string {
  if (parts === 0) return title
  return `${title} (${isPaged ? text.document.pages(parts) : text.document.partCount(parts)})`
}

function fileLink({ fileId }: DeskDocument): Html {
  return linkButton({
    href: `/filer/${fileId}`,
    label: text.document.open,
    kind: 'tertiary',
    small: true,
    icon: 'file',
  })
}

/** No text yet, or never: the file itself can always be opened. */
function notRead({ theCase, mayAsk }: DocumentPanelProps, shown: DeskDocument): Html {
  const again = linkButton({
    href: documentHref(theCase, { fil: shown.fileId }),
    label: text.document.again,
    kind: 'secondary',
    small: true,
  })
  if (shown.reading === 'unreadable')
    return html`${notice('warning', text.document.unreadable)}<p class="k-actions">${fileLink(shown)}</p>`
  if (shown.reading === 'waiting')
    return html`<div data-again="${documentHref(theCase, { fil: shown.fileId })}">${notice('info', text.document.waiting)}</div>
      <p class="k-actions">${again} ${fileLink(shown)}</p>`
  return html`<p>${text.document.unread}</p>
    ${mayAsk && primaryForm({ action: `${caseHref(theCase, proposalPath)}/las-in`, hidden: { fileId: shown.fileId }, label: text.document.read, kind: 'secondary' })}
    <p class="k-actions">${fileLink(shown)}</p>`
}

function reading(props: DocumentPanelProps, shown: DeskDocument): Html {
  const { theCase, parts, hits, sought, said } = props
  const first = parts[0]?.number ?? 1
  return html`
    ${panelSearch({ action: caseHref(theCase, proposalPath), label: text.document.inside, value: sought, hidden: { fil: shown.fileId } })}
    ${hits !== null && hitList(props, shown, hits)}
    ${shown.parts > partsAtATime && goTo(theCase, shown, parts)}
    ${quoting()}
    <div class="k-source" data-roving data-news="${newsPath(theCase.id)}" data-mark="${said.mark}">
      ${parts.map((part) => html`${onePart(shown, part, sought)}${commentsBeside(said, { shown, part, first })}`)}
    </div>
    ${shown.parts > partsAtATime && around(theCase, shown, parts)}
    <p class="k-actions">${fileLink(shown)}</p>
  `
}

const mostHits = 40

function hitList({ theCase, sought }: DocumentPanelProps, shown: DeskDocument, hits: readonly Hit[]): Html {
  return html`<div class="k-panel-hits" role="status">
    <p><strong>${text.document.hits(hits.length, sought)}</strong></p>
    ${hits.length >= mostHits && html`<p class="k-help">${text.document.mostHits}</p>`}
    <ul class="k-plain-list">
      ${hits.map((hit) => {
        const href = `${documentHref(theCase, { fil: shown.fileId, sida: hit.number, ord: sought })}#${anchorOf(shown, hit.number)}`
        return html`<li><a href="${href}">${placeOf(shown, hit)}</a> ${marked(hit.passage, sought)}</li>`
      })}
    </ul>
  </div>`
}

function goTo(theCase: Case, shown: DeskDocument, parts: readonly Part[]): Html {
  const { isPaged, fileId } = shown
  return html`<form class="k-panel-go" method="get" action="${caseHref(theCase, proposalPath)}">
    <input type="hidden" name="fil" value="${fileId}" />
    <label class="ds-label" for="panel-sida">${isPaged ? text.document.goTo : text.document.goToPart}</label>
    <div><input class="ds-input" id="panel-sida" name="sida" type="number" inputmode="numeric" min="1" max="${shown.parts}" value="${parts[0]?.number ?? 1}" data-width="xs" />
    ${button({ label: text.document.show, kind: 'secondary', small: true })}</div>
  </form>`
}

function onePart(shown: DeskDocument, part: Part, sought: string): Html {
  const anchor = anchorOf(shown, part.number)
  const place = placeOf(shown, part)
  const source = text.source(shown.title, place)
  const paragraphs = paragraphsOf(part.text)
  return html`<section class="k-source-part" id="${anchor}" aria-labelledby="${anchor}-rubrik">
    <h3 id="${anchor}-rubrik"><a href="#${anchor}">${place}</a></h3>
    ${paragraphs.length === 0 && html`<p class="k-quiet">${text.document.emptyPage}</p>`}
    ${paragraphs.map((paragraph) =>
      quotable({
        source,
        name: paragraph.slice(0, 50),
        body: html`<p class="k-as-written">${marked(paragraph, sought)}</p>`,
      }),
    )}
  </section>`
}

/** The pages before and after those that are shown. */
function around(theCase: Case, shown: DeskDocument, parts: readonly Part[]): Html {
  const first = parts[0]
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return html``
  const href = (sida: number) => documentHref(theCase, { fil: shown.fileId, sida })
  const words = shown.isPaged
    ? { before: text.document.before, after: text.document.after }
    : { before: text.document.beforeParts, after: text.document.afterParts }
  const line = text.document.from(placeOf(shown, first), placeOf(shown, last))
  return html`<nav class="k-panel-around"${attribute('aria-label', line)}>
    ${first.number > 1 && linkButton({ href: href(Math.max(1, first.number - partsAtATime)), label: words.before, kind: 'secondary', small: true, icon: 'left' })}
    <span class="k-quiet">${line}</span>
    ${last.number < shown.parts && linkButton({ href: href(last.number + 1), label: words.after, kind: 'secondary', small: true, icon: 'right' })}
  </nav>`
}
