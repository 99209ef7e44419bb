/** XML as a stream of what begins, what ends and what is said: enough to read what Word and LibreOffice write. Never throws. */

export type XmlEvent =
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string }

/**
 * What is in angle brackets, or between them. Comments, declarations and CDATA are told apart by how they begin. Each part reads
 * on to its end or to the next bracket and never back, so that no file takes longer than its length.
 */
const token =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<[?!][^>]*>?|<(\/?)([^\s/<>]+)([^<>]*?)(\/?)>|([^<]+)|</g

/** Goes through the document once, from beginning to end. An element that closes itself is an open and a close. */
export function* xmlEvents(source: string): Generator<XmlEvent> {
  for (const [, data, slash, name, rest = '', ends, words] of source.matchAll(token)) {
    if (data !== undefined) yield { type: 'text', text: data }
    else if (words !== undefined) yield { type: 'text', text: unescaped(words) }
    else if (name !== undefined && slash === '/') yield { type: 'close', name }
    else if (name !== undefined) {
      yield { type: 'open', name, attributes: attributesOf(rest) }
      if (ends === '/') yield { type: 'close', name }
    }
  }
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of written.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes.set(name, unescaped(double ?? single ?? ''))
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
