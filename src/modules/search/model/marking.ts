/** Marking the words that were found, where they stand in a text. Gives pieces, never markup: the view escapes them. */

export type Piece = { readonly text: string; readonly isFound: boolean }

const shortestBeginning = 4

/** As words are compared: lower case, without accents that Swedish does not have. */
export function folded(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\u0000-\u007Fåäö]/gu, (sign) => sign.normalize('NFD').replaceAll(/\p{M}/gu, ''))
}

/** Cuts a text at its words and tells which are among `shown`, or begin as one of them of four letters or more. */
export function pieces(written: string, shown: readonly string[]): Piece[] {
  const exact = new Set(shown)
  const beginnings = shown.filter((word) => word.length >= shortestBeginning)
  const isFound = (word: string) => exact.has(word) || beginnings.some((beginning) => word.startsWith(beginning))
  const made: Piece[] = []
  const add = (piece: Piece) => {
    const last = made.at(-1)
    if (last !== undefined && last.isFound === piece.isFound)
      made[made.length - 1] = { ...last, text: last.text + piece.text }
    else if (piece.text !== '') made.push(piece)
  }
  for (const [, gap = '', word = ''] of written.normalize('NFC').matchAll(/([^\p{L}\p{N}]*)([\p{L}\p{N}]*)/gu)) {
    add({ text: gap, isFound: false })
    if (word !== '') add({ text: word, isFound: isFound(folded(word)) })
  }
  return made
}

/** The passage from a whole word to a whole word, with dots where it was cut. */
export function trimmed(passage: string): string {
  const words = passage.replaceAll(/\s+/g, ' ').trim()
  const inside = words.replace(/^\S*\s/, '').replace(/\s\S*$/, '')
  return `… ${inside === '' ? words : inside} …`
}
