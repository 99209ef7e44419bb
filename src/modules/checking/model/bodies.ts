/** Names of bodies in the text that are not names of bodies here, and which was meant. */

import { bodiesIn, canonicalBody, type KnownBody } from '../../reading/index.ts'
import { text } from '../text.ts'
import { placeOf, replaceAt, type Found } from './finding.ts'
import type { Known, Piece, Written } from './written.ts'

/** "servicenämnden" → "service" and "nämnd". */
const built = /^(.*?)(nämnd|styrelse|fullmäktige|kommitté|utskott|beredning)(?:en|et|n|t|ens|ets|ns|s|er|erna|ernas)?$/u

type Built = { readonly stem: string; readonly kind: string; readonly whole: string }

function takenApart(name: string): Built | null {
  const canonical = canonicalBody(name)
  const [, stem, kind] = built.exec(canonical) ?? []
  if (stem === undefined || kind === undefined) return null
  return { stem: stem.replaceAll(/[\s-]/g, ''), kind, whole: `${stem}${kind}`.replaceAll(/[\s-]/g, '') }
}

/** Stems that many bodies share, and authorities of the state: nobody meant another by them. */
const anyStem = /^(?:|kommun|region|stads?|läns?|social|hel|bolags?|polis|skol|fack|.{0,3})$/u
const ofTheState = /^(?:läns|polis|patent|universitets|högskole|domstols|arbetsmarknads|skol|luftfarts|statens)/u

/** The body of the house that is most like a name that no body has; null when none is like enough. */
export function nearestBody(name: string, bodies: readonly KnownBody[]): string | null {
  const wanted = takenApart(name)
  if (wanted === null) return null
  const near = bodies
    .flatMap((body) => [body.name, ...(body.aliases ?? [])].map((alias) => ({ body, is: takenApart(alias) })))
    .map(({ body, is }) => ({ body, away: is === null ? Infinity : distance(wanted, is) }))
    .filter(({ away }) => away < Infinity)
    .toSorted((a, b) => a.away - b.away)[0]
  return near === undefined ? null : asWritten(near.body.name, name)
}

/** The capital, and the genitive, that the name had where it stood. */
function asWritten(right: string, wrong: string): string {
  const first = /^\p{Lu}/u.test(wrong)
    ? right.charAt(0).toLocaleUpperCase('sv')
    : right.charAt(0).toLocaleLowerCase('sv')
  return `${first}${right.slice(1)}${/(?:en|et|n)s$/u.test(wrong) ? 's' : ''}`
}

/** 0: the same; up to 2 letters apart; 3: the same stem with another word for a board. Farther: another body. */
function distance(a: Built, b: Built): number {
  if (a.whole === b.whole) return 0
  if (a.stem === b.stem && !anyStem.test(a.stem)) return 3
  if (a.kind !== b.kind || Math.min(a.stem.length, b.stem.length) < 5) return Infinity
  const letters = lettersApart(a.stem, b.stem)
  return letters <= (Math.min(a.stem.length, b.stem.length) < 8 ? 1 : 2) ? letters : Infinity
}

/** Levenshtein: letters put in, taken out or changed. */
function lettersApart(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}

/** A board with another word than boards have here: servicekommittén. */
const committees = /(?<![\p{L}-])\p{L}{4,30}kommitté(?:n|ns|er|erna)?(?!\p{L})/giu

/** Names that are a letter or two, or a word for a board, from a body of the house. What is like none is somebody else's. */
export function misnamedBodies(written: Written, { bodies }: Known): Found[] {
  if (bodies.length === 0) return []
  const names = bodies.flatMap((body) => [body.name, ...(body.aliases ?? [])])
  const right = new Set(names.flatMap((name) => takenApart(name)?.whole ?? []))
  return written.pieces.filter(isJudged).flatMap((piece) => {
    const named = [...bodiesIn(piece.text), ...[...piece.text.matchAll(committees)].map(([name]) => name)]
    return [...new Set(named)].flatMap((name) => misnamed(name, { piece, bodies, right }))
  })
}

/** Names of papers keep what they are called. */
function isJudged({ part }: Piece): boolean {
  return part !== 'basis' && part !== 'responsible' && part !== 'reference' && part !== 'planning'
}

type Around = { readonly piece: Piece; readonly bodies: readonly KnownBody[]; readonly right: ReadonlySet<string> }

function misnamed(name: string, { piece, bodies, right }: Around): Found[] {
  const is = takenApart(name)
  if (is === null || right.has(is.whole) || ofTheState.test(is.stem)) return []
  const nearest = nearestBody(name, bodies)
  if (nearest === null || nearest.toLowerCase() === name.toLowerCase()) return []
  const place = placeOf(piece, name, piece.text.indexOf(name))
  const fix = { label: text.fix.name(nearest), edits: [replaceAt(place, name, nearest)] }
  return [{ code: 'body-not-in-organisation', message: text.message.misnamed(name, nearest), quote: name, place, fix }]
}
