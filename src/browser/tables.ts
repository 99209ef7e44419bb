/** A row opens where it is clicked; j and k move between rows that open. */

import { all, closest } from './element.ts'

const actsByItself = 'a, button, input, select, textarea, label, summary'

export function startTables(): void {
  document.addEventListener('click', (event) => {
    const row = closest(event, 'tr[data-opens]')
    if (row === null || closest(event, actsByItself) !== null || isSelecting()) return
    const link = row.querySelector<HTMLAnchorElement>('.k-row-link')
    if (link === null) return
    if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener')
    else link.click()
  })
}

function isSelecting(): boolean {
  return String(getSelection() ?? '') !== ''
}

/** Focus moves to the next (1) or previous (-1) row of the page; from nowhere to the first. */
export function moveRow(by: 1 | -1): void {
  const links = all('tr[data-opens] .k-row-link')
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement) === true)
  const next = links[Math.min(Math.max(at + by, 0), links.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
