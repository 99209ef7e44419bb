/** UTF-8 that a program has taken for Windows-1252 and saved as UTF-8 once more: "fullmÃ¤ktige" for "fullmäktige". */

/** The letters of Windows-1252 that are not those of Latin-1, from byte 0x80 on. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u0178'
const byteOf: ReadonlyMap<string, number> = new Map([...windows].map((letter, at) => [letter, 0x80 + at]))

/** What the bytes of one letter became: a first byte of two or of three, and those that go on. */
const goesOn = `[\\u0080-\\u00bf${windows}]`
const doubled = new RegExp(`[\\u00c2-\\u00df]${goesOn}|[\\u00e0-\\u00ef]${goesOn}{2}`, 'gu')

export type Mended = {
  readonly text: string
  /** An example of what stood there, or null when nothing was wrong. */
  readonly quote: string | null
}

/** The text with its letters restored, where there are signs enough that they were doubled. */
export function mended(text: string): Mended {
  const first = /[^\s]{0,40}Ã[¤¥¶©…„–ƒ\u0083\u0084\u0085\u0096][^\s]{0,40}/u.exec(text)
  const count = text.match(doubled)?.length ?? 0
  const right = text.match(/[åäöÅÄÖ]/gu)?.length ?? 0
  // "Ã¤" is in no Swedish word; a single one in a text whose letters are right is left as it stands.
  if (first === null || count < 2 || right > count) return { text, quote: null }
  const once = text.replace(doubled, undoubled)
  // Some files have gone through it twice.
  return { text: /Ã[¤¥¶]/u.test(once) ? once.replace(doubled, undoubled) : once, quote: first[0] }
}

/** The letter that the bytes were; as it stands if they are none. */
function undoubled(run: string): string {
  const bytes = [...run].map((letter) => byteOf.get(letter) ?? letter.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return run
  }
}
