/** A Word file in passages: paragraphs and rows in their order, each with the content control it stands in. */

import { fileInZip } from '../../../kernel/zip.ts'
import { entriesOfZip } from '../../../kernel/zip-directory.ts'
import { xmlEvents, type XmlEvent } from '../../../kernel/xml.ts'
import { largestFile, UnreadableFile } from '../../../kernel/file-text.ts'
import type { FilePassage } from '../model.ts'
import { isUnwritten } from '../model/hint.ts'
import { cellsOf, deeper, innermost, keep, writeInCell, type Control, type Row } from './going-through.ts'

type From = FilePassage['from']

/** The parts of a Word file that hold words beside its body, with where they stand. */
const beside: readonly (readonly [RegExp, From])[] = [
  [/^word\/(?:footnotes|endnotes)\.xml$/, 'note'],
  [/^word\/comments\.xml$/, 'comment'],
  [/^word\/(?:header|footer)\d*\.xml$/, 'margin'],
]

/** Every section of a file may have six of its own; past this it is no answer that anybody wrote. */
const mostBeside = 200

/** Every paragraph and row that says something; null for what is no Word file. Throws `UnreadableFile`. */
export function passagesOfDocx(bytes: Uint8Array, fileName: string): FilePassage[] | null {
  const body = fileInZip(bytes, 'word/document.xml')
  if (body === null) return null
  const decoder = new TextDecoder()
  return [
    ...passagesOf(decoder.decode(body), { from: 'body', fileName }),
    ...besideBody(bytes, fileName).flatMap(({ name, from }) => {
      const part = fileInZip(bytes, name)
      return part === null ? [] : passagesOf(decoder.decode(part), { from, fileName })
    }),
  ]
}

/** Notes first, then comments, then what stands in the margins, in the order of the file. */
function besideBody(bytes: Uint8Array, fileName: string): { name: string; from: From }[] {
  const entries = entriesOfZip(bytes) ?? []
  const parts = beside.flatMap(([named, from]) =>
    entries.filter(({ name }) => named.test(name)).map(({ name, unpacked }) => ({ name, unpacked, from })),
  )
  const size = parts.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (parts.length > mostBeside || size > largestFile) throw new UnreadableFile('too-large', fileName)
  return parts
}

/** One of the file's own properties, as Word and LibreOffice keep them; null where it has none by that name. */
export function propertyOf(bytes: Uint8Array, name: string): string | null {
  const part = fileInZip(bytes, 'docProps/custom.xml')
  if (part === null) return null
  let isIt = false
  for (const event of xmlEvents(new TextDecoder().decode(part))) {
    if (event.type === 'open' && event.name === 'property') isIt = event.attributes.get('name') === name
    if (event.type === 'text' && isIt && event.text.trim() !== '') return event.text.trim()
  }
  return null
}

type Said = { readonly tag: string | null; readonly isHint: boolean; text: string }
type Paragraph = { readonly said: Said[]; isItem: boolean }

/** Where one is in the document while one goes through it. */
type Walk = {
  readonly from: From
  readonly fileName: string
  readonly found: FilePassage[]
  readonly controls: Control[]
  readonly paragraphs: Paragraph[]
  /** The rows one is inside, the innermost last, each with its cells. */
  readonly rows: Row[]
  /** Deep inside something that says nothing: what was deleted, or the same again for older programs. */
  silent: number
  inText: boolean
  /** Words have just ended, and nothing has come since. */
  isAfterText: boolean
  inProperties: boolean
}

function passagesOf(xml: string, about: Pick<Walk, 'from' | 'fileName'>): FilePassage[] {
  const walk: Walk = {
    ...{ ...about, found: [], controls: [], paragraphs: [], rows: [] },
    ...{ silent: 0, inText: false, isAfterText: false, inProperties: false },
  }
  for (const event of xmlEvents(xml)) step(walk, event)
  while (walk.paragraphs.length > 0) endParagraph(walk)
  while (walk.rows.length > 0) endRow(walk)
  return walk.found
}

