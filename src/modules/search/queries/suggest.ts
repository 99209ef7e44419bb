/** While one types: the number, then cases, then records; before one has typed, what one worked with last. And what one may have meant. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { readQuestion, readUnfinished, type FoundItem } from '../model.ts'
import type { Hit } from './entries.ts'
import { meaningOf } from './meaning.ts'
import { byNumber } from './numbers.ts'
import { found, itemsOf } from './search.ts'

/** At most a dozen. */
export async function suggest(ctx: Read, asked: string): Promise<readonly FoundItem[]> {
  if (asked.trim() === '') return recent(ctx)
  const { items, isWhole } = await byNumber(ctx, asked)
  if (isWhole) return items
  const meaning = await meaningOf(ctx, readUnfinished(asked))
  if (meaning.open === null) return items
  const cases = await found(ctx, { q: asked, filters: { kind: 'case' }, size: 6 }, meaning)
  const all = await found(ctx, { q: asked, filters: {}, size: 6 }, meaning)
  const known = new Set(items.map(({ id }) => id))
  const more = [...cases.items, ...all.items.filter(({ kind }) => kind !== 'case')].filter(({ id }) => !known.has(id))
  return [...items, ...more].slice(0, 12)
}

/** The cases one has done something in, the latest first. */
async function recent(ctx: Read): Promise<FoundItem[]> {
  const { rows } = await sql<Hit>`
    select case_id as id, case_id, 'case' as kind, max(at)::date as dated_on
    from (select l.case_id, l.at from registry.ledger l where l.person_id = ${ctx.actor.personId}::uuid
          order by l.at desc limit 60) mine
    group by case_id order by max(at) desc limit 6`.execute(ctx.db)
  return itemsOf(ctx, rows, [])
}

export type Meant = { readonly q: string }

/** The question with its unknown words spelt as something open spells them. Empty: nothing like it. */
export async function didYouMean(ctx: Read, asked: string): Promise<readonly string[]> {
  const { terms } = readQuestion(asked)
  const words = terms.filter(({ kind, isNot, text }) => kind === 'word' && !isNot && text.length >= 4)
  if (words.length === 0) return []
  const { rows } = await sql<{ word: string; form: string }>`
    select asked.word, alike.form from unnest(${words.map(({ text }) => text.toLowerCase())}::text[]) asked (word),
      lateral search.alike(asked.word) alike
    where not exists (select from search.forms k where k.form = asked.word)`.execute(ctx.db)
  const [first] = rows
  if (first === undefined) return []
  const others = new Map(rows.toReversed().map(({ word, form }) => [word, form]))
  const candidates = rows.filter(({ word }) => word === first.word).map(({ form }) => form)
  return candidates.map((form) => spelt(asked, new Map([...others, [first.word, form]])))
}

function spelt(asked: string, words: ReadonlyMap<string, string>): string {
  return asked.trim().replaceAll(/[\p{L}\p{N}]+/gu, (word) => {
    const other = words.get(word.toLowerCase())
    if (other === undefined) return word
    return /^\p{Lu}/u.test(word) ? other.slice(0, 1).toUpperCase() + other.slice(1) : other
  })
}
