/** The row of buttons over the text: a toolbar with one tab stop, arrows between its buttons (ARIA APG). */

import { setBlockType, toggleMark, wrapIn, lift } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { markType, nodeType } from './editor-schema.ts'
import { element } from './element.ts'
import { text } from './text.ts'

type Tool = {
  readonly label: string
  readonly shows: string
  readonly keys?: string
  readonly run: Command
  readonly isOn?: (state: EditorState) => boolean
}

export type Toolbar = { readonly box: HTMLElement; update(view: EditorView): void; focus(): void }

const pictures: Readonly<Record<string, string>> = {
  bullets: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M4 4.500 5.500 4v5M4 14h2.200L4 18.500h2.500',
  quote: 'M5 5v14M10 8h10M10 12h10M10 16h6',
  link: 'M10 14a4 4 0 0 0 6 .4l2.500-2.500a4 4 0 0 0-5.600-5.600L11.500 7.700M14 10a4 4 0 0 0-6-.4l-2.500 2.500a4 4 0 0 0 5.600 5.600l1.300-1.300',
  undo: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3',
  redo: 'm16 5 4 4-4 4m4-4H10a5 5 0 0 0 0 10h3',
}

function within(state: EditorState, type: NodeType, level?: number): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.type === type && (level === undefined || node.attrs['level'] === level)) return true
  }
  return false
}

function hasMark(name: string): (state: EditorState) => boolean {
  const type = markType(name)
  return ({ doc, selection, storedMarks }) => {
    const { from, to, empty, $from } = selection
    return empty ? type.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, type)
  }
}

function headingTool(level: 2 | 3, label: string): Tool {
  const isOn = (state: EditorState): boolean => within(state, nodeType('heading'), level)
  const run: Command = (state, dispatch, view) =>
    isOn(state)
      ? setBlockType(nodeType('paragraph'))(state, dispatch, view)
      : setBlockType(nodeType('heading'), { level })(state, dispatch, view)
  return { label, shows: label, run, isOn }
}

function wrappingTool(name: 'bullet_list' | 'ordered_list' | 'blockquote', look: Pick<Tool, 'label' | 'shows'>): Tool {
  const type = nodeType(name)
  const isOn = (state: EditorState): boolean => within(state, type)
  const off = name === 'blockquote' ? lift : liftListItem(nodeType('list_item'))
  const on = name === 'blockquote' ? wrapIn(type) : wrapInList(type)
  return { ...look, isOn, run: (state, dispatch, view) => (isOn(state) ? off : on)(state, dispatch, view) }
}

function tools(askForLink: Command): readonly (Tool | 'gap')[] {
  return [
    { label: text.bold, shows: 'B', keys: 'Ctrl+B', run: toggleMark(markType('strong')), isOn: hasMark('strong') },
    { label: text.italic, shows: 'I', keys: 'Ctrl+I', run: toggleMark(markType('em')), isOn: hasMark('em') },
    { label: text.link, shows: 'link', run: askForLink, isOn: hasMark('link') },
    'gap',
    headingTool(2, text.heading),
    headingTool(3, text.subheading),
    'gap',
    wrappingTool('bullet_list', { label: text.bullets, shows: 'bullets' }),
    wrappingTool('ordered_list', { label: text.numbers, shows: 'numbers' }),
    wrappingTool('blockquote', { label: text.quote, shows: 'quote' }),
    'gap',
    { label: text.undo, shows: 'undo', keys: 'Ctrl+Z', run: undo },
    { label: text.redo, shows: 'redo', keys: 'Ctrl+Y', run: redo },
  ]
}

export function drawToolbar(viewOf: () => EditorView, askForLink: Command, controls: string): Toolbar {
  const box = element('div', {
    class: 'k-toolbar',
    role: 'toolbar',
    'aria-label': text.toolbar,
    'aria-controls': controls,
  })
  const drawn = tools(askForLink).flatMap((tool) => {
    if (tool === 'gap') return (box.append(element('span', { role: 'separator', 'aria-orientation': 'vertical' })), [])
    const button = drawTool(tool, viewOf)
    box.append(button)
    return [{ tool, button }]
  })
  const buttons = drawn.map(({ button }) => button)
  rove(box, buttons)
  return {
    box,
    focus: () => buttons.find((button) => button.tabIndex === 0)?.focus(),
    update: (view) => {
      for (const { tool, button } of drawn) {
        if (tool.isOn !== undefined) button.setAttribute('aria-pressed', String(tool.isOn(view.state)))
        button.setAttribute('aria-disabled', String(!tool.run(view.state)))
      }
    },
  }
}

function drawTool({ label, shows, keys, run }: Tool, viewOf: () => EditorView): HTMLButtonElement {
  const title = keys === undefined ? label : `${label} (${keys})`
  const button = element('button', {
    type: 'button',
    class: `k-tool-${shows.toLowerCase()}`,
    'aria-keyshortcuts': keys?.replace('Ctrl', 'Control'),
    'aria-label': label,
    title,
  })
  button.append(picture(shows))
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', () => {
    const view = viewOf()
    run(view.state, view.dispatch, view)
    if (shows !== 'link') view.focus()
  })
  return button
}

function picture(shows: string): Node {
  const path = pictures[shows]
  if (path === undefined) return document.createTextNode(shows)
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  const look = {
    d: path,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.8',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  for (const [name, value] of Object.entries(look)) line.setAttribute(name, value)
  svg.append(line)
  return svg
}

function rove(box: HTMLElement, buttons: readonly HTMLButtonElement[]): void {
  const stop = (at: number): void => buttons.forEach((button, index) => (button.tabIndex = index === at ? 0 : -1))
  stop(0)
  box.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (at === -1 || to === undefined) return
    event.preventDefault()
    const next = (to + buttons.length) % buttons.length
    stop(next)
    buttons[next]?.focus()
  })
}
