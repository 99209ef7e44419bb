/** What drafts are and what may happen to them; each part in a file of its own under model/. */

export * from './model/answer.ts'
export * from './model/chain.ts'
export * from './model/checks.ts'
export * from './model/digest.ts'
export * from './model/draft.ts'
export * from './model/items.ts'
export * from './model/memo.ts'
export * from './model/number.ts'
export * from './model/question.ts'
export * from './model/stance.ts'
export type { Batch, Field } from './model/shared-text.ts'
export * from './model/statement.ts'
