import { sql } from 'kysely'
import type { Read } from '../../kernel/context.ts'
import { found } from '../../kernel/errors.ts'
import { seeingCases } from '../registry/index.ts'
import type { Assignment, Receiver } from './model.ts'

const assignmentsWithNames = (ctx: Read) =>
  ctx.db
    .selectFrom('assignments.assignments as a')
    .innerJoin('registry.cases as c', 'c.id', 'a.case_id')
    .innerJoin('organisation.bodies as giver', 'giver.id', 'a.giver_id')
    .select([
      'a.id',
      'a.case_id as caseId',
      'c.reference_number as referenceNumber',
      'c.authority_id as authorityId',
      'a.giver_id as giverId',
      'giver.name as giverName',
      'a.title',
      'a.text',
      'a.decided_on as decidedOn',
      'a.due_on as dueOn',
      'a.source',
      'a.state',
      'a.record_id as recordId',
      'c.is_secret as isSecret',
    ])

/** Throws `NotFound`. */
export async function getAssignment(ctx: Read, assignmentId: string): Promise<Assignment> {
  const [assignment] = await withReceivers(
    ctx,
    await assignmentsWithNames(ctx).where('a.id', '=', assignmentId).execute(),
  )
  return found(assignment)
}

/** The assignment that a case was opened for; null for any other case. */
export async function findAssignmentOfCase(ctx: Read, caseId: string): Promise<Assignment | null> {
  const [assignment] = await withReceivers(
    ctx,
    await assignmentsWithNames(ctx).where('a.case_id', '=', caseId).execute(),
  )
  return assignment ?? null
}

export type AssignmentFilter = {
  readonly state?: Assignment['state']
  readonly authorityId?: string
  /** Keyset: only those registered before this one. */
  readonly after?: { readonly decidedOn: string; readonly id: string }
  readonly limit?: number
}

/** Assignments, the latest decided first. Two statements. */
export async function listAssignments(ctx: Read, filter: AssignmentFilter = {}): Promise<Assignment[]> {
  const { state, authorityId, after, limit = 100 } = filter
  let query = assignmentsWithNames(ctx)
  if (state !== undefined) query = query.where('a.state', '=', state)
  if (authorityId !== undefined) query = query.where('c.authority_id', '=', authorityId)
  if (after !== undefined) {
    query = query.where(sql<boolean>`(a.decided_on, a.id) < (${after.decidedOn}::date, ${after.id}::uuid)`)
  }
  return withReceivers(ctx, await query.orderBy('a.decided_on', 'desc').orderBy('a.id', 'desc').limit(limit).execute())
}

type Row = Omit<Assignment, 'receivers'> & { readonly isSecret: boolean }

/** With those who received it. Those whose case is marked are noted as seen (E-17). */
async function withReceivers(ctx: Read, found: readonly Row[]): Promise<Assignment[]> {
  const rows = seeingCases(ctx, 'assignment', found)
  if (rows.length === 0) return []
  const receivers = await ctx.db
    .selectFrom('assignments.receivers as r')
    .innerJoin('organisation.bodies as b', 'b.id', 'r.body_id')
    .where(
      'r.assignment_id',
      'in',
      rows.map((row) => row.id),
    )
    .select(['r.assignment_id as assignmentId', 'b.id as bodyId', 'b.name', 'r.is_lead as isLead'])
    .orderBy('r.is_lead', 'desc')
    .orderBy('b.name')
    .execute()
  const byAssignment = Map.groupBy(receivers, (row) => row.assignmentId)
  return rows.map((row) => ({ ...row, receivers: (byAssignment.get(row.id) ?? []).map(asReceiver) }))
}

function asReceiver({ bodyId, name, isLead }: Receiver): Receiver {
  return { bodyId, name, isLead }
}
