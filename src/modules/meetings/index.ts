/** The face of `meetings`: calendars, agendas, decisions with their §, adjusted minutes and their extracts. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'
import { text } from './text.ts'

export { adjust } from './commands/adjust.ts'
export { placeCase, planMeeting } from './commands/agenda.ts'
export { continueSeries, decide } from './commands/decide.ts'
export { moveMeeting } from './commands/move.ts'
export {
  daysLate,
  daysToAdjust,
  lastDayToAdjust,
  lastDayToNotice,
  outcomes,
  type Decision,
  type Outcome,
} from './model/decision.ts'
export { extractPaper, type ExtractFacts } from './model/extract.ts'
export {
  isAnotherDay,
  obstaclesToPlacing,
  type AgendaItem,
  type AgendaPaper,
  type ItemState,
  type Meeting,
  type MeetingChange,
} from './model/meeting.ts'
export { getDecision, isDecidedAfter, listDecisions } from './queries/decisions.ts'
export {
  getItem,
  getMeeting,
  listAgenda,
  listAgendaOfCase,
  listMeetings,
  listOpenTitles,
  lockMeeting,
  type MeetingFilter,
  type OnAgenda,
} from './queries/meetings.ts'
export type {
  AdjustedPart,
  Deciding,
  DecisionObstacle,
  DecisionRecipients,
  DecisionReservations,
  ExtractHead,
  ExtractParts,
  MeetingChanged,
  MeetingClosed,
  MeetingPart,
  MinutesAdjusted,
  PaperSummary,
} from './slots.ts'
export { addMeeting, addMeetings, addToItem, placeOnAgenda, type NewMeeting, type ToPlace } from './commands/steps.ts'
export { outcomeLabel } from './text.ts'

export const meetingsModule: Module = {
  name: 'meetings',
  routes,
  slots,
  navigation: [{ key: 'meetings', order: 40, label: () => text.navigation, href: '/sammantraden', may: 'someone' }],
  grants: {
    'meetings.plan-meeting': ['secretary', 'registrar', 'administrator'],
    'meetings.move-meeting': ['secretary', 'administrator'],
    'meetings.cancel-meeting': ['secretary', 'administrator'],
    'meetings.close-meeting': ['secretary'],
    'meetings.place-on-agenda': ['secretary', 'registrar', 'case_officer'],
    'meetings.move-item': ['secretary', 'registrar'],
    'meetings.take-off-agenda': ['secretary', 'registrar'],
    'meetings.decide': ['secretary'],
    'meetings.correct-decision': ['secretary'],
    'meetings.adjust': ['secretary'],
    'meetings.continue-series': ['secretary', 'administrator'],
  },
}
