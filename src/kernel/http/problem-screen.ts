/** The page for what went wrong: what it was, what to do next, and the id that the log knows it by. */

import { html } from '../html.ts'
import { linkButton, pageHead } from '../ui/index.ts'
import type { Screen } from '../ui/screen.ts'
import type { Problem } from './problems.ts'
import { text } from './text.ts'

export function problemScreen(problem: Problem): Screen {
  const said = problem.reasons ?? Object.values(problem.errors ?? {})
  return {
    title: problem.title,
    width: 'reading',
    body: html`
      ${pageHead({ title: problem.title })}
      ${said.length > 0 ? html`<ul>${said.map((reason) => html`<li>${reason}</li>`)}</ul>` : html`<p>${problem.detail}</p>`}
      <p>${linkButton({ href: '/', label: text.nextStep })}</p>
      <p class="quiet">${text.errorId(problem.instance.replace('urn:uuid:', ''))}</p>
    `,
  }
}
