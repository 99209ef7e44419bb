/** What an attached archive says of itself in its directory; nothing is ever unpacked here. Pure. */

import type { ZipEntry } from '../../../kernel/zip-directory.ts'
import type { PartNote } from './message.ts'
import { isArchiveName, isProgram } from './names.ts'

const mostEntries = 10_000
const gigabyte = 1024 ** 3
const muchUnpacked = 100 * 1024 ** 2
const muchTighter = 200

/** `entries`: null where the directory does not hold together. */
export function noteOfZip(entries: readonly ZipEntry[] | null): PartNote | null {
  if (entries === null) return 'locked_archive'
  if (isBomb(entries)) return 'archive_bomb'
  if (entries.some(({ name }) => isProgram(name))) return 'executable'
  if (entries.some(({ encrypted }) => encrypted)) return 'sealed_archive'
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return 'macros'
  return entries.some(({ name }) => isArchiveName(name)) ? 'locked_archive' : null
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  const isTight = unpacked > muchUnpacked && unpacked > muchTighter * Math.max(packed, 1)
  return entries.length > mostEntries || unpacked > gigabyte || isTight
}

const signs: readonly (readonly [PartNote, readonly number[]])[] = [
  ['executable', [0x4d, 0x5a]], // MZ: Windows
  ['executable', [0x7f, 0x45, 0x4c, 0x46]], // ELF
  ['executable', [0xcf, 0xfa, 0xed, 0xfe]], // Mach-O
  ['locked_archive', [0x1f, 0x8b]], // gzip
  ['locked_archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]], // 7z
  ['locked_archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]], // rar
  ['locked_archive', [0x42, 0x5a, 0x68]], // bzip2
  ['locked_archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]], // xz
]

/** What the first bytes are, whatever the name says. */
export function noteOfBytes(bytes: Uint8Array): PartNote | null {
  return signs.find(([, sign]) => sign.every((byte, index) => bytes[index] === byte))?.[0] ?? null
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}
