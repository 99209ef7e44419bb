/**
 * Formatted text, everywhere the same: a ProseMirror document as JSON, with few node types, so that a memo, an answer
 * and a citizen's view can be shown on screen, in PDF and in Word, and be compared word for word.
 */

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { text as say } from './documents/text.ts'
import { escape, html, raw, type Html } from './html.ts'

export type Mark =
  | { readonly type: 'strong' }
  | { readonly type: 'em' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }

export type Inline =
  { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] } | { readonly type: 'hard_break' }

export type ListItem = { readonly type: 'list_item'; readonly content: readonly RichBlock[] }

export type RichBlock =
  | { readonly type: 'paragraph'; readonly content?: readonly Inline[] }
  | { readonly type: 'heading'; readonly attrs: { readonly level: 2 | 3 }; readonly content?: readonly Inline[] }
  | { readonly type: 'bullet_list'; readonly content: readonly ListItem[] }
  | {
      readonly type: 'ordered_list'
      readonly attrs: { readonly order: number }
      readonly content: readonly ListItem[]
    }
  | { readonly type: 'blockquote'; readonly content: readonly RichBlock[] }

export type RichText = { readonly type: 'doc'; readonly content: readonly RichBlock[] }

const mostBytes = 200_000
const mostLevels = 20

export const emptyText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }

class Unreadable extends Error {}

/**
 * What a form or the API may send: a document, the same as a JSON string, or plain text from a textarea. Gives a
 * `RichText` in its one normal form: giving that back changes nothing. Refuses unknown nodes, other links than http,
 * https and mailto, more than 200 kB and more than 20 levels.
 */
export const richText = z
  .union([z.string(), z.looseObject({ type: z.literal('doc') })])
  .transform((given, context): RichText => {
    try {
      return read(given)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      context.addIssue({ code: 'custom', message: error.message })
      return z.NEVER
    }
  })

function read(given: unknown): RichText {
  if (typeof given === 'string') {
    if (Buffer.byteLength(given) > 2 * mostBytes) throw new Unreadable(say.richText.tooLong)
    return looksLikeJson.test(given) ? read(parsed(given)) : short(fromText(given))
  }
  const top = nodeOf(given)
  if (top.type !== 'doc') throw new Unreadable(say.richText.unknownNode(top.type))
  const blocks = readBlocks(top, 1, { hasHeading: false })
  return short({ type: 'doc', content: blocks.length > 0 ? blocks : emptyText.content })
}

const looksLikeJson = /^\s*\{\s*"(type|content)"\s*:/

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json)
    return value
  } catch {
    throw new Unreadable(say.richText.unreadable)
  }
}

function short(doc: RichText): RichText {
  if (Buffer.byteLength(JSON.stringify(doc)) > mostBytes) throw new Unreadable(say.richText.tooLong)
  return doc
}

const node = z.object({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.object({ level: z.number(), order: z.number(), href: z.string() }).partial().nullish(),
  content: z.array(z.unknown()).optional(),
  marks: z.array(z.unknown()).optional(),
})
type Node = z.output<typeof node>

function nodeOf(value: unknown): Node {
  const result = node.safeParse(value)
  if (!result.success) throw new Unreadable(say.richText.unreadable)
  return result.data
}

/** A level-3 heading before any level-2 one would skip a level: it becomes the first of level 2. */
type Headings = { hasHeading: boolean }

function readBlocks(parent: Node, level: number, headings: Headings): RichBlock[] {
  if (level > mostLevels) throw new Unreadable(say.richText.tooDeep)
  return (parent.content ?? []).flatMap((child) => readBlock(nodeOf(child), level, headings))
}

function readBlock(block: Node, level: number, headings: Headings): RichBlock[] {
  if (block.type === 'paragraph') return [{ type: 'paragraph', ...readInline(block) }]
  if (block.type === 'heading') return readHeading(block, headings)
  if (block.type === 'blockquote') {
    const content = readBlocks(block, level + 1, headings)
    return content.length > 0 ? [{ type: 'blockquote', content }] : []
  }
  return readList(block, level, headings)
}

