/**
 * The checks beside a text: fetched anew when the text has been saved, without moving the reader; a quote puts the cursor at the
 * words; a button that changes the text waits until what is written is saved.
 */

import { all, announce, closest } from './element.ts'
import { forget } from './forms.ts'
import { text } from './text.ts'

/** Milliseconds that a button waits for what is written to be saved. */
const longestWait = 6000
/** Milliseconds between two askings for the checks: whoever writes saves often. */
const apart = 3000

export function startChecks(): void {
  const [panel] = all('[data-checks]')
  if (panel === undefined) return
  document.addEventListener('click', goToWords)
  const [saving] = all('auto-save')
  if (saving === undefined) return
  followSaving(saving, refresher(panel))
  document.addEventListener('submit', (event) => afterSaving(event, saving))
}

/** Calls when what was not saved has been. */
function followSaving(saving: HTMLElement, saved: () => void): void {
  let was = isSaved(saving)
  new MutationObserver(() => {
    const is = isSaved(saving)
    if (is && !was) saved()
    was = is
  }).observe(saving, { subtree: true, attributeFilter: ['data-state'] })
}

/** Asks for the checks once at a time and with a breath between; what is saved meanwhile is asked for once after. */
function refresher(panel: HTMLElement): () => void {
  let isBusy = false
  let isDue = false
  const run = async (): Promise<void> => {
    isBusy = true
    while (isDue) {
      isDue = false
      await refresh(panel)
      await new Promise((done) => setTimeout(done, apart))
    }
    isBusy = false
  }
  return () => {
    isDue = true
    if (!isBusy) void run()
  }
}

function isSaved(saving: HTMLElement): boolean {
  return saving.querySelector('.k-save-line')?.getAttribute('data-state') === 'saved'
}

/** Nothing is saved that is not yet: nothing is written, or all of it is on the server. */
function isQuiet(saving: HTMLElement): boolean {
  const state = saving.querySelector('.k-save-line')?.getAttribute('data-state') ?? 'quiet'
  return state === 'quiet' || state === 'saved'
}

async function refresh(panel: HTMLElement): Promise<void> {
  const fresh = await fetched(panel.dataset['checks'] ?? '')
  if (fresh === undefined || isInUse(panel)) return
  const before = countOf(panel)
  panel.replaceChildren(...fresh.childNodes)
  for (const link of all('a[data-nth]', panel))
    link.setAttribute('href', link.getAttribute('href')?.replace(/^[^#]*/, '') ?? '')
  const after = countOf(panel)
  if (after !== before) announce(text.checks(after))
}

async function fetched(address: string): Promise<HTMLElement | undefined> {
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' } })
    if (!response.ok || response.redirected) return undefined
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    return page.querySelector<HTMLElement>('[data-checks]') ?? undefined
  } catch {
    return undefined
  }
}

/** Somebody reads or writes in it: it is not changed under their hands. */
function isInUse(panel: HTMLElement): boolean {
  const areas = [...panel.querySelectorAll('textarea')]
  return panel.contains(document.activeElement) || areas.some(({ value }) => value !== '')
}

function countOf(panel: HTMLElement): number {
  return Number(panel.querySelector('.k-count')?.textContent ?? 0)
}

function afterSaving(event: SubmitEvent, saving: HTMLElement): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['afterSaving'] === undefined || isQuiet(saving)) return
  event.preventDefault()
  const watch = new MutationObserver(() => isQuiet(saving) && go())
  const go = (): void => {
    watch.disconnect()
    clearTimeout(alarm)
    form.submit()
  }
  const alarm = setTimeout(() => {
    watch.disconnect()
    forget(form)
    announce(text.notWhileUnsaved)
  }, longestWait)
  watch.observe(saving, { subtree: true, attributeFilter: ['data-state'] })
}

function goToWords(event: Event): void {
  const link = closest(event, 'a[data-nth]')
  const field = link === null ? null : fieldOf(link)
  if (link === null || field === null) return
  event.preventDefault()
  const unready = field.closest('rich-editor:not([data-ready])')
  if (unready === null) putCursor(link, field)
  else unready.addEventListener('ready', () => putCursor(link, fieldOf(link) ?? field), { once: true })
}

function putCursor(link: HTMLElement, field: HTMLElement): void {
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
  const { words, nth } = link.dataset
  if (words !== undefined) select(field, words, Number(nth))
}

/** On this page; the links of the page that has the checks alone lead elsewhere. */
function fieldOf(link: HTMLElement): HTMLElement | null {
  const [page, id = ''] = (link.getAttribute('href') ?? '').split('#')
  return page === '' ? document.getElementById(id) : null
}

function select(field: HTMLElement, quote: string, nth: number): void {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    const at = indexOf(field.value, quote, nth)
    if (at >= 0) field.setSelectionRange(at, at + quote.length)
  } else selectInside(field, quote, nth)
}

function indexOf(words: string, quote: string, nth: number): number {
  let at = words.indexOf(quote)
  for (let left = nth; left > 0 && at >= 0; left--) at = words.indexOf(quote, at + quote.length)
  return at < 0 ? words.indexOf(quote) : at
}

/** In an editor: the words may be divided over several nodes, where some of them are bold. */
function selectInside(field: HTMLElement, quote: string, nth: number): void {
  const nodes = textNodes(field)
  const from = indexOf(nodes.map(({ data }) => data).join(''), quote, nth)
  const [start, end] = [spot(nodes, from), spot(nodes, from + quote.length)]
  if (from < 0 || start === undefined || end === undefined) return
  const range = document.createRange()
  range.setStart(start.node, start.at)
  range.setEnd(end.node, end.at)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  start.node.parentElement?.scrollIntoView({ block: 'center' })
}

function textNodes(field: HTMLElement): Text[] {
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode() !== null) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode)
  return nodes
}

function spot(nodes: readonly Text[], at: number): { node: Text; at: number } | undefined {
  let start = 0
  for (const node of nodes) {
    if (at <= start + node.data.length) return { node, at: at - start }
    start += node.data.length
  }
  return undefined
}
