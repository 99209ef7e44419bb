/** The doors of `assignments`. */

import { z } from 'zod'
import { may, today } from '../../kernel/context.ts'
import { answer, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import { together } from '../../kernel/together.ts'
import { listBodies } from '../organisation/index.ts'
import { registerAssignment } from './commands.ts'
import type { Assignment } from './model.ts'
import { getAssignment, listAssignments } from './queries.ts'
import { text } from './text.ts'
import { assignmentPage, listPage, newPage } from './views.ts'

const pageSize = 50

const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d_[0-9a-f-]{36}$/)
  .transform((words) => ({ decidedOn: words.slice(0, 10), id: words.slice(11) }))

const list = page('/uppdrag', {
  may: 'someone',
  params: z.object({ visa: z.enum(['alla']).optional(), efter: cursor.optional() }),
  show: async (ctx, { visa, efter }) => {
    const found = await listAssignments(ctx, {
      ...(visa === undefined && { state: 'open' }),
      ...(efter !== undefined && { after: efter }),
      limit: pageSize + 1,
    })
    const assignments = found.slice(0, pageSize)
    const mayRegister = may(ctx.actor, 'assignments.register', ctx.actor.at)
    const more = found.length > pageSize ? moreAfter(assignments.at(-1), visa) : undefined
    return listPage({ assignments, isAll: visa === 'alla', mayRegister, more, today: today(ctx) })
  },
})

function moreAfter(last: Assignment | undefined, visa: string | undefined): string | undefined {
  if (last === undefined) return undefined
  const query = new URLSearchParams({ ...(visa !== undefined && { visa }), efter: `${last.decidedOn}_${last.id}` })
  return `/uppdrag?${query}`
}

const giverKinds = ['council', 'executive_board', 'board', 'external'] as const
const leadKinds = ['executive_board', 'board', 'auditors'] as const
const receiverKinds = ['executive_board', 'board', 'auditors', 'company'] as const

const newAssignment = page('/uppdrag/nytt', {
  may: 'assignments.register',
  params: z.object({}),
  show: async (ctx, _, rejected) => {
    const bodies = await listBodies(ctx)
    const ofKind = (kinds: readonly string[]) => bodies.filter((body) => kinds.includes(body.kind))
    const leads = ofKind(leadKinds).filter((body) => may(ctx.actor, 'assignments.register', body.authorityId))
    return newPage({ givers: ofKind(giverKinds), leads, receivers: ofKind(receiverKinds), rejected, today: today(ctx) })
  },
})

const one = page('/uppdrag/:assignmentId', {
  may: 'someone',
  params: z.object({ assignmentId: z.uuid() }),
  show: async (ctx, { assignmentId }) => {
    const assignment = await getAssignment(ctx, assignmentId)
    const next = await together(ctx.slots('assignment.next').map((way) => way.show(ctx, assignment)))
    return assignmentPage(
      assignment,
      today(ctx),
      next.filter((one) => one !== null),
    )
  },
})

const shape = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  referenceNumber: z.string(),
  authorityId: z.uuid(),
  giverId: z.uuid(),
  giverName: z.string(),
  title: z.string(),
  text: z.string(),
  decidedOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  source: z.string().nullable(),
  state: z.enum(['open', 'reported', 'closed']),
  recordId: z.uuid(),
  receivers: z.array(z.object({ bodyId: z.uuid(), name: z.string(), isLead: z.boolean() })).readonly(),
})

export const routes: readonly Route[] = [
  list,
  newAssignment,
  one,
  form('/uppdrag/nytt', registerAssignment, {
    back: '/uppdrag/nytt',
    then: (_, { assignmentId }) => `/uppdrag/${assignmentId}`,
    says: () => text.registered,
  }),
  endpoint('/assignments', registerAssignment),
  answer('/assignments', {
    may: 'someone',
    params: z.object({ state: z.enum(['open', 'reported', 'closed']).optional() }),
    result: z.object({ assignments: z.array(shape) }),
    show: async (ctx, { state }) => ({ assignments: await listAssignments(ctx, state === undefined ? {} : { state }) }),
  }),
  answer('/assignments/:assignmentId', {
    may: 'someone',
    params: z.object({ assignmentId: z.uuid() }),
    result: shape,
    show: (ctx, { assignmentId }) => getAssignment(ctx, assignmentId),
  }),
]
