/** What every panel is made of: it is a page of its own, and the same piece stands beside the text that is written. */

import { html, type Drawable, type Html } from '../../../kernel/html.ts'
import { button } from '../../../kernel/ui/index.ts'
import { text } from '../text.ts'

/** Something that can be quoted, with where it is from. */
export function quotable(about: { readonly source: string; readonly body: Html; readonly name: string }): Html {
  return html`<div class="k-quotable" data-source="${about.source}">
    <div class="k-quotable-text">${about.body}</div>
    <button type="button" class="k-quote-button k-js-only" data-quote><span
        >${text.quote}<span class="k-hidden"> ${about.name}</span></span
      ></button>
  </div>`
}

/** How one quotes; and the button that quotes what is selected. Without JavaScript one copies. */
export function quoting(): Html {
  return html`<div class="k-panel-tools k-js-only">
    <button type="button" class="ds-button" data-variant="secondary" data-color="neutral" data-size="sm" data-quote-selected>${text.quoteSelected}</button>
    <p class="k-help">${text.quoteHelp}</p>
  </div>
  <p class="k-help k-no-js">${text.copyHelp}</p>`
}

/** A search in the panel: words in, the same panel out. */
export function panelSearch(about: {
  readonly action: string
  readonly label: string
  readonly value: string
  readonly hidden?: Readonly<Record<string, string>>
}): Html {
  return html`<form class="k-panel-search" method="get" action="${about.action}" role="search">
    ${Object.entries(about.hidden ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label class="ds-label" for="panel-ord">${about.label}</label>
    <div><input class="ds-input" id="panel-ord" name="ord" type="search" value="${about.value}" autocomplete="off" />
    ${button({ label: text.search, kind: 'secondary', small: true })}</div>
  </form>`
}

/** The words sought, marked where they stand. */
export function marked(words: string, sought: string): Drawable {
  if (sought === '') return words
  const pattern = sought
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  return words
    .split(new RegExp(`(${pattern})`, 'giu'))
    .map((piece, at) => (at % 2 === 1 ? html`<mark>${piece}</mark>` : piece))
}
