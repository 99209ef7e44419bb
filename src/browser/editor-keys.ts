/** What the keys do while writing: the usual letters with Ctrl, and lists that begin by themselves. */

import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import type { Command, Plugin } from 'prosemirror-state'
import { markType, nodeType } from './editor-schema.ts'

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodeType('hard_break').create()).scrollIntoView())
  return true
})

const writing: Readonly<Record<string, Command>> = {
  'Mod-b': toggleMark(markType('strong')),
  'Mod-i': toggleMark(markType('em')),
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  Backspace: undoInputRule,
  Enter: splitListItem(nodeType('list_item')),
  'Shift-Enter': lineBreak,
  // Tab leaves the editor, as everywhere in a form; these move a point in and out.
  'Mod-]': sinkListItem(nodeType('list_item')),
  'Mod-[': liftListItem(nodeType('list_item')),
}

const begins = inputRules({
  rules: [
    wrappingInputRule(/^\s*[-*•–]\s$/, nodeType('bullet_list')),
    wrappingInputRule(
      /^(\d{1,3})\.\s$/,
      nodeType('ordered_list'),
      (match) => ({ order: Number(match[1]) }),
      (match, node) => node.childCount + Number(node.attrs['order']) === Number(match[1]),
    ),
    wrappingInputRule(/^\s*>\s$/, nodeType('blockquote')),
    textblockTypeInputRule(/^(#{2,3})\s$/, nodeType('heading'), (match) => ({ level: match[1]?.length ?? 2 })),
  ],
})

export function editorPlugins(extra: Readonly<Record<string, Command>>): readonly Plugin[] {
  return [begins, history(), keymap({ ...writing, ...extra }), keymap(baseKeymap)]
}
