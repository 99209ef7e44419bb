/** The mark: paths from several directions that gather into one. */

import { html, raw, type Html } from '../html.ts'

const paths =
  '<path d="M3 4.5c10 0 8.500 11.500 19 11.500M3 16h26M3 27.500c10 0 8.500-11.500 19-11.500" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round"/>' +
  '<circle cx="27" cy="16" r="4.600" fill="currentColor"/>'

/** The mark inline, in the colour of its surroundings. A decoration: the name stands beside it. */
export function logo(): Html {
  return html`<svg class="k-logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">${raw(paths)}</svg>`
}

/** The mark as a file of its own, for the tab of the browser. */
export function logoFile(): string {
  const ground = '<rect width="32" height="32" rx="7" fill="#12586b"/>'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${ground}<g color="#fff" transform="translate(4.5 4.5) scale(.72)">${paths}</g></svg>`
}
