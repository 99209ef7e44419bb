/** The answer in cells: one for each question, one for what stands outside them, one for the whole. Pure. */

import { z } from 'zod'
import { maybeChoice, maybeDay, maybeLine, maybeWords } from '../../../kernel/fields.ts'
import { emptyText, isEmpty, richText, type RichText } from '../../../kernel/rich-text.ts'
import {
  canonical,
  answerItems,
  askedAmong,
  isAnswered,
  stance,
  type StatementAnswer,
  type StatementContent,
} from '../../drafting/index.ts'
import { deciders } from '../../referral/index.ts'
import { blankStatement, type Asked, type Writer } from './asked.ts'

/** The question's id, or one of the two that belong to no question. */
export type CellKey = string
export const outsideKey = 'outside'
export const wholeKey = 'whole'

/** What is said of the answer as a whole: the position, and who decided it. */
export const whole = z.object({
  stance: stance.default('none'),
  decidedBy: z.enum(deciders).nullable().default(null),
  decidedOn: z.string().nullable().default(null),
  paragraph: z.string().nullable().default(null),
  reservations: z.string().nullable().default(null),
})
export type Whole = z.output<typeof whole>

/** What is said of the whole, where the page has fields for it. */
export const wholeSent = z.object({
  stance: stance.default('none'),
  decidedBy: maybeChoice(deciders),
  decidedOn: maybeDay,
  paragraph: maybeLine(40),
  reservations: maybeWords(10_000),
})
/** The same, as it was sent. */
export type SentWhole = z.output<typeof wholeSent>

/** The whole answer while it is written. */
export type Working = { readonly statement: StatementContent; readonly whole: Whole }

/** Nothing written yet. That a company decides its own answer need not be said. */
export function blankWorking(asked: Pick<Asked, 'questions' | 'bodyKind'>): Working {
  const decidedBy = asked.bodyKind === 'company' ? 'company' : null
  return { statement: blankStatement(asked), whole: whole.parse({ decidedBy }) }
}

/** One cell as it is kept. */
export type Cell = {
  readonly id: string
  readonly key: CellKey
  readonly version: number
  readonly value: unknown
  readonly by: Writer
  readonly at: Date
}

/** A text that somebody wrote while another saved. */
export type Rival = {
  readonly id: string
  readonly cellId: string
  readonly key: CellKey
  readonly value: unknown
  readonly by: Writer
  readonly sheet: string
  readonly at: Date
}

const outside = z.object({ text: richText.default(emptyText) })
/** The words of the question came with the referral and are not part of what is written. */
const answerValue = z.object({ questionId: z.string(), stance, text: richText, ...answerItems.shape })
const looseAnswer = z.looseObject({ questionId: z.string() })

/** The cells of a whole answer, each with the value that is kept. */
export function valuesOf({ statement, whole: of }: Working): Map<CellKey, unknown> {
  const cells = new Map<CellKey, unknown>()
  for (const answer of statement.answers) cells.set(answer.questionId, valueOf(answer))
  cells.set(outsideKey, { text: statement.outside })
  cells.set(wholeKey, of)
  return cells
}

function valueOf(answer: StatementAnswer): z.output<typeof answerValue> {
  return answerValue.parse(answer)
}

/** The answer made of its cells; what has no cell yet is empty. */
export function workingOf(blank: Working, values: ReadonlyMap<CellKey, unknown>): Working {
  const of = whole.parse(values.get(wholeKey) ?? blank.whole)
  const answers = blank.statement.answers.map((question) => {
    const value = looseAnswer.safeParse(values.get(question.questionId))
    return value.success ? { ...question, ...answerValue.parse({ ...valueOf(question), ...value.data }) } : question
  })
  const { text } = outside.parse(values.get(outsideKey) ?? {})
  return { statement: { ...blank.statement, answers, outside: text, stance: of.stance }, whole: of }
}

export function isSameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

/** Nothing has been written in any of the cells. */
export function saysNothing({ statement, whole: of }: Working): boolean {
  return of.stance === 'none' && isEmpty(statement.outside) && !askedAmong(statement.answers).some(isAnswered)
}

const texts = z.looseObject({ text: richText.default(emptyText) })
const lists = z.record(z.string(), z.unknown())

/**
 * Both, one after the other: the words of the first and then of the second; lists joined; of the rest what the first says. What
 * only the second has, as files where the first has none, is taken from it.
 */
export function joined(first: unknown, second: unknown): unknown {
  const one = lists.parse(first)
  const other = lists.parse(second)
  const both = Object.entries({ ...other, ...one }).map(
    ([key, value]) => [key, joinedField(value, other[key])] as const,
  )
  if (!('text' in one)) return Object.fromEntries(both)
  return { ...Object.fromEntries(both), text: joinedText(texts.parse(first).text, texts.parse(second).text) }
}

function joinedField(value: unknown, other: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(other))
    return [...value, ...other.filter((one) => !value.some((known) => isSameValue(known, one)))]
  return value === null || value === '' || value === 'none' ? (other ?? value) : value
}

function joinedText(one: RichText, other: RichText): RichText {
  if (isEmpty(one)) return other
  if (isEmpty(other) || isSameValue(one, other)) return one
  return { type: 'doc', content: [...one.content, ...other.content] }
}

export type Sent = {
  readonly value: unknown
  /** The version that the page had; null: there was none. */
  readonly seen: number | null
  readonly sheet: string
}

/** What is kept of a cell: the present one, and what it said in each version. */
export type Kept = {
  readonly value: unknown
  readonly version: number
  readonly versions: readonly { readonly version: number; readonly value: unknown; readonly sheet: string }[]
}

/** The page of a program that does not say which it is: nobody knows what it had before it. */
export const noSheet = '00000000-0000-4000-8000-000000000000'

/**
 * What becomes of what a page sends for a cell. Nobody's words are lost: what another saved meanwhile stands, and the words
 * that came later are kept beside it for somebody to choose. What only the page itself has written since, it may take back.
 */
export function fateOf(sent: Sent, kept: Kept | null, blank: unknown): 'nothing' | 'write' | 'rival' {
  if (kept === null) return isSameValue(sent.value, blank) ? 'nothing' : 'write'
  if (isSameValue(sent.value, kept.value)) return 'nothing'
  if (sent.seen === kept.version) return 'write'
  const isOwn = isAllOf(sent, kept)
  if (isOwn && sent.sheet !== noSheet) return 'write'
  if (isSameValue(sent.value, beforeOf(sent, kept, blank))) return 'nothing'
  return isOwn ? 'write' : 'rival'
}

/** Everything that was written since the page saw the cell came from that same page. */
function isAllOf({ seen, sheet }: Sent, { versions }: Kept): boolean {
  const since = versions.filter(({ version }) => version > (seen ?? 0))
  return since.length > 0 && since.every((one) => one.sheet === sheet)
}

/** What the page had in the cell; null where that is no longer known, which nothing is the same as. */
function beforeOf({ seen }: Sent, { versions }: Kept, blank: unknown): unknown {
  return seen === null ? blank : (versions.find(({ version }) => version === seen)?.value ?? null)
}
