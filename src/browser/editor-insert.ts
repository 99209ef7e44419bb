/** What a page puts into an editor: blocks of a document, where one writes. */

import { Node as Doc } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { nodeType, schema } from './editor-schema.ts'

/** Takes the event `insert`, whose detail is a list of blocks as JSON; and `refocus`, to write on where one was. */
export function takeInsertions(host: HTMLElement, viewOf: () => EditorView): void {
  host.addEventListener('refocus', () => viewOf().focus())
  host.addEventListener('insert', (event) => {
    if (event instanceof CustomEvent && Array.isArray(event.detail)) insert(viewOf(), event.detail)
  })
}

function insert(view: EditorView, blocks: readonly unknown[]): void {
  view.dispatch(inserting(view.state.tr, docOf(blocks)).scrollIntoView())
}

/** In place of what stands between two positions of one paragraph. */
export function insertOver(
  view: EditorView,
  blocks: readonly unknown[],
  { from, to }: { readonly from: number; readonly to: number },
): void {
  view.dispatch(inserting(view.state.tr.delete(from, to), docOf(blocks)).scrollIntoView())
}

function docOf(blocks: readonly unknown[]): Doc {
  const doc = Doc.fromJSON(schema, { type: 'doc', content: blocks })
  doc.check()
  return doc
}

/** Words alone go in where one writes; blocks come after the one that one writes in, with a paragraph to go on in. */
function inserting(tr: Transaction, doc: Doc): Transaction {
  const { selection } = tr
  const only = doc.childCount === 1 ? doc.firstChild : null
  if (only?.type.name === 'paragraph') return tr.replaceWith(selection.from, selection.to, only.content)
  const { $from } = selection
  const block = $from.depth === 0 ? null : $from.node(1)
  const isBlank = block?.type.name === 'paragraph' && block.content.size === 0
  const end = block === null ? tr.doc.content.size : $from.after(1)
  const start = isBlank ? $from.before(1) : end
  const content = doc.content.addToEnd(nodeType('paragraph').create())
  const changed = tr.replaceWith(start, end, content)
  return changed.setSelection(TextSelection.near(changed.doc.resolve(start + content.size - 1)))
}
