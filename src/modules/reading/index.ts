/** Reading memos that were written elsewhere. */

export { bodiesIn, canonicalBody, deciderOf } from './model/bodies.ts'
export { caseKey, caseNumbersIn, isSameNumber, type FoundNumber } from './model/case-numbers.ts'
export { datesIn, isWeekend, type DateForm, type FoundDate } from './model/dates.ts'
export { judgeMemo } from './model/judge.ts'
export { readMemo } from './model/read.ts'
export { readMemoSchema, warningCodes } from './model.ts'
export type { KnownBody, MemoWarning, ReadingOptions, ReadMemo, WarningCode } from './model.ts'
