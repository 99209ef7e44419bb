/** Which text what is taken from a panel goes into: the one that was written in last. */

import { all, announce } from './element.ts'
import { text } from './text.ts'

const last = new WeakMap<HTMLElement, HTMLElement>()

/** Remembers, for the page around a text, which editor had the focus last. */
export function rememberEditors(around: HTMLElement): void {
  around.addEventListener('focusin', (event) => {
    const editor = event.target instanceof Element ? event.target.closest('.k-side-main rich-editor') : null
    if (editor instanceof HTMLElement) last.set(around, editor)
  })
}

/** The last one written in; before any was, the first answer, else the first text. */
export function lastEditor(around: HTMLElement): HTMLElement | undefined {
  const known = last.get(around)
  if (known?.isConnected === true) return known
  const editors = all('.k-side-main rich-editor', around)
  return editors.find((editor) => editor.querySelector('textarea[name^="answers."]') !== null) ?? editors[0]
}

/** Goes back to where one wrote: the editor knows its own place, a plain text has the browser's. */
export function toEditor(around: HTMLElement): void {
  const editor = lastEditor(around)
  if (editor?.dataset['ready'] === undefined) editor?.querySelector('textarea')?.focus()
  else editor.dispatchEvent(new Event('refocus'))
}

/** Puts blocks of a document in an editor, and says where they now stand. */
export function insertIn(editor: HTMLElement | undefined, blocks: readonly unknown[]): void {
  if (editor === undefined) return announce(text.nowhere)
  editor.dispatchEvent(new CustomEvent('insert', { detail: blocks }))
  const label = document.getElementById(editor.dataset['label'] ?? '')?.textContent.trim() ?? ''
  announce(text.inserted(sectionOf(editor) ?? label))
}

/** The same, of blocks as they stand in the page. */
export function insertJson(editor: HTMLElement | undefined, json: string): void {
  const blocks: unknown = JSON.parse(json)
  if (Array.isArray(blocks)) insertIn(editor, blocks)
}

/** The question that the text answers, where it is one of several that are called the same. */
function sectionOf(editor: HTMLElement): string | undefined {
  return editor.closest('section[id^="fraga-"]')?.querySelector('.k-over')?.textContent.trim()
}
