import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Decision, Outcome } from '../model/decision.ts'

/**
 * Minutes are drawn up when they are adjusted (TF 2:10, B-20): until then what they say, the outcome too, stays in the authority.
 * That there is a decision, with its § and day, is no secret.
 */
const isDrawnUp = sql<boolean>`(d.state = 'adjusted' or kernel.serves(b.authority_id))`

const decisionsWithNames = (ctx: Read) =>
  ctx.db
    .selectFrom('meetings.decisions as d')
    .innerJoin('meetings.items as i', 'i.id', 'd.item_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'd.body_id')
    .innerJoin('organisation.people as p', 'p.id', 'd.secretary_id')
    .select([
      'd.id',
      'd.item_id as itemId',
      'd.meeting_id as meetingId',
      'd.body_id as bodyId',
      'b.name as bodyName',
      'b.kind as bodyKind',
      'd.case_id as caseId',
      'i.title',
      'd.year',
      'd.paragraph',
      'd.decided_on as decidedOn',
      'd.state',
      'd.adjusted_on as adjustedOn',
      'd.is_immediate as isImmediate',
      'd.is_proposal as isProposal',
      'd.record_id as recordId',
      'p.name as secretaryName',
      sql<Outcome | null>`case when ${isDrawnUp} then d.outcome end`.as('outcome'),
      sql<string[]>`case when ${isDrawnUp} then d.points else '{}' end`.as('points'),
      sql<string | null>`case when ${isDrawnUp} then d.reservations end`.as('reservations'),
    ])

/** Throws `NotFound`. */
export async function getDecision(ctx: Read, decisionId: string): Promise<Decision> {
  return found(await decisionsWithNames(ctx).where('d.id', '=', decisionId).executeTakeFirst())
}

/** What was decided in a case, the earliest first; also what preparing bodies proposed. */
export async function listDecisions(ctx: Read, caseId: string): Promise<Decision[]> {
  return decisionsWithNames(ctx)
    .where('d.case_id', '=', caseId)
    .orderBy('d.decided_on')
    .orderBy('d.paragraph')
    .execute()
}

/**
 * Whether a case has a decision with one of these outcomes, later than the day and other than the one named. Asked of what is not
 * adjusted too, of any authority: that there is a decision is no secret, so it is told without its outcome (B-20).
 */
export async function isDecidedAfter(
  ctx: Read | Write,
  caseId: string,
  asked: { readonly day: string; readonly besides: string | null; readonly outcomes: readonly Outcome[] },
): Promise<boolean> {
  const first = await ctx.db
    .selectFrom('meetings.decisions')
    .select('id')
    .where('case_id', '=', caseId)
    .where('is_proposal', '=', false)
    .where('decided_on', '>', asked.day)
    .where('outcome', 'in', asked.outcomes)
    .$if(asked.besides !== null, (query) => query.where('id', '<>', asked.besides ?? ''))
    .limit(1)
    .executeTakeFirst()
  return first !== undefined
}

/** What a meeting decided, by §. */
export async function listDecisionsOfMeeting(ctx: Read, meetingId: string): Promise<Decision[]> {
  return decisionsWithNames(ctx).where('d.meeting_id', '=', meetingId).orderBy('d.paragraph').execute()
}

/** One decision, held until the transaction ends. */
export async function lockDecision(ctx: Write, decisionId: string): Promise<Decision> {
  await ctx.db.selectFrom('meetings.decisions').select('id').where('id', '=', decisionId).forUpdate().execute()
  return getDecision(ctx, decisionId)
}

/** Several, held until the transaction ends, by §. Ids that do not exist are left out. */
export async function lockDecisions(ctx: Write, decisionIds: readonly string[]): Promise<Decision[]> {
  await ctx.db
    .selectFrom('meetings.decisions')
    .select('id')
    .where('id', 'in', decisionIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  return decisionsWithNames(ctx).where('d.id', 'in', decisionIds).orderBy('d.paragraph').execute()
}

/** Whether the body has used a § of the year, so that its numbers can no longer be moved. */
export async function hasDecisionsIn(ctx: Read, { bodyId, year }: { bodyId: string; year: number }): Promise<boolean> {
  const first = await ctx.db
    .selectFrom('meetings.decisions')
    .select('id')
    .where('body_id', '=', bodyId)
    .where('year', '=', year)
    .limit(1)
    .executeTakeFirst()
  return first !== undefined
}
