/** What is pasted, before it is read in the form that a text may have. */

export { linkAddress, markType, nodeType, schema } from '../kernel/rich-schema.ts'

/**
 * Pasted HTML before it is read: without the comments, empty tags and style sheets of office programs. Styles move to
 * `data-style` and handlers away, since the content security policy would drop the first and complain of both.
 */
export function cleanPasted(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<(style|xml|script|title)\b[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<\/?\w+:\w+[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, (tag) =>
      tag.replaceAll(/\sstyle=/gi, ' data-style=').replaceAll(/\son\w+=/gi, ' data-dropped='),
    )
}
