/**
 * Keys: / and Ctrl+K find, ? explains, j and k move in tables, g and a letter goes somewhere. Those without Ctrl can be
 * turned off in the list of keys, since they are in the way of some who speak to their computer (WCAG 2.1.4).
 */

import { openDialog } from './dialog.ts'
import { all, closest, element, smallButton } from './element.ts'
import { openPalette } from './palette.ts'
import { moveRow } from './tables.ts'
import { text } from './text.ts'

const offKey = 'kraftsam:single-keys-off'
const goWithin = 1500

let goUntil = 0

export function startKeys(): void {
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', (event) => {
    if (closest(event, '[data-keys]') !== null) showKeys()
  })
}

function onKey(event: KeyboardEvent): void {
  const act = withControl(event) ? (event.key.toLowerCase() === 'k' ? openPalette : undefined) : alone(event)
  if (act === undefined) return
  event.preventDefault()
  act()
}

function withControl({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey
}

function alone(event: KeyboardEvent): (() => void) | undefined {
  if (event.altKey || isWriting(event) || singleKeysAreOff()) return undefined
  const act = performance.now() < goUntil ? goTo(event.key) : singleKeys[event.key]
  goUntil = 0
  return act
}

const singleKeys: Readonly<Record<string, () => void>> = {
  '/': openPalette,
  '?': showKeys,
  j: () => moveRow(1),
  k: () => moveRow(-1),
  g: () => (goUntil = performance.now() + goWithin),
}

function isWriting(event: Event): boolean {
  return closest(event, 'input, textarea, select, [contenteditable=true], dialog') !== null
}

function singleKeysAreOff(): boolean {
  return localStorage.getItem(offKey) !== null
}

type Place = { readonly key: string; readonly link: HTMLAnchorElement }

/** The places of the main menu, each by the first letter of its name (without dots: ä is a). */
function places(): readonly Place[] {
  const seen = new Set<string>()
  return all('.k-nav a, .k-apart a')
    .filter((link) => link instanceof HTMLAnchorElement)
    .map((link) => ({ link, key: plainLetter(link.textContent) }))
    .filter(({ key }) => !seen.has(key) && seen.add(key))
}

function plainLetter(words: string): string {
  return words.trim().toLowerCase().normalize('NFD').slice(0, 1)
}

function goTo(key: string): (() => void) | undefined {
  const place = places().find((candidate) => candidate.key === plainLetter(key))
  return place && (() => place.link.click())
}

function showKeys(): void {
  const list: readonly (readonly [readonly string[], string])[] = [
    [['Ctrl', 'K'], text.keyFind],
    [['/'], text.keyFind],
    [['?'], text.keyHelp],
    [['j', 'k'], text.keyRows],
    [['Enter'], text.keyOpen],
    [['Ctrl', 'S'], text.keySave],
    [['F6'], text.keyPanel],
    ...places().map(({ key, link }) => [['g', key], text.keyGo(link.textContent.trim())] as const),
  ]
  const rows = list.flatMap(([keys, words]) => [
    element('dt', {}, ...keys.map((key) => element('kbd', {}, key))),
    element('dd', {}, words),
  ])
  const dialog = openDialog(
    text.keysTitle,
    element('dl', { class: 'k-key-list' }, ...rows),
    singleKeySwitch(),
    element(
      'div',
      { class: 'k-actions' },
      smallButton(text.close, () => dialog.close()),
    ),
  )
}

function singleKeySwitch(): HTMLElement {
  const box = element('input', { type: 'checkbox', id: 'single-keys', class: 'ds-input' })
  box.checked = !singleKeysAreOff()
  box.addEventListener('change', () =>
    box.checked ? localStorage.removeItem(offKey) : localStorage.setItem(offKey, '1'),
  )
  return element('p', { class: 'k-key-switch' }, box, ' ', element('label', { for: 'single-keys' }, text.singleKeys))
}
