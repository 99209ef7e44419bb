/** The face of `planning`: a case's way through preparation, committee and board, planned backwards from the answer date. */

export {
  chainOf,
  daysBetweenSteps,
  proposePlan,
  stepKinds,
  usualDispatchDays,
  type Chain,
  type PlanMeeting,
  type PlanQuestion,
  type PlanStep,
  type Proposal,
  type StepKind,
} from './model/plan.ts'
export { warningsOfPlan, type PlanToCheck, type PlanWarning, type WarningCode } from './model/warnings.ts'
export { listCalendar, listSteps } from './queries.ts'
export { placePlan, planPath } from './commands.ts'
