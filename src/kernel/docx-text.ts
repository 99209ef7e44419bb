/** The text of a Word file, paragraph by paragraph; a table gives one line for each row, its cells apart. */

import { UnreadableFile } from './unreadable-file.ts'
import { entriesOfZip } from './zip-directory.ts'

/** A real memo unpacks to some MB. What swells beyond this is refused before anything is unpacked. */
const largestUnpacked = 100 * 1024 * 1024
const steepestRatio = 200

export async function paragraphsOfDocx(bytes: Uint8Array, fileName: string): Promise<string> {
  if (bytes[0] !== 0x50) throw new UnreadableFile('encrypted', fileName)
  refuseUnsafe(bytes, fileName)
  const html = await htmlOf(bytes, fileName)
  return textOfHtml(html)
}

/** A part of a Word file: what stands under one heading; null before the first. */
export type DocxSection = { readonly heading: string | null; readonly text: string }

/** The same heading by heading. Throws `UnreadableFile`. */
export async function sectionsOfDocx(bytes: Uint8Array, fileName: string): Promise<DocxSection[]> {
  if (bytes[0] !== 0x50) throw new UnreadableFile('encrypted', fileName)
  refuseUnsafe(bytes, fileName)
  const html = await htmlOf(bytes, fileName)
  return html
    .split(/(?=<h[1-6][ >])/)
    .map(sectionOf)
    .filter(({ heading, text }) => heading !== null || text !== '')
}

function sectionOf(html: string): DocxSection {
  const [whole = '', title = ''] = /^<h[1-6][^<>]{0,2000}>(.*?)<\/h[1-6]>/s.exec(html) ?? []
  const heading = textOfHtml(title).replace(/\s+/g, ' ').trim()
  return { heading: heading === '' ? null : heading, text: textOfHtml(html.slice(whole.length)).trim() }
}

function refuseUnsafe(bytes: Uint8Array, fileName: string): void {
  const entries = entriesOfZip(bytes)
  if (entries === null || entries.length === 0) throw new UnreadableFile('damaged', fileName)
  if (!entries.some((entry) => entry.name === 'word/document.xml')) throw new UnreadableFile('binary', fileName)
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const swells = entries.some(
    (entry) => entry.unpacked > 10 * 1024 * 1024 && entry.unpacked > entry.packed * steepestRatio,
  )
  if (unpacked > largestUnpacked || swells || entries.length > 5_000) throw new UnreadableFile('too-large', fileName)
  if (entries.some((entry) => entry.encrypted)) throw new UnreadableFile('encrypted', fileName)
}

async function htmlOf(bytes: Uint8Array, fileName: string): Promise<string> {
  // Loaded when the first Word file is read, which most processes never do.
  const { default: mammoth } = await import('mammoth')
  try {
    const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false }
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)
    return value
  } catch {
    throw new UnreadableFile('damaged', fileName)
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

type Walk = { out: string; inCell: number; lists: { ordered: boolean; count: number }[] }

/** The converter's own HTML has few kinds of tags; each says where a line begins or ends. */
function textOfHtml(html: string): string {
  const walk: Walk = { out: '', inCell: 0, lists: [] }
  for (const part of html.split(/(<[^<>]{1,2000}>)/)) {
    if (part.startsWith('<')) step(walk, /^<(\/?[a-z0-9]+)/.exec(part)?.[1] ?? '')
    else walk.out += part.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
  }
  return walk.out
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}

const steps: Readonly<Record<string, (walk: Walk) => void>> = {
  ul: (walk) => void walk.lists.push({ ordered: false, count: 0 }),
  ol: (walk) => void walk.lists.push({ ordered: true, count: 0 }),
  '/ul': endList,
  '/ol': endList,
  li: beginItem,
  td: (walk) => void (walk.inCell += 1),
  th: (walk) => void (walk.inCell += 1),
  '/td': endCell,
  '/th': endCell,
  '/tr': newLine,
  '/table': newLine,
  '/li': newLine,
  br: newLine,
  '/p': endParagraph,
  '/h1': endParagraph,
  '/h2': endParagraph,
  '/h3': endParagraph,
  '/h4': endParagraph,
  '/h5': endParagraph,
  '/h6': endParagraph,
}

function step(walk: Walk, tag: string): void {
  steps[tag]?.(walk)
}

function newLine(walk: Walk): void {
  walk.out = `${walk.out.replace(/\t+$/, '')}\n`
}

/** Paragraphs inside a cell or a list item stay on their line. */
function endParagraph(walk: Walk): void {
  if (walk.inCell > 0) walk.out += '\n'
  else walk.out += '\n\n'
}

function endCell(walk: Walk): void {
  walk.inCell = Math.max(0, walk.inCell - 1)
  walk.out = `${walk.out.replace(/\n+$/, '')}\t`
}

function beginItem(walk: Walk): void {
  const list = walk.lists.at(-1)
  if (list === undefined) return
  list.count += 1
  if (!walk.out.endsWith('\n')) newLine(walk)
  walk.out += list.ordered ? `${list.count}. ` : '- '
}

function endList(walk: Walk): void {
  walk.lists.pop()
  newLine(walk)
}
