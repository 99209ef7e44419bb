/** Words that are selected in a text come into the form that says something of them. */

let selected = ''

export function startSelectedWords(): void {
  document.addEventListener('selectionchange', remember)
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || target.closest('[data-selected-words]') === null) return
    if (target.value === '' && selected !== '') target.value = selected
  })
}

/** One paragraph of what is written; a selection anywhere else is forgotten only when another is made in the text. */
function remember(): void {
  const selection = getSelection()
  if (selection === null || !isWritten(selection.anchorNode)) return
  const words = selection.toString().trim()
  if (words !== '' && !words.includes('\n')) selected = words
}

function isWritten(node: Node | null): boolean {
  const within = node instanceof Element ? node : node?.parentElement
  return within?.closest('[contenteditable="true"]') instanceof Element
}
