/** The doors of `meetings`. */

import { z } from 'zod'
import { may, today, type Read } from '../../kernel/context.ts'
import type { Html } from '../../kernel/html.ts'
import { answer, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import { addDays, swedishClock } from '../../kernel/time.ts'
import { together } from '../../kernel/together.ts'
import type { Rejected } from '../../kernel/ui/index.ts'
import { listBodies } from '../organisation/index.ts'
import { caseFrame, getCase, listStandingRecords } from '../registry/index.ts'
import { adjust } from './commands/adjust.ts'
import { cancelMeeting, moveItem, placeCase, planMeeting, takeOffAgenda } from './commands/agenda.ts'
import { closeMeeting } from './commands/close.ts'
import { continueSeries, correctDecision, decide } from './commands/decide.ts'
import { moveMeeting } from './commands/move.ts'
import { areAllAdjusted, type Decision } from './model/decision.ts'
import {
  meetingKinds,
  obstaclesToCancelling,
  obstaclesToClosing,
  obstaclesToMoving,
  obstaclesToPlacing,
  type Meeting,
} from './model/meeting.ts'
import { agendaItemShape, decisionShape, meetingShape } from './model/shape.ts'
import { getDecision, hasDecisionsIn, listDecisions, listDecisionsOfMeeting } from './queries/decisions.ts'
import { getMeeting, listAgenda, listAgendaOfCase, listMeetings, listMoves } from './queries/meetings.ts'
import { text } from './text.ts'
import { calendarPage, newMeetingPage } from './views/calendar.ts'
import { decisionsTab } from './views/case.ts'
import { meetingPage, type MeetingMay } from './views/meeting.ts'

const pageSize = 100

const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d_[0-9a-f-]{36}$/)
  .transform((words) => ({ heldOn: words.slice(0, 10), id: words.slice(11) }))

const calendar = page('/sammantraden', {
  may: 'someone',
  params: z.object({ organ: z.uuid().optional(), visa: z.enum(['tidigare']).optional(), efter: cursor.optional() }),
  show: async (ctx, { organ, visa, efter }) => {
    const { at } = ctx.actor
    const isPast = visa === 'tidigare'
    const bodies = at === null ? [] : await meetingBodies(ctx, at)
    const found = await listMeetings(ctx, {
      ...(organ === undefined ? { authorityId: at ?? nowhere } : { bodyId: organ }),
      ...(isPast ? { to: addDays(today(ctx), -1), newestFirst: true } : { from: today(ctx) }),
      ...(efter !== undefined && { after: efter }),
      limit: pageSize + 1,
    })
    const meetings = found.slice(0, pageSize)
    const last = meetings.at(-1)
    const next = found.length > pageSize && last !== undefined ? `${last.heldOn}_${last.id}` : null
    const mayPlan = may(ctx.actor, 'meetings.plan-meeting', at)
    return calendarPage({ meetings, bodies, bodyId: organ ?? null, isPast, today: today(ctx), mayPlan, next })
  },
})

/** No authority has this id: somebody who serves nowhere sees no meetings. */
const nowhere = '00000000-0000-0000-0000-000000000000'

function meetingBodies(ctx: Read, authorityId: string) {
  return listBodies(ctx, { authorityId, kinds: meetingKinds })
}

const newMeeting = page('/sammantraden/nytt', {
  may: 'meetings.plan-meeting',
  // A plan that needs one more meeting says of which body and by when.
  params: z.object({ organ: z.uuid().optional().catch(undefined), dag: z.iso.date().optional().catch(undefined) }),
  show: async (ctx, { organ, dag }, rejected) => {
    const { at } = ctx.actor
    const bodies = at === null ? [] : await meetingBodies(ctx, at)
    return newMeetingPage({ bodies, bodyId: organ ?? null, heldOn: dag ?? null, rejected })
  },
})

const oneMeeting = page('/sammantraden/:meetingId', {
  may: 'someone',
  params: z.object({ meetingId: z.uuid() }),
  show: async (ctx, { meetingId }, rejected) => {
    const meeting = await getMeeting(ctx, meetingId)
    const decisions = await listDecisionsOfMeeting(ctx, meetingId)
    return meetingPage({
      meeting,
      agenda: await listAgenda(ctx, meetingId),
      decisions,
      moves: await listMoves(ctx, meetingId),
      may: await mayOf(ctx, meeting, decisions),
      clock: swedishClock(ctx.now),
      parts: await partsOf(ctx, meeting, rejected),
      today: today(ctx),
      rejected,
    })
  },
})

