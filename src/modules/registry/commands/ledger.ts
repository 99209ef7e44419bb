/** Writing in the ledger: in the transaction of the change itself, or there is no change. */

import { sql } from 'kysely'
import type { Write } from '../../../kernel/context.ts'
import { together } from '../../../kernel/together.ts'
import { insertRows } from '../../../kernel/rows.ts'
import type { EventName, Events } from '../../../kernel/events.ts'
import { hashOf } from '../model.ts'

/** The last entry of a ledger; undefined before the first. */
type End = { readonly seq: number; readonly hash: string } | undefined

/** What each transaction holds already, with where its ledger ends: nobody else adds to it until the transaction is over. */
const held = new WeakMap<object, Map<string, End>>()

function heldBy({ db }: Write): Map<string, End> {
  const cases = held.get(db) ?? new Map<string, End>()
  held.set(db, cases)
  return cases
}

/**
 * Holds what is counted within a case (its ledger and the order of its records) until the transaction ends. Not the row of
 * the case: a referral writes in the receiving authority's case, whose row only that authority may lock.
 */
export async function holdCount(ctx: Write, caseId: string): Promise<void> {
  if (!heldBy(ctx).has(caseId)) await holdCounts(ctx, [caseId])
}

/** The same for many cases at once, always in the same order. */
export async function holdCounts(ctx: Write, caseIds: readonly string[]): Promise<void> {
  const cases = heldBy(ctx)
  const fresh = [...new Set(caseIds)].filter((id) => !cases.has(id)).toSorted()
  if (fresh.length === 0) return
  // Both go out at once; the ends are read when all are held.
  const holding = sql`select pg_advisory_xact_lock(hashtextextended('registry.case:' || id, 0))
    from unnest(${fresh}::text[]) as id`.execute(ctx.db)
  const ends = endsOf(ctx, fresh)
  await together<unknown>([holding, ends])
  const endAt = new Map((await ends).map(({ caseId, ...end }) => [caseId, end]))
  for (const id of fresh) if (!cases.has(id)) cases.set(id, endAt.get(id))
}

async function endsOf(ctx: Write, caseIds: readonly string[]) {
  const { rows } = await sql<{ caseId: string; seq: number; hash: string }>`
    select c.id as "caseId", e.seq, e.hash
    from unnest(${caseIds}::uuid[]) as c (id), registry.end_of_ledger(c.id) as e`.execute(ctx.db)
  return rows
}

/** As the store keeps it: nothing undefined, no broken characters. */
function settled(facts: unknown): Record<string, unknown> {
  const whole: unknown = JSON.parse(JSON.stringify(facts), (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  )
  return typeof whole === 'object' && whole !== null ? { ...whole } : {}
}

type Said = { readonly caseId: string; readonly event: EventName; readonly facts: unknown }

function rowAfter(ctx: Write, end: End, { caseId, event, facts }: Said) {
  const entry = {
    caseId,
    seq: (end?.seq ?? 0) + 1,
    at: ctx.now,
    personId: ctx.actor.personId,
    actor: ctx.actor.name,
    event,
    facts: settled(facts),
    previous: end?.hash ?? '',
  }
  return {
    case_id: caseId,
    seq: entry.seq,
    at: entry.at,
    person_id: entry.personId,
    actor: entry.actor,
    event,
    facts: entry.facts,
    previous: entry.previous,
    hash: hashOf(entry),
  }
}

/** Writes who did what and when in the case's ledger, chained to the entry before (J-09), also where it cannot be read. */
export async function writeLedger<E extends EventName>(
  ctx: Write,
  caseId: string,
  event: E,
  facts: Events[E],
): Promise<void> {
  await holdCount(ctx, caseId)
  const row = rowAfter(ctx, heldBy(ctx).get(caseId), { caseId, event, facts })
  heldBy(ctx).set(caseId, row)
  await write(ctx, [row])
}

/** As one value, however many. */
function write(ctx: Write, rows: readonly ReturnType<typeof rowAfter>[]): Promise<void> {
  return insertRows(ctx, 'registry.ledger', { rows })
}

/** An entry for the ledger of a case. */
export type Entry = {
  [E in EventName]: { readonly caseId: string; readonly event: E; readonly facts: Events[E] }
}[EventName]

/** The same by the hundred, for a command that writes in many cases: each chain goes on from where it is, in the order given. */
export async function writeLedgers(ctx: Write, entries: readonly Entry[]): Promise<void> {
  await holdCounts(
    ctx,
    entries.map(({ caseId }) => caseId),
  )
  const ends = heldBy(ctx)
  const rows = entries.map((entry) => {
    const row = rowAfter(ctx, ends.get(entry.caseId), entry)
    ends.set(entry.caseId, row)
    return row
  })
  if (rows.length > 0) await write(ctx, rows)
}
