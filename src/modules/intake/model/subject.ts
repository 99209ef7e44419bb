/** Reference numbers in the words of a subject. Pure. */

import { readNumber, type NumberAsked } from '../../registry/index.ts'

const begins = String.raw`(?<![\p{L}\p{N}])`
/** '10-05' after a year is a day, not the number 10. */
const noDay = String.raw`(?!(?:0[1-9]|1[0-2])[-/.]\d\d(?!\d))`
const named = new RegExp(
  String.raw`${begins}(\p{L}[\p{L}\d]{0,7})[ \-/:.]{1,2}((?:19|20)\d\d)[ \-/:.]{1,2}${noDay}(\d{1,9})(?!\d)`,
  'giu',
)
const called = new RegExp(
  String.raw`${begins}(?:dnr|diarienr|diarienummer|ärendenummer|ärende|ref|case)[ .:]{1,3}((?:19|20)\d\d)[ \-/:.]{1,2}${noDay}(\d{1,9})(?!\d)`,
  'giu',
)
const enough = 10

/**
 * Every case number in a subject, in order: 'SN-2023-1541', 'Dnr KS 2018/124', 'KS/2020:248-003' and 'dnr 2023-1541'. Year and
 * number alone are no number unless they are called one: 'mötet 2023-10-05' is a day. At most ten.
 */
export function numbersIn(subject: string): NumberAsked[] {
  const words = subject.slice(0, 1000)
  const found = [...words.matchAll(named)].map(([, prefix, year, n]) => `${prefix}-${year}-${n}`)
  const bare = [...words.matchAll(called)].map(([, year, n]) => `${year}-${n}`)
  return [...found, ...bare].slice(0, enough).flatMap((written) => readNumber(written) ?? [])
}

/** The subject without the marks of answering and forwarding: "Sv: Re: Ansökan" is "Ansökan". */
export function titleOfSubject(subject: string): string {
  return subject
    .replace(/^(?:\s*(?:sv|re|fw|fwd|vb|vs|aw|ang)\s*:\s*)+/iu, '')
    .trim()
    .slice(0, 300)
}
