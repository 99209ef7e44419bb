/** Names of attached files, made safe to show and to save, and what they try to hide. Pure. */

import type { PartNote, Warning } from './message.ts'

/** Characters that turn the reading direction or cannot be seen: 'faktura‮fdp.exe' reads as 'fakturaexe.pdf'. */
const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u180e]/gu

export function hasHiddenDirection(words: string): boolean {
  return /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u.test(words)
}

/** Without hidden and control characters, on one line. */
export function plainLine(words: string, most: number): string {
  return words
    .toWellFormed()
    .replaceAll(hidden, '')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
}

const programs =
  /^(exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|lnk|msi|msp|jar|cpl|dll|reg|iso|img|vhd|vhdx|apk|app|sh|scf|url|chm|xll|appx|msix|one|gadget|ade|adp|inf)$/
const withMacros = /^(docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppam|sldm)$/
const pages = /^(html?|xhtml|shtml|mht|mhtml|svg|svgz|xml|xsl)$/
const documents = /^(pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|jpe?g|png|gif|tiff?|webp|zip|eml|msg)$/
const archives = /^(zip|7z|rar|gz|tgz|bz2|xz|tar|zst|cab|lzh|ace|arj|z)$/

export function extensionOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,12})$/u.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

export function isProgram(name: string): boolean {
  return programs.test(extensionOf(name.replace(/[. ]+$/u, '')))
}

export function isArchiveName(name: string): boolean {
  return archives.test(extensionOf(name))
}

/** What a name alone says of a file; what the bytes say comes first. */
export function noteOfName(name: string): PartNote | null {
  if (isProgram(name)) return 'executable'
  const extension = extensionOf(name)
  if (withMacros.test(extension)) return 'macros'
  return pages.test(extension) ? 'active' : null
}

export type CleanName = { readonly name: string; readonly warnings: readonly Warning[] }

/** The last part of a path, readable and at most 200 characters. `fallback`: for a part without a name. */
export function cleanName(given: string | null, fallback: string): CleanName {
  const written = given ?? ''
  const shown = plainLine(written, 2000)
  const last = shown.replace(/^.*[\\/]/u, '')
  const safe = last
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/u, '')
  const name = shortened(safe) || fallback
  const warn = (code: Warning['code'], isSo: boolean): Warning[] => (isSo ? [{ code, detail: name }] : [])
  return {
    name,
    warnings: [
      ...warn('hidden_direction', hasHiddenDirection(written)),
      ...warn('path_in_name', last !== shown),
      ...warn('double_extension', isDoubled(name)),
      ...warn('renamed', name !== written.trim() && written !== '' && last === shown && !hasHiddenDirection(written)),
    ],
  }
}

function shortened(name: string): string {
  if (name.length <= 200) return name
  const extension = extensionOf(name)
  return `${name.slice(0, 180).toWellFormed()}…${extension === '' ? '' : `.${extension}`}`
}

/** 'faktura.pdf.exe', also with spaces between to push the end out of sight. */
function isDoubled(name: string): boolean {
  const [, inner = '', outer = ''] = /\.([\p{L}\p{N}]{1,12})\s*\.([\p{L}\p{N}]{1,12})$/u.exec(name) ?? []
  return documents.test(inner.toLowerCase()) && outer !== '' && inner.toLowerCase() !== outer.toLowerCase()
}

const mediaType = /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,80}$/

export function cleanMediaType(said: string): string {
  const plain = said.trim().toLowerCase()
  return mediaType.test(plain) ? plain : 'application/octet-stream'
}
