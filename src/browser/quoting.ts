/** Quoting from what stands beside a text: the passage as a quotation, and under it where it is from. */

import { announce } from './element.ts'
import { insertIn } from './text-target.ts'
import { text } from './text.ts'

/** The whole of what the button stands beside. */
export function quoteFrom(button: HTMLElement, editor: HTMLElement | undefined): void {
  const passage = button.closest<HTMLElement>('.k-quotable')
  const words = passage?.querySelector('.k-quotable-text')
  if (passage === null || words === null || words === undefined) return
  insertIn(editor, quotation(paragraphsIn(words), passage.dataset['source'] ?? ''))
}

/** What is selected in the panel; says so when nothing is. */
export function quoteSelected(panel: HTMLElement, editor: HTMLElement | undefined): void {
  const selection = getSelection()
  const passage = passageAt(selection?.anchorNode ?? null)
  const words = linesOf(selection?.toString() ?? '')
  if (passage === null || !panel.contains(passage) || words.length === 0) return announce(text.selectFirst)
  insertIn(editor, quotation(words, passage.dataset['source'] ?? ''))
}

function passageAt(node: Node | null): HTMLElement | null {
  const within = node instanceof Element ? node : (node?.parentElement ?? null)
  return within?.closest<HTMLElement>('.k-quotable') ?? null
}

function linesOf(words: string): string[] {
  return words
    .split(/\n+/)
    .map(tidy)
    .filter((line) => line !== '')
}

function paragraphsIn(words: Element): string[] {
  const blocks = [...words.querySelectorAll('p, li, h3, h4, h5, h6')].filter(
    (block) => block.querySelector('p, li') === null,
  )
  return blocks.map(written).filter((line) => line !== '')
}

function written(block: Element): string {
  const line = tidy(block.textContent)
  return block.closest('li') === null || line === '' ? line : `– ${line}`
}

function tidy(line: string): string {
  return line.replaceAll(/\s+/g, ' ').trim()
}

function quotation(lines: readonly string[], source: string): readonly unknown[] {
  const paragraph = (line: string) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })
  const from = { type: 'paragraph', content: [{ type: 'text', text: source, marks: [{ type: 'em' }] }] }
  return [{ type: 'blockquote', content: [...lines.map(paragraph), ...(source === '' ? [] : [from])] }]
}