/** What modules downstream add to the page, in their order. */
async function partsOf(ctx: Read, meeting: Meeting, rejected: Rejected | undefined): Promise<Html[]> {
  const parts: Html[] = []
  for (const { show } of ctx.slots('meeting.part').toSorted((a, b) => a.order - b.order)) {
    const drawn = await show(ctx, meeting, rejected)
    if (drawn !== null) parts.push(drawn)
  }
  return parts
}

/** What the person may, and the state of the meeting leaves open. */
async function mayOf(ctx: Read, meeting: Meeting, decisions: readonly Decision[]): Promise<MeetingMay> {
  const holds = (verb: string) => may(ctx.actor, `meetings.${verb}`, meeting.authorityId)
  const day = today(ctx)
  const isOn = meeting.state !== 'cancelled'
  const year = { bodyId: meeting.bodyId, year: Number(meeting.heldOn.slice(0, 4)) }
  return {
    place: holds('place-on-agenda') && obstaclesToPlacing(meeting, day).length === 0,
    move: holds('move-item') && isOn,
    decide: holds('decide') && isOn && meeting.heldOn <= day,
    adjust: holds('adjust'),
    moveMeeting: holds('move-meeting') && obstaclesToMoving(meeting, { heldOn: day, today: day }).length === 0,
    close:
      holds('close-meeting') &&
      obstaclesToClosing(meeting, { today: day, isAdjusted: areAllAdjusted(meeting, decisions) }).length === 0,
    cancel: holds('cancel-meeting') && obstaclesToCancelling(meeting).length === 0,
    continueSeries: holds('continue-series') && isOn && !(await hasDecisionsIn(ctx, year)),
  }
}

const caseTab = page('/arenden/:caseId/beslut', {
  may: 'someone',
  params: z.object({ caseId: z.string() }),
  show: async (ctx, { caseId }, rejected) => showDecisions(ctx, caseId, rejected),
})

async function showDecisions(ctx: Read, caseId: string, rejected: Rejected | undefined) {
  const theCase = await getCase(ctx, caseId)
  const mayPlace = may(ctx.actor, 'meetings.place-on-agenda', theCase.authorityId) && theCase.state === 'open'
  const decisions = await listDecisions(ctx, theCase.id)
  const body = decisionsTab({
    theCase,
    decisions,
    next: await nextFrom(ctx, decisions),
    agenda: await listAgendaOfCase(ctx, theCase.id),
    meetings: mayPlace ? await openMeetings(ctx, theCase.authorityId) : [],
    records: mayPlace ? await listStandingRecords(ctx, theCase.id) : [],
    today: today(ctx),
    rejected,
  })
  const framed = await caseFrame(ctx, theCase, { tab: 'decisions', body })
  return { title: `${theCase.referenceNumber} ${text.tab}`, section: 'cases', body: framed }
}

/** What those downstream would begin from each decision. */
async function nextFrom(ctx: Read, decisions: readonly Decision[]): Promise<Map<string, Html[]>> {
  const ways = ctx.slots('decision.next').toSorted((a, b) => a.order - b.order)
  const next = new Map<string, Html[]>()
  for (const decision of decisions) {
    const shown = await together(ways.map((way) => way.show(ctx, decision)))
    next.set(
      decision.id,
      shown.filter((one) => one !== null),
    )
  }
  return next
}

async function openMeetings(ctx: Read, authorityId: string): Promise<Meeting[]> {
  const meetings = await listMeetings(ctx, { authorityId, from: today(ctx), limit: pageSize })
  return meetings.filter((meeting) => meeting.state !== 'cancelled')
}

const back = { back: '/sammantraden/:meetingId' }
const toMeeting = (input: Record<string, string>) => `/sammantraden/${input['meetingId']}`
const toItem = (input: Record<string, string>) => `${toMeeting(input)}#${input['itemId']}`

