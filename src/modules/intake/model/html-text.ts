/** The words of an HTML message. Nothing of the markup is kept, so nothing of it can act. Pure, and linear in the length. */

const silent = new Set(['script', 'style', 'head', 'title', 'template', 'svg', 'math', 'noscript', 'object', 'iframe'])
const lines = new Set([
  'p',
  'div',
  'tr',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'ul',
  'ol',
  'blockquote',
  'pre',
])
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  sect: '§',
  rdquo: '”',
  ldquo: '“',
  rsquo: '’',
  bull: '•',
  euro: '€',
}
const longest = 2_000_000

/** Plain text: blocks become lines, a link is followed by where it leads, scripts and styles are gone. */
export function textOfHtml(html: string): string {
  const pieces: string[] = []
  const source = html.slice(0, longest)
  for (let at = 0; at < source.length;) {
    const open = source.indexOf('<', at)
    pieces.push(decoded(source.slice(at, open === -1 ? undefined : open)))
    if (open === -1) break
    at = afterTag(source, open, pieces)
  }
  return tidy(pieces.join(''))
}

/** Where the text goes on after what begins at `open`; what a tag means for the text is put among the pieces. */
function afterTag(source: string, open: number, pieces: string[]): number {
  if (source.startsWith('<!--', open)) return after(source, '-->', open + 4)
  const [sign] = /^<(?:[!?]|\/?[a-zA-Z][a-zA-Z0-9]{0,20}|\/)/.exec(source.slice(open, open + 30)) ?? []
  if (sign === undefined) {
    pieces.push('<')
    return open + 1
  }
  const tag = sign.slice(1).toLowerCase() // '/p' where it closes
  const end = after(source, '>', open)
  if (silent.has(tag)) return afterSilent(source, tag, end)
  pieces.push(signOf(tag.replace('/', '')))
  if (tag === 'a') pieces.push(leadsTo(source.slice(open, Math.min(end, open + 4000))))
  return end
}

function signOf(tag: string): string {
  if (tag === 'br' || lines.has(tag)) return '\n'
  return tag === 'td' || tag === 'th' ? '\t' : ''
}

/** A browser would not show the rest either, where the end is missing. */
function afterSilent(source: string, tag: string, from: number): number {
  const end = source.slice(from).search(new RegExp(`</${tag}[\\s>]`, 'i'))
  return end === -1 ? source.length : after(source, '>', from + end)
}

function leadsTo(tag: string): string {
  const address = /\bhref\s*=\s*["']?\s*(https?:[^"'\s>]{1,500})/i.exec(tag)?.[1]
  return address === undefined ? '' : `[${decoded(address)}] `
}

function after(source: string, sign: string, from: number): number {
  const end = source.indexOf(sign, from)
  return end === -1 ? source.length : end + sign.length
}

function decoded(words: string): string {
  return words.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, tens, sixteens, name) => {
      if (name !== undefined) return named[name] ?? whole
      const code = tens === undefined ? parseInt(sixteens, 16) : Number(tens)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

function tidy(words: string): string {
  return words
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\r\f\v\u00a0]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
