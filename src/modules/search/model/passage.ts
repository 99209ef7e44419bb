/** Where the words that were looked for stand in a text. Pure. */

/** So many characters before the first of them, and in all, are shown. */
const [before, whole] = [110, 320] as const

/** Finds the beginning of a word that begins as one of these, which are letters and digits only; null: there is none to find. */
export function beginningOf(words: readonly string[]): RegExp | null {
  return words.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join('|')})`, 'iu')
}

export type Passage = { readonly place: number; readonly text: string }

/** The piece of the text round the first of the words; null when none of them stands in it. */
export function passageIn(text: string, words: RegExp): Passage | null {
  const place = text.search(words)
  if (place < 0) return null
  const start = Math.max(0, place - before)
  return { place, text: text.slice(start, start + whole).toWellFormed() }
}
