/** What each chosen body carries already, counted without a word of what it was asked. */

import { sql } from 'kysely'
import { today, type Read } from '../../../kernel/context.ts'
import { listCalendar, proposeFromStart, proposePlan } from '../../planning/index.ts'
import { reasonsOf } from '../model/affected.ts'
import { daysOf, worstFirst, type Days, type Load } from '../model/load.ts'
import type { Recipient, Round } from '../model.ts'
import { knownOfCase } from './affected.ts'

type Asking = Pick<Round, 'id' | 'caseId' | 'answerBy' | 'inTurn'>
type Plan = Pick<Load, 'decidesOn' | 'canMeet'>
const unknown: Plan = { decidesOn: null, canMeet: null }
type Counted = Pick<Load, 'bodyId' | 'openRounds' | 'answered' | 'late' | 'medianDays'>

/** The load of those a draft asks, worst first. Four statements, and two for each authority among them. */
export async function listLoad(ctx: Read, round: Asking, recipients: readonly Recipient[]): Promise<Load[]> {
  if (recipients.length === 0) return []
  const { rows } = await sql<Counted>`
    select body_id as "bodyId", open_rounds as "openRounds", answered, late, median_days as "medianDays"
    from referral.load_of(${recipients.map(({ bodyId }) => bodyId)}::uuid[])`.execute(ctx.db)
  const known = await knownOfCase(ctx, round)
  const loads: Load[] = []
  for (const { bodyId, bodyName, kind, authorityId, turn } of recipients) {
    const counted = rows.find((row) => row.bodyId === bodyId)
    const plan =
      kind === 'board' && authorityId !== null
        ? await planOf(ctx, authorityId, daysOf(round, turn, today(ctx)))
        : unknown
    loads.push({
      openRounds: 0,
      answered: 0,
      late: 0,
      medianDays: null,
      ...counted,
      bodyId,
      bodyName,
      ...plan,
      affectedBy: reasonsOf({ bodyId, bodyName }, known),
    })
  }
  return worstFirst(loads)
}

/** The backward plan of a board, from the day it is asked (I-22). Where none of its meetings can be begun for, it cannot. */
async function planOf(ctx: Read, authorityId: string, { askedOn, dueOn }: Days): Promise<Plan> {
  const calendar = await listCalendar(ctx, { authorityId, from: askedOn })
  const question = { calendar, dueOn, today: askedOn, notBefore: askedOn }
  const { best } = proposeFromStart(question)
  if (best !== null)
    return { decidesOn: best.decidedOn, canMeet: best.marginDays === null ? null : best.marginDays >= 0 }
  return proposePlan(question).chains.length === 0 || dueOn === null ? unknown : { decidesOn: null, canMeet: false }
}