function readList(block: Node, level: number, headings: Headings): RichBlock[] {
  if (block.type !== 'bullet_list' && block.type !== 'ordered_list')
    throw new Unreadable(say.richText.unknownNode(block.type))
  const content = (block.content ?? []).map((item) => readItem(nodeOf(item), level + 1, headings))
  if (content.length === 0) return []
  const order = Math.min(Math.max(Math.trunc(block.attrs?.order ?? 1), 0), 9999)
  return [
    block.type === 'bullet_list' ? { type: block.type, content } : { type: block.type, attrs: { order }, content },
  ]
}

function readHeading(block: Node, headings: Headings): RichBlock[] {
  const level = (block.attrs?.level ?? 2) <= 2 || !headings.hasHeading ? 2 : 3
  const inline = readInline(block)
  if (plain(inline.content).trim() === '') return []
  headings.hasHeading = true
  return [{ type: 'heading', attrs: { level }, ...inline }]
}

function readItem(item: Node, level: number, headings: Headings): ListItem {
  if (item.type !== 'list_item') throw new Unreadable(say.richText.unknownNode(item.type))
  const content = readBlocks(item, level + 1, headings)
  const first = content[0]
  if (first === undefined) return { type: 'list_item', content: [{ type: 'paragraph' }] }
  if (first.type !== 'paragraph') throw new Unreadable(say.richText.itemBeginsWithText)
  return { type: 'list_item', content }
}

function readInline(parent: Node): { content?: readonly Inline[] } {
  const content = (parent.content ?? []).map(nodeOf).flatMap((inline): Inline[] => {
    if (inline.type === 'hard_break') return [{ type: 'hard_break' }]
    if (inline.type !== 'text') throw new Unreadable(say.richText.unknownNode(inline.type))
    const text = clean(inline.text ?? '')
    const marks = readMarks(inline)
    return text === '' ? [] : [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]
  })
  return content.length > 0 ? { content } : {}
}

/** In the order of the editor's schema, each once. */
function readMarks(inline: Node): Mark[] {
  const marks = (inline.marks ?? []).map(nodeOf)
  const unknown = marks.find((mark) => !['link', 'em', 'strong'].includes(mark.type))
  if (unknown) throw new Unreadable(say.richText.unknownNode(unknown.type))
  const link = marks.find((mark) => mark.type === 'link')
  return [
    ...(link ? [{ type: 'link', attrs: { href: readAddress(link.attrs?.href ?? '') } } as const] : []),
    ...(marks.some((mark) => mark.type === 'em') ? [{ type: 'em' } as const] : []),
    ...(marks.some((mark) => mark.type === 'strong') ? [{ type: 'strong' } as const] : []),
  ]
}

function readAddress(address: string): string {
  const url = URL.parse(address)
  if (url === null || !['http:', 'https:', 'mailto:'].includes(url.protocol) || url.href.length > 2000)
    throw new Unreadable(say.richText.unsafeLink(address.slice(0, 80)))
  return url.href
}

/** What neither PostgreSQL nor XML can hold goes away: control characters and halves of characters. One spelling of å. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .normalize('NFC')
}

const itemLine = /^\s*(?:[-*•]|(\d{1,4})[.)])\s+(.*)$/

/** Plain text as people write it: a blank line begins a paragraph, "- " a bullet, "1. " a number. */
export function fromText(text: string): RichText {
  const parts = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/)
  const blocks = parts.flatMap(blocksOf)
  return { type: 'doc', content: blocks.length > 0 ? blocks : emptyText.content }
}

