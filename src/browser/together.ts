/**
 * <write-together data-url data-writer>: lets several write in the shared texts of the form inside. Steps go out one parcel at a
 * time and come in through a stream; without a connection one goes on writing, and the steps wait here.
 */

import { announce } from './element.ts'
import { text as words } from './text.ts'
import { sayHow } from './together-line.ts'
import { hearOthers } from './together-news.ts'
import { isClosed, type Page } from './together-page.ts'
import { startPresence } from './together-people.ts'
import { newClient } from './together-place.ts'
import { send, sendAfter, sendLast } from './together-send.ts'
import { isUnsent, keepNow, keepSoon, open, takeOver, type SharedText } from './together-text.ts'

const pause = 200
/** Milliseconds that a form waits for its texts before it is sent. */
const patience = 8000

type Joining = Pick<SharedText, 'field' | 'name' | 'client' | 'plugin' | 'view' | 'stateWith' | 'replaced'>

export class WriteTogether extends HTMLElement {
  #page: Page | undefined
  #stop = new AbortController()

  connectedCallback(): void {
    const form = this.querySelector('form')
    if (form === null) return
    const { url = '', writer = '' } = this.dataset
    this.#stop = new AbortController()
    this.#page = {
      host: this,
      form,
      url,
      writer,
      client: newClient(),
      texts: new Map(),
      stop: this.#stop.signal,
      standing: undefined,
      isSending: false,
      failures: 0,
      isHeard: true,
      isSignedOut: false,
      refused: undefined,
      savedAt: undefined,
      sendTimer: undefined,
    }
    setTimeout(() => void this.#begin(), 0) // when every editor of the page has joined
  }

  disconnectedCallback(): void {
    this.#stop.abort()
  }

  /** An editor of the page takes part. */
  join(about: Joining): void {
    const page = this.#page
    if (page === undefined) return
    const shelf = { writer: page.writer, text: `${page.url.split('/').at(-1)}/${about.field}` }
    page.texts.set(about.field, open({ ...about, shelf }))
  }

  /** A text of the page has changed, here or by what came in. */
  changed(field: string): void {
    const page = this.#page
    const text = page?.texts.get(field)
    if (page === undefined || text === undefined || !isUnsent(text)) return
    page.refused = undefined
    keepSoon(text)
    if (page.failures === 0 && !page.isSending) sendAfter(page, pause)
    sayHow(page)
  }

  async #begin(): Promise<void> {
    const page = this.#page
    if (page === undefined || page.texts.size === 0 || page.stop.aborted) return
    attend(page)
    const taken = await Promise.all([...page.texts.values()].map(takeOver))
    if (taken.includes(true)) announce(words.takenOver)
    hearOthers(page)
    startPresence(page)
    void send(page)
  }
}

function attend(page: Page): void {
  const { form, stop: signal } = page
  addEventListener('pagehide', () => leave(page), { signal })
  addEventListener('beforeunload', (event) => hasUnsent(page) && !isClosed(page) && event.preventDefault(), { signal })
  addEventListener('online', () => void send(page), { signal })
  addEventListener('offline', () => sayHow(page), { signal })
  // They go step by step, never with the form.
  form.addEventListener('formdata', ({ formData }) => page.texts.forEach(({ name }) => formData.delete(name)), {
    signal,
  })
  form.addEventListener('submit', (event) => void holdBack(page, event), { signal, capture: true })
  form.addEventListener('keydown', (event) => isSaveKey(event) && void send(page), { signal })
}

function isSaveKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's'
}

function leave(page: Page): void {
  page.texts.forEach(keepNow)
  sendLast(page)
}

function hasUnsent(page: Page): boolean {
  return [...page.texts.values()].some(isUnsent)
}

/** The form goes when every word of its texts has gone. Without a connection it stays, and so does what is written. */
async function holdBack(page: Page, event: SubmitEvent): Promise<void> {
  if (!hasUnsent(page)) return
  event.preventDefault()
  event.stopPropagation()
  const until = performance.now() + patience
  void send(page)
  while (hasUnsent(page) && performance.now() < until) await new Promise((done) => setTimeout(done, 50))
  if (hasUnsent(page)) announce(words.away)
  else page.form.requestSubmit(event.submitter)
}

/** Before the editors, which look for it. */
export function defineTogether(): void {
  if (customElements.get('write-together') === undefined) customElements.define('write-together', WriteTogether)
}
