/** The page for what went wrong: what it was, what to do next, and the id that the log knows it by. */

import { html, type Html } from '../html.ts'
import { button, linkButton, pageHead } from '../ui/index.ts'
import type { Screen } from '../ui/screen.ts'
import type { Problem } from './problems.ts'
import { text } from './text.ts'

/** A form that could not be taken for the moment: sent again from here as it was. Null where files were on their way. */
export type Unsent = { readonly path: string; readonly fields: readonly (readonly [string, string])[] | null }

/** What was too large to be shown again: the page it was sent from. */
export type Lost = { readonly from: string }

export function problemScreen(problem: Problem, next?: Unsent | Lost): Screen {
  const said = problem.reasons ?? Object.values(problem.errors ?? {})
  return {
    title: problem.title,
    width: 'reading',
    body: html`
      ${pageHead({ title: problem.title })}
      ${said.length > 0 ? html`<ul>${said.map((reason) => html`<li>${reason}</li>`)}</ul>` : html`<p>${problem.detail}</p>`}
      ${nextStep(next)}
      <p class="quiet">${text.errorId(problem.instance.replace('urn:uuid:', ''))}</p>
    `,
  }
}

function nextStep(next: Unsent | Lost | undefined): Html {
  if (next === undefined) return html`<p>${linkButton({ href: '/', label: text.nextStep })}</p>`
  if ('path' in next) return again(next)
  return html`<p>${text.stillThere}</p>
    <p>${linkButton({ href: next.from, label: text.openAgain })}</p>`
}

function again({ path, fields }: Unsent): Html {
  if (fields === null) return html`<p>${text.filesAgain}</p>`
  return html`
    <form method="post" action="${path}">
      <p>${text.kept}</p>
      ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      <p>${button({ label: text.resend })}</p>
    </form>
  `
}
