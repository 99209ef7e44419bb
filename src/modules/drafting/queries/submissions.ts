/** What is sent for approval, to whom, and who waits for whom. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Approval, Draft, Submission } from '../model/draft.ts'
import { getDraft } from './drafts.ts'

function submissions(ctx: Read | Write) {
  return ctx.db
    .selectFrom('drafting.submissions as s')
    .innerJoin('organisation.people as p', 'p.id', 's.submitted_by')
    .select([
      's.id',
      's.case_id as caseId',
      's.authority_id as authorityId',
      's.state',
      's.submitted_at as submittedAt',
      's.submitted_by as submittedBy',
      'p.name as submittedByName',
    ])
}

async function approvalsOf(ctx: Read | Write, submissionId: string): Promise<Approval[]> {
  return ctx.db
    .selectFrom('drafting.approvals as a')
    .innerJoin('organisation.people as p', 'p.id', 'a.person_id')
    .where('a.submission_id', '=', submissionId)
    .select([
      'a.person_id as personId',
      'p.name',
      'p.title',
      'a.state',
      'a.answered_at as answeredAt',
      'a.note',
      'a.stands_in_for as standsInFor',
      'a.reason',
    ])
    .orderBy('a.position')
    .execute()
}

/** One submission with its answers. Throws `NotFound` for one of another authority. */
export async function getSubmission(ctx: Read | Write, submissionId: string): Promise<Submission> {
  const row = found(await submissions(ctx).where('s.id', '=', submissionId).executeTakeFirst())
  return { ...row, approvals: await approvalsOf(ctx, submissionId) }
}

/** The same, held until the transaction ends, so that two heads who answer at once are both counted. */
export async function lockSubmission(ctx: Write, submissionId: string): Promise<Submission> {
  await ctx.db.selectFrom('drafting.submissions').select('id').where('id', '=', submissionId).forUpdate().execute()
  return getSubmission(ctx, submissionId)
}

/** The latest submission of a case, or null. */
export async function findSubmission(ctx: Read | Write, caseId: string): Promise<Submission | null> {
  const row = await submissions(ctx)
    .where('s.case_id', '=', caseId)
    .orderBy(sql`s.state = 'waiting'`, 'desc')
    .orderBy('s.submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, approvals: await approvalsOf(ctx, row.id) }
}

/** What a submission holds: the memo first, then the statement. */
export async function listSubmitted(ctx: Read | Write, submissionId: string): Promise<Draft[]> {
  const rows = await ctx.db
    .selectFrom('drafting.drafts')
    .select('id')
    .where('submission_id', '=', submissionId)
    .orderBy('kind')
    .execute()
  const drafts: Draft[] = []
  for (const { id } of rows) drafts.push(await getDraft(ctx, id))
  return drafts
}

export type WaitingItem = {
  readonly submissionId: string
  readonly caseId: string
  readonly referenceNumber: string
  readonly title: string
  readonly authorityName: string
  readonly dueOn: string | null
  readonly submittedAt: Date
  readonly submittedByName: string
  readonly kinds: readonly string[]
}

/** What waits for this person's approval, the soonest answer day first. At most 100. */
export async function listWaitingFor(ctx: Read, personId: string): Promise<WaitingItem[]> {
  return ctx.db
    .selectFrom('drafting.approvals as a')
    .innerJoin('drafting.submissions as s', 's.id', 'a.submission_id')
    .innerJoin('registry.cases as c', 'c.id', 's.case_id')
    .innerJoin('organisation.authorities as o', 'o.id', 's.authority_id')
    .innerJoin('organisation.people as p', 'p.id', 's.submitted_by')
    .where('a.person_id', '=', personId)
    .where('a.state', '=', 'waiting')
    .where('s.state', '=', 'waiting')
    .select([
      's.id as submissionId',
      'c.id as caseId',
      'c.reference_number as referenceNumber',
      'c.title',
      'o.name as authorityName',
      'c.due_on as dueOn',
      's.submitted_at as submittedAt',
      'p.name as submittedByName',
      sql<string[]>`array(select d.kind from drafting.drafts d where d.submission_id = s.id order by d.kind)`.as(
        'kinds',
      ),
    ])
    .orderBy(sql`c.due_on nulls last`)
    .orderBy('s.submitted_at')
    .limit(100)
    .execute()
}

export type OwnItem = {
  readonly submissionId: string
  readonly referenceNumber: string
  readonly title: string
  readonly dueOn: string | null
  readonly state: 'waiting' | 'returned'
  readonly at: Date
  /** Those who have not answered; for what was returned, the one who returned it. */
  readonly people: readonly string[]
  readonly note: string | null
}

/** What this person has sent and others have not answered, or have sent back and nobody has sent on again. At most 100. */
export async function listSentBy(ctx: Read, personId: string): Promise<OwnItem[]> {
  return ctx.db
    .selectFrom('drafting.submissions as s')
    .innerJoin('registry.cases as c', 'c.id', 's.case_id')
    .where('s.submitted_by', '=', personId)
    .where((on) =>
      on.or([
        on('s.state', '=', 'waiting'),
        on.and([
          on('s.state', '=', 'returned'),
          on.exists(
            on
              .selectFrom('drafting.drafts as d')
              .select('d.id')
              .whereRef('d.submission_id', '=', 's.id')
              .where('d.state', '=', 'draft'),
          ),
        ]),
      ]),
    )
    .select([
      's.id as submissionId',
      'c.reference_number as referenceNumber',
      'c.title',
      'c.due_on as dueOn',
      sql<'waiting' | 'returned'>`s.state`.as('state'),
      sql<Date>`coalesce((select max(a.answered_at) from drafting.approvals a
        where a.submission_id = s.id and a.state = 'returned'), s.submitted_at)`.as('at'),
      sql<string[]>`array(select p.name from drafting.approvals a join organisation.people p on p.id = a.person_id
        where a.submission_id = s.id and a.state = s.state and not exists (select from drafting.approvals other
          where other.submission_id = s.id and other.stands_in_for = a.person_id and a.state = 'waiting')
        order by a.position)`.as('people'),
      sql<string | null>`(select max(a.note) from drafting.approvals a
        where a.submission_id = s.id and a.state = 'returned')`.as('note'),
    ])
    .orderBy('s.submitted_at')
    .limit(100)
    .execute()
}
