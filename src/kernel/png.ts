/** Pictures as PNG: written without a library, since all that is needed is rows of bytes under a checksum. Pure. */

import { crc32, deflateSync } from 'node:zlib'

export type Picture = {
  readonly width: number
  readonly height: number
  /** 1: grey. 3: red, green, blue. */
  readonly channels: 1 | 3
  /** Row by row from the top, a byte for each channel. */
  readonly pixels: Uint8Array
}

const signature = [137, 80, 78, 71, 13, 10, 26, 10]

/** The picture as the bytes of a PNG file. */
export function png({ width, height, channels, pixels }: Picture): Uint8Array {
  const size = new Uint8Array(13)
  const view = new DataView(size.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  size.set([8, channels === 1 ? 0 : 2], 8)
  const stride = width * channels
  const rows = new Uint8Array((stride + 1) * height)
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1)
  const parts = [Uint8Array.from(signature), chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', null)]
  return Uint8Array.from(Buffer.concat(parts))
}

function chunk(name: string, content: Uint8Array | null): Uint8Array {
  const body = content ?? new Uint8Array()
  const bytes = new Uint8Array(body.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, body.length)
  bytes.set(Buffer.from(name, 'latin1'), 4)
  bytes.set(body, 8)
  view.setUint32(body.length + 8, crc32(bytes.subarray(4, body.length + 8)))
  return bytes
}

/** The picture no wider than this, each point the mean of those it stands for; one that is narrow enough as it is. */
export function noWider(picture: Picture, most: number): Picture {
  const step = Math.ceil(picture.width / most)
  if (step <= 1) return picture
  const { channels } = picture
  const width = Math.floor(picture.width / step)
  const height = Math.max(1, Math.floor(picture.height / step))
  const pixels = new Uint8Array(width * height * channels)
  for (let at = 0; at < pixels.length; at += 1) {
    const channel = at % channels
    const place = (at - channel) / channels
    pixels[at] = meanAt(picture, { x: (place % width) * step, y: Math.floor(place / width) * step, step, channel })
  }
  return { width, height, channels, pixels }
}

type Square = { readonly x: number; readonly y: number; readonly step: number; readonly channel: number }

function meanAt({ width, height, channels, pixels }: Picture, { x, y, step, channel }: Square): number {
  let sum = 0
  let count = 0
  for (let row = y; row < Math.min(y + step, height); row += 1)
    for (let column = x; column < Math.min(x + step, width); column += 1) {
      sum += pixels[(row * width + column) * channels + channel] ?? 0
      count += 1
    }
  return count === 0 ? 0 : Math.round(sum / count)
}

/** Turned a quarter clockwise, so many times. */
export function turned(picture: Picture, quarters: number): Picture {
  if (quarters % 4 === 0) return picture
  const { width, height, channels, pixels } = picture
  const out = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < channels; channel += 1)
        out[(x * height + (height - 1 - y)) * channels + channel] = pixels[(y * width + x) * channels + channel] ?? 0
  return turned({ width: height, height: width, channels, pixels: out }, quarters - 1)
}
