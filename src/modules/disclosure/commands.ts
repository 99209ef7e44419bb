/** The verbs of disclosure. */

export { assess, treatFile } from './commands/assess.ts'
export { describe } from './commands/describe.ts'
export { attachMasked, mask } from './commands/mask.ts'
export { askForDecision, draftRefusal, refer, refuse, sendBoards } from './commands/refuse.ts'
export { answerRequest, chooseRecords, dropRecord, handOver, register, withdraw } from './commands/request.ts'
