/**
 * The words a person sees, in Swedish and English. The language is that of the request and is carried beside the code,
 * so that a rule can name its reason without being told who will read it (decision 0006).
 */

import { AsyncLocalStorage } from 'node:async_hooks'

export type Language = 'sv' | 'en'

const spoken = new AsyncLocalStorage<Language>()

export function language(): Language {
  return spoken.getStore() ?? 'sv'
}

export function speaking<T>(chosen: Language, work: () => T): T {
  return spoken.run(chosen, work)
}

type Phrase = string | ((...args: never[]) => string)
type Phrases = { readonly [key: string]: Phrase | Phrases }
type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : SameShape<T[K]>
}

/** `text.send` is read in the language of the moment. English must have every phrase that Swedish has: it compiles or not. */
export function words<const T extends Phrases>(swedish: T, english: SameShape<T>): SameShape<T> {
  const spoken: Record<string, unknown> = {}
  for (const [key, phrase] of Object.entries(swedish)) {
    const other = (english as Record<string, unknown>)[key]
    const nested = typeof phrase === 'object' ? words(phrase, other as SameShape<Phrases>) : undefined
    Object.defineProperty(spoken, key, {
      enumerable: true,
      get: () => nested ?? (language() === 'sv' ? phrase : other),
    })
  }
  return spoken as SameShape<T>
}
