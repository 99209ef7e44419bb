/** What a file says in the parts it can be quoted by: a PDF page by page, a Word file heading by heading, a text in pieces. */

import { sectionsOfDocx } from './docx-text.ts'
import { decode, formatOf, largestFile } from './file-text.ts'
import { pagesOfPdf } from './pdf-text.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type FilePart = {
  /** The page of a PDF; else the order of the part. From 1. */
  readonly number: number
  /** What stands over it, in a file that has headings. */
  readonly heading: string | null
  readonly text: string
}

export type FileParts = { readonly isPaged: boolean; readonly parts: readonly FilePart[] }

const mostPages = 1000
const longestPart = 6000

/** Throws `UnreadableFile`, whose `code` says why. */
export async function partsOfFile(bytes: Uint8Array, fileName: string): Promise<FileParts> {
  if (bytes.length === 0) throw new UnreadableFile('empty', fileName)
  if (bytes.length > largestFile) throw new UnreadableFile('too-large', fileName)
  const read = await partsOf(bytes, fileName)
  if (read.parts.every(({ text, heading }) => text.trim() === '' && heading === null))
    throw new UnreadableFile('no-text', fileName)
  return read
}

async function partsOf(bytes: Uint8Array, fileName: string): Promise<FileParts> {
  const format = formatOf(bytes)
  if (format === 'other') throw new UnreadableFile('binary', fileName)
  if (format === 'pdf') {
    const pages = await pagesOfPdf(bytes, fileName, mostPages)
    return { isPaged: true, parts: numbered(pages.map((text) => ({ heading: null, text }))) }
  }
  const sections =
    format === 'docx' ? await sectionsOfDocx(bytes, fileName) : [{ heading: null, text: decode(bytes, fileName) }]
  return { isPaged: false, parts: numbered(sections.flatMap(inPieces)) }
}

type Section = { readonly heading: string | null; readonly text: string }

function numbered(sections: readonly Section[]): FilePart[] {
  return sections.map(({ heading, text }, index) => ({ number: index + 1, heading, text: clean(text) }))
}

/** What a store can keep, in composed characters. */
function clean(text: string): string {
  return text.toWellFormed().normalize('NFC').replaceAll('\0', ' ').replace(/\r\n?/g, '\n').trim()
}

/** A long section is cut between paragraphs; what follows has no heading of its own. */
function inPieces({ heading, text }: Section): Section[] {
  if (text.length <= longestPart) return [{ heading, text }]
  const pieces: string[] = ['']
  for (const paragraph of text.split(/\n\s*\n/)) {
    const last = pieces.at(-1) ?? ''
    if (last !== '' && last.length + paragraph.length > longestPart) pieces.push(paragraph)
    else pieces[pieces.length - 1] = last === '' ? paragraph : `${last}\n\n${paragraph}`
  }
  return pieces.map((piece, index) => ({ heading: index === 0 ? heading : null, text: piece }))
}
