/** Reading memos that were written elsewhere. */

export { readMemo } from './model/read.ts'
export { readMemoSchema, warningCodes } from './model.ts'
export type { KnownBody, MemoWarning, ReadingOptions, ReadMemo, WarningCode } from './model.ts'
