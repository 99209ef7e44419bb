/** What is checked: the words of a memo or a statement, each with the field it is written in. Pure. */

import type { KnownBody, ReadMemo } from '../../reading/index.ts'

export const partNames = [
  'title',
  'reference',
  'summary',
  'body',
  'considerations',
  'proposals',
  'basis',
  'planning',
  'sendTo',
  'responsible',
  'introduction',
  'answers',
  'outside',
] as const
export type PartName = (typeof partNames)[number]

/** Some words in a field of the form. */
export type Piece = {
  readonly part: PartName
  /** The field's name in the form: 'summary', 'proposals[]', 'answers.0.text'. */
  readonly field: string
  /** Which of the fields with that name, or which line of a field with a thing on each; from 0. */
  readonly at: number
  readonly text: string
}

/** A heading that somebody wrote, and whether anything stands under it. */
export type WrittenHeading = { readonly text: string; readonly hasWords: boolean }

export type Written = {
  readonly kind: 'memo' | 'statement'
  readonly pieces: readonly Piece[]
  /** All the words, as the paper has them, also those that stand in no field. */
  readonly whole: string
  /** The headings inside the text. */
  readonly headings: readonly WrittenHeading[]
  /** The memo's own parts, for what is judged on the whole; null for a statement. */
  readonly memo: Omit<ReadMemo, 'warnings'> | null
  /** Questions of a statement that nothing answers. */
  readonly open: readonly OpenQuestion[]
  /** Answers to questions that are not asked, by the answers before them: they do not follow. */
  readonly beside: readonly BesideQuestion[]
  /** Whether a statement says nothing of its position on the whole (I-19). */
  readonly isStanceOpen: boolean
}

export type BesideQuestion = {
  readonly number: number
  /** When the question is asked. */
  readonly condition: string
  readonly field: string
}

export type OpenQuestion = {
  readonly number: number
  readonly question: string
  readonly field: string
  readonly isRequired: boolean
}

/** What the house knows, and the paper may refer to. */
export type Known = {
  /** Bodies of the municipality; empty when none are known. */
  readonly bodies: readonly KnownBody[]
  /** The number and the title of the case; null when the paper stands alone. */
  readonly caseNumber: string | null
  readonly caseTitle: string | null
  /** The last day of answering, ISO. */
  readonly answerBy: string | null
  /** Letters that the numbers of this municipality begin with: another's number cannot be judged. */
  readonly prefixes: readonly string[]
  /** Which of the numbers in the text are of cases that one may see, as they are written there. */
  readonly numbersThere: ReadonlySet<string>
  /** Titles and names of files of the records in the case; null when they are not known. */
  readonly records: readonly string[] | null
}

export const nothingKnown: Known = {
  bodies: [],
  caseNumber: null,
  caseTitle: null,
  answerBy: null,
  prefixes: [],
  numbersThere: new Set(),
  records: null,
}

const running: ReadonlySet<PartName> = new Set([
  'summary',
  'body',
  'considerations',
  'introduction',
  'answers',
  'outside',
])

/** The pieces with sentences in them, and not the lists of names and papers. */
export function runningPieces({ pieces }: Pick<Written, 'pieces'>): Piece[] {
  return pieces.filter(({ part }) => running.has(part))
}
