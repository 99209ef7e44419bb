/** An answer that was handed in on a link, and what stands in the way of it. Pure. */

import { createHash } from 'node:crypto'
import { emptyText } from '../../../kernel/rich-text.ts'
import {
  askedAmong,
  canonical,
  isAnswered,
  noItems,
  type StatementAnswer,
  type StatementContent,
} from '../../drafting/index.ts'
import { text } from '../text.ts'
import type { Whole, Working } from './cell.ts'
import type { Writer } from './asked.ts'

/** A version as it was handed in; the last one is the answer. */
export type Submission = {
  readonly id: string
  readonly version: number
  readonly statement: StatementContent
  readonly whole: Whole
  /** SHA-256 of the whole content: what the receipt says. */
  readonly digest: string
  readonly by: Writer
  readonly at: Date
  readonly isLate: boolean
  readonly recordId: string
  /** The numbers of those answered that were not asked, by what was answered before them. */
  readonly leftOut: readonly number[]
}

/** The question as it was asked, with nothing answered to it. */
export function unsaid(answer: StatementAnswer): StatementAnswer {
  const { files: _, ...rest } = answer
  return { ...rest, ...noItems, stance: 'none', text: emptyText }
}

/** What is handed in: the answers to what is asked. What was written under another question stays in its cell, and is told. */
export function toHandIn({ statement, whole }: Working): { working: Working; leftOut: readonly number[] } {
  const asked = new Set(askedAmong(statement.answers))
  const answers = statement.answers.map((answer) => (asked.has(answer) ? answer : unsaid(answer)))
  const leftOut = statement.answers.filter((answer) => !asked.has(answer) && isAnswered(answer))
  return { working: { statement: { ...statement, answers }, whole }, leftOut: leftOut.map(({ number }) => number) }
}

/** SHA-256 in hex of exactly what was handed in. The order of keys makes no difference. */
export function digestOf({ statement, whole }: Working): string {
  return createHash('sha256').update(canonical({ statement, whole })).digest('hex')
}

export type ToSubmit = {
  readonly isOpen: boolean
  readonly saysNothing: boolean
  /** What must be put right in the answers first. */
  readonly faults: readonly string[]
  readonly rivals: number
  /** Of this link; 0: it has not answered. */
  readonly submissions: number
  /** The sender has entered an answer of this body's in another way. */
  readonly isAnsweredOtherwise: boolean
  readonly answerBy: string | null
  readonly today: string
}

/**
 * What stands in the way of handing in. After the last answer day a first answer is taken and flagged (I-21), as long as the
 * round is open; one that was handed in is changed until that day.
 */
export function obstaclesToSubmitting(about: ToSubmit): string[] {
  const { obstacle } = text
  if (!about.isOpen) return [obstacle.closed]
  if (about.isAnsweredOtherwise) return [obstacle.enteredBySender]
  if (about.submissions > 0 && isPast(about)) return [obstacle.dayHasPassed]
  return [
    ...(about.rivals > 0 ? [obstacle.rivals(about.rivals)] : []),
    ...(about.saysNothing ? [obstacle.saysNothing] : about.faults),
  ]
}

/** May still write, and hand in anew. */
export function mayStillChange(about: Pick<ToSubmit, 'isOpen' | 'submissions' | 'answerBy' | 'today'>): boolean {
  return about.isOpen && (about.submissions === 0 || !isPast(about))
}

function isPast({ answerBy, today }: Pick<ToSubmit, 'answerBy' | 'today'>): boolean {
  return answerBy !== null && today > answerBy
}
