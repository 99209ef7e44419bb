/**
 * Every word that can be had out of a PDF, not only those on its pages: older revisions that an editor left inside, title and
 * author, comments, forms, attachments. For seeing that a masked copy really is one (B-28).
 */

import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import { UnreadableFile } from './unreadable-file.ts'

/** A stream that swells beyond this holds a picture, not words. Bytes. */
const largestStream = 20 * 1024 * 1024
const itemSchema = z.object({ str: z.string(), hasEOL: z.boolean().default(false) })

/**
 * Texts to search, each by itself: `pages` of the newest revision; `told` is what any program shows, in every revision; `raw`
 * the strings in the bytes themselves, with noise among them. Throws `UnreadableFile`.
 */
export type PdfWords = { readonly pages: string; readonly told: readonly string[]; readonly raw: readonly string[] }

export async function wordsOfPdf(bytes: Uint8Array, fileName: string): Promise<PdfWords> {
  const newest = await textsOf(bytes).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new UnreadableFile(isLocked ? 'encrypted' : 'damaged', fileName)
  })
  const older: string[] = []
  // What does not open by itself is no revision, e.g. the first half of a file made for the web.
  for (const revision of revisionsOf(bytes)) older.push(...(await textsOf(revision).catch(() => [])))
  return { pages: newest[0] ?? '', told: [...newest, ...older], raw: stringsIn(bytes) }
}

/** The file as it was each time somebody saved onto it (ISO 32000-1, 7.5.6), the last time apart. */
function revisionsOf(bytes: Uint8Array): Uint8Array[] {
  const file = latin(bytes)
  const ends = [...file.matchAll(/%%EOF/g)].map(({ index }) => index + '%%EOF'.length)
  return ends.slice(0, -1).map((end) => bytes.subarray(0, end))
}

/** The pages' text in three ways of putting their parts together, and what stands beside the pages. */
async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
  const [spaced, glued, beside]: [string[], string[], string[]] = [[], [], []]
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const runs = items.flatMap((item) => itemSchema.safeParse(item).data ?? [])
    spaced.push(runs.map(({ str }) => str).join(' '))
    glued.push(runs.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''))
    beside.push(...stringsOf(await page.getAnnotations()))
    page.cleanup()
  }
  const about = await document.getMetadata()
  beside.push(...stringsOf(about.info), about.metadata === null ? '' : stringsOf([...about.metadata]).join('\n'))
  beside.push(...stringsOf(await document.getOutline()), ...stringsOf(await document.getAttachments()))
  return [spaced.join('\n'), glued.join('\n'), beside.join('\n')]
}

/** Every string inside a value, whatever its shape. */
function stringsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof Uint8Array) return [latin(value), new TextDecoder().decode(value)]
  if (typeof value !== 'object' || value === null || depth > 8) return []
  return Object.values(value).flatMap((inner: unknown) => stringsOf(inner, depth + 1))
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** Strings of the file's own syntax, also in objects that nothing points at any more, and whatever is XML. */
function stringsIn(bytes: Uint8Array): string[] {
  const file = latin(bytes)
  const found = [literalsOf(file)]
  for (const { index } of file.matchAll(/(?<!end)stream\r?\n/g)) {
    const dictionary = file.slice(Math.max(0, index - 600), index)
    if (/\/Subtype\s*\/Image[^>]*$|\/DCTDecode[^>]*$/.test(dictionary)) continue
    const start = index + (file.startsWith('stream\r\n', index) ? 8 : 7)
    const body = unpacked(bytes.subarray(start, file.indexOf('endstream', start)))
    if (body !== null)
      found.push(body.trimStart().startsWith('<') ? Buffer.from(body, 'latin1').toString() : literalsOf(body))
  }
  return found.filter((words) => words !== '')
}

function unpacked(packed: Uint8Array): string | null {
  try {
    return inflateSync(packed, { maxOutputLength: largestStream }).toString('latin1')
  } catch {
    return packed.length < largestStream ? latin(packed) : null
  }
}

const literal = /\((?:\\[\s\S]|[^\\()]){0,4000}\)|<[0-9A-Fa-f\s]{4,8000}>/g

/** `(Sven) 12 (sson)` and `<FEFF0053…>` as the letters they are, put together as they follow each other. */
function literalsOf(source: string): string {
  let out = ''
  for (const [written] of source.matchAll(literal)) out += written.startsWith('(') ? ofLiteral(written) : ofHex(written)
  return out
}

function ofLiteral(written: string): string {
  const plain = written
    .slice(1, -1)
    .replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8) % 256))
    .replace(/\\([()\\])/g, '$1')
  return decoded(Buffer.from(plain, 'latin1'))
}

function ofHex(written: string): string {
  return decoded(Buffer.from(written.replace(/[<>\s]/g, ''), 'hex'))
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return bytes.toString('latin1')
}
