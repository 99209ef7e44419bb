/**
 * <shared-answer data-url data-notice data-choose>: tells those who write on one link what the others have done: who wrote last
 * in each part, and that two have written at the same time. Asks now and then while the page is seen, and soon after a save.
 */

import { announce, element } from './element.ts'

const every = 15_000

type News = {
  readonly cells: readonly { readonly key: string; readonly last: string }[]
  readonly rivals: number
}

export function defineSharedAnswer(): void {
  if (customElements.get('shared-answer') === undefined) customElements.define('shared-answer', SharedAnswer)
}

class SharedAnswer extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined
  #stop = new AbortController()

  connectedCallback(): void {
    this.#stop = new AbortController()
    const { signal } = this.#stop
    this.#timer = setInterval(() => void this.#ask(), every)
    document.addEventListener('visibilitychange', () => void this.#ask(), { signal })
    document.addEventListener('focusout', () => setTimeout(() => void this.#ask(), 2000), { signal })
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
    this.#stop.abort()
  }

  async #ask(): Promise<void> {
    if (document.hidden) return
    const state = await stateAt(this.dataset['url'] ?? '')
    if (state === undefined) return
    for (const { key, last } of state.cells) tell(key, last)
    if (state.rivals > 0) this.#warn()
  }

  /** Once: whoever has been told chooses when it suits. */
  #warn(): void {
    if (this.childElementCount > 0) return
    const { notice = '', choose = '' } = this.dataset
    const link = element('a', { href: `${location.pathname}?val#valj` }, choose)
    this.append(element('div', { class: 'k-notice', 'data-kind': 'warning' }, element('p', {}, `${notice} `, link)))
    announce(notice)
  }
}

function tell(key: string, words: string): void {
  const line = document.querySelector(`[data-last="${CSS.escape(key)}"]`)
  if (line !== null && line.textContent !== words) line.textContent = words
}

/** Nothing where the house cannot be reached: it is asked again. */
async function stateAt(url: string): Promise<News | undefined> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(10_000) })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}
