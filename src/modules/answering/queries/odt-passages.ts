/** An OpenDocument text (LibreOffice) in passages: paragraphs and rows in their order. */

import { fileInZip } from '../../../kernel/zip.ts'
import { xmlEvents, type XmlEvent } from '../../../kernel/xml.ts'
import { largestFile, UnreadableFile } from '../../../kernel/file-text.ts'
import type { FilePassage } from '../model.ts'
import { isUnwritten } from '../model/hint.ts'
import { cellsOf, deeper, innermost, keep, writeInCell, type Control, type Row } from './going-through.ts'

type From = FilePassage['from']

/** Every paragraph and row that says something; null for what is no OpenDocument text. Throws `UnreadableFile`. */
export function passagesOfOdt(bytes: Uint8Array, fileName: string): FilePassage[] | null {
  const kind = fileInZip(bytes, 'mimetype')
  const body = fileInZip(bytes, 'content.xml')
  if (kind === null || body === null || !new TextDecoder().decode(kind).includes('opendocument.text')) return null
  const walk: Walk = {
    ...{ fileName, found: [], paragraphs: [], rows: [], controls: [] },
    ...{ froms: [], items: 0, silent: 0, room: largestFile },
  }
  for (const event of xmlEvents(new TextDecoder().decode(body))) step(walk, event)
  while (walk.paragraphs.length > 0) endParagraph(walk)
  while (walk.rows.length > 0) endRow(walk)
  return walk.found
}

type Said = { readonly tag: string | null; readonly isHint: boolean; text: string }

type Walk = {
  readonly fileName: string
  readonly found: FilePassage[]
  readonly paragraphs: Said[][]
  readonly rows: Row[]
  readonly controls: Control[]
  /** Notes and comments one is inside, the innermost last. */
  readonly froms: From[]
  items: number
  silent: number
  /** How much more it may say: one mark stands for many spaces. */
  room: number
}

function step(walk: Walk, event: XmlEvent): void {
  if (event.type === 'text') return say(walk, event.text.replace(/\s+/g, ' '))
  if (event.type === 'open') return opens[event.name]?.(walk, event.attributes)
  closes[event.name]?.(walk)
}

type Open = (walk: Walk, attributes: ReadonlyMap<string, string>) => void

const begin: Open = (walk) => deeper(walk.paragraphs, [], walk.fileName)
const control: Open = (walk, attributes) => {
  const { tag, isHint } = innermost(walk.controls)
  const own = {
    tag: attributes.get('loext:tag') ?? tag,
    isHint: isHint || attributes.get('loext:showing-place-holder') === 'true',
  }
  deeper(walk.controls, own, walk.fileName)
}
const silence: Open = (walk) => void (walk.silent += 1)

const opens: Readonly<Record<string, Open>> = {
  'text:p': begin,
  'text:h': begin,
  'text:s': (walk, attributes) => say(walk, ' '.repeat(Math.min(Number(attributes.get('text:c') ?? 1) || 1, 1000))),
  'text:tab': (walk) => say(walk, '\t'),
  'text:line-break': (walk) => say(walk, '\n'),
  'text:list-item': (walk) => void (walk.items += 1),
  'table:table-row': (walk) => deeper(walk.rows, [], walk.fileName),
  'table:table-cell': (walk) => void walk.rows.at(-1)?.push([]),
  'loext:content-control': control,
  'text:note': (walk) => deeper(walk.froms, 'note', walk.fileName),
  'text:note-citation': silence,
  'office:annotation': (walk) => deeper(walk.froms, 'comment', walk.fileName),
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
  const { tag, isHint } = innermost(walk.controls)
  if (paragraph === undefined || walk.silent > 0) return
  walk.room -= words.length
  if (walk.room < 0) throw new UnreadableFile('too-large', walk.fileName)
  const last = paragraph.at(-1)
  if (last !== undefined && last.tag === tag && last.isHint === isHint) last.text += words
  else paragraph.push({ tag, isHint, text: words })
}

function endParagraph(walk: Walk): void {
  const words = (walk.paragraphs.pop() ?? []).filter((one) => one.text.trim() !== '' && !isUnwritten(one))
  const from = walk.froms.at(-1) ?? 'body'
  const line = words.map((one) => one.text.trim()).join(' ')
  if (from === 'body' && writeInCell(walk.rows.at(-1), line)) return
  for (const [at, { tag, text }] of words.entries())
    add(walk, { tag, text: `${walk.items > 0 && at === 0 ? '- ' : ''}${text.trim()}`, cells: null, from })
}

function endRow(walk: Walk): void {
  const cells = cellsOf(walk.rows.pop())
  if (cells === null) return
  const text = cells.join('\t').trim()
  if (writeInCell(walk.rows.at(-1), text)) return
  add(walk, { tag: null, text, cells, from: 'body' })
}

function add({ found, fileName }: Walk, one: Omit<FilePassage, 'page'>): void {
  keep(found, { ...one, page: null }, fileName)
}
