/** A CSV file in batches that COPY takes as they are, each record with its line number before it. Memory: two buffers. */

import { open, type FileHandle } from 'node:fs/promises'
import { linesIn, recordAt, type CsvFault } from '../model.ts'

export type BrokenLines = { readonly line: number; readonly until: number | null; readonly reason: CsvFault }

export type CsvBatch = {
  /** Bytes of the file, from where to where. */
  readonly firstByte: number
  readonly lastByte: number
  readonly lastLine: number
  readonly records: number
  /** For COPY … (FORMAT csv): line number, then the record word for word, without its last column if that was asked. */
  readonly bytes: Buffer
  /** The last columns apart, each after a key made of the first; without the lines that are named. */
  readonly tails: (without: ReadonlySet<number>) => Buffer
  readonly broken: readonly BrokenLines[]
}

export type CsvPlace = { readonly byte: number; readonly line: number }

/** How much a batch holds at most. */
export type BatchSize = { readonly records: number; readonly bytes: number }

/** Keys the last column by the first, and takes it out of the record; null: it belongs to nothing. */
export type TailKey = (first: string) => string | null

const chunk = 4_000_000

type How = { readonly columns: number; readonly size: BatchSize; readonly tailKey?: TailKey }

/** From a place in the file to its end. The same file gives the same batches from wherever one of them began. */
export async function* csvBatches(path: string, from: CsvPlace, how: How): AsyncGenerator<CsvBatch> {
  const file = await open(path)
  try {
    const window = openWindow(file, from.byte)
    const place = { ...from }
    await window.more()
    if (from.byte === 0) place.byte += skipMark(window)
    while (!window.isDone()) yield await nextBatch(window, place, how)
  } finally {
    await file.close()
  }
}

type Place = { byte: number; line: number }
type Window = {
  bytes: Buffer
  at: number
  isLast: boolean
  readonly isDone: () => boolean
  readonly more: () => Promise<void>
}

/** What has been read and not yet taken. It grows only when one record is longer than it. */
function openWindow(file: FileHandle, from: number): Window {
  let room = Buffer.allocUnsafe(chunk * 2)
  let position = from
  const window: Window = {
    bytes: room.subarray(0, 0),
    at: 0,
    isLast: false,
    isDone: () => window.isLast && window.at >= window.bytes.length,
    more: async () => {
      const left = window.bytes.length - window.at
      const target = left + chunk > room.length ? Buffer.allocUnsafe(Math.max(room.length, (left + chunk) * 2)) : room
      window.bytes.copy(target, 0, window.at)
      room = target
      const { bytesRead } = await file.read(room, left, chunk, position)
      position += bytesRead
      window.isLast = bytesRead === 0
      window.bytes = room.subarray(0, left + bytesRead)
      window.at = 0
    },
  }
  return window
}

/** A byte order mark is no part of the first field. */
function skipMark(window: Window): number {
  const isMarked = window.bytes[0] === 0xef && window.bytes[1] === 0xbb && window.bytes[2] === 0xbf
  if (isMarked) window.at = 3
  return isMarked ? 3 : 0
}

async function nextBatch(window: Window, place: Place, { columns, size, tailKey }: How): Promise<CsvBatch> {
  const firstByte = place.byte
  const out = openSheet(size, tailKey)
  while (out.records() < size.records && place.byte - firstByte < size.bytes && !window.isDone()) {
    const extent = recordAt(window.bytes, window.at, { columns, isLast: window.isLast })
    if (extent === null) {
      await window.more()
      continue
    }
    const { end, last, fault, next, reach } = extent
    if (fault !== null) out.blame({ line: place.line, reason: fault }, [place.byte, place.byte + reach - window.at])
    else if (end > window.at) out.add(place.line, window.bytes.subarray(window.at, end), last - window.at)
    place.line += linesIn(window.bytes, window.at, next)
    place.byte += next - window.at
    window.at = next
  }
  return { firstByte, lastByte: place.byte, lastLine: place.line, ...out.done() }
}

type Sheet = {
  readonly records: () => number
  readonly add: (line: number, record: Buffer, last: number) => void
  readonly blame: (what: Pick<BrokenLines, 'line' | 'reason'>, [from, reach]: readonly [number, number]) => void
  readonly done: () => Pick<CsvBatch, 'records' | 'bytes' | 'tails' | 'broken'>
}

/** Broken lines within the reach of one before are the rest of it: they are told as one. */
function openSheet(size: BatchSize, tailKey: TailKey | undefined): Sheet {
  const heads = openPile(Math.min(size.bytes, 2_000_000))
  const tails = openPile(tailKey === undefined ? 0 : size.bytes)
  const tailLines: { line: number; from: number; to: number }[] = []
  const broken: BrokenLines[] = []
  let records = 0
  let reached = 0
  return {
    records: () => records,
    add: (line, record, last) => {
      heads.add(`${line},`, tailKey === undefined ? record : record.subarray(0, last - 1))
      const tail = record.subarray(last)
      const key = tailKey === undefined || isEmpty(tail) ? null : tailKey(firstOf(record))
      if (key !== null) tailLines.push({ line, ...tails.add(`${key},`, tail) })
      records++
    },
    blame: ({ line, reason }, [from, reach]) => {
      const before = broken.at(-1)
      if (from < reached && before !== undefined) broken[broken.length - 1] = { ...before, until: line }
      else broken.push({ line, until: null, reason })
      reached = Math.max(reached, reach)
    },
    done: () => ({
      records,
      bytes: heads.bytes(),
      broken,
      tails: (without) => {
        if (without.size === 0) return tails.bytes()
        const kept = tailLines.filter(({ line }) => !without.has(line))
        return Buffer.concat(kept.map(({ from, to }) => tails.bytes().subarray(from, to)))
      },
    }),
  }
}

function firstOf(record: Buffer): string {
  return record.toString('latin1', 0, Math.min(record.indexOf(0x2c), 40)).replaceAll('"', '')
}

const isEmpty = (tail: Buffer) => tail.length === 0 || (tail.length === 2 && tail[0] === 0x22)

/** Lines one after another in one stretch of memory, which most often is enough from the beginning. */
function openPile(bytes: number) {
  let room = Buffer.allocUnsafe(bytes)
  let length = 0
  return {
    bytes: () => room.subarray(0, length),
    add: (head: string, rest: Buffer): { from: number; to: number } => {
      const needed = length + head.length + rest.length + 1
      if (needed > room.length) {
        const wider = Buffer.allocUnsafe(needed * 2)
        room.copy(wider, 0, 0, length)
        room = wider
      }
      const from = length
      length += room.write(head, length, 'latin1')
      length += rest.copy(room, length)
      room[length++] = 0x0a
      return { from, to: length }
    },
  }
}
