/** What is read of referrals. */

export { findAnswer, findWholeAnswer, getAnswer, listAnswers, listDecidedStatements } from './queries/answers.ts'
export { countWaitingInquiries, getInquiry, listInquiries } from './queries/inquiries.ts'
export { listDoubles, listOwnDoubles } from './queries/doubles.ts'
export { getExtension, listExtensions } from './queries/extensions.ts'
export { listAskable, listContacts, listIssuers, listSendingDecisions } from './queries/choices.ts'
export { dressedAnswer, dressedLetter } from './queries/looks.ts'
export {
  findOwnText,
  findRelease,
  listJointStatements,
  listMemberNames,
  listPassed,
  listUnanswered,
  listReceivedStatements,
  membersOf,
} from './queries/joint.ts'
export { isBegun, readiness, type Ready } from './queries/readiness.ts'
export { getRecipientList, listRecipientLists } from './queries/recipient-lists.ts'
export {
  findRecipient,
  getRecipient,
  listAsked,
  listBeside,
  listMembers,
  listRecipients,
  lockRecipient,
  lockRecipients,
} from './queries/recipients.ts'
export { findDelegated, hasDecidedMatter, listDraftAnswers } from './queries/standing.ts'
export {
  getRound,
  listQuestions,
  listRemovedQuestions,
  listRounds,
  lockRound,
  type RoundFilter,
  type RoundRow,
} from './queries/rounds.ts'
