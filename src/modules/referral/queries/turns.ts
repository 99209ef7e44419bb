/** Rounds of which the next turn waits for its sender. */

import { sql } from 'kysely'
import { today, type Read, type Write } from '../../../kernel/context.ts'
import { obstaclesToPassing, type Round } from '../model.ts'

export type StoppedTurn = {
  readonly roundId: string
  readonly title: string
  readonly referenceNumber: string
  readonly turn: number
  /** What would go along, or its case, has been marked as secret. */
  readonly isSecret: boolean
}

/** What goes to everyone of a round: its documents, and the extract of the decision to send it. */
export function passedWith({ documents, decision }: Pick<Round, 'documents' | 'decision'>): string[] {
  return [...new Set([...documents, ...(decision === null ? [] : [decision])].flatMap((one) => one.recordId ?? []))]
}

/** Why nobody more can be sent the round: something was marked as secret since. In the words that everybody reads. */
export async function obstaclesToMore(ctx: Read | Write, round: Round): Promise<string[]> {
  const records = await ctx.db
    .selectFrom('registry.records')
    .select(['title', 'is_secret as isSecret'])
    .where(sql<boolean>`id = any (${passedWith(round)}::uuid[])`)
    .orderBy('year')
    .orderBy('number')
    .execute()
  const theCase = await ctx.db
    .selectFrom('registry.cases')
    .select('is_secret as isSecret')
    .where('id', '=', round.caseId)
    .executeTakeFirst()
  return obstaclesToPassing(records, theCase ?? { isSecret: true })
}

/** Turns of an authority's rounds that would go by themselves, had their last answer day not passed and nothing been marked as secret. */
export async function listStoppedTurns(ctx: Read, authorityId: string): Promise<StoppedTurn[]> {
  const { rows } = await sql<StoppedTurn>`
    select r.id as "roundId", r.title, c.reference_number as "referenceNumber", t.number as turn, marked."isSecret"
    from referral.rounds r
    join registry.cases c on c.id = r.case_id
    join lateral (select number, answer_by from referral.turns where round_id = r.id and sent_at is null order by number limit 1) t
      on true
    cross join lateral (select c.is_secret
      or exists (select from referral.documents d join registry.records k on k.id = d.record_id
        where d.round_id = r.id and k.is_secret)
      or exists (select from meetings.decisions d join registry.records k on k.id = d.record_id
        where d.id = r.decision_id and k.is_secret) as "isSecret") marked
    where (t.answer_by <= ${today(ctx)}::date or marked."isSecret") and r.authority_id = ${authorityId} and r.state = 'sent'
      and not exists (select from referral.recipients x
        left join registry.cases own on own.id = x.case_id
        left join referral.answers s on s.recipient_id = x.id
        where x.round_id = r.id and x.asked_at is not null and s.id is null and own.state is distinct from 'closed')
    order by r.sent_at`.execute(ctx.db)
  return rows
}
