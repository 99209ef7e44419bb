/** What a body asks for: parts, headings, a summary of a certain length, an answer to each question. */

import { text } from '../text.ts'
import { type Found } from './finding.ts'
import type { RequirablePart, WritingRules } from './rules.ts'
import type { Known, Written } from './written.ts'

export function missingParts({ kind, pieces, memo }: Written, _: Known, { required }: WritingRules): Found[] {
  if (kind !== 'memo') return []
  const isThere = (part: RequirablePart) =>
    part === 'planning'
      ? (memo?.planning.length ?? 0) > 0
      : pieces.some((piece) => piece.part === part && piece.text.trim() !== '')
  return required
    .filter((part) => !isThere(part))
    .map((part) => ({
      code: 'missing-part',
      severity: part === 'planning' || part === 'basis' ? 'should' : 'must',
      message: text.message.missingPart(text.part[part]),
      place: part === 'planning' ? null : { field: fieldOf[part], at: 0, nth: 0 },
      about: part,
    }))
}

const fieldOf: Readonly<Record<Exclude<RequirablePart, 'planning'>, string>> = {
  title: 'title',
  reference: 'reference.name',
  summary: 'summary',
  proposals: 'proposals[]',
  basis: 'basis',
  sendTo: 'sendTo',
  responsible: 'responsible[]',
}

/** Considerations and other headings that the text must have, with something under them. */
export function missingHeadings({ kind, headings }: Written, _: Known, rules: WritingRules): Found[] {
  if (kind !== 'memo') return []
  return rules.headings.flatMap((wanted): Found[] => {
    const there = headings.filter(({ text: said }) => alike(said) === alike(wanted))
    if (there.some(({ hasWords }) => hasWords)) return []
    const isEmpty = there.length > 0
    return [
      {
        code: 'missing-heading',
        message: isEmpty ? text.message.emptyHeading(wanted) : text.message.missingHeading(wanted),
        quote: isEmpty ? (there[0]?.text ?? null) : null,
        place: { field: 'body', at: 0, nth: 0 },
        fix: isEmpty ? null : { label: text.fix.heading, edits: [{ do: 'heading', field: 'body', text: wanted }] },
        about: alike(wanted),
      },
    ]
  })
}

/** Two headings are one when this is the same: case, signs and space apart. */
export function alike(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim()
}

export function summaryLength({ pieces }: Written, _: Known, { summaryMost, summaryUnit }: WritingRules): Found[] {
  const summary = pieces.find(({ part }) => part === 'summary')
  if (summary === undefined || summaryMost === null) return []
  const long = summaryUnit === 'words' ? (summary.text.match(/\S+/g)?.length ?? 0) : [...summary.text.trim()].length
  if (long <= summaryMost) return []
  return [
    {
      code: 'summary-too-long',
      message: text.message.summary(long, summaryMost, text.unit[summaryUnit]),
      place: { field: 'summary', at: 0, nth: 0 },
      about: summary.text,
    },
  ]
}

export function openStance({ isStanceOpen }: Written): Found[] {
  const place = { field: 'stance', at: 0, nth: 0 }
  return isStanceOpen ? [{ code: 'stance-open', message: text.message.stance, place, about: 'stance' }] : []
}

export function openQuestions({ open }: Written): Found[] {
  return open.map(({ number, question, field, isRequired }) => ({
    code: 'question-open',
    severity: isRequired ? 'must' : 'should',
    message: text.message.question(number),
    quote: question,
    place: { field, at: 0, nth: 0 },
    about: String(number),
  }))
}

export function besideQuestions({ beside }: Written): Found[] {
  return beside.map(({ number, condition, field }) => ({
    code: 'question-not-asked',
    message: text.message.notAsked(number),
    quote: condition,
    place: { field, at: 0, nth: 0 },
    about: String(number),
  }))
}
