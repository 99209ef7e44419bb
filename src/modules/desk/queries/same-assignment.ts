/** What the authority was asked before in the same matter of the one that sends: on the same assignment, where there is one. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { noteSeen } from '../../registry/index.ts'
import type { AskedBefore } from '../model/answer.ts'
import { listPartsOfCase } from './answers.ts'

const mostRounds = 10

/**
 * Other rounds out of the same case of the sender in which a body of the authority was asked, the latest first, each with what it
 * answered when that has been decided and dispatched. Where its own case or statement is marked, only for those who may read it.
 */
export async function listSameAssignment(
  ctx: Read,
  { authorityId, roundId }: { readonly authorityId: string; readonly roundId: string },
): Promise<AskedBefore[]> {
  const rounds = await roundsBefore(ctx, { authorityId, roundId })
  const [first] = rounds
  if (first === undefined) return []
  const parts = Map.groupBy(
    await listPartsOfCase(ctx, { authorityId, caseId: first.caseId }),
    (part) => part.recipientId,
  )
  noteSeen(
    ctx,
    'answers',
    rounds.filter(({ isSecret }) => isSecret).map(({ ownCaseId }) => ({ caseId: ownCaseId })),
  )
  return rounds.map(({ caseId: _, ownCaseId: __, isSecret: ___, answerId, ...round }) => ({
    ...round,
    isAnswered: answerId !== null,
    parts: parts.get(round.recipientId) ?? [],
  }))
}

function roundsBefore(ctx: Read, { authorityId, roundId }: { authorityId: string; roundId: string }) {
  return ctx.db
    .selectFrom('referral.rounds as now')
    .innerJoin('referral.rounds as r', 'r.case_id', 'now.case_id')
    .innerJoin('referral.recipients as x', 'x.round_id', 'r.id')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .innerJoin('registry.cases as c', 'c.id', 'x.case_id')
    .leftJoin('referral.answers as s', 's.recipient_id', 'x.id')
    .where('now.id', '=', roundId)
    .whereRef('r.id', '<>', 'now.id')
    .where('r.state', '<>', 'draft')
    .where('b.authority_id', '=', authorityId)
    .select(['r.id as roundId', 'r.case_id as caseId', 'r.title', 'r.sent_at as sentAt', 'x.id as recipientId'])
    .select(['b.name as bodyName', 'c.reference_number as referenceNumber', 's.id as answerId'])
    .select(['c.id as ownCaseId', 'c.is_secret as isSecret'])
    .select(
      sql<string | null>`(select a.title from assignments.assignments a where a.case_id = r.case_id
        order by a.decided_on, a.id limit 1)`.as('assignment'),
    )
    .orderBy('r.sent_at', 'desc')
    .orderBy('r.id')
    .limit(mostRounds)
    .execute()
}
