/** What each chosen body carries already, counted without a word of what it was asked. */

import { sql } from 'kysely'
import { today, type Read } from '../../../kernel/context.ts'
import { listCalendar, proposePlan } from '../../planning/index.ts'
import { worstFirst, type Load } from '../model/load.ts'
import type { Recipient } from '../model.ts'

type Counted = Pick<Load, 'bodyId' | 'openRounds' | 'answered' | 'late' | 'medianDays'>

/** The load of those a draft asks, worst first. One statement, and two for each authority among them. */
export async function listLoad(
  ctx: Read,
  { recipients, answerBy }: { readonly recipients: readonly Recipient[]; readonly answerBy: string | null },
): Promise<Load[]> {
  if (recipients.length === 0) return []
  const { rows } = await sql<Counted>`
    select body_id as "bodyId", open_rounds as "openRounds", answered, late, median_days as "medianDays"
    from referral.load_of(${recipients.map(({ bodyId }) => bodyId)}::uuid[])`.execute(ctx.db)
  const loads: Load[] = []
  for (const { bodyId, bodyName, kind, authorityId } of recipients) {
    const counted = rows.find((row) => row.bodyId === bodyId)
    const plan = kind === 'board' ? await planOf(ctx, authorityId, answerBy) : { decidesOn: null, canMeet: null }
    loads.push({
      openRounds: 0,
      answered: 0,
      late: 0,
      medianDays: null,
      ...counted,
      bodyId,
      bodyName,
      ...plan,
    })
  }
  return worstFirst(loads)
}

/** The backward plan of a board, as if it were asked today (I-22). */
async function planOf(
  ctx: Read,
  authorityId: string | null,
  dueOn: string | null,
): Promise<Pick<Load, 'decidesOn' | 'canMeet'>> {
  const day = today(ctx)
  if (authorityId === null) return { decidesOn: null, canMeet: null }
  const calendar = await listCalendar(ctx, { authorityId, from: day })
  const { best } = proposePlan({ calendar, dueOn, today: day, notBefore: day })
  if (best === null) return { decidesOn: null, canMeet: null }
  return { decidesOn: best.decidedOn, canMeet: best.marginDays === null ? null : best.marginDays >= 0 }
}
