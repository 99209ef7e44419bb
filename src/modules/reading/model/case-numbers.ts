/** Reference numbers (diarienummer) as municipalities write them: KS-2014/742.912, KS/2017:96, 2023/BUN 0203 40, 13/33 … */

import { datesIn } from './dates.ts'

export type FoundNumber = { readonly number: string; readonly quote: string; readonly index: number }

/** Series that look like a diary prefix but are published series, acts of the EU, standards or the years of a budget. */
const notDiaries = new Set(
  'SOU SFS DS EU EG EEG COM KOM ISO RP PROP FS HSLF SKR SKL EN SS LSS SOL PBL MB KL ÅR DOC REV VER NR UTLÅTANDE KAP'.split(
    ' ',
  ),
)

const prefix = '[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,2}[A-ZÅÄÖ]{0,6}'
const shapes: readonly RegExp[] = [
  // SN-2023-1541, KS 2018/124, KS/2017:96, MHN 2021/15-3, KS-2014/742.912, BUN-2023-01234
  new RegExp(
    `(?<![\\p{L}\\d/-])(${prefix})[ /-]{0,2}((?:19|20)\\d\\d)[-/:.](\\d{1,6})((?:[.:-]\\d{1,6}){0,4})(?: \\d{1,2}(?:\\.\\d{1,2}){1,4}(?!\\d))?(?![\\d\\p{L}])`,
    'gu',
  ),
  // 2023/BUN 0203 40, 2023KSM0604 301
  new RegExp(
    `(?<![\\p{L}\\d/-])(?:19|20)\\d\\d[ /:-]?(${prefix})[ /:-]?\\d{3,6}(?:[ .]\\d{2,3}(?![\\d\\p{L}:/-]))?`,
    'gu',
  ),
  // KS-612/, KSN 123/22, N123-0456/20
  new RegExp(`(?<![\\p{L}\\d/-])(${prefix})[ -]?\\d{1,5}/(?:\\d{2,4})?(?![\\d\\p{L}/])`, 'gu'),
]

/** Numbers that their form alone gives away, in reading order. */
export function caseNumbersIn(text: string): FoundNumber[] {
  const found: FoundNumber[] = []
  const taken = new Uint8Array(text.length)
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) {
      const quote = match[0].trim()
      if (!isDiary(match[1] ?? '', quote)) continue
      if (taken.subarray(match.index, match.index + quote.length).includes(1)) continue
      taken.fill(1, match.index, match.index + quote.length)
      found.push({ number: quote, quote, index: match.index })
    }
  }
  return found.toSorted((a, b) => a.index - b.index)
}

function isDiary(letters: string, quote: string): boolean {
  if (notDiaries.has(letters.toUpperCase()) || letters !== letters.toUpperCase()) return false
  // "TN 2015-03-26" is a meeting, not a number.
  return datesIn(quote).length === 0
}

const afterLabel = /^(?:\p{Lu}\p{L}{0,5}[ /-]{0,2})?\d[\d.]*(?:[-/: ]{0,1}(?:[A-ZÅÄÖ]{1,5} ?)?\d[\d.]*){0,4}\/?/u

/** The number that stands after a label as "Dnr"; there any form will do, as 13/33 or 1.5.1-135-2012. */
export function numberAfterLabel(text: string): FoundNumber | null {
  const start = text.trimStart().slice(0, 80)
  const index = text.length - text.trimStart().length
  const byForm = caseNumbersIn(start)[0]
  if (byForm !== undefined && byForm.index === 0) return { ...byForm, index }
  const quote = (afterLabel.exec(start)?.[0] ?? '').replace(/[ .:-]+$/, '')
  const isDay = datesIn(quote).some((date) => date.index === 0)
  if (isDay || !/\d[-/:. ]?\d/.test(quote) || /^\d{1,2} \d/.test(quote)) return null
  return { number: quote, quote, index }
}

/** Two spellings of one number have the same key: "KS-2014/742.912" and "KS 2014/742.912". */
export function caseKey(number: string): string {
  return number.toUpperCase().replace(/[^\p{L}\d]+/gu, '')
}

/** Whether two numbers are the same, however they are spelled. */
export function isSameNumber(one: string, other: string): boolean {
  return caseKey(one) === caseKey(other)
}
