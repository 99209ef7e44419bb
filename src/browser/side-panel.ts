/** What stands in a side panel: fetched from its own page, with the page's words about what went well or wrong. */

import { all, announce, element, smallButton } from './element.ts'
import { text } from './text.ts'

/** `fields` are sent; without them the page is read. */
export type Asked = { readonly href: string; readonly fields?: URLSearchParams }

/** The panel of the page at an address; where it cannot be had, why, and a button to try again. */
export async function fetchPanel({ href, fields }: Asked, again: () => void): Promise<readonly Node[]> {
  try {
    const reply = await fetch(href, fields === undefined ? {} : { method: 'POST', body: fields })
    if (new URL(reply.url).pathname === '/logga-in') return [signIn()]
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const body = page.querySelector('[data-panel-body]')
    if (body === null) return [failed(text.panelFailed, again)]
    const said = page.querySelector('main > .k-flash')
    if (said !== null) announce(said.textContent.trim())
    return [...page.querySelectorAll('main > :is(.k-flash, .k-error-summary, .k-reasons)'), body].map((node) =>
      document.importNode(node, true),
    )
  } catch {
    return [failed(text.panelAway, again)]
  }
}

function failed(why: string, again: () => void): HTMLElement {
  return element('div', { class: 'k-panel' }, element('p', {}, why), smallButton(text.tryAgain, again))
}

function signIn(): HTMLElement {
  const link = element('a', { href: '/logga-in', target: '_blank' }, text.signIn)
  return element('div', { class: 'k-panel' }, element('p', {}, text.panelSignedOut), link)
}

/** The content as it stands in the panel. A link that leads elsewhere opens in a tab of its own: nobody leaves a text by it. */
export function drawPanel(content: readonly Node[], isOurs: (path: string) => boolean): HTMLElement {
  const drawn = element('div', { class: 'k-side-content' }, ...content)
  for (const link of all('a[href]', drawn)) {
    if (!(link instanceof HTMLAnchorElement) || link.getAttribute('href')?.startsWith('#') === true) continue
    if (isOurs(link.pathname)) continue
    link.target = '_blank'
    link.rel = 'noopener'
  }
  return drawn
}

/** Many buttons are one stop for Tab; arrow up and down move between them. */
export function roveAmong(drawn: HTMLElement): void {
  for (const group of all('[data-roving]', drawn)) {
    const stops = all('button', group)
    stops.forEach((stop, at) => (stop.tabIndex = at === 0 ? 0 : -1))
    group.addEventListener('keydown', (event) => {
      const at = stops.findIndex((stop) => stop === event.target)
      const next = { ArrowDown: stops[at + 1], ArrowUp: stops[at - 1] }[event.key]
      if (at < 0 || next === undefined) return
      event.preventDefault()
      for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1
      next.focus()
      next.closest('.k-quotable')?.scrollIntoView({ block: 'nearest' })
    })
  }
}
