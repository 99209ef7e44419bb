/** What is sent for approval, to whom, and who waits for whom. */

import { sql } from 'kysely'
import { today, type Read, type Write } from '../../../kernel/context.ts'
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
      's.digest',
    ])
}

/** Each who was asked, and who answers for them today if they are away. A substitute who is away answers for nobody else's away. */
async function approvalsOf(ctx: Read | Write, submissionId: string): Promise<Approval[]> {
  return ctx.db
    .selectFrom('drafting.approvals as a')
    .innerJoin('drafting.submissions as s', 's.id', 'a.submission_id')
    .innerJoin('organisation.people as p', 'p.id', 'a.person_id')
    .leftJoin('organisation.people as by', 'by.id', 'a.answered_by')
    .leftJoin('drafting.absences as away', (join) =>
      join
        .onRef('away.person_id', '=', 'a.person_id')
        .onRef('away.authority_id', '=', 's.authority_id')
        .on('away.withdrawn_at', 'is', null)
        .on('away.from_on', '<=', today(ctx))
        .on('away.to_on', '>=', today(ctx)),
    )
    .leftJoin('organisation.people as deputy', 'deputy.id', 'away.substitute_id')
    .where('a.submission_id', '=', submissionId)
    .select([
      'a.person_id as personId',
      'p.name',
      'p.title',
      'a.state',
      'a.answered_at as answeredAt',
      'by.name as answeredByName',
      'a.note',
      'a.step',
      'a.digest',
      'deputy.id as deputyId',
      'deputy.name as deputyName',
      'a.stands_in_for as standsInFor',
      'a.reason',
    ])
    .orderBy('a.step')
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
  /** Those who approved what was returned, with a comment. */
  readonly commenters: readonly string[]
}

/** Another was asked instead of the one whose approval is `a` in the submission `s`. */
export const isReplaced = sql<boolean>`exists (select from drafting.approvals other
  where other.submission_id = s.id and other.stands_in_for = a.person_id)`

/** Somebody of an earlier step has not approved, and nobody was asked instead: it is not the turn of `a`. */
export const waitsForOthers = sql<boolean>`exists (select from drafting.approvals before
  where before.submission_id = s.id and before.step < a.step and before.state = 'waiting'
    and not exists (select from drafting.approvals other
      where other.submission_id = s.id and other.stands_in_for = before.person_id))`

/** Who had approved what then came back, with a comment; once, also who answered for another too. */
const commenters = sql<string[]>`array(select p.name from drafting.approvals a
  join organisation.people p on p.id = a.answered_by
  where a.submission_id = s.id and s.state = 'returned' and a.state = 'approved' and a.note is not null
  group by p.id, p.name order by min(a.position))`

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
      sql<string[]>`array(select p.name from drafting.approvals a
        join organisation.people p on p.id = coalesce(a.answered_by, a.person_id)
        where a.submission_id = s.id and a.state = s.state
          and (a.state <> 'waiting' or not (${isReplaced} or ${waitsForOthers})) order by a.position)`.as('people'),
      sql<string | null>`(select max(a.note) from drafting.approvals a
        where a.submission_id = s.id and a.state = 'returned')`.as('note'),
      commenters.as('commenters'),
    ])
    .orderBy('s.submitted_at')
    .limit(100)
    .execute()
}
