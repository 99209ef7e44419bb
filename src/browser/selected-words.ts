/** Words that are selected in a text come into the form that says something of them. */

import { closest } from './element.ts'

/** What was selected last in the text that is written, and in a text that is read beside it, with where. */
let written = ''
let read: { readonly words: string; readonly within: Element } | undefined

export function startSelectedWords(): void {
  document.addEventListener('selectionchange', remember)
  document.addEventListener('focusin', (event) => {
    const { target } = event
    const form = closest(event, '[data-selected-words]')
    if (!(target instanceof HTMLTextAreaElement) || form === null || target.value !== '') return
    target.value = wordsFor(form)
  })
}

/** A form that names a place takes words from there; the others from what is written. */
function wordsFor({ dataset }: HTMLElement): string {
  const place = dataset['selectedWords'] ?? ''
  if (place === '') return written
  return read?.within.id === place ? read.words : ''
}

/** A selection anywhere else is forgotten only when another is made in the text. */
function remember(): void {
  const selection = getSelection()
  const words = selection?.toString().trim() ?? ''
  if (selection === null || words === '') return
  const within = elementAt(selection.anchorNode)
  const part = partOf(within, selection)
  if (part !== null) read = { words, within: part }
  else if (isParagraph(words) && isWritten(within)) written = words
}

/** The page or section in which all of it is. */
function partOf(within: Element | null, { focusNode }: Selection): Element | null {
  const part = within?.closest('.k-source-part') ?? null
  return part?.contains(focusNode) === true ? part : null
}

/** Not more than one paragraph of what is written. */
const isParagraph = (words: string): boolean => !words.includes('\n')

function isWritten(within: Element | null): boolean {
  return within?.closest('[contenteditable="true"]') instanceof Element
}

function elementAt(node: Node | null): Element | null {
  return node instanceof Element ? node : (node?.parentElement ?? null)
}
