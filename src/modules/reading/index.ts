/** Reading memos that were written elsewhere. */

export { isSameNumber } from './model/case-numbers.ts'
export { readMemo } from './model/read.ts'
export { readMemoSchema, warningCodes } from './model.ts'
export type { KnownBody, MemoWarning, ReadingOptions, ReadMemo, WarningCode } from './model.ts'
