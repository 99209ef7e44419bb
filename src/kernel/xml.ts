/** XML as a stream of what begins, what ends and what is said: enough to read what Word and LibreOffice write. Never throws. */

export type XmlEvent =
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string }

/**
 * What is in angle brackets, or between them. Comments, declarations and CDATA are told apart by how they begin. Each alternative
 * reads on to its end and never gives a sign back, so that no file takes longer than its length: a tag is taken apart afterwards.
 */
const token = /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<[?!][^>]*>?|(<[^<>]*>?)|([^<]+)/g

/** Goes through the document once, from beginning to end. An element that closes itself is an open and a close. */
export function* xmlEvents(source: string): Generator<XmlEvent> {
  for (const [, data, tag, words] of source.matchAll(token)) {
    if (data !== undefined) yield { type: 'text', text: data }
    else if (words !== undefined) yield { type: 'text', text: unescaped(words) }
    else if (tag !== undefined) yield* eventsOf(tag)
  }
}

/** What begins like a tag and is none, a bracket among words, is the words after it. */
function* eventsOf(tag: string): Generator<XmlEvent> {
  const isClosing = tag.startsWith('</')
  const endsItself = tag.endsWith('/>')
  const inside = tag.slice(isClosing ? 2 : 1, endsItself ? -2 : -1)
  const afterName = inside.search(/[\s/]/)
  const name = afterName < 0 ? inside : inside.slice(0, afterName)
  if (!tag.endsWith('>') || name === '') return yield { type: 'text', text: unescaped(tag.slice(1)) }
  if (isClosing) return yield { type: 'close', name }
  yield { type: 'open', name, attributes: attributesOf(inside.slice(name.length)) }
  if (endsItself) yield { type: 'close', name }
}

/** A name, and its value where it has one. Sticky: each match begins where the one before ended. */
const attribute = /[\s=]*([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/gy

function attributesOf(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of written.matchAll(attribute)) {
    const value = double ?? single
    if (value !== undefined) attributes.set(name, unescaped(value))
  }
  return attributes
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescaped(words: string): string {
  return words.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity.toLowerCase()] ?? whole
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** Words as they may stand in XML: what it cannot hold is left out. */
export function xmlText(words: string): string {
  return words
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[<>&"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign] ?? sign)
}
