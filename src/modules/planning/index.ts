/** The face of `planning`: a case's way through preparation, committee and board, planned backwards from the answer date. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { placePlan, planPath, replan } from './commands.ts'
export { setLeadTimes } from './commands/lead-times.ts'
export { chooseWay } from './commands/way.ts'
export { expectedDispatch, type WayToLeave } from './model/dispatch.ts'
export { callOf, usualLeadTimes, type LeadTimes } from './model/lead-times.ts'
export { chainOf, proposeFromStart, proposePlan, type Chain, type PlanQuestion, type Proposal } from './model/plan.ts'
export {
  daysBetweenSteps,
  stepKinds,
  waysOut,
  type PlanMeeting,
  type PlanStep,
  type StepKind,
  type WayOut,
} from './model/step.ts'
export { warningsOfPlan, type PlanToCheck, type PlanWarning, type WarningCode } from './model/warnings.ts'
export { timelineOf, type Milestone, type MilestoneState } from './model/timeline.ts'
export { leadTimesOf, listCalendar, listSteps } from './queries.ts'
export type { WayPart } from './slots.ts'

export const planningModule: Module = {
  name: 'planning',
  routes,
  slots,
  grants: {
    'planning.plan': ['case_officer', 'registrar', 'secretary', 'head'],
    'planning.replan': ['case_officer', 'registrar', 'secretary', 'head'],
    'planning.choose-way': ['case_officer', 'registrar', 'secretary', 'head'],
    'planning.set-lead-times': ['secretary', 'administrator'],
    'planning.place': ['case_officer', 'registrar', 'secretary', 'head'],
  },
}
