/** A Word file in passages: paragraphs and rows in their order, each with the content control it stands in. */

import { fileInZip } from '../../../kernel/zip.ts'
import { xmlEvents, type XmlEvent } from '../../../kernel/xml.ts'
import type { FilePassage } from '../model.ts'

type From = FilePassage['from']

/** The parts of a Word file that hold words, with where they stand. */
const beside: readonly (readonly [string, From])[] = [
  ['word/footnotes.xml', 'note'],
  ['word/endnotes.xml', 'note'],
  ['word/comments.xml', 'comment'],
  ['word/header1.xml', 'margin'],
  ['word/header2.xml', 'margin'],
  ['word/header3.xml', 'margin'],
  ['word/footer1.xml', 'margin'],
  ['word/footer2.xml', 'margin'],
  ['word/footer3.xml', 'margin'],
]

/** Every paragraph and row that says something; null for what is no Word file. */
export function passagesOfDocx(bytes: Uint8Array): FilePassage[] | null {
  const body = fileInZip(bytes, 'word/document.xml')
  if (body === null) return null
  const decoder = new TextDecoder()
  return [
    ...passagesOf(decoder.decode(body), 'body'),
    ...beside.flatMap(([name, from]) => {
      const part = fileInZip(bytes, name)
      return part === null ? [] : passagesOf(decoder.decode(part), from)
    }),
  ]
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

type Said = { readonly tag: string | null; text: string }
type Control = { tag: string | null; isHint: boolean }
type Paragraph = { readonly said: Said[]; isItem: boolean }

/** Where one is in the document while one goes through it. */
type Walk = {
  readonly from: From
  readonly found: FilePassage[]
  readonly controls: Control[]
  readonly paragraphs: Paragraph[]
  /** The rows one is inside, the innermost last, each with its cells. */
  readonly rows: string[][]
  /** Deep inside something that says nothing: what was deleted, or the same again for older programs. */
  silent: number
  inText: boolean
  inProperties: boolean
}

function passagesOf(xml: string, from: From): FilePassage[] {
  const walk: Walk = {
    ...{ from, found: [], controls: [], paragraphs: [], rows: [] },
    ...{ silent: 0, inText: false, inProperties: false },
  }
  for (const event of xmlEvents(xml)) step(walk, event)
  while (walk.paragraphs.length > 0) endParagraph(walk)
  while (walk.rows.length > 0) endRow(walk)
  return walk.found
}

function step(walk: Walk, event: XmlEvent): void {
  if (event.type === 'text') return walk.inText && walk.silent === 0 ? say(walk, event.text) : undefined
  if (event.type === 'open') return opens[event.name]?.(walk, event.attributes)
  closes[event.name]?.(walk)
}

type Open = (walk: Walk, attributes: ReadonlyMap<string, string>) => void

const opens: Readonly<Record<string, Open>> = {
  'w:p': (walk) => void walk.paragraphs.push({ said: [], isItem: false }),
  'w:t': (walk) => void (walk.inText = true),
  'w:tab': (walk) => (walk.inProperties ? undefined : say(walk, '\t')),
  'w:br': (walk) => say(walk, '\n'),
  'w:cr': (walk) => say(walk, '\n'),
  'w:noBreakHyphen': (walk) => say(walk, '-'),
  'w:pPr': (walk) => void (walk.inProperties = true),
  'w:numPr': (walk) => {
    const paragraph = walk.paragraphs.at(-1)
    if (paragraph !== undefined) paragraph.isItem = true
  },
  'w:sdt': (walk) => void walk.controls.push({ tag: null, isHint: false }),
  'w:tag': (walk, attributes) => {
    const control = walk.controls.at(-1)
    if (control !== undefined) control.tag = attributes.get('w:val') ?? null
  },
  'w:showingPlcHdr': (walk, attributes) => {
    const control = walk.controls.at(-1)
    if (control !== undefined) control.isHint = !['0', 'false', 'off'].includes(attributes.get('w:val') ?? '1')
  },
  'w:tr': (walk) => void walk.rows.push([]),
  'w:tc': (walk) => void walk.rows.at(-1)?.push(''),
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

function tagHere({ controls }: Walk): string | null {
  return controls.findLast(({ tag }) => tag !== null)?.tag ?? null
}

/** What a control shows until somebody writes in it is no answer. */
function say(walk: Walk, words: string): void {
  const paragraph = walk.paragraphs.at(-1)
  if (paragraph === undefined || walk.silent > 0) return
  if (walk.controls.some(({ isHint }) => isHint)) return
  const tag = tagHere(walk)
  const last = paragraph.said.at(-1)
  if (last !== undefined && last.tag === tag) last.text += words
  else paragraph.said.push({ tag, text: words })
}

function endParagraph(walk: Walk): void {
  const paragraph = walk.paragraphs.pop()
  if (paragraph === undefined) return
  const { said, isItem } = paragraph
  const row = walk.rows.at(-1)
  const words = said.filter(({ text }) => text.trim() !== '')
  if (row !== undefined && row.length > 0) {
    const text = words.map((one) => one.text.trim()).join(' ')
    row.push([row.pop() ?? '', text].filter((one) => one !== '').join('\n'))
    return
  }
  for (const [at, { tag, text }] of words.entries())
    walk.found.push({
      tag,
      text: `${isItem && at === 0 ? '- ' : ''}${text.trim()}`,
      cells: null,
      page: null,
      from: walk.from,
    })
}

function endRow(walk: Walk): void {
  const cells = walk.rows.pop()
  if (cells === undefined || cells.every((cell) => cell.trim() === '')) return
  const outer = walk.rows.at(-1)
  const text = cells.join('\t').trim()
  if (outer !== undefined && outer.length > 0)
    outer.push([outer.pop() ?? '', text].filter((one) => one !== '').join('\n'))
  else walk.found.push({ tag: tagHere(walk), text, cells, page: null, from: walk.from })
}
