/** Pictures for tests. */

import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of one colour, with a secret beside the picture and words after its end. */
export function aPng(width: number, height: number, packed?: Uint8Array): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x77)])
  const rows = packed ?? deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from('Comment\0Hemligt')),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('efteråt'),
  ])
}

export const aCrest = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><metadata><rdf resource="https://example.org/vem">Ritad av någon</rdf></metadata><path d="M4 4h52v30c0 14-12 20-26 24C16 54 4 48 4 34z" fill="#1f3d5c"/></svg>`
