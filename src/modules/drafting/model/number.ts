/** Numbers as they are written in Swedish: a comma before the decimals, spaces between the thousands. Pure. */

/** At most so many digits that a number is the same whichever way it has gone: 12 before the comma and 3 after. */
const written = /^-?\d{1,12}(\.\d{1,3})?$/

/** Spaces only where thousands are parted: "12 40" is two numbers. */
const spaced = /^-?\d{1,3}(?:\s\d{3})+(?=[,.]|$)/

/** "1 250,5" is 1250.5; a point is read as a comma. Null for what is no number. */
export function readNumber(words: string): number | null {
  const plain = words
    .trim()
    .replace(/^[-\u2212]\s*/, '-')
    .replace(spaced, (thousands) => thousands.replaceAll(/\s/g, ''))
    .replace(',', '.')
  if (!written.test(plain)) return null
  const number = Number(plain)
  return number === 0 ? 0 : number
}

/** 1250.5 is "1 250,5" whichever language one reads in: it is read back the same. */
export function numberText(number: number): string {
  const [whole = '', decimals] = String(Math.abs(number)).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${number < 0 ? '\u2212' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`
}
