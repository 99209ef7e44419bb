/** The row where the address of a link is written. */

import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { linkAddress, markType } from './editor-schema.ts'
import { element, smallButton } from './element.ts'
import { text } from './text.ts'

export type LinkRow = { readonly box: HTMLElement; readonly open: Command }

export function drawLinkRow(viewOf: () => EditorView): LinkRow {
  const input = element('input', {
    class: 'ds-input',
    type: 'text',
    'aria-label': text.linkAddress,
    placeholder: text.linkAddress,
    inputmode: 'url',
  })
  const box = element('div', { class: 'k-link-row', hidden: true })
  const finish = (change: (view: EditorView) => void): void => {
    const view = viewOf()
    box.hidden = true
    change(view)
    view.focus()
  }
  const set = (): void => {
    const href = linkAddress(input.value)
    input.setCustomValidity(href === undefined ? text.linkWrong : '')
    if (href === undefined) input.reportValidity()
    else finish((view) => link(view, href))
  }
  box.append(
    input,
    smallButton(text.linkSet, set),
    smallButton(text.linkRemove, () => finish(unlink)),
    smallButton(text.cancel, () => finish(() => {})),
  )
  input.addEventListener('input', (event) => (event.stopPropagation(), input.setCustomValidity('')))
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Enter') set()
    else finish(() => {})
  })
  return { box, open: opening(box, input) }
}

function opening(box: HTMLElement, input: HTMLInputElement): Command {
  return (state, dispatch) => {
    const type = markType('link')
    const present = type.isInSet(state.selection.$from.marks()) ?? type.isInSet(state.selection.$to.marks())
    if (state.selection.empty && present === undefined) return false
    if (dispatch !== undefined) {
      const href: unknown = present?.attrs['href']
      input.value = typeof href === 'string' ? href : ''
      box.hidden = false
      input.focus()
    }
    return true
  }
}

/** The selected words, or the whole link the caret stands in. */
function reach({ state }: EditorView): { from: number; to: number } {
  const { from, to, empty, $from } = state.selection
  if (!empty) return { from, to }
  const type = markType('link')
  const sides = [$from.parent.childBefore($from.parentOffset), $from.parent.childAfter($from.parentOffset)]
  const linked = sides.find(({ node }) => node !== null && type.isInSet(node.marks) !== undefined)
  const start = $from.start() + (linked?.offset ?? $from.parentOffset)
  return { from: start, to: start + (linked?.node?.nodeSize ?? 0) }
}

function link(view: EditorView, href: string): void {
  const { from, to } = reach(view)
  view.dispatch(
    view.state.tr.removeMark(from, to, markType('link')).addMark(from, to, markType('link').create({ href })),
  )
}

function unlink(view: EditorView): void {
  const { from, to } = reach(view)
  view.dispatch(view.state.tr.removeMark(from, to, markType('link')))
}
