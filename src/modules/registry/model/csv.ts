/** Where records of a CSV file (RFC 4180) begin and end, without taking them apart: quotes, line ends inside fields, columns. */

import { isUtf8 } from 'node:buffer'

export type CsvFault = 'columns' | 'quotes' | 'encoding' | 'too-long'

/** One record, or what stands in its place: `end` without the line end, `next` where the next begins. */
export type Extent = {
  readonly end: number
  readonly next: number
  /** Where its last column begins. */
  readonly last: number
  readonly fault: CsvFault | null
  /** Up to where a faulty record seemed to go: faulty lines before it are the rest of it. */
  readonly reach: number
}

const quote = 0x22
const comma = 0x2c
const newline = 0x0a
const carriage = 0x0d

/** Bytes. No field of a registry is as long; a quote that is never closed would otherwise swallow the file. */
export const longestRecord = 16_000_000

/**
 * The record at `start`. Null: the bytes end before it does, and more are to come. A fault that may have swallowed line ends
 * lets the next begin on the line after, so that no good record is lost in it.
 */
export function recordAt(
  bytes: Buffer,
  start: number,
  { columns, isLast }: { readonly columns: number; readonly isLast: boolean },
): Extent | null {
  const whole = walk(bytes, start, isLast)
  if (whole === null && bytes.length - start <= longestRecord) return null
  const fault = faultOf(whole, start, columns)
  if (fault !== null)
    return nextLine(bytes, start, { fault, reach: Math.min(whole?.next ?? bytes.length, bytes.length) })
  const { end, next, last } = whole ?? { end: start, next: start, last: start }
  const record = bytes.subarray(start, end)
  const isText = isUtf8(record) && record.indexOf(0) < 0
  return { end, next, last, fault: isText ? null : 'encoding', reach: next }
}

/** An empty line is no record, and no fault. */
function faultOf(whole: Walked | null, start: number, columns: number): CsvFault | null {
  if (whole === null || whole.end - start > longestRecord) return 'too-long'
  if (whole.broken) return 'quotes'
  return whole.columns === columns || whole.end === start ? null : 'columns'
}

type Walked = { end: number; next: number; last: number; columns: number; broken: boolean }

/** Field by field to the line end that is not inside quotes. Null: not there yet. */
function walk(bytes: Buffer, start: number, isLast: boolean): Walked | null {
  let at = start
  for (let columns = 1; ; columns++) {
    const end = bytes[at] === quote ? endOfQuoted(bytes, at + 1, isLast) : endOfPlain(bytes, at)
    if (end === null) return null
    if (bytes[end] !== comma) {
      const next = afterLineEnd(bytes, end, isLast)
      return next === null ? null : { end, next, last: at, columns, broken: next === end && end !== bytes.length }
    }
    at = end + 1
  }
}

/** Where the next line begins; the same place when no line ends here; null: not known yet. */
function afterLineEnd(bytes: Buffer, end: number, isLast: boolean): number | null {
  if (end >= bytes.length) return isLast ? end : null
  if (bytes[end] === newline) return end + 1
  if (bytes[end] !== carriage) return end
  if (end + 1 >= bytes.length && !isLast) return null
  return bytes[end + 1] === newline ? end + 2 : end
}

/** After the closing quote. Past the end of the bytes when it is never closed. */
function endOfQuoted(bytes: Buffer, from: number, isLast: boolean): number | null {
  for (let at = from; ; at += 2) {
    at = bytes.indexOf(quote, at)
    if (at < 0) return isLast ? bytes.length + 1 : null
    if (at + 1 >= bytes.length && !isLast) return null
    if (bytes[at + 1] !== quote) return at + 1
  }
}

function endOfPlain(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const sign = bytes[at]
    if (sign === comma || sign === newline || sign === quote || sign === carriage) return at
  }
  return bytes.length
}

function nextLine(bytes: Buffer, start: number, told: Pick<Extent, 'fault' | 'reach'>): Extent {
  const at = bytes.indexOf(newline, start)
  const end = at < 0 ? bytes.length : at
  return { end, next: at < 0 ? end : end + 1, last: start, ...told }
}

/** How many lines a stretch of bytes goes over. */
export function linesIn(bytes: Buffer, from: number, to: number): number {
  let lines = 0
  for (let at = bytes.indexOf(newline, from); at >= 0 && at < to; at = bytes.indexOf(newline, at + 1)) lines++
  return lines
}
