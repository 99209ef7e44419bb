/**
 * <side-panels>: the links beside a text become tabs, and their pages open beside it. The first tab folds them away. Arrow keys
 * move between the tabs, F6 between the text and the panel, Escape goes back to the text.
 */

import { all, closest, element } from './element.ts'
import { quoteFrom, quoteSelected } from './quoting.ts'
import { drawPanel, fetchPanel, isWrittenIn, markWritten, roveAmong, sayAbove, type Asked } from './side-panel.ts'
import { hearPanel, showCount } from './side-news.ts'
import { insertJson, lastEditor, rememberEditors, toEditor } from './text-target.ts'

const wide = '(min-width: 62rem)'
/** Milliseconds before what was not ready is asked for again; twice as long each time, and not for ever. */
const pause = 1500
const longestPause = 30_000
const mostTimes = 20

class SidePanels extends HTMLElement {
  #tabs: readonly HTMLElement[] = []
  #panel = element('section', { class: 'k-side-panel', role: 'tabpanel', id: 'sidopanel', tabindex: '0' })
  #shown = new Map<string, HTMLElement>()

  connectedCallback(): void {
    const links = all('.k-side-tabs a[data-panel]', this)
    if (this.#tabs.length > 0 || links.length === 0) return
    this.#tabs = [this.#tab('', this.dataset['writing'] ?? ''), ...links.map((link) => this.#tabOf(link))]
    const list = element(
      'div',
      { role: 'tablist', class: 'k-side-tablist', 'aria-label': this.dataset['label'] },
      ...this.#tabs,
    )
    const side = element('div', { class: 'k-side' }, list, this.#panel)
    this.querySelector('.k-side-tabs')?.replaceWith(side)
    list.addEventListener('keydown', (event) => this.#walk(event))
    side.addEventListener('keydown', (event) => event.key === 'Escape' && this.#toText(event))
    side.addEventListener('click', (event) => this.#clicked(event))
    side.addEventListener('submit', (event) => this.#sent(event))
    side.addEventListener('input', markWritten)
    document.addEventListener('keydown', this.#other)
    addEventListener('beforeunload', this.#leave)
    rememberEditors(this)
    this.#open(this.#first())
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#other)
    removeEventListener('beforeunload', this.#leave)
  }

  /** What is written in a panel and has not been sent is asked about before the page is left. */
  #leave = (event: Event): void => {
    if (isWrittenIn(this.#panel)) event.preventDefault()
  }

  #tab(key: string, label: string): HTMLElement {
    const tab = element('button', { type: 'button', role: 'tab', 'data-panel': key, id: `sidoflik-${key}` }, label)
    tab.setAttribute('aria-controls', this.#panel.id)
    tab.addEventListener('click', () => this.#open(key))
    return tab
  }

  #tabOf(link: HTMLElement): HTMLElement {
    const tab = this.#tab(link.dataset['panel'] ?? '', link.firstChild?.textContent?.trim() ?? '')
    tab.dataset['href'] = link.getAttribute('href') ?? ''
    for (const name of ['typed', 'heard']) if (link.dataset[name] !== undefined) tab.dataset[name] = link.dataset[name]
    tab.append(...all('.k-count', link))
    const key = link.dataset['panel'] ?? ''
    hearPanel({ tab, drawn: () => this.#shown.get(key), isOurs: (path) => this.#isOurs(key, path) })
    return tab
  }

  get #key(): string {
    return this.dataset['open'] ?? ''
  }

  #memory(): string {
    return `side-panels ${location.pathname}`
  }

  /** As it was left; else the one that the page wants open, where there is room for both. */
  #first(): string {
    const left = sessionStorage.getItem(this.#memory())
    if (left !== null && this.#tabs.some((tab) => tab.dataset['panel'] === left))
      return matchMedia(wide).matches ? left : ''
    return matchMedia(wide).matches ? (this.dataset['first'] ?? '') : ''
  }

  #open(key: string): void {
    if (key === '') delete this.dataset['open']
    else this.dataset['open'] = key
    sessionStorage.setItem(this.#memory(), key)
    for (const tab of this.#tabs) {
      const isOpen = tab.dataset['panel'] === key
      tab.setAttribute('aria-selected', String(isOpen))
      tab.tabIndex = isOpen ? 0 : -1
    }
    this.#panel.hidden = key === ''
    this.#panel.setAttribute('aria-labelledby', `sidoflik-${key}`)
    for (const [name, shown] of this.#shown) shown.hidden = name !== key
    if (key !== '' && !this.#shown.has(key)) void this.#load(key, { href: this.#hrefOf(key) })
  }

  #hrefOf(key: string): string {
    return this.#tabs.find((tab) => tab.dataset['panel'] === key)?.dataset['href'] ?? ''
  }

  #walk(event: KeyboardEvent): void {
    const at = this.#tabs.findIndex((tab) => tab === event.target)
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    if (at < 0 || step === undefined) return
    event.preventDefault()
    const next = this.#tabs.at(step % this.#tabs.length)
    next?.focus()
    this.#open(next?.dataset['panel'] ?? '')
  }

  /** F6 goes between the text and what is beside it. */
  #other = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    if (this.#panel.contains(document.activeElement)) return toEditor(this)
    if (this.#key === '') this.#open(this.#tabs[1]?.dataset['panel'] ?? '')
    this.#panel.focus()
  }

  #toText(event: KeyboardEvent): void {
    event.preventDefault()
    if (!matchMedia(wide).matches) this.#open('')
    toEditor(this)
  }

  #clicked(event: MouseEvent): void {
    const quote = closest(event, '[data-quote]')
    if (quote !== null) return quoteFrom(quote, lastEditor(this))
    if (closest(event, '[data-quote-selected]') !== null) return quoteSelected(this.#panel, lastEditor(this))
    const insert = closest(event, '[data-insert]')
    if (insert !== null) return insertJson(lastEditor(this), insert.dataset['insert'] ?? '[]')
    const link = closest(event, 'a[href]')
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (link instanceof HTMLAnchorElement && isPlain && this.#follow(link)) event.preventDefault()
  }

  /** Goes to a place in the panel, or shows another page of it; false for a link that leads elsewhere. */
  #follow(link: HTMLAnchorElement): boolean {
    const isPlace = link.getAttribute('href')?.startsWith('#') === true
    if (isPlace) this.#panel.querySelector(`#${CSS.escape(link.hash.slice(1))}`)?.scrollIntoView({ block: 'start' })
    else if (this.#isOurs(this.#key, link.pathname)) void this.#load(this.#key, { href: link.href })
    else return false
    return true
  }

  /** An address of that panel: it is shown where the panel stands. */
  #isOurs(key: string, path: string): boolean {
    return path === new URL(this.#hrefOf(key), location.href).pathname
  }

  #sent(event: SubmitEvent): void {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
    event.preventDefault()
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form, event.submitter))
      if (typeof value === 'string') fields.append(name, value)
    const { action, method } = form
    const again = (): void => form.requestSubmit(event.submitter)
    void this.#load(
      this.#key,
      method === 'get' ? { href: `${action.split('?')[0]}?${fields.toString()}` } : { href: action, fields, again },
    )
  }

  async #load(key: string, asked: Asked): Promise<void> {
    const before = this.#shown.get(key)
    this.#panel.setAttribute('aria-busy', 'true')
    const { nodes, isPanel, from } = await fetchPanel(asked, asked.again ?? (() => void this.#load(key, asked)))
    this.#panel.removeAttribute('aria-busy')
    const there = this.#shown.get(key)
    if (asked.times !== undefined && there !== before) return
    if (asked.fields !== undefined && !isPanel && there !== undefined) return sayAbove(there, nodes)
    const drawn = drawPanel(nodes, (path) => this.#isOurs(key, path))
    drawn.dataset['from'] = from ?? there?.dataset['from'] ?? this.#hrefOf(key)
    this.#place(key, drawn)
    this.#show(key, asked)
  }

  #place(key: string, drawn: HTMLElement): void {
    const before = this.#shown.get(key)
    const hadFocus = before?.contains(document.activeElement) === true
    drawn.hidden = this.#key !== key
    if (before === undefined) this.#panel.append(drawn)
    else before.replaceWith(drawn)
    this.#shown.set(key, drawn)
    roveAmong(drawn)
    this.#count(key, drawn)
    if (hadFocus) this.#panel.focus()
  }

  /** A panel that says how many things wait in it knows better than the page it stands beside. */
  #count(key: string, drawn: HTMLElement): void {
    const tab = this.#tabs.find((one) => one.dataset['panel'] === key)
    const [body] = all('[data-count]', drawn)
    if (tab !== undefined && body !== undefined) showCount(tab, Number(body.dataset['count']))
  }

  /** Where the address points; and again in a moment, where the panel says that it is not ready. */
  #show(key: string, { href, times = 0 }: Asked): void {
    const drawn = this.#shown.get(key)
    const place = new URL(href, location.href).hash.slice(1)
    const there = place === '' ? null : drawn?.querySelector(`#${CSS.escape(place)}`)
    if (there !== null && there !== undefined) there.scrollIntoView({ block: 'start' })
    else if (this.#key === key) this.#panel.scrollTop = 0
    this.#askLater(key, times + 1)
  }

  /** Only for somebody who looks at it: a panel behind another, or in a page behind another, waits. */
  #askLater(key: string, times: number): void {
    const drawn = this.#shown.get(key)
    const href = drawn?.querySelector<HTMLElement>('[data-again]')?.dataset['again']
    if (href === undefined || times > mostTimes) return
    const ask = (): void => {
      if (drawn?.isConnected !== true) return
      if (drawn.hidden || document.hidden) setTimeout(ask, pause)
      else void this.#load(key, { href, times })
    }
    setTimeout(ask, Math.min(pause * 2 ** (times - 1), longestPause))
  }
}

export function defineSidePanels(): void {
  if (customElements.get('side-panels') === undefined) customElements.define('side-panels', SidePanels)
}
