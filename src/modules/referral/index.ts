/** Referrals: sent to many at once, answered by each in its own case, followed to the last answer. The face of the module. */

import type { Module } from '../../kernel/module.ts'
import { grants } from './grants.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'
import { text } from './text.ts'

export {
  addQuestion,
  beginAnswer,
  closeRound,
  dispatchAnswer,
  editRound,
  sendReferral,
  setDocuments,
  setRecipients,
  startRound,
} from './commands.ts'
export {
  stageKind,
  stageLabel,
  tallyOf,
  type Answer,
  type AnswerItems,
  type AnswerPart,
  type Contact,
  type Correction,
  type DecidedBy,
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
  findAnswer,
  findRecipient,
  getAnswer,
  getRecipient,
  getRound,
  listAnswers,
  listQuestions,
  listRecipients,
  listRounds,
  type RoundFilter,
  type RoundRow,
} from './queries.ts'
export { decidedByLabel } from './views/labels.ts'

export const referralModule: Module = {
  name: 'referral',
  routes,
  slots,
  grants,
  navigation: [{ key: 'referrals', order: 30, label: () => text.referrals, href: '/remisser', may: 'someone' }],
}
