/** Any file that an answer came in, in passages: Word, OpenDocument, PDF or plain text; a scan gives its pages, empty. */

import { largestFile, textOf, UnreadableFile } from '../../../kernel/file-text.ts'
import { pagesOfPdf } from '../../../kernel/pdf-text.ts'
import type { FilePassage } from '../model.ts'
import { passagesOfDocx } from './docx-passages.ts'
import { mostPassages } from './going-through.ts'
import { passagesOfOdt } from './odt-passages.ts'

/** Pages of a PDF that are read. */
const mostPages = 200

/**
 * Reads a file whatever it is called, by what it holds. Throws `UnreadableFile`, with words for whoever sent it, for what has no
 * text that can be had.
 */
export async function passagesOfFile(bytes: Uint8Array, fileName: string): Promise<FilePassage[]> {
  if (bytes.length === 0) throw new UnreadableFile('empty', fileName)
  if (bytes.length > largestFile) throw new UnreadableFile('too-large', fileName)
  const passages =
    passagesOfDocx(bytes, fileName) ?? passagesOfOdt(bytes, fileName) ?? (await otherPassages(bytes, fileName))
  const said = passages.filter(({ text, from }) => text.trim() !== '' || from === 'scan')
  if (said.length === 0) throw new UnreadableFile('no-text', fileName)
  const all = said.flatMap((passage) => piecesOf({ ...passage, text: storable(passage.text) }))
  if (all.length > mostPassages) throw new UnreadableFile('too-large', fileName)
  return all
}

/** Letters of one passage. */
const longestPassage = 20_000

/** What is longer than a passage may be is several, parted between two words where there are any: nothing is dropped. */
function piecesOf(passage: FilePassage): FilePassage[] {
  if (passage.text.length <= longestPassage) return [passage]
  const pieces = passage.text.match(/[^]{1,19999}(?:\s|$)|[^]{1,20000}/gu) ?? []
  return pieces.map((text) => ({ ...passage, text, cells: null }))
}

/** What the store cannot hold goes away. */
function storable(words: string): string {
  return words
    .toWellFormed()
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .normalize('NFC')
}

async function otherPassages(bytes: Uint8Array, fileName: string): Promise<FilePassage[]> {
  const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
  if (!isPdf) return paragraphsOf((await textOf(bytes, fileName)).text, null)
  const pages = await pagesOfPdf(bytes, fileName, mostPages)
  return pages.flatMap((words, at) => (words.trim() === '' ? [scannedPage(at + 1)] : paragraphsOf(words, at + 1)))
}

function scannedPage(page: number): FilePassage {
  return { text: '', tag: null, cells: null, page, from: 'scan' }
}

/** A line that ends a sentence this much before the others end is the last of its paragraph. */
const shortLine = 0.85
/** Letters that a line of running words at least has room for. */
const usualLine = 80

/**
 * A blank line parts two passages; so does a line that begins a list, and the end of a sentence well before the margin, since a
 * PDF knows no paragraphs. Lines within one are one line.
 */
function paragraphsOf(words: string, page: number | null): FilePassage[] {
  const lines = words
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n\n')
    .split('\n')
    .map((line) => line.trim())
  const longest = lines.reduce((most, line) => Math.max(most, line.length), usualLine)
  const paragraphs: string[] = []
  let isOpen = false
  for (const line of lines) {
    if (line !== '' && isOpen && !/^(?:[-*•]|\d{1,2}[.)])\s/.test(line))
      paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`)
    else if (line !== '') paragraphs.push(line.replace(/^[*•]\s+/, '- '))
    isOpen = line !== '' && !(page !== null && /[.!?:]$/.test(line) && line.length < longest * shortLine)
  }
  return paragraphs.map((text) => ({ text, tag: null, cells: null, page, from: 'body' }))
}
