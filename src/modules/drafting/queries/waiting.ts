/** The heads' list: what waits for one, for oneself or for somebody who is away, and what one has answered lately. */

import { sql } from 'kysely'
import { today, type Read, type Write } from '../../../kernel/context.ts'
import { addDays } from '../../../kernel/time.ts'
import { noteSeen } from '../../registry/index.ts'
import type { Submission } from '../model/draft.ts'
import { waitsForOthers } from './submissions.ts'

export type WaitingItem = {
  readonly submissionId: string
  readonly caseId: string
  readonly referenceNumber: string
  readonly title: string
  readonly isSecret: boolean
  readonly authorityId: string
  readonly authorityName: string
  readonly dueOn: string | null
  readonly submittedAt: Date
  readonly submittedByName: string
  readonly kinds: readonly string[]
  /** Those who are away and whom one answers for. */
  readonly insteadOf: readonly string[]
  /** One has approved other words in the same case before. */
  readonly isChanged: boolean
}

/** Away today, with this person as substitute. */
const isDeputy = (personId: string, day: string) => sql<boolean>`exists (select from drafting.absences away
  where away.person_id = a.person_id and away.authority_id = s.authority_id and away.substitute_id = ${personId}
    and away.withdrawn_at is null and ${day}::date between away.from_on and away.to_on)`

const approvedOtherWords = (personId: string) => sql<boolean>`exists (select from drafting.approvals x
  join drafting.submissions y on y.id = x.submission_id
  where y.case_id = s.case_id and x.answered_by = ${personId} and x.state = 'approved' and x.digest <> s.digest)`

/** What waits for this person's approval now, the soonest answer day first. At most 100. What is marked is noted as seen. */
export async function listWaitingFor(ctx: Read | Write, personId: string): Promise<WaitingItem[]> {
  const items = await selectWaitingFor(ctx, personId).execute()
  noteSeen(
    ctx,
    'work',
    items.filter(({ isSecret }) => isSecret),
  )
  return items
}

function selectWaitingFor(ctx: Read | Write, personId: string) {
  return ctx.db
    .selectFrom('drafting.approvals as a')
    .innerJoin('drafting.submissions as s', 's.id', 'a.submission_id')
    .innerJoin('registry.cases as c', 'c.id', 's.case_id')
    .innerJoin('organisation.authorities as o', 'o.id', 's.authority_id')
    .innerJoin('organisation.people as p', 'p.id', 's.submitted_by')
    .innerJoin('organisation.people as asked', 'asked.id', 'a.person_id')
    .where((on) => on.or([on('a.person_id', '=', personId), isDeputy(personId, today(ctx))]))
    .where('a.state', '=', 'waiting')
    .where('s.state', '=', 'waiting')
    .where(sql<boolean>`not ${waitsForOthers}`)
    .select([
      's.id as submissionId',
      'c.id as caseId',
      'c.reference_number as referenceNumber',
      'c.title',
      'c.is_secret as isSecret',
      'o.id as authorityId',
      'o.name as authorityName',
      'c.due_on as dueOn',
      's.submitted_at as submittedAt',
      'p.name as submittedByName',
      sql<string[]>`array(select d.kind from drafting.drafts d where d.submission_id = s.id order by d.kind)`.as(
        'kinds',
      ),
      sql<
        string[]
      >`coalesce(array_agg(asked.name order by asked.name) filter (where a.person_id <> ${personId}), '{}')`.as(
        'insteadOf',
      ),
      approvedOtherWords(personId).as('isChanged'),
    ])
    .groupBy(['s.id', 'c.id', 'o.id', 'p.id', 'c.reference_number', 'c.title', 'c.due_on', 'o.name', 'p.name'])
    .orderBy(sql`c.due_on nulls last`)
    .orderBy('s.submitted_at')
    .limit(100)
}

/** Every submission that somebody is asked about, at one authority or all. */
export async function listSubmissionsWaiting(ctx: Read | Write, authorityId?: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('drafting.submissions')
    .select('id')
    .where('state', '=', 'waiting')
    .$if(authorityId !== undefined, (query) => query.where('authority_id', '=', authorityId ?? ''))
    .orderBy('submitted_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Who has been sent a letter of this kind about a submission. */
export async function toldOf(ctx: Read | Write, topic: string, submissionId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('kernel.letters as l')
    .innerJoin('organisation.people as p', 'p.email', 'l.to_address')
    .select('p.id')
    .where('l.topic', '=', topic)
    .where('l.about_id', '=', submissionId)
    .execute()
  return rows.map(({ id }) => id)
}

export type AnsweredItem = {
  readonly submissionId: string
  readonly referenceNumber: string
  readonly title: string
  readonly answeredAt: Date
  readonly answer: 'approved' | 'returned'
  /** How it went with what was answered: an approval of what was taken back counts no more. */
  readonly state: Submission['state']
  readonly insteadOf: readonly string[]
}

const lately = 30

/** What this person has answered in the last thirty days, the latest first. At most 50. What is marked is noted as seen. */
export async function listAnsweredBy(ctx: Read, personId: string): Promise<AnsweredItem[]> {
  const items = await ctx.db
    .selectFrom('drafting.approvals as a')
    .innerJoin('drafting.submissions as s', 's.id', 'a.submission_id')
    .innerJoin('registry.cases as c', 'c.id', 's.case_id')
    .innerJoin('organisation.people as asked', 'asked.id', 'a.person_id')
    .where('a.answered_by', '=', personId)
    .where('a.answered_at', '>=', new Date(`${addDays(today(ctx), -lately)}T00:00:00Z`))
    .select([
      's.id as submissionId',
      'c.reference_number as referenceNumber',
      'c.title',
      'c.id as caseId',
      'c.is_secret as isSecret',
      sql<Date>`max(a.answered_at)`.as('answeredAt'),
      sql<'approved' | 'returned'>`max(a.state)`.as('answer'),
      's.state',
      sql<
        string[]
      >`coalesce(array_agg(asked.name order by asked.name) filter (where a.person_id <> ${personId}), '{}')`.as(
        'insteadOf',
      ),
    ])
    .groupBy(['s.id', 'c.id', 'c.reference_number', 'c.title', 's.state'])
    .orderBy('answeredAt', 'desc')
    .limit(50)
    .execute()
  noteSeen(
    ctx,
    'work',
    items.filter(({ isSecret }) => isSecret),
  )
  return items
}
