/** Referrals: sent to many at once, answered by each in its own case, followed to the last answer. The face of the module. */

import type { Module } from '../../kernel/module.ts'
import { reminderJob, reminderSchedule } from './commands/reminders.ts'
import { turnJob, turnSchedule } from './commands/turns.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'
import { text } from './text.ts'
import './model/slots.ts'

export {
  addQuestion,
  askForTime,
  inquire,
  joinStatement,
  passStatement,
  beginAnswer,
  closeRound,
  dispatchAnswer,
  editRound,
  sendReferral,
  setDocuments,
  setRecipients,
  setTurns,
  setWays,
  startRound,
} from './commands.ts'
export {
  answerItems,
  askedOf,
  givenPart,
  outsidePart,
  saysSomething,
  isOwing,
  decidedWords,
  legalStanding,
  mostWaiting,
  notesOf,
  obstaclesToAskingMore,
  deciders,
  obstaclesToEntering,
  stageKind,
  stageLabel,
  sumOf,
  tallyOf,
  typedPart,
  type Answer,
  type AnswerItems,
  type AnswerPart,
  type Contact,
  type Correction,
  type DecidedBy,
  type GivenPart,
  type LegalStanding,
  type Question,
  type Recipient,
  type RecipientAnswer,
  type Round,
  type RoundDocument,
  type RoundState,
  type SendingDecision,
  type Stage,
  type Tally,
} from './model.ts'
export {
  countWaitingInquiries,
  findAnswer,
  findRecipient,
  getAnswer,
  getRecipient,
  getRound,
  listAnswers,
  listDraftAnswers,
  listInquiries,
  listQuestions,
  listRecipients,
  listRounds,
  type RoundFilter,
  type RoundRow,
} from './queries.ts'
export { remind } from './commands/reminders.ts'
export { type DraftAnswer } from './model/draft-answer.ts'
export { keepAnswer, type GivenAnswer } from './commands/give.ts'
export { keepInquiry } from './commands/inquiries.ts'
export { fileName, keepPaper } from './commands/post.ts'
export { replaceAnswer } from './commands/replace.ts'
export { lockRecipient } from './queries.ts'
export { isAnswerShut, isShut, reservationsShut } from './queries/shut.ts'
export type { NeedsOf, OutsideNews, OutsidePart, OutsideSent, OutsideWay } from './model/slots.ts'
export { decidedByLabel } from './views/labels.ts'

/** Who may do what, at the authority that sends or answers. */
const sending = ['case_officer', 'registrar', 'secretary'] as const

const grants: Readonly<Record<string, readonly string[]>> = {
  'referral.start': sending,
  'referral.edit': sending,
  'referral.add-question': sending,
  'referral.edit-question': sending,
  'referral.move-question': sending,
  'referral.restore-question': sending,
  'referral.copy': sending,
  'referral.remove-question': sending,
  'referral.set-documents': sending,
  'referral.set-recipients': sending,
  'referral.keep-recipients': sending,
  'referral.set-ways': sending,
  'referral.change-list': sending,
  'referral.remove-list': sending,
  'referral.restore-list': sending,
  'referral.send': sending,
  'referral.set-turns': sending,
  'referral.send-turn': sending,
  'referral.correct': sending,
  'referral.remind': sending,
  'referral.set-reminders': sending,
  'referral.close': sending,
  'referral.discard-draft': sending,
  'referral.enter-answer': sending,
  'referral.decide-extension': sending,
  'referral.give-time': sending,
  'referral.enter-request': sending,
  'referral.ask-for-time': ['case_officer', 'registrar', 'secretary', 'head'],
  'referral.reply': sending,
  'referral.enter-inquiry': sending,
  'referral.inquire': ['case_officer', 'registrar', 'secretary', 'head'],
  'referral.send-draft': ['case_officer', 'registrar', 'secretary', 'head'],
  'referral.join-statement': ['case_officer', 'registrar'],
  'referral.leave-statement': ['case_officer', 'registrar'],
  'referral.release-member': ['case_officer', 'registrar'],
  'referral.mend-memo': ['case_officer', 'secretary', 'head'],
  'referral.pass-statement': ['case_officer', 'registrar', 'secretary'],
  'referral.begin-answer': ['case_officer', 'registrar'],
  'referral.dispatch-answer': ['registrar', 'secretary', 'case_officer'],
}

export const referralModule: Module = {
  name: 'referral',
  routes,
  slots,
  grants,
  jobs: { 'referral.remind': reminderJob, 'referral.send-turns': turnJob },
  schedules: [reminderSchedule, turnSchedule],
  navigation: [{ key: 'referrals', order: 30, label: () => text.referrals, href: '/remisser', may: 'someone' }],
}
