/** A look at the bytes of a message before anything takes it apart: is it mail, and would taking it apart do harm? Pure. */

import { largestHead, mostHeadLines, mostParts } from './mail.ts'
import type { QuarantineReason, Warning } from './message.ts'

const newline = 0x0a

/** Where the head ends and the body begins: after the first empty line. */
export function headEnd(raw: Buffer): { readonly end: number; readonly body: number } {
  const crlf = raw.indexOf('\r\n\r\n')
  const lf = raw.indexOf('\n\n')
  if (crlf === -1 && lf === -1) return { end: raw.length, body: raw.length }
  return lf === -1 || (crlf !== -1 && crlf < lf) ? { end: crlf + 2, body: crlf + 4 } : { end: lf + 1, body: lf + 2 }
}

/** The head alone, at most so much of it that it can be read without harm. */
export function cutHead(raw: Buffer): Buffer {
  const { end } = headEnd(raw.subarray(0, largestHead))
  const head = raw.subarray(0, Math.min(end, 64 * 1024))
  return Buffer.concat([head, Buffer.from('\r\n\r\n')])
}

const known = /^(from|to|subject|date|received|return-path|message-id|sender|reply-to|mime-version|delivered-to|cc):/im

/** The reason to keep a message as it is without taking it apart; null: it may be. */
export function obstacleToParsing(raw: Buffer): QuarantineReason | null {
  const { end } = headEnd(raw)
  const head = raw.toString('latin1', 0, Math.min(end, largestHead + 1))
  if (!known.test(head.slice(0, 64 * 1024)) || raw[0] === 0xd0) return 'not_mail'
  if (end > largestHead || head.split('\n', mostHeadLines + 1).length > mostHeadLines) return 'headers_too_large'
  return delimiters(raw, mostParts * 2 + 1) > mostParts * 2 ? 'too_many_parts' : null
}

/** What the head of a message carries that no mail program writes. Asked where the message could be taken apart. */
export function faultOfHead(raw: Buffer): QuarantineReason | null {
  const { end } = headEnd(raw)
  const head = raw.toString('latin1', 0, end)
  if (head.includes('\0')) return 'null_bytes'
  if (/\r(?!\n)/.test(head)) return 'header_injection'
  return refusedCharset.test(raw.toString('latin1', 0, Math.min(raw.length, 5_000_000))) ? 'charset_refused' : null
}

/** UTF-7 can hide markup from whoever looks for it; nobody writes it any more. */
const refusedCharset =
  /^(?:content-type:|[ \t])[^\n]{0,900}charset\s*=\s*["']?(?:x-|unicode-1-1-|csUnicode11)?utf-?7|=\?(?:x-|unicode-1-1-)?utf-?7[*?]/im

/** Lines that begin a part, by the boundaries that the message names; stops counting at `most`. */
function delimiters(raw: Buffer, most: number): number {
  const boundaries = new Set(boundariesIn(raw))
  if (boundaries.size === 0) return 0
  let count = boundaries.size > mostParts ? most : 0
  for (let at = raw.indexOf('\n--'); at !== -1 && count < most; at = raw.indexOf('\n--', at + 3)) {
    const end = raw.indexOf(newline, at + 3)
    const line = raw.toString('latin1', at + 3, Math.min(end === -1 ? raw.length : end, at + 300)).trimEnd()
    if (boundaries.has(line)) count++
  }
  return count
}

function boundariesIn(raw: Buffer): string[] {
  const found: string[] = []
  for (const [, quoted, bare] of raw
    .toString('latin1')
    .matchAll(/boundary\s{0,9}=\s{0,9}(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/gi)) {
    found.push((quoted ?? bare ?? '').trimEnd())
    if (found.length > mostParts * 2) break
  }
  return found
}

/** A multipart message whose parts cannot be told apart, or that breaks off before its end. */
export function warningsOfStructure(raw: Buffer, contentType: string): Warning[] {
  if (!/^\s*multipart\//i.test(contentType)) return []
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s";]{1,200}))/i.exec(contentType) ?? []
  const boundary = (quoted ?? bare ?? '').trimEnd()
  const isWhole = boundary !== '' && raw.includes(`--${boundary}`) && raw.includes(`--${boundary}--`)
  return isWhole ? [] : [{ code: 'broken_structure', detail: '' }]
}

const looked = 4000

/** Whether something that says it is base64 is not. */
export function warningsOfEncoding(raw: Buffer): Warning[] {
  const sign = /^content-transfer-encoding:[ \t]*"?base64/gim
  const words = raw.toString('latin1')
  for (let tries = 0; tries < mostParts && sign.exec(words) !== null; tries++) {
    const rest = words.slice(sign.lastIndex, sign.lastIndex + looked)
    const [, body = ''] = /\r?\n\r?\n([\s\S]*)/.exec(rest) ?? []
    const [inside = ''] = body.split(/^--/m)
    if (/[^A-Za-z0-9+/=\s]/.test(inside)) return [{ code: 'broken_encoding', detail: '' }]
  }
  return []
}

/** Charsets that the message names and nobody knows. */
export function warningsOfCharsets(raw: Buffer): Warning[] {
  const words = raw.toString('latin1', 0, 5_000_000)
  const named = [...words.matchAll(/^(?:content-type:|[ \t])[^\n]{0,900}?charset\s*=\s*["']?([\w.:-]{1,60})/gim)].slice(
    0,
    mostParts,
  )
  const strange = [...new Set(named.map(([, label]) => (label ?? '').toLowerCase()))].filter((label) => !isKnown(label))
  return strange.slice(0, 5).map((detail) => ({ code: 'unknown_charset', detail }))
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return /^(cp|ms|windows|ibm|x-|cs)/.test(label) && /932|936|949|950|874|5022|51932/.test(label)
  }
}

/** The same message with its head in UTF-8, where it was written raw in something else; null where it was not. */
export function withReadableHead(raw: Buffer): Buffer | null {
  const { end } = headEnd(raw)
  const head = raw.subarray(0, end)
  if (head.every((byte) => byte < 0x80) || isUtf8(head)) return null
  return Buffer.concat([Buffer.from(new TextDecoder('windows-1252').decode(head)), raw.subarray(end)])
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The same message with every charset said to be this one. */
export function sayingCharset(raw: Buffer, charset: string): Buffer {
  const words = raw.toString('latin1')
  const said = words.replaceAll(/charset\s{0,9}=\s{0,9}["']?[\w.:-]{1,60}["']?/gi, `charset=${charset}`)
  return Buffer.from(
    said === words ? words.replace(/^(content-type:\s*text\/[a-z]+)/im, `$1; charset=${charset}`) : said,
    'latin1',
  )
}
