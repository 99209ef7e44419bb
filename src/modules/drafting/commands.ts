/** The verbs of drafting. */

export * from './commands/approval.ts'
export * from './commands/chain.ts'
export * from './commands/checks.ts'
export * from './commands/read-memo.ts'
export { restoreVersion } from './commands/restore.ts'
export * from './commands/save.ts'
export { bePresent, writeSteps, type Taken } from './commands/shared-text.ts'
export * from './commands/start.ts'
export * from './commands/submit.ts'
