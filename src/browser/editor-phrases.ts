/** Standard phrases by typing: a slash and the beginning of a short word offers those that fit; Enter or Tab puts one in. */

import { Plugin, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { insertOver } from './editor-insert.ts'
import { announce, element } from './element.ts'
import { text } from './text.ts'

type Phrase = {
  readonly name: string
  readonly shortcut: string
  readonly plain: string
  readonly text: { readonly content: readonly unknown[] }
}

const most = 6
let fetched: Promise<readonly Phrase[]> | undefined

/** Asked for once for a page, and only when somebody types a slash. */
function phrases(): Promise<readonly Phrase[]> {
  fetched ??= fetchPhrases()
  return fetched
}

async function fetchPhrases(): Promise<readonly Phrase[]> {
  const address = document.querySelector<HTMLElement>('side-panels [data-typed]')?.dataset['typed']
  if (address === undefined) return []
  const reply = await fetch(address).catch(() => null)
  if (reply?.ok === true) return reply.json()
  fetched = undefined
  return []
}

type Typed = { readonly from: number; readonly to: number; readonly word: string }

/** The slash and the word after it, where one is writing it. */
function typedIn({ selection }: EditorState): Typed | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\u{FFFC}')
  const word = /(?:^|\s)\/([a-zåäö0-9-]{0,30})$/iu.exec(before)?.[1]
  return word === undefined ? null : { from: $from.pos - word.length - 1, to: $from.pos, word: word.toLowerCase() }
}

/** Those whose short word begins so, then those with a word in their name that does. */
function fitting(all: readonly Phrase[], word: string): Phrase[] {
  const begins = all.filter(({ shortcut }) => shortcut.startsWith(word))
  const isNamed = ({ name }: Phrase) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(word))
  return [...begins, ...all.filter((one) => !begins.includes(one) && isNamed(one))].slice(0, most)
}

let count = 0

/** The list under the words that are typed. */
class Offer {
  readonly box = element('ul', { class: 'k-offer', role: 'listbox', id: `standardtexter-${++count}`, hidden: true })
  #found: readonly Phrase[] = []
  #at = 0
  #typed: Typed | null = null
  #refused = -1
  #view: EditorView

  constructor(view: EditorView) {
    this.#view = view
    this.box.setAttribute('aria-label', text.phrases)
    view.dom.parentElement?.append(this.box)
  }

  update(): void {
    const typed = typedIn(this.#view.state)
    this.#typed = typed
    if (typed === null || typed.from === this.#refused) return this.#hide()
    this.#refused = -1
    void phrases().then((all) => typed === this.#typed && this.#show(fitting(all, typed.word), typed))
  }

  #show(found: readonly Phrase[], typed: Typed): void {
    if (found.length === 0) return this.#hide()
    const isNew = found.map(({ shortcut }) => shortcut).join() !== this.#found.map(({ shortcut }) => shortcut).join()
    this.#found = found
    if (isNew) this.#at = 0
    this.#draw()
    this.#place(typed)
    if (isNew) announce(text.phrasesFound(found.length))
  }

  #draw(): void {
    const options = this.#found.map((phrase, at) => {
      const option = element('li', {
        role: 'option',
        id: `${this.box.id}-${at}`,
        'aria-selected': String(at === this.#at),
      })
      option.append(
        element('strong', {}, phrase.name),
        element('code', {}, `/${phrase.shortcut}`),
        element('small', {}, phrase.plain.slice(0, 90)),
      )
      option.addEventListener('mousedown', (event) => (event.preventDefault(), this.#take(at)))
      return option
    })
    this.box.replaceChildren(...options)
    this.box.hidden = false
    this.#view.dom.setAttribute('aria-controls', this.box.id)
    this.#view.dom.setAttribute('aria-activedescendant', `${this.box.id}-${this.#at}`)
  }

  #place({ from }: Typed): void {
    const frame = this.box.offsetParent?.getBoundingClientRect()
    const caret = this.#view.coordsAtPos(from)
    if (frame === undefined) return
    const widest = Math.max(0, frame.width - this.box.offsetWidth)
    this.box.style.top = `${caret.bottom - frame.top + 4}px`
    this.box.style.left = `${Math.min(Math.max(0, caret.left - frame.left), widest)}px`
  }

  #hide(): void {
    this.#found = []
    this.box.hidden = true
    this.#view.dom.removeAttribute('aria-activedescendant')
    this.#view.dom.removeAttribute('aria-controls')
  }

  /** True when the key was for the list. */
  key({ key }: KeyboardEvent): boolean {
    if (this.box.hidden) return false
    if (key === 'Escape') return this.#refuse()
    if (key === 'Enter' || key === 'Tab') return this.#take(this.#at)
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step === undefined) return false
    this.#at = (this.#at + step + this.#found.length) % this.#found.length
    this.#draw()
    announce(this.#found[this.#at]?.name ?? '')
    return true
  }

  #refuse(): boolean {
    this.#refused = this.#typed?.from ?? -1
    this.#hide()
    return true
  }

  #take(at: number): boolean {
    const phrase = this.#found[at]
    const typed = this.#typed
    if (phrase === undefined || typed === null) return false
    this.#hide()
    insertOver(this.#view, phrase.text.content, typed)
    announce(text.phraseIn(phrase.name))
    return true
  }

  destroy(): void {
    this.box.remove()
  }
}

export function phrasePlugin(): Plugin {
  let offer: Offer | undefined
  return new Plugin({
    view: (view) => {
      const made = new Offer(view)
      offer = made
      return { update: () => made.update(), destroy: () => made.destroy() }
    },
    props: { handleKeyDown: (_, event) => offer?.key(event) ?? false },
  })
}
