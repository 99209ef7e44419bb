/** Days: the form of the house, the plan, and the last day of answering. */

import { datesIn, type FoundDate } from '../../reading/index.ts'
import { text } from '../text.ts'
import { placeOf, replaceAt, type Fix, type Found, type Place } from './finding.ts'
import type { HouseDateForm, WritingRules } from './rules.ts'
import { runningPieces, type Known, type Piece, type Written } from './written.ts'

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const

/** "2023-10-02", or "2 oktober 2023". */
export function dayIn(form: HouseDateForm, iso: string): string {
  if (form === 'iso') return iso
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1]} ${year}`
}

type Dated = { readonly piece: Piece; readonly date: FoundDate & { readonly iso: string } }

/** Days that are not written as the house writes them. Words are for running text; a list of papers has digits. */
function otherForms(written: Written, form: HouseDateForm): Dated[] {
  const pieces = form === 'iso' ? written.pieces : runningPieces(written)
  return pieces.flatMap((piece) =>
    datesIn(piece.text).flatMap((date) => {
      const { iso } = date
      if (iso === null || date.form === form || (form === 'iso' && date.form === 'words')) return []
      return [{ piece, date: { ...date, iso } }]
    }),
  )
}

/** Every day in the form of the house at once. */
export function dateFixes(written: Written, form: HouseDateForm): Fix | null {
  const edits = otherForms(written, form).map(({ piece, date }) =>
    replaceAt(placeOf(piece, date.quote, date.index), date.quote, dayIn(form, date.iso)),
  )
  return edits.length === 0 ? null : { label: text.fix.dates(dayIn(form, '2023-10-02')), edits }
}

export function houseDates(written: Written, { dateForm }: WritingRules): Found[] {
  if (dateForm === null) return []
  const others = otherForms(written, dateForm)
  const [first] = others
  if (first === undefined) return []
  const quotes = [...new Set(others.map(({ date }) => date.quote))]
  return [
    {
      code: 'date-format',
      message: text.message.dateForm(dayIn(dateForm, '2023-10-02'), quotes.length),
      quote: first.date.quote,
      place: placeOf(first.piece, first.date.quote, first.date.index),
      fix: dateFixes(written, dateForm),
      about: quotes.join(' '),
    },
  ]
}

const isDue =
  /(?<!\p{L})(?:svar(?:et|a)?|yttrande(?:t)?|remissvar(?:et)?|remisstiden|sista svarsda(?:g|gen|tum))(?!\p{L})[^.\n]{0,60}?(?:senast|sista (?:svars)?dag|till och med|t\.o\.m\.|löper ut|är)\s+(?:den\s+)?$/iu

/** The last answer day is said to be another than it is. */
export function wrongAnswerDay(written: Written, { answerBy }: Known, { dateForm }: WritingRules): Found[] {
  if (answerBy === null) return []
  return runningPieces(written).flatMap((piece) =>
    datesIn(piece.text).flatMap((date): Found[] => {
      const before = piece.text.slice(Math.max(0, date.index - 120), date.index)
      if (date.iso === null || date.iso === answerBy || !isDue.test(before)) return []
      const place = placeOf(piece, date.quote, date.index)
      const right = dayIn(dateForm ?? (date.form === 'words' ? 'words' : 'iso'), answerBy)
      const fix = { label: text.fix.day(right), edits: [replaceAt(place, date.quote, right)] }
      return [
        {
          code: 'answer-date-differs',
          message: text.message.answerDay(date.quote, answerBy),
          quote: date.quote,
          place,
          fix,
        },
      ]
    }),
  )
}

const takesUp =
  /(?<!\p{L})(?:behandla[rs]?|besluta[rs]?|tas upp|tar upp|sammanträder|sammanträde(?:t)?|möte(?:t)?|avgör(?:s)?)(?!\p{L})/iu

/** A meeting that the text names by body and day, and that the plan has on another day. One of each, so that nothing is guessed. */
export function daysBesidePlan(written: Written, _: Known, rules: WritingRules): Found[] {
  const { memo } = written
  if (memo === null || memo.planning.length === 0) return []
  return runningPieces(written).flatMap((piece) =>
    sentencesOf(piece.text)
      .filter(({ words }) => takesUp.test(words))
      .flatMap((sentence): Found[] => {
        const [date, ...more] = datesIn(sentence.words)
        const planned = plannedFor(memo, sentence.words)
        if (date === undefined || more.length > 0 || planned === null) return []
        const place = placeOf(piece, date.quote, sentence.index + date.index)
        return isComing(date, memo.date) && !planned.includes(date.iso)
          ? [besidePlan({ date, place, planned }, rules)]
          : []
      }),
  )
}

/** A real day that the memo looks forward to. */
function isComing(date: FoundDate, memoDay: string | null): date is FoundDate & { readonly iso: string } {
  return date.iso !== null && (memoDay === null || date.iso > memoDay)
}

type Beside = { readonly date: FoundDate; readonly place: Place; readonly planned: readonly string[] }

function besidePlan({ date, place, planned }: Beside, { dateForm }: WritingRules): Found {
  const [only, ...others] = planned
  const right = only === undefined ? '' : dayIn(dateForm ?? (date.form === 'words' ? 'words' : 'iso'), only)
  return {
    code: 'date-not-in-plan',
    message: text.message.notInPlan(date.quote, planned.join(', ')),
    quote: date.quote,
    place,
    fix:
      right === '' || others.length > 0
        ? null
        : { label: text.fix.day(right), edits: [replaceAt(place, date.quote, right)] },
  }
}

/** The planned days of the one body that a sentence names; null when it names none of the plan, or several. */
function plannedFor(memo: NonNullable<Written['memo']>, sentence: string): string[] | null {
  const said = sentence.toLowerCase()
  const named = memo.planning.filter(
    ({ body }) => body !== '' && new RegExp(`(?<!\\p{L})${escaped(body)}(?!\\p{L})`, 'u').test(said),
  )
  const bodies = new Set(named.map(({ body }) => body.toLowerCase()))
  if (bodies.size !== 1 || /utskott|beredning|presidi/u.test(said.replaceAll([...bodies][0] ?? '', ''))) return null
  return named.flatMap(({ date }) => date ?? [])
}

function escaped(name: string): string {
  return name.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Sentences, with where each begins. */
export function sentencesOf(words: string): { readonly words: string; readonly index: number }[] {
  return [...words.matchAll(/[^\n]+?(?:[.!?](?=\s+[\p{Lu}"”])|(?=\n)|$)/gu)].map((match) => ({
    words: match[0],
    index: match.index,
  }))
}
