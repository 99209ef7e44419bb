/** Where records have been, and what hangs on them. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import type { MovedAway } from '../model.ts'

/** The numbers in a case that records have left. Where a record went is told to who sees that case. */
export async function listMovedAway(ctx: Read | Write, caseId: string): Promise<MovedAway[]> {
  const rows = await ctx.db
    .selectFrom('registry.moves as v')
    .leftJoin('organisation.people as p', 'p.id', 'v.moved_by')
    .leftJoin('registry.records as r', 'r.id', 'v.record_id')
    .leftJoin('registry.cases as c', 'c.id', 'r.case_id')
    .select(['v.seq', 'v.record_id as recordId', 'v.moved_at as movedAt', 'p.name as movedByName'])
    .select(['c.reference_number as referenceNumber', 'r.seq as nowSeq'])
    .where('v.from_case_id', '=', caseId)
    .orderBy('v.seq')
    .execute()
  return rows.map(({ referenceNumber, nowSeq, ...moved }) => ({
    ...moved,
    to: referenceNumber === null || nowSeq === null ? null : { referenceNumber, seq: nowSeq },
  }))
}

/** The next place in the case: a number that a record has left is not used again. The count must be held. */
export async function nextSeqOf(ctx: Write, caseId: string): Promise<number> {
  const { next } = await ctx.db.selectNoFrom(nextSeq(caseId).as('next')).executeTakeFirstOrThrow()
  return next
}

export function nextSeq(caseId: string) {
  return sql<number>`(select 1 + greatest(
    (select coalesce(max(r.seq), 0) from registry.records r where r.case_id = ${caseId}::uuid),
    (select coalesce(max(v.seq), 0) from registry.moves v where v.from_case_id = ${caseId}::uuid)))`
}

/** The modules that keep something of a record; 'registry' where it was sent between two authorities here. */
export async function tiesOf(ctx: Read | Write, recordId: string): Promise<string[]> {
  const { rows } = await sql<{ module: string }>`
    select distinct module from registry.ties_of(${recordId}::uuid) as module order by 1`.execute(ctx.db)
  return rows.map(({ module }) => module)
}
