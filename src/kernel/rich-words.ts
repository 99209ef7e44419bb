/** The words of formatted text line by line, and how a few of them are changed without touching how they look. */

import type { Inline, ListItem, RichBlock, RichText } from './rich-text.ts'

/** The words of each paragraph, heading and line, as they were written: no signs of lists, nothing trimmed. */
export function linesOf(doc: RichText): string[] {
  return doc.content.flatMap(linesIn)
}

function linesIn(block: RichBlock | ListItem): string[] {
  if (block.type === 'paragraph' || block.type === 'heading') return plain(block.content).split('\n')
  return block.content.flatMap(linesIn)
}

function plain(inlines: readonly Inline[] = []): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
}

/** Where words stand: which occurrence of them, counted from 0 through the whole text. */
export type Replacing = { readonly find: string; readonly nth: number; readonly by: string }

/** The text with one occurrence replaced. The new words look as the first of the old did. Not found: the same text. */
export function replaceWords(doc: RichText, replacing: Replacing): RichText {
  if (replacing.find === '') return doc
  const state = { left: replacing.nth, replacing }
  return { ...doc, content: doc.content.map((block) => inBlock(block, state)) }
}

type State = { left: number; readonly replacing: Replacing }

function inBlock(block: RichBlock, state: State): RichBlock {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content === undefined ? block : { ...block, content: inInlines(block.content, state) }
    case 'blockquote':
      return { ...block, content: block.content.map((inner) => inBlock(inner, state)) }
    case 'bullet_list':
    case 'ordered_list':
      return { ...block, content: block.content.map((item) => inItem(item, state)) }
  }
}

function inItem(item: ListItem, state: State): ListItem {
  return { ...item, content: item.content.map((inner) => inBlock(inner, state)) }
}

function inInlines(inlines: readonly Inline[], state: State): readonly Inline[] {
  const { find, by } = state.replacing
  const words = plain(inlines)
  for (let at = words.indexOf(find); at >= 0 && state.left >= 0; at = words.indexOf(find, at + find.length)) {
    if (state.left-- === 0) return spliced(inlines, { from: at, to: at + find.length, by })
  }
  return inlines
}

function spliced(inlines: readonly Inline[], cut: { from: number; to: number; by: string }): Inline[] {
  const { from, to } = cut
  let [start, by] = [0, cut.by]
  return inlines.flatMap((inline): Inline[] => {
    const here = start
    start += inline.type === 'text' ? inline.text.length : 1
    if (inline.type !== 'text' || start <= from || here >= to) return [inline]
    const text = inline.text.slice(0, Math.max(0, from - here)) + by + inline.text.slice(Math.max(0, to - here))
    by = ''
    return text === '' ? [] : [{ ...inline, text }]
  })
}
