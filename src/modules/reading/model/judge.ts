/** What is wrong in a memo whose parts are known already, so that nothing needs to be read out of a text first. */

import type { MemoWarning, ReadingOptions, ReadMemo } from '../model.ts'
import { warningsFor } from './warnings.ts'

/**
 * The same warnings as for a memo that was read.
 * @param whole all its words, a line for each part, in the order of the paper
 */
export function judgeMemo(
  memo: Omit<ReadMemo, 'warnings'>,
  whole: string,
  options: ReadingOptions = {},
): MemoWarning[] {
  const reading = {
    memo,
    head: { ...memo, people: [], maskedEmail: null, addressee: null, isMemo: true, numbers: [] },
    introductions: [],
    whole,
    furniture: [],
    otherDocuments: 0,
    isMemo: true,
    cut: false,
    unreadPlan: [],
    mojibake: null,
  }
  return warningsFor(reading, options)
}
