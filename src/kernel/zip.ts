/** ZIP files, made and opened (APPNOTE 6.3): what a Word or OpenDocument file is packed in. */

import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { entriesOfZip, type ZipEntry } from './zip-directory.ts'

export type Packed = { readonly name: string; readonly bytes: Uint8Array }

const deflated = 8
const stored = 0
/** 1980-01-01, so that the same content is the same file. */
const noDate = 0x0021

/** The files in their order, each deflated. The same files give the same bytes. */
export function zipOf(files: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes)
    const facts = factsOf(name, bytes, packed)
    const local = Buffer.concat([u32(0x04034b50), facts, Buffer.from(name)])
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), facts, u16(0), u16(0), u16(0), u32(0), u32(at), Buffer.from(name)]),
    )
    parts.push(local, packed)
    at += local.byteLength + packed.byteLength
  }
  const list = Buffer.concat(directory)
  const count = u16(files.length)
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, u32(list.byteLength), u32(at), u16(0)])
  return Buffer.concat([...parts, list, end])
}

/** What the local header and the directory say alike: version, UTF-8 names, method, time, sum, sizes, length of the name. */
function factsOf(name: string, bytes: Uint8Array, packed: Uint8Array): Buffer {
  const sizes = [u32(crc32(bytes)), u32(packed.byteLength), u32(bytes.byteLength)]
  return Buffer.concat([
    u16(20),
    u16(0x0800),
    u16(deflated),
    u16(0),
    u16(noDate),
    ...sizes,
    u16(Buffer.byteLength(name)),
    u16(0),
  ])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** 20 MB of text in one part is no form that anybody has filled in. */
const largestPart = 20 * 1024 * 1024

/** One file of a ZIP; null where there is none by that name, where it is broken, or swells beyond reason. */
export function fileInZip(bytes: Uint8Array, name: string): Uint8Array | null {
  const entry = entriesOfZip(bytes)?.find((one) => one.name === name)
  if (entry === undefined || entry.encrypted || entry.unpacked > largestPart) return null
  try {
    return unpack(bytes, entry)
  } catch {
    return null
  }
}

function unpack(bytes: Uint8Array, { at, packed, method }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const begins = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const content = bytes.subarray(begins, begins + packed)
  return method === stored ? content : inflateRawSync(content, { maxOutputLength: largestPart })
}
