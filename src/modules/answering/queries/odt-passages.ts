/** An OpenDocument text (LibreOffice) in passages: paragraphs and rows in their order. */

import { fileInZip } from '../../../kernel/zip.ts'
import { xmlEvents, type XmlEvent } from '../../../kernel/xml.ts'
import type { FilePassage } from '../model.ts'

type From = FilePassage['from']

/** Every paragraph and row that says something; null for what is no OpenDocument text. */
export function passagesOfOdt(bytes: Uint8Array): FilePassage[] | null {
  const kind = fileInZip(bytes, 'mimetype')
  const body = fileInZip(bytes, 'content.xml')
  if (kind === null || body === null || !new TextDecoder().decode(kind).includes('opendocument.text')) return null
  const walk: Walk = {
    ...{ found: [], paragraphs: [], rows: [], controls: [] },
    ...{ froms: [], items: 0, silent: 0 },
  }
  for (const event of xmlEvents(new TextDecoder().decode(body))) step(walk, event)
  while (walk.paragraphs.length > 0) endParagraph(walk)
  while (walk.rows.length > 0) endRow(walk)
  return walk.found
}

type Said = { readonly tag: string | null; text: string }
type Control = { readonly tag: string | null; readonly isHint: boolean }

type Walk = {
  readonly found: FilePassage[]
  readonly paragraphs: Said[][]
  readonly rows: string[][]
  readonly controls: Control[]
  /** Notes and comments one is inside, the innermost last. */
  readonly froms: From[]
  items: number
  silent: number
}

function step(walk: Walk, event: XmlEvent): void {
  if (event.type === 'text') return say(walk, event.text.replace(/\s+/g, ' '))
  if (event.type === 'open') return opens[event.name]?.(walk, event.attributes)
  closes[event.name]?.(walk)
}

type Open = (walk: Walk, attributes: ReadonlyMap<string, string>) => void

const begin: Open = (walk) => void walk.paragraphs.push([])
const control: Open = (walk, attributes) =>
  void walk.controls.push({
    tag: attributes.get('loext:tag') ?? null,
    isHint: attributes.get('loext:showing-place-holder') === 'true',
  })
const silence: Open = (walk) => void (walk.silent += 1)

const opens: Readonly<Record<string, Open>> = {
  'text:p': begin,
  'text:h': begin,
  'text:s': (walk, attributes) => say(walk, ' '.repeat(Math.min(Number(attributes.get('text:c') ?? 1) || 1, 1000))),
  'text:tab': (walk) => say(walk, '\t'),
  'text:line-break': (walk) => say(walk, '\n'),
  'text:list-item': (walk) => void (walk.items += 1),
  'table:table-row': (walk) => void walk.rows.push([]),
  'table:table-cell': (walk) => void walk.rows.at(-1)?.push(''),
  'loext:content-control': control,
  'text:note': (walk) => void walk.froms.push('note'),
  'text:note-citation': silence,
  'office:annotation': (walk) => void walk.froms.push('comment'),
  'dc:date': silence,
  'text:tracked-changes': silence,
}

const endSilence = (walk: Walk): void => void (walk.silent = Math.max(0, walk.silent - 1))

const closes: Readonly<Record<string, (walk: Walk) => void>> = {
  'text:p': endParagraph,
  'text:h': endParagraph,
  'text:list-item': (walk) => void (walk.items = Math.max(0, walk.items - 1)),
  'table:table-row': endRow,
  'loext:content-control': (walk) => void walk.controls.pop(),
  'text:note': (walk) => void walk.froms.pop(),
  'text:note-citation': endSilence,
  'office:annotation': (walk) => void walk.froms.pop(),
  'dc:date': endSilence,
  'text:tracked-changes': endSilence,
}

function say(walk: Walk, words: string): void {
  const paragraph = walk.paragraphs.at(-1)
  if (paragraph === undefined || walk.silent > 0 || walk.controls.some(({ isHint }) => isHint)) return
  const tag = walk.controls.findLast((one) => one.tag !== null)?.tag ?? null
  const last = paragraph.at(-1)
  if (last !== undefined && last.tag === tag) last.text += words
  else paragraph.push({ tag, text: words })
}

function endParagraph(walk: Walk): void {
  const words = (walk.paragraphs.pop() ?? []).filter(({ text }) => text.trim() !== '')
  const row = walk.rows.at(-1)
  const from = walk.froms.at(-1) ?? 'body'
  if (row !== undefined && row.length > 0 && from === 'body') {
    const text = words.map((one) => one.text.trim()).join(' ')
    row.push([row.pop() ?? '', text].filter((one) => one !== '').join('\n'))
    return
  }
  for (const [at, { tag, text }] of words.entries())
    walk.found.push({
      tag,
      text: `${walk.items > 0 && at === 0 ? '- ' : ''}${text.trim()}`,
      cells: null,
      page: null,
      from,
    })
}

function endRow(walk: Walk): void {
  const cells = walk.rows.pop()
  if (cells === undefined || cells.every((cell) => cell.trim() === '')) return
  const outer = walk.rows.at(-1)
  const text = cells.join('\t').trim()
  if (outer !== undefined && outer.length > 0)
    outer.push([outer.pop() ?? '', text].filter((one) => one !== '').join('\n'))
  else walk.found.push({ tag: null, text, cells, page: null, from: 'body' })
}
