/**
 * Parts of a page that follow what happens, without a reload. An element with `data-news` says where the news of the page is told
 * and `data-mark` what it already shows; every `data-live` part is taken from the page anew when the mark is another. Rows that
 * changed are said to those who listen and marked for those who look. Nothing that is being written is touched: forms stand outside.
 */

import { all, announce } from './element.ts'
import { listen } from './news-line.ts'
import { text } from './text.ts'

const mostNamed = 3

export function startLiveParts(): void {
  const [place] = all('[data-news]')
  if (place !== undefined) follow(place)
}

function follow(place: HTMLElement): void {
  listen({
    address: () => place.dataset['news'] ?? '',
    take: (data) => {
      const { mark }: { mark: string } = JSON.parse(data)
      if (mark !== place.dataset['mark']) void renew(place)
    },
  })
}

async function renew(place: HTMLElement): Promise<void> {
  const page = await fetched()
  const mark = page?.querySelector<HTMLElement>('[data-news]')?.dataset['mark']
  if (page === undefined || mark === undefined) return
  const before = rowsOf(document)
  for (const part of all('[data-live]')) {
    const name = part.dataset['live'] ?? ''
    const anew = page.querySelector(`[data-live="${CSS.escape(name)}"]`)
    if (anew !== null) replace(part, anew)
  }
  place.dataset['mark'] = mark
  tell(before)
}

async function fetched(): Promise<Document | undefined> {
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (!response.ok || response.redirected) return undefined
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  } catch {
    return undefined // the next news brings it
  }
}

/** Whoever stands on a link keeps standing on it. */
function replace(part: HTMLElement, anew: Element): void {
  const here = document.activeElement
  const href = here !== null && part.contains(here) ? here.getAttribute('href') : null
  part.replaceChildren(...anew.childNodes)
  if (href !== null) part.querySelector<HTMLElement>(`[href="${CSS.escape(href)}"]`)?.focus({ preventScroll: true })
}

/** What each row says, by what it is called. */
function rowsOf(within: ParentNode): Map<string, string> {
  const rows = all('[data-live] tbody tr', within)
  return new Map(rows.map((row) => [nameOf(row), row.textContent ?? '']))
}

function nameOf(row: HTMLElement): string {
  return row.querySelector('th')?.textContent?.trim() ?? ''
}

function tell(before: ReadonlyMap<string, string>): void {
  const changed = all('[data-live] tbody tr').filter((row) => before.get(nameOf(row)) !== row.textContent)
  for (const row of changed) row.dataset['changed'] = ''
  const names = changed.slice(0, mostNamed).map(nameOf)
  announce(text.changed(names.join(', '), changed.length - names.length))
}
