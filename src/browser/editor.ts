/** <rich-editor>: the textarea inside becomes an editor; what is written goes back into it as JSON of the same document. */

import { Node as Doc } from 'prosemirror-model'
import { EditorState, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { editorPlugins } from './editor-keys.ts'
import { takeInsertions } from './editor-insert.ts'
import { drawLinkRow } from './editor-link.ts'
import { cleanPasted, schema } from './editor-schema.ts'
import { drawToolbar, type Toolbar } from './editor-toolbar.ts'
import { element } from './element.ts'
import { text } from './text.ts'

class RichEditor extends HTMLElement {
  #view: EditorView | undefined

  connectedCallback(): void {
    const source = this.querySelector('textarea')
    if (source === null || this.#view !== undefined) return
    const view = edit(this, source)
    this.#view = view
    this.dataset['ready'] = ''
    this.dispatchEvent(new Event('ready'))
  }

  disconnectedCallback(): void {
    this.#view?.destroy()
    this.#view = undefined
  }
}

function edit(host: HTMLElement, source: HTMLTextAreaElement): EditorView {
  const id = source.id
  const viewOf = (): EditorView => view
  const linkRow = drawLinkRow(viewOf)
  const toolbar = drawToolbar(viewOf, linkRow.open, id)
  const frame = element('div', { class: 'k-editor' }, toolbar.box, linkRow.box)
  const toToolbar: Command = () => (toolbar.focus(), true)
  const attributes = ownAttributes(host, source)
  host.append(frame)
  const view: EditorView = new EditorView(frame, {
    state: stateFrom(readDocument(host.dataset['document'], source.value), toToolbar),
    attributes,
    transformPastedHTML: cleanPasted,
    dispatchTransaction: (transaction) => {
      view.updateState(view.state.apply(transaction))
      toolbar.update(view)
      if (transaction.docChanged) write(view, source)
    },
  })
  take(source, view)
  toolbar.update(view)
  takeInsertions(host, viewOf)
  source.addEventListener('filled', () => refill({ view, source, toolbar, toToolbar }))
  return view
}

type Editing = {
  readonly view: EditorView
  readonly source: HTMLTextAreaElement
  readonly toolbar: Toolbar
  readonly toToolbar: Command
}

function refill({ view, source, toolbar, toToolbar }: Editing): void {
  view.updateState(stateFrom(readDocument(source.value, source.value), toToolbar))
  toolbar.update(view)
}

function stateFrom(doc: Doc, toToolbar: Command): EditorState {
  return EditorState.create({ doc, plugins: [...editorPlugins({ 'Alt-F10': toToolbar })] })
}

/** The name, the help and the error of the textarea become the editor's. */
function ownAttributes(host: HTMLElement, source: HTMLTextAreaElement): Record<string, string> {
  const attributes: Record<string, string> = {
    id: source.id,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': host.dataset['label'] ?? '',
    'aria-required': String(source.required),
    spellcheck: 'true',
    title: text.editorHelp,
  }
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = source.getAttribute(name)
    if (value !== null) attributes[name] = value
  }
  return attributes
}

/** The textarea steps back: it keeps its name and carries the text, the editor takes its id and its label. */
function take(source: HTMLTextAreaElement, view: EditorView): void {
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(source.id)}"]`)
  source.id = `${source.id}-source`
  source.required = false
  source.value = serialize(view)
  label?.addEventListener('click', () => view.focus())
}

function write(view: EditorView, source: HTMLTextAreaElement): void {
  source.value = serialize(view)
  source.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The document as JSON; nothing at all when nothing is written, so that a required field is seen to be empty. */
function serialize({ state: { doc } }: EditorView): string {
  const empty = doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0
  return empty ? '' : JSON.stringify(doc.toJSON())
}

/** The formatted document if it can be read as one, else the plain text with a paragraph for every empty line. */
function readDocument(json: string | undefined, plain: string): Doc {
  try {
    const doc = Doc.fromJSON(schema, JSON.parse(json ?? ''))
    doc.check()
    return doc
  } catch {
    const paragraphs = plain
      .trim()
      .split(/\n\s*\n/)
      .map(plainParagraph)
    return schema.node('doc', null, paragraphs)
  }
}

function plainParagraph(lines: string): Doc {
  const parts = lines
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [schema.node('hard_break')] : []),
      ...(line === '' ? [] : [schema.text(line)]),
    ])
  return schema.node('paragraph', null, parts)
}

if (customElements.get('rich-editor') === undefined) customElements.define('rich-editor', RichEditor)
