/** Who answer the same round beside each other. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import type { Recipient } from '../model.ts'
import { besides, doublesOf, type Double, type SameWords } from '../model/doubles.ts'
import { listBeside, listThese } from './recipients.ts'
import { isAnswerShut } from './shut.ts'

/** "Inga synpunkter." is said by many without being one answer. */
const fewestLetters = 80

/** Of those who were asked in a round; one statement, for the words of what has been answered. */
export async function listDoubles(ctx: Read, roundId: string, recipients: readonly Recipient[]): Promise<Double[]> {
  return doublesOf(recipients, await listSameWords(ctx, roundId))
}

/** Of one that was asked: those who answer beside it, and why. Its neighbours and no more, however many were asked. */
export async function listOwnDoubles(ctx: Read, own: Recipient): Promise<Double[]> {
  const near = await listBeside(ctx, own)
  if (own.answer === null) return besides(doublesOf(near), own.id)
  const same = await listSameWordsAs(ctx, own)
  const further = same.flat().filter((id) => !near.some((one) => one.id === id))
  return besides(doublesOf([...near, ...(await listThese(ctx, [...new Set(further)]))], same), own.id)
}

/** Groups that it is one of: those that have answered a question with the same words as it. */
async function listSameWordsAs(ctx: Read, { id, roundId }: Recipient): Promise<SameWords> {
  const { rows } = await sql<{ ids: string[] }>`
    select distinct array_agg(distinct s.recipient_id order by s.recipient_id) as ids
    from referral.answers mine
    join referral.answer_parts o on o.answer_id = mine.id and length(o.plain) >= ${fewestLetters}
    join referral.recipients x on x.round_id = ${roundId}
    join referral.answers s on s.recipient_id = x.id and not ${isAnswerShut()}
    join referral.answer_parts p on p.answer_id = s.id and p.plain = o.plain and p.question_id is not distinct from o.question_id
    where mine.recipient_id = ${id} and not ${isAnswerShut('mine')}
    group by o.id
    having count(distinct s.recipient_id) > 1
    order by ids`.execute(ctx.db)
  return rows.map(({ ids }) => ids)
}

/** Groups of recipients that have answered some question with the same words, each group once. */
async function listSameWords(ctx: Read, roundId: string): Promise<SameWords> {
  const { rows } = await sql<{ ids: string[] }>`
    select distinct ids from (
      select array_agg(distinct s.recipient_id order by s.recipient_id) as ids
      from referral.answer_parts p
      join referral.answers s on s.id = p.answer_id
      join referral.recipients x on x.id = s.recipient_id
      where x.round_id = ${roundId} and length(p.plain) >= ${fewestLetters} and not ${isAnswerShut()}
      group by p.question_id, p.plain) same
    where cardinality(ids) > 1
    order by ids`.execute(ctx.db)
  return rows.map(({ ids }) => ids)
}
