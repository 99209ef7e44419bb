/** What is new in what was sent, since somebody read it. */

import { html, type Html } from '../../../kernel/html.ts'
import type { ChangedPart, Run } from '../model/difference.ts'
import { chainText } from './chain-text.ts'

/** Each part that is changed, with what was taken out and what was added. */
export function differenceList(parts: readonly ChangedPart[]): Html {
  return html`<dl class="k-difference">
    ${parts.map(({ heading, runs }) => html`<dt>${heading}</dt><dd>${runs.map(run)}</dd>`)}
  </dl>`
}

function run({ kind, words }: Run): Html {
  if (kind === 'same') return html`${words}`
  if (kind === 'gone') return html`<del><span class="k-hidden">${chainText.gone} </span>${words}</del>`
  return html`<ins><span class="k-hidden">${chainText.added} </span>${words}</ins>`
}