function blocksOf(part: string): RichBlock[] {
  const runs: { kind: RichBlock['type']; order: number; lines: string[] }[] = []
  for (const line of part.split('\n').filter((line) => line.trim() !== '')) {
    const item = itemLine.exec(line)
    const kind = item === null ? 'paragraph' : item[1] === undefined ? 'bullet_list' : 'ordered_list'
    const content = clean(item?.[2] ?? line).trim()
    const run = runs.at(-1)
    if (run?.kind === kind) run.lines.push(content)
    else runs.push({ kind, order: Number(item?.[1] ?? 1), lines: [content] })
  }
  return runs.map(({ kind, order, lines }): RichBlock => {
    if (kind === 'paragraph') return paragraph(lines)
    const content = lines.map((line) => ({ type: 'list_item', content: [paragraph([line])] }) as const)
    return kind === 'bullet_list' ? { type: kind, content } : { type: 'ordered_list', attrs: { order }, content }
  })
}

function paragraph(lines: readonly string[]): RichBlock {
  const content = lines
    .filter((line) => line !== '')
    .flatMap((text, index): Inline[] => [
      ...(index > 0 ? [{ type: 'hard_break' } as const] : []),
      { type: 'text', text },
    ])
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
}

/** The words alone, always written the same way: a blank line between paragraphs, "- " or "1. " before an item. */
export function toText(doc: RichText): string {
  return textOf(doc.content)
}

function textOf(blocks: readonly RichBlock[]): string {
  return blocks
    .map(blockText)
    .filter((block) => block !== '')
    .join('\n\n')
}

function blockText(block: RichBlock): string {
  if (block.type === 'blockquote') return textOf(block.content)
  if (block.type !== 'bullet_list' && block.type !== 'ordered_list') return plain(block.content).trim()
  const first = block.type === 'ordered_list' ? block.attrs.order : null
  return block.content.map((item, index) => itemText(item, first === null ? '- ' : `${first + index}. `)).join('\n')
}

function itemText(item: ListItem, sign: string): string {
  const lines = item.content.map(blockText).filter((block) => block !== '')
  return (sign + lines.join('\n').replaceAll('\n', '\n' + ' '.repeat(sign.length))).trimEnd()
}

function plain(inlines: readonly Inline[] = []): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
}

export function isEmpty(doc: RichText): boolean {
  return !/[\p{L}\p{N}\p{S}]/u.test(toText(doc))
}

/** SHA-256 (hex) of the words as `toText` writes them: what the board decided and what stands in the matrix are one. */
export function contentHash(doc: RichText): string {
  return createHash('sha256').update(toText(doc)).digest('hex')
}

/** For the screen. `heading` is the level a level-2 heading of the text gets where it stands (3 unless told). */
export function toHtml(doc: RichText, { heading = 3 }: { readonly heading?: number } = {}): Html {
  return html`${doc.content.map((block) => blockHtml(block, heading))}`
}

function blockHtml(block: RichBlock, heading: number): Html {
  if (block.type === 'paragraph') return html`<p>${block.content?.map(inlineHtml)}</p>`
  if (block.type === 'heading') {
    const tag = raw(`h${Math.min(heading + block.attrs.level - 2, 6)}`)
    return html`<${tag}>${block.content?.map(inlineHtml)}</${tag}>`
  }
  const inside = block.content.map((child) =>
    child.type === 'list_item'
      ? html`<li>${child.content.map((part) => blockHtml(part, heading))}</li>`
      : blockHtml(child, heading),
  )
  if (block.type === 'blockquote') return html`<blockquote>${inside}</blockquote>`
  if (block.type === 'bullet_list') return html`<ul>${inside}</ul>`
  return html`<ol${raw(block.attrs.order === 1 ? '' : ` start="${block.attrs.order}"`)}>${inside}</ol>`
}

function inlineHtml(inline: Inline): Html {
  if (inline.type === 'hard_break') return raw('<br>')
  return raw((inline.marks ?? []).toReversed().reduce(markHtml, escape(inline.text)))
}

function markHtml(inside: string, mark: Mark): string {
  if (mark.type === 'link') return `<a href="${escape(mark.attrs.href)}" rel="nofollow noopener">${inside}</a>`
  return `<${mark.type}>${inside}</${mark.type}>`
}
