/** An SVG that somebody brings, as one that is safe to show: only drawing. Pure. */

import { refusalOf, type RefusedSvg } from './svg-refused.ts'

/** What draws. Everything else goes, with what is in it. */
const drawing: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon
   linearGradient radialGradient stop clipPath mask pattern`.match(/\S+/g) ?? [],
)

/** How it is drawn. Styles are read as attributes; a class has no sheet to name. */
const looks: ReadonlySet<string> = new Set(
  `viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform fill fill-opacity fill-rule stroke stroke-width
   stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color
   clip-path clip-rule mask offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits
   patternTransform patternContentUnits clipPathUnits maskUnits maskContentUnits preserveAspectRatio id href`.match(
    /\S+/g,
  ) ?? [],
)

export type CleanSvg = { readonly markup: string; readonly width: number; readonly height: number }
/** Why a picture cannot be taken. */
export type NoPicture = 'unreadable' | 'no-size' | 'empty' | 'too-large' | RefusedSvg

const mostElements = 20_000

type Tag = { readonly name: string; readonly attributes: readonly (readonly [string, string])[] }

/** Written anew from what was understood of it: what was not understood is not there. What is hostile is refused (`svg-refused.ts`). */
export function cleanSvg(written: string): CleanSvg | NoPicture {
  const text = written.replace(/^\uFEFF/, '')
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return 'unreadable'
  const parts = walked(text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>/gi, ''))
  if (typeof parts === 'string') return parts
  const size = sizeOf(parts.root)
  if (size === null) return 'no-size'
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size.box}" width="${size.width}" height="${size.height}">`
  return { markup: `${head}${parts.inside}</svg>`, width: size.width, height: size.height }
}

const token =
  /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<!\[CDATA\[[\s\S]*?\]\]>|[^<]+|</g

type Walk = {
  readonly open: string[]
  skipped: number
  count: number
  drawn: number
  root: Tag | null
  refused: RefusedSvg | null
  out: string
}

function walked(text: string): { readonly root: Tag; readonly inside: string } | NoPicture {
  const walk: Walk = { open: [], skipped: 0, count: 0, drawn: 0, root: null, refused: null, out: '' }
  for (const match of text.matchAll(token)) {
    if (++walk.count > mostElements) return 'too-large'
    if (!isTaken(walk, match)) return 'unreadable'
    if (walk.refused !== null) return walk.refused
  }
  if (walk.root === null || walk.open.length > 0) return 'unreadable'
  return walk.drawn === 0 ? 'empty' : { root: walk.root, inside: walk.out }
}

/** Words between the tags are passed over; a sign that begins no tag is no picture. */
function isTaken(walk: Walk, [whole, closing, name, attributes = '', alone]: RegExpExecArray): boolean {
  if (name === undefined) return whole !== '<'
  return closing === '/' ? close(walk, name) : open(walk, { name, attributes, isAlone: alone === '/' })
}

type Opening = { readonly name: string; readonly attributes: string; readonly isAlone: boolean }

function open(walk: Walk, tag: Opening): boolean {
  const isRoot = walk.open.length === 0
  if (!tag.isAlone) walk.open.push(tag.name)
  const name = tag.name.replace(/^svg:/, '')
  const attributes = attributesOf(tag.attributes)
  walk.refused = refusalOf({ name, attributes, isAlone: tag.isAlone, isSkipped: walk.skipped > 0 })
  if (isRoot) return openRoot(walk, { name, attributes }, tag.isAlone)
  if (walk.skipped > 0 || !drawing.has(name)) walk.skipped += tag.isAlone ? 0 : 1
  else draw(walk, { name, attributes }, tag.isAlone)
  return true
}

function openRoot(walk: Walk, root: Tag, isAlone: boolean): boolean {
  if (root.name !== 'svg' || walk.root !== null) return false
  walk.root = root
  return !isAlone
}

function draw(walk: Walk, { name, attributes }: Tag, isAlone: boolean): void {
  if (/^(?:path|rect|circle|ellipse|line$|poly|use)/.test(name)) walk.drawn++
  const kept = attributes.filter(isKept).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  walk.out += `<${name}${kept.join('')}${isAlone ? '/' : ''}>`
}

function close(walk: Walk, name: string): boolean {
  if (walk.open.pop() !== name) return false
  if (walk.open.length === 0) return true
  if (walk.skipped > 0) walk.skipped--
  else walk.out += `</${name.replace(/^svg:/, '')}>`
  return true
}

/** Attributes by their names, those of a style among them. */
function attributesOf(written: string): (readonly [string, string])[] {
  return [...written.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].flatMap((match) => {
    const name = (match[1] ?? '').replace(/^xlink:/, '')
    const value = decoded(match[2] ?? match[3] ?? '')
    return name === 'style' ? styleOf(value) : [[name, value] as const]
  })
}

function styleOf(style: string): (readonly [string, string])[] {
  return style.split(';').flatMap((one) => {
    const [name = '', ...value] = one.split(':')
    return value.length === 0 ? [] : [[name.trim(), value.join(':').trim()] as const]
  })
}

/** Points inside the picture itself, or at nothing. */
function isKept([name, value]: readonly [string, string]): boolean {
  if (!looks.has(name) || /javascript|expression|@import|data:|https?:|\/\//i.test(value)) return false
  if (name === 'href') return /^#[\w.-]+$/.test(value)
  return !/url\(/i.test(value) || /^url\(\s*['"]?#[\w.-]+['"]?\s*\)$/.test(value)
}

function decoded(value: string): string {
  return value
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => letter(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => letter(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function letter(code: number): string {
  return code > 31 && code < 0x11_0000 ? String.fromCodePoint(code) : ''
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

type Size = { readonly box: string; readonly width: number; readonly height: number }

function sizeOf({ attributes }: Tag): Size | null {
  const of = (name: string) => attributes.find(([key]) => key === name)?.[1] ?? ''
  const given = of('viewBox')
    .trim()
    .split(/[\s,]+/)
  const box =
    given.length === 4 ? given.map(Number) : [0, 0, Number.parseFloat(of('width')), Number.parseFloat(of('height'))]
  const [, , w = 0, h = 0] = box
  if (!box.every(Number.isFinite) || !isSize(w, h)) return null
  const scale = 400 / Math.max(w, h)
  return { box: box.join(' '), width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)) }
}

function isSize(w: number, h: number): boolean {
  return w > 0 && h > 0 && Math.max(w, h) < 1e6 && w / h <= 20 && h / w <= 20
}
