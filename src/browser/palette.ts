/** Finds and goes: what one worked with last, a case by its number at once, pages and what the server finds. A combobox with a listbox (ARIA APG). */

import { showDialog } from './dialog.ts'
import { all, announce, element } from './element.ts'
import { text } from './text.ts'

export type Found = { readonly label: string; readonly detail: string; readonly href: string; readonly kind: string }

const pause = 90

type Palette = {
  readonly dialog: HTMLDialogElement
  readonly input: HTMLInputElement
  readonly list: HTMLUListElement
  readonly hint: HTMLElement
  found: readonly Found[]
  at: number
  asking: AbortController | undefined
  /** What the server's part of the list answers; null while that is not what stands in the field. */
  answered: string | null
}

export function openPalette(): void {
  if (document.querySelector('.k-palette') !== null) return
  const palette = draw()
  let waiting: ReturnType<typeof setTimeout> | undefined
  palette.input.addEventListener('input', () => {
    clearTimeout(waiting)
    palette.asking?.abort()
    palette.answered = null
    show(palette, pagesMatching(palette.input.value))
    waiting = setTimeout(() => void search(palette), pause)
  })
  palette.input.addEventListener('keydown', (event) => onKey(palette, event))
  palette.list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
    if (option !== null) open(palette, [...palette.list.children].indexOf(option))
  })
  showDialog(palette.dialog)
  show(palette, pagesMatching(''))
  void search(palette)
}

function draw(): Palette {
  const list = element('ul', { role: 'listbox', id: 'palette-list', 'aria-label': text.paletteLabel })
  const input = element('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': text.paletteLabel,
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    placeholder: text.paletteLabel,
    autocomplete: 'off',
    spellcheck: 'false',
    autofocus: true,
  })
  const hint = element('p', {}, text.paletteHint)
  const dialog = element('dialog', { class: 'ds-dialog k-palette', 'aria-label': text.paletteLabel }, input, list, hint)
  return { dialog, input, list, hint, found: [], at: 0, asking: undefined, answered: null }
}

function pagesMatching(query: string): readonly Found[] {
  const sought = query.trim().toLowerCase()
  return all('.k-nav a, .k-apart a')
    .filter((link) => link instanceof HTMLAnchorElement)
    .map((link) => ({ label: link.textContent.trim(), detail: '', href: link.href, kind: text.palettePage }))
    .filter(({ label }) => label.toLowerCase().includes(sought))
}

async function search(palette: Palette): Promise<void> {
  const query = palette.input.value.trim()
  palette.asking?.abort()
  const asking = new AbortController()
  palette.asking = asking
  const hits = await ask(query, asking.signal)
  if (asking.signal.aborted) return
  palette.answered = query
  show(palette, [...byNumberFirst(hits, query), ...pagesMatching(query)])
  palette.hint.textContent = hits.length === 0 && query !== '' ? text.paletteNone : text.paletteHint
  if (query !== '') announce(text.paletteCount(hits.length))
}

async function ask(query: string, signal: AbortSignal): Promise<readonly Found[]> {
  try {
    const response = await fetch(`/api/v1/suggest?q=${encodeURIComponent(query)}`, {
      signal,
      headers: { accept: 'application/json' },
    })
    const answer: { items?: readonly Found[] } = await response.json()
    return answer.items ?? []
  } catch {
    return []
  }
}

/** What has the sought number in full stands first, then what begins with it; otherwise the server's order. */
export function byNumberFirst(hits: readonly Found[], query: string): readonly Found[] {
  const sought = query.toLowerCase()
  const rank = ({ label, detail }: Found): number => {
    const words = `${label} ${detail}`.toLowerCase().split(/\s+/)
    if (words.includes(sought)) return 0
    return words.some((word) => word.startsWith(sought) && /\d/.test(word)) ? 1 : 2
  }
  return hits.toSorted((one, other) => rank(one) - rank(other))
}

function show(palette: Palette, found: readonly Found[]): void {
  palette.found = found
  palette.at = 0
  palette.list.replaceChildren(...found.map(option))
  palette.input.setAttribute('aria-expanded', String(found.length > 0))
  choose(palette, 0)
}

function option({ label, detail, kind }: Found, index: number): HTMLElement {
  return element(
    'li',
    { role: 'option', id: `palette-${index}`, 'aria-selected': 'false' },
    element('span', {}, label),
    element('span', {}, kind),
    ...(detail === '' ? [] : [element('small', {}, detail)]),
  )
}

function choose(palette: Palette, index: number): void {
  const count = palette.found.length
  palette.at = count === 0 ? 0 : (index + count) % count
  for (const [position, item] of [...palette.list.children].entries()) {
    item.setAttribute('aria-selected', String(position === palette.at))
    if (position === palette.at) item.scrollIntoView({ block: 'nearest' })
  }
  if (count === 0) palette.input.removeAttribute('aria-activedescendant')
  else palette.input.setAttribute('aria-activedescendant', `palette-${palette.at}`)
}

function onKey(palette: Palette, event: KeyboardEvent): void {
  const act = {
    ArrowDown: () => choose(palette, palette.at + 1),
    ArrowUp: () => choose(palette, palette.at - 1),
    Enter: () => void openChosen(palette),
  }[event.key]
  if (act === undefined) return
  event.preventDefault()
  act()
}

/** Whoever writes a number and presses Enter at once gets that number, not what stood there before the answer came. */
async function openChosen(palette: Palette): Promise<void> {
  // Again, where writing on had the question asked anew meanwhile.
  while (palette.at === 0 && palette.answered !== palette.input.value.trim()) await search(palette)
  open(palette, palette.at)
}

function open(palette: Palette, index: number): void {
  const query = palette.input.value.trim()
  const chosen = palette.found[index]?.href
  if (chosen === undefined && query === '') return
  palette.dialog.close()
  location.assign(chosen ?? `/sok?q=${encodeURIComponent(query)}`)
}
