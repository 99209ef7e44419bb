/** Plans that a meeting has changed, and the people of a plan. */

import { today, type Read, type Write } from '../../../kernel/context.ts'
import { approversOfCase } from '../../drafting/index.ts'
import type { MeetingChange } from '../../meetings/index.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import { chainOf } from '../model/plan.ts'
import { getWay, listSteps } from '../queries.ts'

export type ChangedPlan = {
  readonly id: string
  readonly referenceNumber: string
  readonly title: string
  readonly isSecret: boolean
  readonly authorityId: string
  readonly officerId: string | null
  readonly dueOn: string | null
  readonly bodyName: string
  readonly plannedFor: string
  /** Null: cancelled. */
  readonly heldOn: string | null
}

/** Open cases that are planned for a meeting on another day than it is moved to; `to` is null when it is cancelled. */
export async function listPlansOf(
  ctx: Read | Write,
  { meetingId, to }: Pick<MeetingChange, 'meetingId' | 'to'>,
): Promise<ChangedPlan[]> {
  const rows = await plans(ctx).where('m.id', '=', meetingId).execute()
  return rows.map(({ state: _, ...plan }) => ({ ...plan, heldOn: to })).filter(({ plannedFor }) => plannedFor !== to)
}

/** Open cases whose plan no longer holds, because a meeting has been moved or cancelled since. */
export async function listChangedPlans(ctx: Read | Write, since: Date): Promise<ChangedPlan[]> {
  const rows = await plans(ctx)
    .where('m.changed_at', '>', since)
    .where(({ eb, or, ref }) => or([eb('m.state', '=', 'cancelled'), eb('s.planned_for', '<>', ref('m.held_on'))]))
    .execute()
  return rows.map(({ state, heldOn, ...plan }) => ({ ...plan, heldOn: state === 'cancelled' ? null : heldOn }))
}

function plans(ctx: Read | Write) {
  return ctx.db
    .selectFrom('planning.steps as s')
    .innerJoin('registry.cases as c', 'c.id', 's.case_id')
    .innerJoin('meetings.meetings as m', 'm.id', 's.meeting_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .where('c.state', '=', 'open')
    .where('m.state', 'in', ['planned', 'cancelled'])
    .select(['c.id', 'c.reference_number as referenceNumber', 'c.title', 'c.is_secret as isSecret'])
    .select(['c.authority_id as authorityId', 'c.officer_id as officerId', 'c.due_on as dueOn', 'b.name as bodyName'])
    .select(['s.planned_for as plannedFor', 'm.held_on as heldOn', 'm.state'])
    .orderBy('c.reference_number')
    .orderBy('m.held_on')
}

/** Whom a plan concerns: the officer, the heads whose approval it waits for, the secretaries of the authority. */
export async function peopleOfPlan(
  ctx: Read | Write,
  plan: Pick<ChangedPlan, 'id' | 'authorityId' | 'officerId'>,
): Promise<string[]> {
  const { authorityId, officerId } = plan
  const secretaries = await listPeopleWithRole(ctx, { authorityId, roles: ['secretary'] })
  const heads = await approversOfCase(ctx, plan)
  return [...new Set([...(officerId === null ? [] : [officerId]), ...heads, ...secretaries.map(({ id }) => id)])]
}

/** What a plan with a moved meeting collides with, in words: the answer would leave too late (I-22). Null: nothing. */
export async function collisionOf(
  ctx: Read | Write,
  { id, dueOn, heldOn }: Pick<ChangedPlan, 'id' | 'dueOn' | 'heldOn'>,
): Promise<string | null> {
  if (heldOn === null) return null
  const way = await getWay(ctx, id)
  if (way === 'urgent' || way === 'delegation') return null
  const steps = (await listSteps(ctx, id)).filter(({ isCancelled }) => !isCancelled)
  if (steps.length === 0) return null
  const question = { dueOn, today: today(ctx), ...(way === 'immediate' && { dispatchDays: 0 }) }
  const late = chainOf(steps, question).warnings.find(({ code }) => code === 'plan-after-answer-date')
  return late?.message ?? null
}
