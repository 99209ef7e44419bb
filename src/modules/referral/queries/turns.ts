/** Rounds of which the next turn waits for its sender. */

import { sql } from 'kysely'
import { today, type Read } from '../../../kernel/context.ts'

export type StoppedTurn = {
  readonly roundId: string
  readonly title: string
  readonly referenceNumber: string
  readonly turn: number
}

/** Turns of an authority's rounds that would go by themselves, had their last answer day not passed. */
export async function listStoppedTurns(ctx: Read, authorityId: string): Promise<StoppedTurn[]> {
  const { rows } = await sql<StoppedTurn>`
    select r.id as "roundId", r.title, c.reference_number as "referenceNumber", t.number as turn
    from referral.rounds r
    join registry.cases c on c.id = r.case_id
    join lateral (select number, answer_by from referral.turns where round_id = r.id and sent_at is null order by number limit 1) t
      on t.answer_by <= ${today(ctx)}::date
    where r.authority_id = ${authorityId} and r.state = 'sent'
      and not exists (select from referral.recipients x
        left join registry.cases own on own.id = x.case_id
        left join referral.answers s on s.recipient_id = x.id
        where x.round_id = r.id and x.asked_at is not null and s.id is null and own.state is distinct from 'closed')
    order by r.sent_at`.execute(ctx.db)
  return rows
}
