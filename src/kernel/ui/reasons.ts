/** What is in the way, said in words: reasons in place of a button, and the summary on top of a rejected form. */

import { html, type Html } from '../html.ts'
import { icon } from './icon.ts'
import type { Rejected } from './screen.ts'
import { text } from './text.ts'

/** Stands where the primary button cannot be. Draws nothing when nothing is in the way. */
export function reasons(list: readonly string[]): Html {
  if (list.length === 0) return html``
  return html`<div class="k-reasons">
    ${icon('information')}
    <div>
      <p>${text.reasonsTitle}</p>
      <ul>
        ${list.map((reason) => html`<li>${reason}</li>`)}
      </ul>
    </div>
  </div>`
}

/** On top of a page whose form came back: every error a link to its field, then the reasons. Takes focus by itself. */
export function errorSummary(rejected: Rejected | undefined): Html {
  const fields = Object.entries(rejected?.fields ?? {})
  const refusals = rejected?.reasons ?? []
  if (fields.length + refusals.length === 0) return html``
  return html`<section class="k-error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary-title" data-autofocus data-form="${rejected?.formPath}">
    ${icon('danger')}
    <div>
      <h2 id="error-summary-title">${fields.length > 0 ? text.errorSummaryTitle : text.refusedTitle}</h2>
      <ul>
        ${fields.map(([name, message]) => html`<li>${leading(name, message)}</li>`)}
        ${refusals.map((reason) => html`<li>${reason}</li>`)}
      </ul>
    </div>
  </section>`
}

/** To the field; what is wrong with the form as a whole leads nowhere, and a list of files is found by its first name. */
function leading(name: string, message: string): Html {
  return name === '' ? html`${message}` : html`<a href="#${fieldId(name.replace(/\[\]$/, ''))}">${message}</a>`
}

/** The id of the control for a form field, so that the summary can lead there. Names are unique on a page of one form. */
export function fieldId(name: string): string {
  return `falt-${name.replaceAll(/[^a-zA-Z0-9_-]+/g, '-')}`
}
