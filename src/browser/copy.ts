/** Buttons that copy an address and say so. */

import { announce, closest } from './element.ts'
import { text } from './text.ts'

const shownFor = 2000

export function startCopying(): void {
  document.addEventListener('click', (event) => {
    const button = closest(event, '[data-copy]')
    if (button !== null) void copy(button)
  })
}

async function copy(button: HTMLElement): Promise<void> {
  const address = new URL(button.dataset['copy'] ?? '', location.href)
  await navigator.clipboard.writeText(address.href)
  const label = button.querySelector('span') ?? button
  const before = label.textContent
  label.textContent = text.copied
  announce(text.copied)
  setTimeout(() => (label.textContent = before), shownFor)
}