const pages: readonly Route[] = [
  calendar,
  newMeeting,
  oneMeeting,
  caseTab,
  form('/sammantraden/nytt', planMeeting, {
    back: '/sammantraden/nytt',
    then: (_, { meetingId }) => `/sammantraden/${meetingId}`,
    says: () => text.planned,
  }),
  form('/sammantraden/:meetingId/flytta', moveMeeting, { ...back, then: toMeeting, says: () => text.movedSaid }),
  form('/sammantraden/:meetingId/stall-in', cancelMeeting, {
    ...back,
    then: toMeeting,
    says: () => text.cancelledSaid,
  }),
  form('/sammantraden/:meetingId/avsluta', closeMeeting, { ...back, then: toMeeting, says: () => text.closedSaid }),
  form('/sammantraden/:meetingId/arenden', placeCase, { ...back, then: toMeeting, says: () => text.added }),
  form('/sammantraden/:meetingId/arenden/:itemId/flytta', moveItem, { ...back, then: toItem }),
  form('/sammantraden/:meetingId/arenden/:itemId/ta-bort', takeOffAgenda, {
    ...back,
    then: toMeeting,
    says: () => text.takenOff,
  }),
  form('/sammantraden/:meetingId/arenden/:itemId/beslut', decide, { ...back, then: toItem, says: () => text.decided }),
  form('/sammantraden/:meetingId/beslut/:decisionId/ratta', correctDecision, {
    ...back,
    then: toMeeting,
    says: () => text.corrected,
  }),
  form('/sammantraden/:meetingId/justera', adjust, { ...back, then: toMeeting, says: () => text.adjustedSaid }),
  form('/sammantraden/:meetingId/paragrafserie', continueSeries, {
    ...back,
    then: toMeeting,
    says: () => text.seriesSaid,
  }),
  form('/arenden/:caseId/beslut/satt-upp', placeCase, {
    back: '/arenden/:caseId/beslut',
    then: ({ caseId }) => `/arenden/${caseId}/beslut`,
    says: () => text.added,
  }),
]

const oneDay = z.iso.date().optional()

const api: readonly Route[] = [
  endpoint('/meetings', planMeeting),
  endpoint('/meetings/:meetingId/move', moveMeeting),
  endpoint('/meetings/:meetingId/cancel', cancelMeeting),
  endpoint('/meetings/:meetingId/close', closeMeeting),
  endpoint('/meetings/:meetingId/items', placeCase),
  endpoint('/meetings/:meetingId/adjust', adjust),
  endpoint('/agenda-items/:itemId/move', moveItem),
  endpoint('/agenda-items/:itemId/take-off', takeOffAgenda),
  endpoint('/agenda-items/:itemId/decide', decide),
  endpoint('/decisions/:decisionId/correct', correctDecision),
  endpoint('/bodies/:bodyId/paragraph-series', continueSeries, 'PUT'),
  answer('/meetings', {
    may: 'someone',
    params: z.object({ bodyId: z.uuid().optional(), authorityId: z.uuid().optional(), from: oneDay, to: oneDay }),
    result: z.object({ meetings: z.array(meetingShape) }),
    show: async (ctx, { bodyId, authorityId, from, to }) => ({
      meetings: await listMeetings(ctx, {
        ...(bodyId !== undefined && { bodyId }),
        ...(authorityId !== undefined && { authorityId }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      }),
    }),
  }),
  answer('/meetings/:meetingId', {
    may: 'someone',
    params: z.object({ meetingId: z.uuid() }),
    result: meetingShape.extend({ agenda: z.array(agendaItemShape) }),
    show: async (ctx, { meetingId }) => ({
      ...(await getMeeting(ctx, meetingId)),
      agenda: await listAgenda(ctx, meetingId),
    }),
  }),
  answer('/decisions/:decisionId', {
    may: 'someone',
    params: z.object({ decisionId: z.uuid() }),
    result: decisionShape,
    show: async (ctx, { decisionId }) => {
      const decision = await getDecision(ctx, decisionId)
      // The case itself is asked for, so that one that is marked is noted as read (E-17).
      await getCase(ctx, decision.caseId)
      return decision
    },
  }),
  answer('/cases/:caseId/decisions', {
    may: 'someone',
    params: z.object({ caseId: z.string() }),
    result: z.object({ decisions: z.array(decisionShape) }),
    show: async (ctx, { caseId }) => ({ decisions: await listDecisions(ctx, (await getCase(ctx, caseId)).id) }),
  }),
]

export const routes: readonly Route[] = [...pages, ...api]
