/** Every change of a referral. */

export { beginAnswer } from './commands/begin.ts'
export { closeRound } from './commands/close.ts'
export {
  addQuestion,
  editQuestion,
  moveQuestion,
  removeQuestion,
  setDocuments,
  setRecipients,
} from './commands/contents.ts'
export { correctReferral } from './commands/correct.ts'
export { dispatchAnswer } from './commands/dispatch.ts'
export { discardDraft, editRound, startRound } from './commands/draft.ts'
export { askForTime, decideExtension, enterRequest, giveTime } from './commands/extensions.ts'
export { enterAnswer } from './commands/enter.ts'
export { inquire, replyToAll } from './commands/inquiries.ts'
export { sendDraftAnswer } from './commands/send-draft.ts'
export { sendReferral } from './commands/send.ts'
