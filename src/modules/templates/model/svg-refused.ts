/** Why an SVG is not taken: it is hostile, or something in it would be lost without anybody seeing it. Pure. */

/** It runs, or it fetches from elsewhere. */
type Hostile = 'runs' | 'reaches-out'
/** Letters, style sheets and photographs are not kept, so that a picture with them would be another picture. */
type Unkept = 'letters' | 'sheet' | 'embedded'
export type RefusedSvg = Hostile | Unkept

type Element = {
  readonly name: string
  readonly attributes: readonly (readonly [string, string])[]
  readonly isAlone: boolean
  /** It lies in what is not drawn anyway: there only what runs is a reason. */
  readonly isSkipped: boolean
}

const running = /^(?:script|foreignobject|iframe|object|embed|handler|listener)$/i

/** Of an element with its attributes decoded, styles among them. Null: nothing against it. */
export function refusalOf({ name, attributes, isAlone, isSkipped }: Element): RefusedSvg | null {
  if (running.test(name) || attributes.some(runs)) return 'runs'
  if (isSkipped) return null
  return unkept(name, attributes, isAlone) ?? (attributes.some(reachesOut) ? 'reaches-out' : null)
}

function runs([name, value]: readonly [string, string]): boolean {
  return /^on/i.test(name) || /^(?:javascript|vbscript):/i.test(value.replace(/[\s\p{Cc}]+/gu, ''))
}

function unkept(name: string, attributes: Element['attributes'], isAlone: boolean): RefusedSvg | null {
  if (/^(?:image|feimage)$/i.test(name))
    return attributes.some(([key, value]) => key === 'href' && !/^data:/i.test(value.trim()))
      ? 'reaches-out'
      : 'embedded'
  if (/^(?:text|tspan|textpath)$/i.test(name)) return 'letters'
  return name === 'style' && !isAlone ? 'sheet' : null
}

function reachesOut([name, value]: readonly [string, string]): boolean {
  if (/^(?:href|src)$/i.test(name)) return !/^\s*(?:#|$)/.test(value)
  return /url\(\s*['"]?(?!\s*['"]?#)/i.test(value) || /@import/i.test(value)
}
