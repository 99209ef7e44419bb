/** The text of an uploaded file, whatever it calls itself: TXT in the usual encodings, DOCX or PDF. */

import { paragraphsOfDocx } from './docx-text.ts'
import { linesOfPdf } from './pdf-text.ts'
import { UnreadableFile } from './unreadable-file.ts'

export { UnreadableFile } from './unreadable-file.ts'

export type FileFormat = 'txt' | 'docx' | 'pdf'

/** 20 MB. A memo is some hundred kB; what is larger is something else. */
export const largestFile = 20 * 1024 * 1024

/**
 * Reads the text. The format is decided by the content, never by the name; the name is only for messages.
 * Throws `UnreadableFile`, whose `code` says why.
 */
export async function textOf(bytes: Uint8Array, fileName: string): Promise<{ text: string; format: FileFormat }> {
  if (bytes.length === 0) throw new UnreadableFile('empty', fileName)
  if (bytes.length > largestFile) throw new UnreadableFile('too-large', fileName)
  const format = formatOf(bytes)
  if (format === 'other') throw new UnreadableFile('binary', fileName)
  const text = await read(bytes, format, fileName)
  if (text.trim() === '') throw new UnreadableFile(format === 'txt' ? 'empty' : 'no-text', fileName)
  return { text, format }
}

async function read(bytes: Uint8Array, format: FileFormat, fileName: string): Promise<string> {
  if (format === 'pdf') return linesOfPdf(bytes, fileName)
  if (format === 'docx') return paragraphsOfDocx(bytes, fileName)
  return decode(bytes, fileName)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte)
}

/** The old Word format and encrypted Office files share this container. */
const oleContainer = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b]

/** By the content, whatever the file calls itself. */
export function formatOf(bytes: Uint8Array): FileFormat | 'other' {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (start.includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, zip)) return 'docx'
  // An encrypted DOCX is an OLE container that names its encryption; its reader says so.
  if (startsWith(bytes, oleContainer)) return isEncryptedOffice(bytes) ? 'docx' : 'other'
  if (start.startsWith('{\\rtf')) return 'other'
  return 'txt'
}

function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
}

/** UTF-8 with or without a mark, UTF-16 with one, else Windows-1252, which covers ISO-8859-1. */
export function decode(bytes: Uint8Array, fileName: string): string {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, fileName)
  if (looksBinary(bytes)) throw new UnreadableFile('binary', fileName)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWestern(bytes, fileName)
  }
}

function decodeUtf16(bytes: Uint8Array, fileName: string): string {
  try {
    const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes)
    if (text.includes('\0')) throw new UnreadableFile('binary', fileName)
    return text
  } catch {
    throw new UnreadableFile('unknown-encoding', fileName)
  }
}

/** Text has no zero bytes and hardly any control characters. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  const control = sample.reduce(
    (sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127 ? 1 : 0),
    0,
  )
  return sample.includes(0) || control > sample.length / 100
}

function decodeWestern(bytes: Uint8Array, fileName: string): string {
  const text = new TextDecoder('windows-1252').decode(bytes)
  const strange = text.match(/[\u0080-\u009f]|[^\p{L}\p{N}\p{P}\p{S}\s]/gu)?.length ?? 0
  const foreign = text.match(/[^\x00-\x7fåäöÅÄÖéÉüÜèàáíóôøæØÆñçß§°–—”“’‘…•·´¨©®½¼¾€\u00a0\u00ad]/gu)?.length ?? 0
  const high = text.match(/[^\x00-\x7f]/gu)?.length ?? 0
  if (strange > 0 || foreign > high / 2) throw new UnreadableFile('unknown-encoding', fileName)
  return text
}
