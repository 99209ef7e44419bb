/** Writing in the ledger: in the transaction of the change itself, or there is no change. */

import { sql } from 'kysely'
import type { Write } from '../../../kernel/context.ts'
import type { EventName, Events } from '../../../kernel/events.ts'
import { hashOf } from '../model.ts'

/** What each transaction holds already. */
const held = new WeakMap<object, Set<string>>()

/**
 * Holds what is counted within a case (its ledger and the order of its records) until the transaction ends. Not the row of
 * the case: a referral writes in the receiving authority's case, whose row only that authority may lock.
 */
export async function holdCount(ctx: Write, caseId: string): Promise<void> {
  const cases = held.get(ctx.db) ?? new Set()
  if (cases.has(caseId)) return
  held.set(ctx.db, cases.add(caseId))
  await sql`select pg_advisory_xact_lock(hashtextextended('registry.case:' || ${caseId}::text, 0))`.execute(ctx.db)
}

/** As the store keeps it: nothing undefined, no broken characters. */
function settled(facts: unknown): Record<string, unknown> {
  const whole: unknown = JSON.parse(JSON.stringify(facts), (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  )
  return typeof whole === 'object' && whole !== null ? { ...whole } : {}
}

/** Writes who did what and when in the case's ledger, chained to the entry before (J-09), also where it cannot be read. */
export async function writeLedger<E extends EventName>(
  ctx: Write,
  caseId: string,
  event: E,
  facts: Events[E],
): Promise<void> {
  await holdCount(ctx, caseId)
  const { rows } = await sql<{ seq: number; hash: string }>`
    select seq, hash from registry.end_of_ledger(${caseId}::uuid)`.execute(ctx.db)
  const [last] = rows
  const entry = {
    caseId,
    seq: (last?.seq ?? 0) + 1,
    at: ctx.now,
    personId: ctx.actor.personId,
    actor: ctx.actor.name,
    event,
    facts: settled(facts),
    previous: last?.hash ?? '',
  }
  await ctx.db
    .insertInto('registry.ledger')
    .values({
      case_id: caseId,
      seq: entry.seq,
      at: entry.at,
      person_id: entry.personId,
      actor: entry.actor,
      event,
      facts: JSON.stringify(entry.facts),
      previous: entry.previous,
      hash: hashOf(entry),
    })
    .execute()
}
