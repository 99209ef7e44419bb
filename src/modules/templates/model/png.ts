/** A PNG that somebody brings, with nothing in it but the picture. Pure. */

import { crc32, inflateSync } from 'node:zlib'
import type { NoPicture } from './svg.ts'

export type CleanPng = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a picture needs; names, places, cameras and animations go. */
const needed: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'IDAT', 'IEND'])
const longestSide = 4000
/** Bytes of a picture that is unpacked: 4000 × 4000 points of four bytes. */
const mostUnpacked = 64_100_000

type Chunk = { readonly type: string; readonly whole: Buffer; readonly data: Buffer }

export function cleanPng(given: Uint8Array): CleanPng | NoPicture {
  const bytes = Buffer.from(given)
  const chunks = bytes.subarray(0, 8).equals(signature) ? chunksOf(bytes) : null
  const head = chunks?.[0]
  if (chunks === null || head?.type !== 'IHDR' || head.data.length !== 13) return 'unreadable'
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  const wrong = wrongSize(width, height) ?? (isUnpackable(chunks) ? null : 'unreadable')
  if (wrong !== null) return wrong
  const kept = chunks.filter(({ type }) => needed.has(type)).map(({ whole }) => whole)
  return { bytes: Buffer.concat([signature, ...kept]), width, height }
}

function wrongSize(width: number, height: number): NoPicture | null {
  if (Math.max(width, height) > longestSide) return 'too-large'
  const isLine = width === 0 || height === 0 || width / height > 20 || height / width > 20
  return isLine ? 'no-size' : null
}

/** Each with its sum right, to the end; null when one is not. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const whole = bytes.subarray(at, end)
    if (crc32(whole.subarray(4, 8 + length)) !== whole.readUInt32BE(8 + length)) return null
    chunks.push({ type: whole.toString('latin1', 4, 8), whole, data: whole.subarray(8, 8 + length) })
    if (chunks.at(-1)?.type === 'IEND') return chunks
    at = end
  }
  return null
}

function isUnpackable(chunks: readonly Chunk[]): boolean {
  try {
    const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
    return inflateSync(packed, { maxOutputLength: mostUnpacked }).length > 0
  } catch {
    return false
  }
}
