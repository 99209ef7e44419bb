/** The face of `planning`: a case's way through preparation, committee and board, planned backwards from the answer date. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { placePlan, planPath } from './commands.ts'
export { chainOf, proposePlan, type Chain, type PlanQuestion, type Proposal } from './model/plan.ts'
export {
  daysBetweenSteps,
  stepKinds,
  usualDispatchDays,
  type PlanMeeting,
  type PlanStep,
  type StepKind,
} from './model/step.ts'
export { warningsOfPlan, type PlanToCheck, type PlanWarning, type WarningCode } from './model/warnings.ts'
export { listCalendar, listSteps } from './queries.ts'

export const planningModule: Module = {
  name: 'planning',
  routes,
  slots,
  grants: {
    'planning.plan': ['case_officer', 'registrar', 'secretary', 'head'],
    'planning.place': ['case_officer', 'registrar', 'secretary', 'head'],
  },
}
