/** The picture of a scanned page: what lies in the PDF as the largest picture of the page, as PNG. */

import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { z } from 'zod'
import { noWider, png, turned, type Picture } from './png.ts'

/** Readable beside a field to write in, and some hundred kB. */
const mostWide = 1240
/** Points of one picture: an A4 page at 400 points an inch, an A3 page at 300. One that says it has more is not unpacked. */
const mostPoints = 20_000_000

const kinds = { bits: 1, rgb: 2, rgba: 3 } as const

const found = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  kind: z.int(),
  data: z.union([z.instanceof(Uint8Array), z.instanceof(Uint8ClampedArray)]),
})
type Found = z.output<typeof found>

/** Null where the page holds no picture that can be had, or is not there. Pages are counted from 1. */
export async function pictureOfPage(bytes: Uint8Array, number: number): Promise<Uint8Array | null> {
  // The reader takes the buffer over, so it gets one of its own.
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, maxImageSize: mostPoints })
  try {
    return await pictureIn(document, number)
  } finally {
    await document.loadingTask.destroy()
  }
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>

async function pictureIn(document: Document, number: number): Promise<Uint8Array | null> {
  if (number < 1 || number > document.numPages) return null
  const page = await document.getPage(number)
  const pictures = await picturesOf(page)
  const [largest] = pictures.toSorted((a, b) => b.width * b.height - a.width * a.height)
  const picture = largest === undefined ? null : pictureFrom(largest)
  return picture === null ? null : png(turned(noWider(picture, mostWide), page.rotate / 90))
}

type Page = Awaited<ReturnType<Document['getPage']>>

async function picturesOf(page: Page): Promise<Found[]> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const pictures: Found[] = []
  for (const [at, operation] of fnArray.entries()) {
    if (operation !== OPS.paintImageXObject && operation !== OPS.paintInlineImageXObject) continue
    const first: unknown = z.array(z.unknown()).catch([]).parse(argsArray[at])[0]
    const read = found.safeParse(typeof first === 'string' ? await objectOf(page, first) : first)
    if (read.success) pictures.push(read.data)
  }
  return pictures
}

function objectOf(page: Page, key: string): Promise<unknown> {
  return new Promise((resolve) => {
    const objects = key.startsWith('g_') ? page.commonObjs : page.objs
    objects.get(key, resolve)
  })
}

function pictureFrom({ width, height, kind, data }: Found): Picture | null {
  const size = { width, height }
  if (kind === kinds.bits) return { ...size, channels: 1, pixels: greyFromBits(data, size) }
  if (kind === kinds.rgb) return { ...size, channels: 3, pixels: Uint8Array.from(data) }
  return kind === kinds.rgba ? { ...size, channels: 3, pixels: withoutAlpha(data, width * height) } : null
}

function greyFromBits(data: Found['data'], { width, height }: Pick<Picture, 'width' | 'height'>): Uint8Array {
  const stride = Math.ceil(width / 8)
  const pixels = new Uint8Array(width * height)
  for (let at = 0; at < pixels.length; at += 1) {
    const column = at % width
    const byte = data[Math.floor(at / width) * stride + (column >> 3)] ?? 0
    pixels[at] = (byte >> (7 - (column & 7))) & 1 ? 255 : 0
  }
  return pixels
}

function withoutAlpha(data: Found['data'], points: number): Uint8Array {
  const pixels = new Uint8Array(points * 3)
  for (let at = 0; at < points; at += 1) pixels.set(data.subarray(at * 4, at * 4 + 3), at * 3)
  return pixels
}
