/** What a question means in the vocabulary: which words stand for each of its parts, and about how many it may find. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import type { Question, Term } from '../model.ts'

export type Meaning = {
  /** For what is open and for what is withheld, as PostgreSQL writes such questions; null: no words, or only small ones. */
  readonly open: string | null
  readonly secret: string | null
  /** The words that have to be there, wherever they stand, in what is withheld; null: none has to. */
  readonly must: string | null
  readonly shown: readonly string[]
  /** About how many it may find; null: no part that must be there. */
  readonly guess: Guess | null
}

export type Guess = {
  /** By the part that finds the fewest. */
  readonly most: number
  /** If the parts had nothing to do with each other. */
  readonly together: number
  /** All entries there are. */
  readonly all: number
}

type Row = {
  readonly place: number
  readonly open_query: string | null
  readonly secret_query: string | null
  readonly shown: readonly string[]
  readonly guess: number
  readonly all: number
}

const mostShown = 150

/** One statement, whatever was asked; none when there are no words. */
export async function meaningOf(ctx: Read, { terms }: Question): Promise<Meaning> {
  if (terms.length === 0) return { open: null, secret: null, must: null, shown: [], guess: null }
  const { rows } = await sql<Row>`
    select place, open_query::text, secret_query::text, shown, guess,
      (select reltuples from pg_class where oid = 'search.entries'::regclass) as all
    from search.meaning(${terms.map((term) => term.kind)}::text[], ${terms.map((term) => term.text)}::text[])`.execute(
    ctx.db,
  )
  const parts = rows.flatMap((row) => {
    const term = terms[row.place - 1]
    return term === undefined ? [] : [{ ...row, term }]
  })
  const wanted = parts.filter(({ term, open_query }) => !term.isNot && open_query !== null)
  return {
    open: joined(parts.map(({ term, open_query }) => ({ term, query: open_query }))),
    secret: joined(parts.map(({ term, secret_query }) => ({ term, query: secret_query }))),
    must: wordsOf(parts),
    shown: [...new Set(wanted.flatMap(({ shown }) => shown))].filter(isPlain).slice(0, mostShown),
    guess: guessOf(wanted),
  }
}

/** The parts of the question that are not negated, without the order that phrases ask for: what an index of words can answer. */
function wordsOf(parts: readonly { readonly term: Term; readonly secret_query: string | null }[]): string | null {
  const wanted = parts
    .filter(({ term }) => !term.isNot)
    .map(({ term, secret_query }) => ({ term, query: secret_query }))
  return joined(wanted)?.replaceAll(/<(?:-|\d+)>/g, '&') ?? null
}

function guessOf(parts: readonly Pick<Row, 'guess' | 'all'>[]): Guess | null {
  const [first] = parts
  if (first === undefined) return null
  const all = Math.max(first.all, 1)
  const together = parts.reduce((product, { guess }) => product * Math.min(1, guess / all), all)
  return { most: Math.min(...parts.map(({ guess }) => guess)), together, all }
}

/** They become part of a pattern. */
function isPlain(word: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(word)
}

function joined(parts: readonly { readonly term: Term; readonly query: string | null }[]): string | null {
  const known = parts.filter(({ query }) => query !== null && query !== '')
  return known.length === 0 ? null : known.map(({ term, query }) => `${term.isNot ? '!' : ''}(${query})`).join(' & ')
}
