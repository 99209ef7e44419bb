/** What stands in a side panel: fetched from its own page, with the page's words about what went well or wrong. */

import { all, announce, closest, element, smallButton } from './element.ts'
import { text } from './text.ts'

/**
 * `fields` are sent, and `again` sends them as they are by then; without them the page is read. `times`: how often what was not
 * ready has been asked for.
 */
export type Asked = {
  readonly href: string
  readonly fields?: URLSearchParams
  readonly again?: () => void
  readonly times?: number
}

/** `isPanel` is false where there only is a word about why the panel cannot be had. `from`: the page it can be read from again. */
export type Fetched = { readonly nodes: readonly Node[]; readonly isPanel: boolean; readonly from?: string }

/** The panel of the page at an address; where it cannot be had, why, and a button to try again. */
export async function fetchPanel({ href, fields }: Asked, again: () => void): Promise<Fetched> {
  const isSent = fields !== undefined
  try {
    const reply = await fetch(href, isSent ? { method: 'POST', body: fields } : {})
    if (new URL(reply.url).pathname === '/logga-in') return failed(text.panelSignedOut, signIn())
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const body = page.querySelector('[data-panel-body]')
    if (body === null) return failed(isSent ? text.panelNotSent : text.panelFailed, smallButton(text.tryAgain, again))
    const said = page.querySelector('main > .k-flash')
    if (said !== null) announce(said.textContent.trim())
    const nodes = [...page.querySelectorAll('main > :is(.k-flash, .k-error-summary, .k-reasons)'), body]
    return {
      nodes: nodes.map((node) => document.importNode(node, true)),
      isPanel: true,
      ...((!isSent || reply.redirected) && { from: reply.url }),
    }
  } catch {
    return failed(isSent ? text.panelNotSentAway : text.panelAway, smallButton(text.tryAgain, again))
  }
}

function failed(why: string, action: HTMLElement): Fetched {
  return { nodes: [element('div', { class: 'k-panel' }, element('p', {}, why), action)], isPanel: false }
}

function signIn(): HTMLElement {
  return element('a', { href: '/logga-in', target: '_blank' }, text.signIn)
}

/** Why something was not sent, above the form it was written in, which stays as it is. */
export function sayAbove(drawn: HTMLElement, nodes: readonly Node[]): void {
  for (const said of all(':scope > [role=alert]', drawn)) said.remove()
  const said = element('div', { role: 'alert' }, ...nodes)
  drawn.prepend(said)
  said.scrollIntoView({ block: 'nearest' })
}

/** Notes that somebody has written in a form that is to be sent. */
export function markWritten(event: Event): void {
  const form = closest(event, 'form')
  if (form instanceof HTMLFormElement && form.method === 'post') form.dataset['written'] = ''
}

export function isWrittenIn(panel: HTMLElement): boolean {
  return panel.querySelector('form[data-written]') !== null
}

/** The content as it stands in the panel. A link that leads elsewhere opens in a tab of its own: nobody leaves a text by it. */
export function drawPanel(content: readonly Node[], isOurs: (path: string) => boolean): HTMLElement {
  const drawn = element('div', { class: 'k-side-content' }, ...content)
  leadElsewhere(drawn, isOurs)
  return drawn
}

/** Links out of the panel open in a tab of their own. */
export function leadElsewhere(drawn: HTMLElement, isOurs: (path: string) => boolean): void {
  for (const link of all('a[href]', drawn)) {
    if (!(link instanceof HTMLAnchorElement) || link.getAttribute('href')?.startsWith('#') === true) continue
    if (isOurs(link.pathname)) continue
    link.target = '_blank'
    link.rel = 'noopener'
  }
}

/** Many buttons are one stop for Tab; arrow up and down move between them. Those of forms among them stay as they are. */
export function roveAmong(drawn: HTMLElement): void {
  for (const group of all('[data-roving]', drawn)) {
    const stops = all('button', group).filter((button) => button.closest('form') === null)
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
