/** Steps that the commands share: the number, the history, how far a request has come. */

import { sql } from 'kysely'
import { today, type Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { RequestEvent, RequestEvents } from '../model/events.ts'
import type { Item } from '../model/item.ts'
import { stageAfter, type DisclosureRequest } from '../model/request.ts'
import { progressOf } from '../queries/requests.ts'

/** The next number among the authority's requests this year; the row stays locked until the transaction ends. */
export async function takeNumber(ctx: Write, authorityId: string): Promise<{ year: number; number: number }> {
  const year = Number(today(ctx).slice(0, 4))
  const { last } = await ctx.db
    .insertInto('disclosure.series')
    .values({ authority_id: authorityId, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'year']).doUpdateSet({ last: sql<number>`series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return { year, number: last }
}

/** Writes in the request's own history. The request is locked, so that entries stand in order. */
export async function note<E extends RequestEvent>(
  ctx: Write,
  requestId: string,
  [event, facts]: readonly [E, RequestEvents[E]],
): Promise<void> {
  const { last } = await ctx.db
    .selectFrom('disclosure.events')
    .select((row) => row.fn.max('seq').as('last'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('disclosure.events')
    .values({
      request_id: requestId,
      seq: (last ?? 0) + 1,
      at: ctx.now,
      person_id: ctx.actor.personId,
      actor: ctx.actor.name,
      event,
      facts: JSON.stringify(facts),
    })
    .execute()
}

export type RequestChange = {
  readonly stage?: DisclosureRequest['stage']
  readonly awaits_decision?: boolean
  readonly decision_asked_on?: string
  readonly due_on?: string
  readonly late_on?: string
  readonly officer_id?: string | null
  readonly answered_at?: Date
  readonly note?: string | null
}

/** Throws `NotFound` when nothing was changed: the store lets nobody change another authority's. */
export async function updateRequest(ctx: Write, requestId: string, change: RequestChange): Promise<void> {
  const changed = await ctx.db
    .updateTable('disclosure.requests')
    .set(change)
    .where('id', '=', requestId)
    .returning('id')
    .executeTakeFirst()
  found(changed)
}

/** After each test: whether something is left to test. */
export async function settleStage(ctx: Write, requestId: string): Promise<void> {
  await updateRequest(ctx, requestId, { stage: stageAfter(await progressOf(ctx, requestId)) })
}

export type RefusalChange = {
  readonly case_id: string
  readonly record_id?: string
  readonly mandate?: string
  readonly decided_at?: Date
  readonly decided_by?: string
  readonly delegated_id?: string
  readonly board_decision_id?: string
  readonly referred_at?: Date
  readonly referred_by?: string
}

export async function updateRefusal(ctx: Write, requestId: string, change: RefusalChange): Promise<void> {
  const changed = await ctx.db
    .updateTable('disclosure.refusals')
    .set(change)
    .where('request_id', '=', requestId)
    .returning('request_id')
    .executeTakeFirst()
  found(changed)
}

export type ItemChange = {
  readonly outcome?: Item['outcome']
  readonly provision?: string | null
  readonly reason?: string | null
  readonly was_marked?: boolean
  readonly assessed_at?: Date
  readonly assessed_by?: string
  readonly given_at?: Date | null
}

export async function updateItem(ctx: Write, itemId: string, change: ItemChange): Promise<void> {
  const changed = await ctx.db
    .updateTable('disclosure.items')
    .set(change)
    .where('id', '=', itemId)
    .returning('id')
    .executeTakeFirst()
  found(changed)
}
