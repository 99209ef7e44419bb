/** The doors of `planning`. */

import { z } from 'zod'
import { may, today, type Read } from '../../kernel/context.ts'
import { answer, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import { caseFrame, getCase, type Case } from '../registry/index.ts'
import { placePlan, planPath } from './commands.ts'
import { chainOf, obstaclesToPlacingPlan, proposePlan, type PlanQuestion } from './model/plan.ts'
import { usualDispatchDays } from './model/step.ts'
import { planShape } from './model/shape.ts'
import { listCalendar, listSteps, papersOf } from './queries.ts'
import { text } from './text.ts'
import { planTab } from './views.ts'

const dispatchDays = z.coerce.number().int().min(0).max(90).catch(usualDispatchDays).default(usualDispatchDays)

const plan = page('/arenden/:caseId/beslutsplan', {
  may: 'someone',
  params: z.object({ caseId: z.string(), dagar: dispatchDays }),
  show: async (ctx, { caseId, dagar }, rejected) => {
    const theCase = await getCase(ctx, caseId)
    const holds = (verb: string) => may(ctx.actor, verb, theCase.authorityId) && theCase.state === 'open'
    const question = await questionOf(ctx, theCase, dagar)
    const steps = await listSteps(ctx, theCase.id)
    const { memo, awaitsStatement } = await papersOf(ctx, theCase.id)
    const body = planTab({
      theCase,
      steps,
      warnings: steps.length === 0 || theCase.state === 'closed' ? [] : chainOf(steps, question).warnings,
      calendar: question.calendar,
      proposal: proposePlan(question),
      dispatchDays: dagar,
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

async function questionOf(ctx: Read, theCase: Case, days: number): Promise<PlanQuestion> {
  const day = today(ctx)
  const calendar = await listCalendar(ctx, { authorityId: theCase.authorityId, from: day })
  return { calendar, dueOn: theCase.dueOn, today: day, notBefore: day, dispatchDays: days }
}

const back = {
  back: '/arenden/:caseId/beslutsplan',
  then: (input: Record<string, string>) => `/arenden/${input['caseId']}/beslutsplan`,
}

export const routes: readonly Route[] = [
  plan,
  form('/arenden/:caseId/beslutsplan', planPath, { ...back, says: () => text.planned }),
  form('/arenden/:caseId/beslutsplan/satt-upp', placePlan, { ...back, says: () => text.placed }),
  endpoint('/cases/:caseId/plan', planPath, 'PUT'),
  endpoint('/cases/:caseId/plan/place', placePlan),
  answer('/cases/:caseId/plan', {
    may: 'someone',
    params: z.object({ caseId: z.string(), dispatchDays }),
    result: planShape,
    show: async (ctx, { caseId, dispatchDays: days }) => {
      const theCase = await getCase(ctx, caseId)
      const question = await questionOf(ctx, theCase, days)
      return { steps: await listSteps(ctx, theCase.id), ...proposePlan(question) }
    },
  }),
]
