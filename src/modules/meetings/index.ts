/** The face of `meetings`: calendars, agendas, decisions with their §, adjusted minutes and their extracts. */

export {
  daysToAdjust,
  lastDayToAdjust,
  lastDayToNotice,
  outcomes,
  type Decision,
  type Outcome,
} from './model/decision.ts'
export { obstaclesToPlacing, type AgendaItem, type AgendaPaper, type ItemState, type Meeting } from './model/meeting.ts'
export { extractPaper } from './model/extract.ts'
export { getDecision, listDecisions } from './queries/decisions.ts'
export { getMeeting, listAgendaOfCase, listMeetings, type OnAgenda } from './queries/meetings.ts'
export { addMeeting, placeOnAgenda } from './commands/agenda.ts'
export { outcomeLabel } from './text.ts'
export { meetingsModule } from './module.ts'
