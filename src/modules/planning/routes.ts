/** The doors of `planning`. */

import { z } from 'zod'
import { may, today, type Read } from '../../kernel/context.ts'
import { answer, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import type { Html } from '../../kernel/html.ts'
import { getBody } from '../organisation/index.ts'
import { caseFrame, getCase, type Case } from '../registry/index.ts'
import { placePlan, planPath, replan } from './commands.ts'
import { setLeadTimes } from './commands/lead-times.ts'
import { chooseWay } from './commands/way.ts'
import { usualLeadTimes } from './model/lead-times.ts'
import {
  boardInTime,
  chainOf,
  obstaclesToPlacingPlan,
  proposePlan,
  type PlanQuestion,
  type Proposal,
} from './model/plan.ts'
import { leadTimesShape, planShape } from './model/shape.ts'
import type { PlanMeeting, PlanStep, WayOut } from './model/step.ts'
import { pastStops } from './model/stops.ts'
import { extraMeetingDay, timelineOf } from './model/timeline.ts'
import type { PlanWarning } from './model/warnings.ts'
import { doneOf, getWay, leadTimesOf, listSteps, papersOf, planQuestionOf } from './queries.ts'
import { feeds } from './routes/feeds.ts'
import { text } from './text.ts'
import { planTab } from './views.ts'

const dispatchDays = z.coerce.number().int().min(0).max(90).optional().catch(undefined)

const plan = page('/arenden/:caseId/beslutsplan', {
  may: 'someone',
  params: z.object({ caseId: z.string(), dagar: dispatchDays }),
  show: async (ctx, { caseId, dagar }, rejected) => {
    const theCase = await getCase(ctx, caseId)
    const holds = (verb: string) => may(ctx.actor, verb, theCase.authorityId) && theCase.state === 'open'
    const question = await questionOf(ctx, theCase, dagar)
    const steps = await listSteps(ctx, theCase.id)
    const way = await getWay(ctx, theCase.id)
    const { memo, awaitsStatement } = await papersOf(ctx, theCase.id)
    const proposal = proposePlan(question)
    const last = (steps.length > 0 ? steps : (proposal.best?.steps ?? [])).at(-1)
    const body = planTab({
      theCase,
      steps,
      canChoose: last !== undefined,
      way,
      timeline: await timelineFor(ctx, theCase, { steps, proposal, way }),
      parts: holds('planning.plan') ? await partsOf(ctx, theCase) : [],
      extraMeeting: last === undefined ? null : extraMeeting(ctx, theCase, last),
      ...collisionsOf(steps, { theCase, way, question }),
      calendar: question.calendar,
      proposal,
      best: proposal.best,
      dispatchDays: question.dispatchDays ?? last?.lead.adjustDays ?? usualLeadTimes('board').adjustDays,
      mayPlan: holds('planning.plan'),
      mayPlace: holds('planning.place'),
      obstaclesToPlacing: obstaclesToPlacingPlan(
        { steps, hasApprovedMemo: memo !== null, awaitsStatement },
        today(ctx),
      ),
      today: today(ctx),
      rejected,
    })
    const framed = await caseFrame(ctx, theCase, { tab: 'plan', body })
    return { title: `${theCase.referenceNumber} ${text.tab}`, section: 'cases', body: framed }
  },
})

type Counted = { readonly theCase: Case; readonly way: WayOut; readonly question: PlanQuestion }

/** What to think of in the plan, and what its ways out depend on. */
function collisionsOf(steps: readonly PlanStep[], { theCase, way, question }: Counted) {
  return {
    warnings: theCase.state === 'closed' ? [] : warningsFor(steps, way, question),
    isAwaitable: boardInTime(question) !== null,
    pastStops: pastStops(steps, question.calendar, question.today),
  }
}

/** Decided in the board's place, what is said of the meeting no longer matters. */
function warningsFor(steps: readonly PlanStep[], way: WayOut, question: PlanQuestion): readonly PlanWarning[] {
  if (steps.length === 0 || way === 'urgent' || way === 'delegation') return []
  return chainOf(steps, { ...question, boardInTime: boardInTime(question) }).warnings
}

type Planned = { readonly steps: readonly PlanStep[]; readonly proposal: Proposal; readonly way: WayOut }

async function timelineFor(ctx: Read, theCase: Case, { steps, proposal, way }: Planned) {
  const shown = steps.length > 0 ? steps : (proposal.best?.steps ?? [])
  const plan = { steps: shown, dueOn: theCase.dueOn, today: today(ctx), way }
  return timelineOf(plan, await doneOf(ctx, theCase.id))
}

/** What modules downstream offer when the board is too late, in their order. */
async function partsOf(ctx: Read, theCase: Case): Promise<Html[]> {
  const parts: Html[] = []
  for (const { show } of ctx.slots('planning.ways').toSorted((a, b) => a.order - b.order)) {
    const drawn = await show(ctx, theCase)
    if (drawn !== null) parts.push(drawn)
  }
  return parts
}

function extraMeeting(ctx: Read, theCase: Case, last: PlanMeeting): string | null {
  if (!may(ctx.actor, 'meetings.plan-meeting', theCase.authorityId)) return null
  const day = extraMeetingDay(last, { dueOn: theCase.dueOn, today: today(ctx) })
  return day === null ? null : `/sammantraden/nytt?${new URLSearchParams({ organ: last.bodyId, dag: day })}`
}

async function questionOf(ctx: Read, theCase: Case, days: number | undefined): Promise<PlanQuestion> {
  return { ...(await planQuestionOf(ctx, theCase)), ...(days !== undefined && { dispatchDays: days }) }
}

const back = {
  back: '/arenden/:caseId/beslutsplan',
  then: (input: Record<string, string>) => `/arenden/${input['caseId']}/beslutsplan`,
}

export const routes: readonly Route[] = [
  plan,
  form('/arenden/:caseId/beslutsplan', planPath, { ...back, says: () => text.planned }),
  form('/arenden/:caseId/beslutsplan/satt-upp', placePlan, { ...back, says: () => text.placed }),
  form('/arenden/:caseId/beslutsplan/planera-om', replan, { ...back, says: () => text.replanned }),
  form('/arenden/:caseId/beslutsplan/utvag', chooseWay, { ...back, says: () => text.ways.saved }),
  form('/organisation/:bodyId/ledtider', setLeadTimes, {
    back: '/organisation/:bodyId',
    then: ({ bodyId }) => `/organisation/${bodyId}#ledtider`,
    says: () => text.leadTimes.saved,
  }),
  ...feeds,
  endpoint('/cases/:caseId/plan/again', replan),
  endpoint('/cases/:caseId/plan/way', chooseWay, 'PUT'),
  endpoint('/bodies/:bodyId/lead-times', setLeadTimes, 'PUT'),
  answer('/bodies/:bodyId/lead-times', {
    may: 'someone',
    params: z.object({ bodyId: z.uuid() }),
    result: leadTimesShape,
    show: async (ctx, { bodyId }) => {
      const body = await getBody(ctx, bodyId)
      return (await leadTimesOf(ctx, [{ bodyId }])).get(bodyId) ?? usualLeadTimes(body.kind)
    },
  }),
  endpoint('/cases/:caseId/plan', planPath, 'PUT'),
  endpoint('/cases/:caseId/plan/place', placePlan),
  answer('/cases/:caseId/plan', {
    may: 'someone',
    params: z.object({ caseId: z.string(), dispatchDays }),
    result: planShape,
    show: async (ctx, { caseId, dispatchDays: days }) => {
      const theCase = await getCase(ctx, caseId)
      const question = await questionOf(ctx, theCase, days)
      const steps = await listSteps(ctx, theCase.id)
      const way = await getWay(ctx, theCase.id)
      const proposal = proposePlan(question)
      return { steps, way, timeline: await timelineFor(ctx, theCase, { steps, proposal, way }), ...proposal }
    },
  }),
]
