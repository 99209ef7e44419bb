/** Every change of a referral. */

export { beginAnswer } from './commands/begin.ts'
export { closeRound } from './commands/close.ts'
export { setDocuments, setRecipients } from './commands/contents.ts'
export { keepRecipients } from './commands/fewer.ts'
export { correctReferral } from './commands/correct.ts'
export { dispatchAnswer } from './commands/dispatch.ts'
export { discardDraft, editRound } from './commands/draft.ts'
export { askForTime, decideExtension, enterRequest } from './commands/extensions.ts'
export { giveTime } from './commands/give-time.ts'
export { enterAnswer } from './commands/enter.ts'
export {
  addQuestion,
  copyRound,
  editQuestion,
  moveQuestion,
  removeQuestion,
  restoreQuestion,
} from './commands/questions.ts'
export { enterInquiry, inquire, replyToAll } from './commands/inquiries.ts'
export { joinStatement, leaveStatement, passStatement } from './commands/joint.ts'
export { changeList, removeList, restoreList } from './commands/recipient-lists.ts'
export { releaseMember } from './commands/release.ts'
export { sendDraftAnswer } from './commands/send-draft.ts'
export { sendReferral } from './commands/send.ts'
export { setWays } from './commands/ways.ts'
export { startRound } from './commands/start.ts'
export { sendNextTurn, setTurns } from './commands/turns.ts'
export { mendMemo } from './commands/memo-words.ts'
