/** Finding: a case number first and at once, then the words of titles. */

import type { Read } from '../../../kernel/context.ts'
import { readNumber, type Case, type NumberAsked } from '../model.ts'
import { selectCases } from './cases.ts'

export type FoundRecord = {
  readonly id: string
  readonly title: string
  readonly party: string | null
  readonly datedOn: string
  readonly caseTitle: string
  readonly referenceNumber: string
}

export type Found = {
  /** Cases whose number was asked for. */
  readonly byNumber: readonly Case[]
  /** Cases with all the words in title or counterpart. */
  readonly byWords: readonly Case[]
  readonly records: readonly FoundRecord[]
}

const nothing: Found = { byNumber: [], byWords: [], records: [] }

/** What a person meant by what they wrote, at most `limit` of each. The own authority's come first. */
export async function search(ctx: Read, asked: string, limit = 20): Promise<Found> {
  const words = asked
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
  if (words.length === 0) return nothing
  const number = readNumber(asked)
  const byNumber = await casesByNumber(ctx, { asked: asked.trim(), number, limit })
  if (byNumber.length > 0 && number?.isWhole === true) return { ...nothing, byNumber }
  const known = new Set(byNumber.map((theCase) => theCase.id))
  const byWords = (await casesByWords(ctx, words, limit)).filter((theCase) => !known.has(theCase.id))
  return { byNumber, byWords, records: await recordsByWords(ctx, words, limit) }
}

type Asked = { readonly asked: string; readonly number: NumberAsked | null; readonly limit: number }

async function casesByNumber(ctx: Read, { asked, number, limit }: Asked): Promise<Case[]> {
  return selectCases(ctx)
    .where((row) =>
      row.or([
        row('c.reference_number', '=', asked),
        ...(number === null
          ? []
          : [
              row.and([
                row('c.number', '=', number.n),
                ...(number.year === null ? [] : [row('c.year', '=', number.year)]),
                ...(number.prefix === null ? [] : [row('a.prefix', '=', number.prefix)]),
              ]),
            ]),
      ]),
    )
    .orderBy(
      (row) => row('c.authority_id', '=', ctx.actor.at),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('c.opened_on', 'desc')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}

function containing(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

async function casesByWords(ctx: Read, words: readonly string[], limit: number): Promise<Case[]> {
  return selectCases(ctx)
    .where((row) =>
      row.and(
        words.map((word) =>
          row.or([row('c.title', 'ilike', containing(word)), row('c.counterpart', 'ilike', containing(word))]),
        ),
      ),
    )
    .orderBy(
      (row) => row('c.authority_id', '=', ctx.actor.at),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('c.opened_on', 'desc')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}

async function recordsByWords(ctx: Read, words: readonly string[], limit: number): Promise<FoundRecord[]> {
  return ctx.db
    .selectFrom('registry.records as r')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .select([
      'r.id',
      'r.title',
      'r.party',
      'r.dated_on as datedOn',
      'c.title as caseTitle',
      'c.reference_number as referenceNumber',
    ])
    .where((row) =>
      row.and(
        words.map((word) =>
          row.or([row('r.title', 'ilike', containing(word)), row('r.party', 'ilike', containing(word))]),
        ),
      ),
    )
    .orderBy(
      (row) => row('r.authority_id', '=', ctx.actor.at),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('r.registered_at', 'desc')
    .orderBy('r.id')
    .limit(limit)
    .execute()
}
