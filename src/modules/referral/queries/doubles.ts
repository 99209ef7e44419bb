/** Who answer the same round beside each other. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import type { Recipient } from '../model.ts'
import { doublesOf, type Double, type SameWords } from '../model/doubles.ts'

/** "Inga synpunkter." is said by many without being one answer. */
const fewestLetters = 80

/** Of those who were asked in a round; one statement, for the words of what has been answered. */
export async function listDoubles(ctx: Read, roundId: string, recipients: readonly Recipient[]): Promise<Double[]> {
  return doublesOf(recipients, await listSameWords(ctx, roundId))
}

/** Groups of recipients that have answered some question with the same words, each group once. */
async function listSameWords(ctx: Read, roundId: string): Promise<SameWords> {
  const { rows } = await sql<{ ids: string[] }>`
    select distinct ids from (
      select array_agg(distinct s.recipient_id order by s.recipient_id) as ids
      from referral.answer_parts p
      join referral.answers s on s.id = p.answer_id
      join referral.recipients x on x.id = s.recipient_id
      where x.round_id = ${roundId} and length(p.plain) >= ${fewestLetters}
      group by p.question_id, p.plain) same
    where cardinality(ids) > 1
    order by ids`.execute(ctx.db)
  return rows.map(({ ids }) => ids)
}
