/** The chain of an authority, who is away, and what somebody approved before. */

import { sql } from 'kysely'
import { today, type Read, type Write } from '../../../kernel/context.ts'
import type { Absence, ChainRole } from '../model/chain.ts'
import type { Words } from '../model/draft.ts'
import { memoContent } from '../model/memo.ts'
import { statementContent } from '../model/statement.ts'
import { findSubmission } from './submissions.ts'

/** The chain that a submission at the authority begins with. Empty where nobody has set one. */
export async function getChain(ctx: Read | Write, authorityId: string): Promise<ChainRole[]> {
  return ctx.db
    .selectFrom('drafting.chain_roles as r')
    .where('r.authority_id', '=', authorityId)
    .select([
      'r.name',
      'r.step',
      sql<string[]>`array(select h.person_id::text from drafting.chain_holders h
        join organisation.people p on p.id = h.person_id where h.role_id = r.id order by p.name)`.as('holders'),
    ])
    .orderBy('r.step')
    .orderBy('r.position')
    .execute()
}

/** Absences at the authority that have not passed, the soonest first. */
export async function listAbsences(ctx: Read | Write, authorityId: string): Promise<Absence[]> {
  return ctx.db
    .selectFrom('drafting.absences as away')
    .innerJoin('organisation.people as p', 'p.id', 'away.person_id')
    .innerJoin('organisation.people as x', 'x.id', 'away.substitute_id')
    .where('away.authority_id', '=', authorityId)
    .where('away.withdrawn_at', 'is', null)
    .where('away.to_on', '>=', today(ctx))
    .select([
      'away.id',
      'away.authority_id as authorityId',
      'away.person_id as personId',
      'p.name',
      'away.substitute_id as substituteId',
      'x.name as substituteName',
      'away.from_on as fromOn',
      'away.to_on as toOn',
    ])
    .orderBy('away.from_on')
    .orderBy('p.name')
    .execute()
}

/** The words of a submission as they were sent. Empty for what was sent before they were kept. */
export async function listSentWords(ctx: Read, submissionId: string): Promise<Words[]> {
  const rows = await ctx.db
    .selectFrom('drafting.submitted')
    .select(['kind', 'content'])
    .where('submission_id', '=', submissionId)
    .orderBy('kind')
    .execute()
  return rows.map(({ kind, content }) =>
    kind === 'memo'
      ? { kind, content: memoContent.parse(content) }
      : { kind, content: statementContent.parse(content) },
  )
}

export type EarlierApproval = { readonly submissionId: string; readonly answeredAt: Date; readonly digest: string }

/** What this person last approved in the case, in another submission than this, and before it was sent. */
export async function findEarlierApproval(
  ctx: Read,
  { submissionId, personId }: { submissionId: string; personId: string },
): Promise<EarlierApproval | null> {
  const row = await ctx.db
    .selectFrom('drafting.approvals as a')
    .innerJoin('drafting.submissions as then', 'then.id', 'a.submission_id')
    .innerJoin('drafting.submissions as s', 's.case_id', 'then.case_id')
    .where('s.id', '=', submissionId)
    .whereRef('then.submitted_at', '<', 's.submitted_at')
    .where('a.answered_by', '=', personId)
    .where('a.state', '=', 'approved')
    .select(['then.id as submissionId', 'a.answered_at as answeredAt', 'a.digest'])
    .orderBy('a.answered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined || row.answeredAt === null || row.digest === null) return null
  return { submissionId: row.submissionId, answeredAt: row.answeredAt, digest: row.digest }
}

/** The latest submission of the same case, when it is a later one than this. */
export async function findLaterSubmission(ctx: Read, submissionId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('drafting.submissions as s')
    .innerJoin('drafting.submissions as later', 'later.case_id', 's.case_id')
    .where('s.id', '=', submissionId)
    .whereRef('later.submitted_at', '>', 's.submitted_at')
    .select('later.id')
    .orderBy('later.submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * The heads whose approval a case waits for or will: those who have not answered what is sent; before it is sent, those whom the
 * authority's chain asks for certain. Nobody when its memo is approved.
 */
export async function approversOfCase(
  ctx: Read | Write,
  theCase: { id: string; authorityId: string },
): Promise<string[]> {
  const submission = await findSubmission(ctx, theCase.id)
  if (submission?.state === 'waiting')
    return submission.approvals.filter(({ state }) => state === 'waiting').map(({ personId }) => personId)
  if (submission?.state === 'approved') return []
  const chain = await getChain(ctx, theCase.authorityId)
  return [...new Set(chain.flatMap(({ holders }) => (holders.length === 1 ? holders : [])))]
}
