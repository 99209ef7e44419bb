/** Menus close when one looks away. */

import { all } from './element.ts'

export function startMenus(): void {
  document.addEventListener('click', (event) => {
    for (const menu of all('details[data-closes][open]')) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute('open')
    }
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of all('details[data-closes][open]')) {
      menu.removeAttribute('open')
      menu.querySelector('summary')?.focus()
    }
  })
}
