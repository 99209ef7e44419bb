/**
 * A text that is written, with what one writes it from beside it: panels to fold out, each a page of its own. Without JavaScript
 * they are links that open beside the text, so that nothing written is left; with it they are tabs.
 */

import { attribute, flag, html, type Html } from '../html.ts'
import { text } from './text.ts'

export type SidePanel = {
  readonly key: string
  readonly label: string
  readonly href: string
  /** Where phrases that are put in by a slash and a short word are listed as JSON. */
  readonly typed?: string
  /** How many things wait in it, beside its name; and where it is told that they are others. */
  readonly count?: number
  readonly news?: string
}

export type SidePanelsProps = {
  /** What the tabs are, for those who hear the page. */
  readonly label: string
  /** The tab that folds the panels away. */
  readonly writing: string
  /** The panel that is open from the first, where there is room beside the text; without it none is. */
  readonly first?: string
  readonly panels: readonly SidePanel[]
  readonly body: Html
}

export function sidePanels({ label, writing, first, panels, body }: SidePanelsProps): Html {
  if (panels.length === 0) return body
  return html`<side-panels data-label="${label}" data-writing="${writing}"${attribute('data-first', first)}>
    <nav class="k-side-tabs" aria-label="${label}">
      <ul>
        ${panels.map(
          ({ key, label: words, href, typed, count, news }) =>
            html`<li><a href="${href}" target="_blank" data-panel="${key}"${attribute('data-typed', typed)}${attribute('data-heard', news)}>${words}${count !== undefined && html` <span class="k-count"${flag('hidden', count === 0)}>${count}</span>`}<span class="k-hidden"> ${text.newTab}</span></a></li>`,
        )}
      </ul>
    </nav>
    <div class="k-side-main">${body}</div>
  </side-panels>`
}

/** A panel's own part of its page: what is fetched to stand beside the text. `count`: how many things wait in it. */
export function panelBody(key: string, body: Html, count?: number): Html {
  return html`<div class="k-panel" data-panel-body="${key}"${attribute('data-count', count)}>${body}</div>`
}
