/** "UN AU 12 mars": boards by their initials, read as the board of that name which the memo itself, or the municipality, names. */

import { canonicalBody, isNamedShort } from './bodies.ts'

/** What the initials can stand for. */
export type Names = {
  /** Short names the municipality has said, as `{ UN: 'utbildningsnämnden' }`. */
  readonly known: ReadonlyMap<string, string>
  /** The board written to, or the one that decides. */
  readonly board: string | null
  /** Every board named in the memo, and in the municipality. */
  readonly bodies: readonly string[]
  /** The letters of the memo's own number: "UN 2024-00187" is kept by the board that it is written to. */
  readonly prefix: string | null
}

/** "UN", "UN AU", "SBNAU", "BUN-presidiet", "SN:s arbetsutskott": the initials, and the word of a committee that follows. */
const initials =
  /(?<![\p{L}\d/-])(\p{Lu}{1,5}?[NSF])(?:(?:[ -]?(AU)(?!\p{L}))|(?::?s)?[ -](?=arbets|presidi|ordf)|(?![\p{L}\d/:-]))/gu

/** The line with its boards written out; initials that nothing explains stand as they are. */
export function writtenOut(line: string, names: Names): string {
  return line.replace(initials, (whole, short: string, committee: string | undefined) => {
    const name = isNamedShort(short) ? null : nameOf(short, names)
    if (name === null) return whole
    if (committee !== undefined) return `${name}s arbetsutskott`
    return whole === short ? name : `${name}s `
  })
}

function nameOf(short: string, { known, board, bodies, prefix }: Names): string | null {
  const said = known.get(short)
  if (said !== undefined) return said
  const own = board === null ? null : canonicalBody(board)
  if (own !== null && fits(short, own)) return own
  const fitting = [...new Set(bodies.map(canonicalBody))].filter((name) => fits(short, name))
  if (fitting.length === 1) return fitting[0] ?? null
  return short === prefix && fitting.length === 0 ? own : null
}

const kinds = { N: 'nämnd', S: 'styrelse', F: 'fullmäktige' } as const

/** The first letter is the name's, the last its kind's, and those between stand in it in that order. */
function fits(short: string, name: string): boolean {
  const last = short.at(-1)
  const kind = last === 'N' || last === 'S' || last === 'F' ? kinds[last] : null
  const end = kind === null ? -1 : name.lastIndexOf(kind)
  if (end < 0) return false
  const stem = name.slice(0, end)
  if (stem === '') return false
  const letters = [...short.slice(0, -1).toLowerCase()]
  let at = 0
  return letters.every((letter, place) => {
    const found = stem.indexOf(letter, at)
    at = found + 1
    return place === 0 ? found === 0 : found > 0
  })
}
