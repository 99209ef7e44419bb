/** Reading what a person wrote in the search box. Nothing they write is wrong: what is not understood is words. */

import type { Filters } from './filters.ts'

/** `word` finds its inflections and compounds, `phrase` the words beside each other, `prefix` all that begins so. */
export type Term = {
  readonly kind: 'word' | 'phrase' | 'prefix'
  /** Letters, digits and single spaces. */
  readonly text: string
  readonly isNot: boolean
}

export type Question = {
  readonly terms: readonly Term[]
  /** What was written as a filter: `år:2023`. */
  readonly filters: Partial<Filters>
}

export const longestQuestion = 200
const mostTerms = 12

/** Letters and digits as they are compared; all other signs part words. */
function piecesOf(written: string): string[] {
  return written.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function termOf(token: string): Term | null {
  const isNot = /^-(?=[\p{L}\p{N}"“”])/u.test(token)
  const rest = isNot ? token.slice(1) : token
  const isQuoted = /^["“”]/.test(rest)
  const pieces = piecesOf(rest)
  const [first, ...more] = pieces
  if (first === undefined) return null
  if (isQuoted || more.length > 0) return { kind: 'phrase', text: pieces.join(' '), isNot }
  const isPrefix = /\*$/.test(rest) && first.length >= 3
  return { kind: isPrefix ? 'prefix' : 'word', text: first, isNot }
}

const written: Readonly<Record<string, (value: string) => Partial<Filters> | null>> = {
  år: (value) => (/^(19|20)\d\d$/.test(value) ? { year: Number(value) } : null),
  från: (value) => (isDay(value) ? { from: value } : null),
  till: (value) => (isDay(value) ? { to: value } : null),
  riktning: (value) => {
    const direction = { in: 'in', inkommen: 'in', ut: 'out', utgående: 'out', upprättad: 'internal' }[value]
    return direction === 'in' || direction === 'out' || direction === 'internal' ? { direction } : null
  },
  läge: (value) => {
    if (/^öpp/.test(value)) return { state: 'open' }
    return /^avslut/.test(value) ? { state: 'closed' } : null
  },
}

export function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) && value >= '1700-01-01'
}

function filterOf(token: string): Partial<Filters> | null {
  const [, name, value] = /^(\p{L}+):(\S+)$/u.exec(token) ?? []
  if (name === undefined || value === undefined || !Object.hasOwn(written, name.toLowerCase())) return null
  return written[name.toLowerCase()]?.(value.toLowerCase()) ?? null
}

/** `"exakt fras" -inte börjar* år:2023 ord`. Never throws. */
export function readQuestion(asked: string): Question {
  const clean = asked
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, longestQuestion)
  const tokens = clean.match(/-?["“”][^"“”]*["“”]?|\S+/gu) ?? []
  let filters: Partial<Filters> = {}
  const terms: Term[] = []
  for (const token of tokens) {
    const filter = filterOf(token)
    const term = filter === null ? termOf(token) : null
    if (filter !== null) filters = { ...filters, ...filter }
    if (term !== null && terms.length < mostTerms) terms.push(term)
  }
  return { terms, filters }
}

/** As it is typed, word for word: the last word may not be finished. */
export function readUnfinished(asked: string): Question {
  const { terms, filters } = readQuestion(asked)
  const last = terms.at(-1)
  if (last?.kind !== 'word' || last.text.length < 3 || /\s$/.test(asked)) return { terms, filters }
  return { terms: [...terms.slice(0, -1), { ...last, kind: 'prefix' }], filters }
}
