/** <rich-editor>: the textarea inside becomes an editor; what is written goes back into it as JSON of the same document. */

import { Node as Doc } from 'prosemirror-model'
import { EditorState, type Command, type Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { editorPlugins } from './editor-keys.ts'
import { takeInsertions } from './editor-insert.ts'
import { phrasePlugin } from './editor-phrases.ts'
import { drawLinkRow } from './editor-link.ts'
import { cleanPasted, schema } from './editor-schema.ts'
import { drawToolbar, type Toolbar } from './editor-toolbar.ts'
import { element } from './element.ts'
import { text } from './text.ts'
import { newClient } from './together-place.ts'
import { counting } from './together-text.ts'
import { defineTogether, WriteTogether } from './together.ts'

class RichEditor extends HTMLElement {
  #view: EditorView | undefined

  connectedCallback(): void {
    const source = this.querySelector('textarea')
    if (source === null || this.#view !== undefined) return
    const together = this.closest('write-together')
    const isShared = together instanceof WriteTogether && this.dataset['field'] !== undefined
    const view = isShared ? editTogether(this, source, together) : edit(this, source).view
    this.#view = view
    this.dataset['ready'] = ''
    this.dispatchEvent(new Event('ready'))
  }

  disconnectedCallback(): void {
    this.#view?.destroy()
    this.#view = undefined
  }
}

type Editing = {
  readonly view: EditorView
  readonly source: HTMLTextAreaElement
  readonly toolbar: Toolbar
  readonly stateWith: (doc: Doc, together?: Plugin) => EditorState
}

/** What an editor that is written in by several does besides. */
type Sharing = { readonly plugin: Plugin; readonly changed: () => void }

function edit(host: HTMLElement, source: HTMLTextAreaElement, sharing?: Sharing): Editing {
  const id = source.id
  const viewOf = (): EditorView => view
  const linkRow = drawLinkRow(viewOf)
  const toolbar = drawToolbar(viewOf, linkRow.open, id)
  const frame = element('div', { class: 'k-editor' }, toolbar.box, linkRow.box)
  const toToolbar: Command = () => (toolbar.focus(), true)
  const attributes = ownAttributes(host, source)
  const stateWith: Editing['stateWith'] = (doc, together) =>
    EditorState.create({
      doc,
      plugins: [
        phrasePlugin(),
        ...editorPlugins({ 'Alt-F10': toToolbar }),
        ...(together === undefined ? [] : [together]),
      ],
    })
  host.append(frame)
  const view: EditorView = new EditorView(frame, {
    state: stateWith(readDocument(host.dataset['document'], source.value), sharing?.plugin),
    attributes,
    transformPastedHTML: cleanPasted,
    dispatchTransaction: (transaction) => {
      view.updateState(view.state.apply(transaction))
      toolbar.update(view)
      if (transaction.docChanged) write(view, source)
      if (transaction.docChanged) sharing?.changed()
    },
  })
  take(source, view)
  toolbar.update(view)
  takeInsertions(host, viewOf)
  const editing = { view, source, toolbar, stateWith }
  source.addEventListener('filled', () => (sharing === undefined ? refill(editing) : replace(editing)))
  return editing
}

/** The text goes to the server step by step, not with the form: its textarea is left out of what the form sends. */
function editTogether(host: HTMLElement, source: HTMLTextAreaElement, together: WriteTogether): EditorView {
  const { field = '', version = '0' } = host.dataset
  const client = newClient()
  const plugin = counting(Number(version), client)
  const editing = edit(host, source, { plugin, changed: () => together.changed(field) })
  host.dataset['together'] = ''
  together.join({
    field,
    client,
    plugin,
    name: source.name,
    view: editing.view,
    stateWith: editing.stateWith,
    replaced: () => replaced(editing),
  })
  return editing.view
}

function replaced({ view, source, toolbar }: Editing): void {
  toolbar.update(view)
  write(view, source)
}

function refill({ view, source, toolbar, stateWith }: Editing): void {
  view.updateState(stateWith(readDocument(source.value, source.value)))
  toolbar.update(view)
}

/** What is filled in goes in as a change like any other, so that the others get it. */
function replace({ view, source }: Editing): void {
  const doc = readDocument(source.value, source.value)
  const start = view.state.doc.content.findDiffStart(doc.content)
  if (start === null) return
  view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content))
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

defineTogether()
if (customElements.get('rich-editor') === undefined) customElements.define('rich-editor', RichEditor)
