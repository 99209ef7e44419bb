/** The form a text may have, in the editor and where several write in it: the same names and limits as `rich-text.ts`. */

import { Schema, type DOMOutputSpec } from 'prosemirror-model'

const allowedLink = /^(https?:|mailto:)/i

/** An address we may link to, or undefined. A bare e-mail address becomes mailto. */
export function linkAddress(written: string): string | undefined {
  const address = written.trim()
  if (/^[^\s@:/]+@[^\s@]+\.[^\s@]+$/.test(address)) return `mailto:${address}`
  if (/^www\.\S+$/i.test(address)) return `https://${address}`
  return allowedLink.test(address) && URL.canParse(address) ? address : undefined
}

const paragraph: DOMOutputSpec = ['p', 0]
const quote: DOMOutputSpec = ['blockquote', 0]
const bullets: DOMOutputSpec = ['ul', 0]
const item: DOMOutputSpec = ['li', 0]

const isNormal = /font-weight:\s*(normal|400)/

/** Pasted text tells bold and italic by its style, which arrives here as `data-style`. */
function styled(pattern: RegExp) {
  return (element: HTMLElement): null | false => (pattern.test(element.dataset['style'] ?? '') ? null : false)
}

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => paragraph },
    heading: {
      attrs: { level: { default: 2, validate: 'number' } },
      content: 'inline*',
      group: 'block',
      defining: true,
      parseDOM: [
        ...['h1', 'h2'].map((tag) => ({ tag, attrs: { level: 2 } })),
        ...['h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
      ],
      toDOM: ({ attrs }) => [attrs['level'] === 2 ? 'h2' : 'h3', 0],
    },
    blockquote: {
      content: 'block+',
      group: 'block',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => quote,
    },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => bullets },
    ordered_list: {
      attrs: { order: { default: 1, validate: 'number' } },
      content: 'list_item+',
      group: 'block',
      parseDOM: [{ tag: 'ol', getAttrs: (list) => ({ order: Number(list.getAttribute('start')) || 1 }) }],
      toDOM: ({ attrs }) => (attrs['order'] === 1 ? ['ol', 0] : ['ol', { start: attrs['order'] }, 0]),
    },
    list_item: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => item },
    text: { group: 'inline' },
    hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  },
  marks: {
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (anchor) => {
            const href = linkAddress(anchor.getAttribute('href') ?? '')
            return href === undefined ? false : { href }
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs['href'], rel: 'noopener' }, 0],
    },
    em: {
      parseDOM: [
        { tag: 'i' },
        { tag: 'em' },
        { tag: '[data-style]', consuming: false, priority: 60, getAttrs: styled(/font-style:\s*italic/) },
      ],
      toDOM: () => ['em', 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        // Google Docs wraps everything in <b style="font-weight:normal">.
        { tag: 'b', getAttrs: (bold) => (isNormal.test(bold.dataset['style'] ?? '') ? false : null) },
        { tag: '[data-style]', consuming: false, priority: 60, getAttrs: styled(/font-weight:\s*(bold|[6-9]\d\d)/) },
      ],
      toDOM: () => ['strong', 0],
    },
  },
})

/** The named type, which the schema above surely has. */
export function nodeType(name: string) {
  const found = schema.nodes[name]
  if (found === undefined) throw new Error(`No such node: ${name}`)
  return found
}

export function markType(name: string) {
  const found = schema.marks[name]
  if (found === undefined) throw new Error(`No such mark: ${name}`)
  return found
}