function step(walk: Walk, event: XmlEvent): void {
  if (event.type === 'text') return walk.inText && walk.silent === 0 ? say(walk, event.text) : undefined
  if (event.type === 'open') opens[event.name]?.(walk, event.attributes)
  else closes[event.name]?.(walk)
  walk.isAfterText = event.type === 'close' && event.name === 'w:t'
}

/** LibreOffice saves a new line in a field as words that follow words in the same run, with nothing between. */
function beginText(walk: Walk): void {
  if (walk.isAfterText && walk.controls.length > 0) say(walk, '\n')
  walk.inText = true
}

type Open = (walk: Walk, attributes: ReadonlyMap<string, string>) => void

const opens: Readonly<Record<string, Open>> = {
  'w:p': (walk) => deeper(walk.paragraphs, { said: [], isItem: false }, walk.fileName),
  'w:t': beginText,
  'w:tab': (walk) => (walk.inProperties ? undefined : say(walk, '\t')),
  'w:br': (walk) => say(walk, '\n'),
  'w:cr': (walk) => say(walk, '\n'),
  'w:noBreakHyphen': (walk) => say(walk, '-'),
  'w:pPr': (walk) => void (walk.inProperties = true),
  'w:numPr': (walk) => {
    const paragraph = walk.paragraphs.at(-1)
    if (paragraph !== undefined) paragraph.isItem = true
  },
  'w:sdt': (walk) => deeper(walk.controls, { ...innermost(walk.controls) }, walk.fileName),
  'w:tag': (walk, attributes) => {
    const control = walk.controls.at(-1)
    if (control !== undefined) control.tag = attributes.get('w:val') ?? control.tag
  },
  'w:showingPlcHdr': (walk, attributes) => {
    const control = walk.controls.at(-1)
    if (control !== undefined) control.isHint ||= !['0', 'false', 'off'].includes(attributes.get('w:val') ?? '1')
  },
  'w:tr': (walk) => deeper(walk.rows, [], walk.fileName),
  'w:tc': (walk) => void walk.rows.at(-1)?.push([]),
  'w:del': silence,
  'w:moveFrom': silence,
  'mc:Fallback': silence,
}

const closes: Readonly<Record<string, (walk: Walk) => void>> = {
  'w:p': endParagraph,
  'w:t': (walk) => void (walk.inText = false),
  'w:pPr': (walk) => void (walk.inProperties = false),
  'w:sdt': (walk) => void walk.controls.pop(),
  'w:tr': endRow,
  'w:del': endSilence,
  'w:moveFrom': endSilence,
  'mc:Fallback': endSilence,
}

function silence(walk: Walk): void {
  walk.silent += 1
}

function endSilence(walk: Walk): void {
  walk.silent = Math.max(0, walk.silent - 1)
}

function say(walk: Walk, words: string): void {
  const paragraph = walk.paragraphs.at(-1)
  if (paragraph === undefined || walk.silent > 0) return
  const { tag, isHint } = innermost(walk.controls)
  const last = paragraph.said.at(-1)
  if (last !== undefined && last.tag === tag && last.isHint === isHint) last.text += words
  else paragraph.said.push({ tag, isHint, text: words })
}

function endParagraph(walk: Walk): void {
  const paragraph = walk.paragraphs.pop()
  if (paragraph === undefined) return
  const { said, isItem } = paragraph
  const words = said.filter((one) => one.text.trim() !== '' && !isUnwritten(one))
  if (writeInCell(walk.rows.at(-1), words.map((one) => one.text.trim()).join(' '))) return
  for (const [at, { tag, text }] of words.entries())
    add(walk, { tag, text: `${isItem && at === 0 ? '- ' : ''}${text.trim()}`, cells: null })
}

function endRow(walk: Walk): void {
  const cells = cellsOf(walk.rows.pop())
  if (cells === null) return
  const text = cells.join('\t').trim()
  if (writeInCell(walk.rows.at(-1), text)) return
  add(walk, { tag: innermost(walk.controls).tag, text, cells })
}

function add({ found, from, fileName }: Walk, one: Pick<FilePassage, 'tag' | 'text' | 'cells'>): void {
  keep(found, { ...one, page: null, from }, fileName)
}
