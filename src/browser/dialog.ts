/** Dialogs: a native one, closed by Escape, a click beside it, or its own button. It removes itself. */

import { element, smallButton } from './element.ts'
import { text } from './text.ts'

let count = 0

/** Opens a dialog with a heading. Returns it; `close` removes it and gives focus back to where it was. */
export function openDialog(title: string, ...content: readonly Node[]): HTMLDialogElement {
  const id = `dialog-${++count}`
  const heading = element('h2', { id }, title)
  return showDialog(element('dialog', { class: 'ds-dialog', 'aria-labelledby': id }, heading, ...content))
}

export function showDialog(dialog: HTMLDialogElement): HTMLDialogElement {
  const before = document.activeElement
  document.body.append(dialog)
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && isOutside(dialog, event)) dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (before instanceof HTMLElement) before.focus()
  })
  dialog.showModal()
  return dialog
}

function isOutside(dialog: HTMLDialogElement, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}

/** Asks before something is done. `yes` is the word of the button that was pressed. */
export function ask(question: string, yes: string, then: () => void): void {
  const dialog = openDialog(
    question,
    element(
      'div',
      { class: 'k-actions' },
      smallButton(yes || text.confirmYes, () => (dialog.close(), then()), 'primary'),
      smallButton(text.cancel, () => dialog.close()),
    ),
  )
}
