/** What stands in a field of a Word form until somebody writes there. Pure. */

import { form } from '../text/papers-sv.ts'

const own: ReadonlySet<string> = new Set([form.choose, form.write, form.writeLine, form.writeLines, form.filesBeside])
/** Word's and LibreOffice's own, in Swedish and English. */
const usual = /^(klicka|tryck|välj|click|tap|choose|enter) .{0,60}$/i

/**
 * Words that are marked as a hint and say no more than a hint does. A program that fills a field without taking the mark away has
 * written an answer all the same, and no words of it may go.
 */
export function isUnwritten({ text, isHint }: { readonly text: string; readonly isHint: boolean }): boolean {
  const words = text.trim().replace(/\s+/g, ' ')
  return isHint && (own.has(words) || usual.test(words))
}
