/** What a marking withholds, given back to those who need it; and the note that they read it. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { afterReading } from '../../../kernel/db.ts'
import type { Marked, SeenIn } from '../model.ts'

type Veiled = { readonly id: string; readonly title: string; readonly party: string | null; readonly isSecret: boolean }

export type Unveiled = { readonly marking: Marked | null; readonly isWithheld: boolean }

/**
 * The records with their own words where the reader needs them, and the facts of their markings. One statement when any of
 * them is marked, else none. Row-level security decides who gets what is withheld.
 */
export async function unveil<T extends Veiled>(ctx: Read | Write, records: readonly T[]): Promise<(T & Unveiled)[]> {
  const marked = records.filter(({ isSecret }) => isSecret).map(({ id }) => id)
  const known = marked.length === 0 ? [] : await secretsOf(ctx, marked)
  const byRecord = new Map(known.map((one) => [one.id, one]))
  return records.map((record) => {
    if (!record.isSecret) return { ...record, marking: null, isWithheld: false }
    const secret = byRecord.get(record.id)
    if (secret === undefined || secret.title === null) {
      return { ...record, marking: secret?.marking ?? null, isWithheld: true }
    }
    return { ...record, title: secret.title, party: secret.party, marking: secret.marking, isWithheld: false }
  })
}

/**
 * So many are named one by one: PostgreSQL then knows how many there are and plans once. An array it takes for longer than it
 * is, and plans anew each time, which costs several times the answer.
 */
const fewNamed = 50

async function secretsOf(ctx: Read | Write, recordIds: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('registry.records as r')
    .leftJoin('registry.withheld as w', 'w.record_id', 'r.id')
    .leftJoin('registry.markings as m', (join) => join.onRef('m.record_id', '=', 'r.id').on('m.lifted_at', 'is', null))
    .leftJoin('organisation.authorities as a', 'a.id', 'm.authority_id')
    .select(['r.id', 'w.title', 'w.party', 'm.provision', 'm.marked_on as markedOn', 'a.name as authorityName'])
    .$if(recordIds.length <= fewNamed, (query) => query.where('r.id', 'in', recordIds))
    .$if(recordIds.length > fewNamed, (query) => query.where('r.id', '=', sql<string>`any(${recordIds}::uuid[])`))
    .execute()
  return rows.map(({ id, title, party, ...facts }) => ({ id, title, party, marking: markedOf(facts) }))
}

export function markedOf(facts: {
  readonly provision: string | null
  readonly markedOn: string | null
  readonly authorityName: string | null
}): Marked | null {
  const { provision, markedOn, authorityName } = facts
  if (provision === null || markedOn === null || authorityName === null) return null
  return { provision, markedOn, authorityName }
}

export type WhatWasRead = {
  readonly caseId: string
  readonly recordId?: string
  readonly fileId?: string
  /** The list whose row it was; without it, it was opened. */
  readonly seenIn?: SeenIn
}

const noted = new WeakMap<object, Map<string, WhatWasRead>>()

/**
 * Notes that the person reads something marked (läslogg, E-17), once for each thing on a page and all in one statement. It
 * stands here, beside the reading itself, so that no door goes past it; without the note nothing is shown.
 */
export function noteReading(ctx: Read | Write, what: WhatWasRead): void {
  if (ctx.actor.personId === null) return
  let readings = noted.get(ctx.db)
  if (readings === undefined) {
    const all = new Map<string, WhatWasRead>()
    noted.set(ctx.db, (readings = all))
    afterReading(ctx.db, async (tx) => {
      const read = once([...all.values()])
      const [records, files] = [read.map(({ recordId }) => recordId ?? null), read.map(({ fileId }) => fileId ?? null)]
      const lists = read.map(({ seenIn }) => seenIn ?? null)
      await sql`select registry.note_readings(${read.map(({ caseId }) => caseId)}::uuid[], ${records}::uuid[],
        ${files}::uuid[], ${lists}::text[], ${ctx.now})`.execute(tx)
    })
  }
  readings.set([what.caseId, what.recordId, what.fileId, what.seenIn].join(' '), what)
}

/** What is opened on a page is not also noted as seen in the lists of that page. */
function once(all: readonly WhatWasRead[]): readonly WhatWasRead[] {
  const keyOf = ({ caseId, recordId }: WhatWasRead) => `${caseId} ${recordId ?? ''}`
  const opened = new Set(all.filter(({ seenIn }) => seenIn === undefined).map(keyOf))
  return all.filter((one) => one.seenIn === undefined || !opened.has(keyOf(one)))
}

/** Notes that the person sees the words of what is marked in a list. The same list again within the hour is the same reading. */
export function noteSeen(ctx: Read | Write, seenIn: SeenIn, rows: readonly Omit<WhatWasRead, 'seenIn'>[]): void {
  for (const row of rows) noteReading(ctx, { ...row, seenIn })
}

/** The rows of a list that each name a case, of which those whose case is marked are noted as seen there. Without the marking. */
export function seeingCases<T extends { readonly caseId: string | null; readonly isSecret: boolean | null }>(
  ctx: Read | Write,
  seenIn: SeenIn,
  rows: readonly T[],
): Omit<T, 'isSecret'>[] {
  return rows.map(({ isSecret, ...row }) => {
    if (isSecret === true && row.caseId !== null) noteReading(ctx, { caseId: row.caseId, seenIn })
    return row
  })
}

/** The cases of a list, of which those that are marked are noted as seen there. */
export function seeing<T extends { readonly id: string; readonly isSecret: boolean }>(
  ctx: Read | Write,
  seenIn: SeenIn,
  cases: readonly T[],
): readonly T[] {
  noteSeen(
    ctx,
    seenIn,
    cases.filter(({ isSecret }) => isSecret).map(({ id }) => ({ caseId: id })),
  )
  return cases
}
