/**
 * Parts of a page that follow what happens, without a reload. An element with `data-news` says where the news of the page is told
 * and `data-mark` what it already shows; every `data-live` part is taken from the page anew when the mark is another. Rows that
 * changed are said to those who listen and marked for those who look. Nothing that is being written is touched: an item of a list
 * with a form in it that somebody has begun stays as it is.
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
  const page = await fetched(location.href)
  const mark = page?.querySelector<HTMLElement>('[data-news]')?.dataset['mark']
  if (page === undefined || mark === undefined) return
  const before = rowsOf(document)
  renewParts(document, page)
  place.dataset['mark'] = mark
  tell(before)
}

/** Takes every live part from the page as it is now. */
export function renewParts(within: ParentNode, page: ParentNode): void {
  for (const part of all('[data-live]', within)) {
    const name = part.dataset['live'] ?? ''
    const anew = page.querySelector(`[data-live="${CSS.escape(name)}"]`)
    if (anew !== null) replace(part, anew)
  }
}

/** A page of ours as it is now; undefined where it cannot be had. */
export async function fetched(href: string): Promise<Document | undefined> {
  try {
    const response = await fetch(href, { headers: { accept: 'text/html' } })
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
  keepBegun(part, anew)
  part.replaceChildren(...anew.childNodes)
  if (href !== null) part.querySelector<HTMLElement>(`[href="${CSS.escape(href)}"]`)?.focus({ preventScroll: true })
}

/** What somebody has begun to write stands on, in the item as it was, or last where the item is there no more. */
function keepBegun(part: HTMLElement, anew: Element): void {
  for (const item of all('li[id]', part)) {
    if (!all('textarea', item).some(isBegun)) continue
    const there = anew.querySelector(`#${CSS.escape(item.id)}`)
    if (there === null) (anew.querySelector('ul') ?? anew).append(item)
    else there.replaceWith(item)
  }
}

function isBegun(field: HTMLElement): boolean {
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue
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
  if (changed.length === 0) return
  for (const row of changed) row.dataset['changed'] = ''
  const names = changed.slice(0, mostNamed).map(nameOf)
  announce(text.changed(names.join(', '), changed.length - names.length))
}
