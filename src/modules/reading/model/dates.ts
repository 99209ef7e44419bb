/** The dates of Swedish administration, in every form officials write them. Days are ISO 8601 (`2023-11-28`). */

export type DateForm = 'iso' | 'short' | 'compact' | 'dotted' | 'day-first' | 'words'

export type FoundDate = {
  /** Null when the digits name no day of the calendar, as 2023-02-30. */
  readonly iso: string | null
  readonly form: DateForm
  readonly quote: string
  readonly index: number
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const monthWord =
  '(jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

type Shape = { readonly form: DateForm; readonly pattern: RegExp; readonly order: 'ymd' | 'dmy' }

/** In order of certainty; a later shape never takes what an earlier one has taken. */
const shapes: readonly Shape[] = [
  { form: 'iso', pattern: /(?<![\d/:-])((?:19|20)\d\d)[-–‑−](\d\d)[-–‑−](\d\d)(?!\d)/g, order: 'ymd' },
  { form: 'dotted', pattern: /(?<![\d.])((?:19|20)\d\d)[./](\d{1,2})[./](\d{1,2})(?!\d)/g, order: 'ymd' },
  {
    form: 'words',
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?::?e)?\\s${monthWord}\\.?,?\\s((?:19|20)\\d\\d)(?!\\d)`, 'giu'),
    order: 'dmy',
  },
  { form: 'day-first', pattern: /(?<![\d/.:-])(\d{1,2})[/.-](\d{1,2})[ /.-]{1,2}((?:19|20)\d\d)(?!\d)/g, order: 'dmy' },
  { form: 'compact', pattern: /(?<![\d/:.-])((?:19|20)\d\d)([01]\d)([0-3]\d)(?![\d/-])/g, order: 'ymd' },
  { form: 'short', pattern: /(?<![\d/:.+-])([0-4]\d)([01]\d)([0-3]\d)(?![\d/-])(?! ?\d{2})/g, order: 'ymd' },
]

/** Every date in the text, in reading order. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = []
  const taken = new Uint8Array(text.length)
  for (const shape of shapes) {
    for (const match of text.matchAll(shape.pattern)) {
      const date = dateOf(match, shape)
      if (date === null || taken.subarray(date.index, date.index + date.quote.length).includes(1)) continue
      taken.fill(1, date.index, date.index + date.quote.length)
      found.push(date)
    }
  }
  return found.toSorted((a, b) => a.index - b.index)
}

function dateOf(match: RegExpMatchArray, shape: Shape): FoundDate | null {
  const digits = shape.order === 'ymd' ? match.slice(1) : match.slice(1).toReversed()
  const [year, month, day] = digits.map(String)
  if (year === undefined || month === undefined || day === undefined) return null
  const iso = isoDay(year.length === 2 ? `20${year}` : year, monthNumber(month), Number(day))
  // Six or eight bare digits that name no day are some other number.
  if (iso === null && ['short', 'compact', 'day-first'].includes(shape.form)) return null
  return { iso, form: shape.form, quote: match[0], index: match.index ?? 0 }
}

function monthNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word)
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

function isoDay(year: string, month: number, day: number): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const parsed = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(parsed.getTime())) return null
  return parsed.toISOString().startsWith(iso) ? iso : null
}

const dayAndMonth = new RegExp(
  `(?<![\\d/:.-])(\\d{1,2})(?:(?::?e)?\\s${monthWord}(?![\\p{L}\\d])\\.?|/(\\d{1,2})(?![\\d/]))`,
  'giu',
)

/**
 * Days written without a year, as "28 november" or "28/11" in a plan: the first such day on or after the memo's own.
 * Only for places where a date is expected; elsewhere "7/8" is a fraction.
 */
export function yearlessDatesIn(text: string, memoDay: string | null): FoundDate[] {
  if (memoDay === null) return []
  return [...text.matchAll(dayAndMonth)].flatMap((match) => {
    const iso = nextSuchDay(monthNumber(match[2] ?? match[3] ?? ''), Number(match[1]), memoDay)
    return iso === null ? [] : [{ iso, form: 'words' as const, quote: match[0], index: match.index ?? 0 }]
  })
}

function nextSuchDay(month: number, day: number, from: string): string | null {
  const year = Number(from.slice(0, 4))
  const same = isoDay(String(year), month, day)
  return same !== null && same >= from ? same : isoDay(String(year + 1), month, day)
}

/** Saturday or Sunday. Meetings of boards are not held then. */
export function isWeekend(iso: string): boolean {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
