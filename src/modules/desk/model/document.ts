/** The documents that were referred, in the parts they can be quoted by. Pure. */

import { currentFiles, type RecordFile, type RecordItem, type RecordKind } from '../../registry/index.ts'
import { text } from '../text.ts'

export type Reading = 'waiting' | 'read' | 'unread' | 'unreadable'

/** A document to read beside the answer: one file of a record in the case. */
export type DeskDocument = {
  readonly recordId: string
  readonly fileId: string
  readonly sha256: string
  /** The hashes of the versions before it. */
  readonly earlier: readonly string[]
  /** The order of its record in the case. */
  readonly seq: number
  /** The record's own title, which quotations name. */
  readonly title: string
  readonly fileName: string
  readonly reading: Reading
  /** Its parts are pages. */
  readonly isPaged: boolean
  readonly parts: number
}

export type Part = { readonly number: number; readonly heading: string | null; readonly text: string }

const first: readonly RecordKind[] = ['proposal', 'memo', 'attachment']
const last: readonly RecordKind[] = ['extract', 'decision', 'cover_letter']

function rank(kind: RecordKind): number {
  if (first.includes(kind)) return first.indexOf(kind)
  return last.includes(kind) ? 20 + last.indexOf(kind) : 10
}

/** What came in and what is proposed: the proposal first, the letter it came with last; not what is withheld or struck. */
export function toRead(records: readonly RecordItem[]): { record: RecordItem; file: RecordFile }[] {
  return records
    .filter(({ isWithheld, struckAt }) => !isWithheld && struckAt === null)
    .filter(({ direction, kind }) => direction === 'in' || kind === 'proposal')
    .toSorted((a, b) => rank(a.kind) - rank(b.kind) || a.seq - b.seq)
    .flatMap((record) => oncePerPaper(currentFiles(record.files)).map((file) => ({ record, file })))
}

const readable = /\.(pdf|docx|txt)$/i

/** A paper is kept as PDF and as Word with the same words: the PDF, which has pages, is read. */
function oncePerPaper(files: readonly RecordFile[]): RecordFile[] {
  const stem = ({ name }: RecordFile) => name.replace(readable, '').toLowerCase()
  const hasPdf = new Set(files.filter(({ name }) => /\.pdf$/i.test(name)).map(stem))
  return files.filter((file) => readable.test(file.name) && (/\.pdf$/i.test(file.name) || !hasPdf.has(stem(file))))
}

/** "s. 12", or the heading of the part, or "avsnitt 3". */
export function placeOf({ isPaged }: Pick<DeskDocument, 'isPaged'>, part: Omit<Part, 'text'>): string {
  if (isPaged) return text.document.page(part.number)
  return part.heading ?? text.document.part(part.number)
}

/** The part's anchor in its page: '#s12' for a page, '#a3' for a part of a file without pages. */
export function anchorOf({ isPaged }: Pick<DeskDocument, 'isPaged'>, number: number): string {
  return `${isPaged ? 's' : 'a'}${number}`
}

const listLine = /^\s*(?:[-–•*]|\d{1,3}[.)])\s/
/** A line at least so long was broken because the page ended there, not because the thought did. */
const fullLine = 45

/** Paragraphs as they were written: the lines that the page's width broke are put together again. */
export function paragraphsOf(words: string): string[] {
  return words
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').reduce(joined, '').trim())
    .filter((paragraph) => paragraph !== '')
}

function joined(sofar: string, line: string): string {
  const next = line.replaceAll('\t', '   ').trimEnd()
  if (sofar === '') return next
  const lastLine = sofar.slice(sofar.lastIndexOf('\n') + 1)
  if (listLine.test(next) || lastLine.length < fullLine) return `${sofar}\n${next}`
  return /\p{Ll}-$/u.test(sofar) && /^\p{Ll}/u.test(next)
    ? `${sofar.slice(0, -1)}${next}`
    : `${sofar} ${next.trimStart()}`
}

export type Hit = Omit<Part, 'text'> & { readonly passage: string }

const around = 90

/** The piece of a part where the words stand, whole words at both ends. */
export function passageOf(words: string, sought: string): string {
  const flat = words.replace(/\s+/g, ' ')
  const at = flat.toLocaleLowerCase('sv').indexOf(sought.replace(/\s+/g, ' ').toLocaleLowerCase('sv'))
  const start = Math.max(0, at - around)
  const end = Math.min(flat.length, Math.max(at, 0) + sought.length + around)
  const before = start === 0 ? 0 : flat.indexOf(' ', start) + 1
  const after = end === flat.length ? end : flat.lastIndexOf(' ', end)
  return `${before > 0 ? '… ' : ''}${flat.slice(before, Math.max(after, before))}${after < flat.length ? ' …' : ''}`
}
