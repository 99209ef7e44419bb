/** What people type that paper cannot show. Each format asks for the words through here. */

/** Stands for a character that no font has. */
export const standIn = '□'

/** Controls, which XML and PDF forbid, and the marks that turn the reading direction, which can hide what is said. */
const unseen = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\uFE0F|\u20E3/gu

/** The same value with every string in it made printable; emoji of several parts become one stand-in. */
export function printable<T>(value: T, replaceEmoji = false): T {
  const clean = (text: string): string => {
    const seen = text.toWellFormed().replace(unseen, '')
    return replaceEmoji ? seen.replace(/\p{RGI_Emoji}/gv, standIn) : seen
  }
  // The reviver gives back what it was given, changed only inside strings: the shape is the same.
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' ? clean(inner) : inner,
  ) as T
}
