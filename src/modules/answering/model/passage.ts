/** A filled-in form or a free answer in passages: what each says, and where it was found to belong. Pure. */

import { text } from '../text.ts'
import type { Place } from './form.ts'

/** One piece of the file, in its order: a paragraph, a row of a table, a note. */
export type FilePassage = {
  readonly text: string
  /** The content control it stood in; null: outside any. */
  readonly tag: string | null
  /** Of a row in a table. */
  readonly cells: readonly string[] | null
  readonly page: number | null
  /** Where in the file: its body, or beside it. */
  readonly from: 'body' | 'note' | 'comment' | 'margin' | 'scan'
}

export const foundBys = ['tag', 'label', 'heading', 'hand'] as const
export type FoundBy = (typeof foundBys)[number]

/** Where a passage belongs: in the answer, among the form's own words, or aside with a reason. Null: nobody knows yet. */
export type Standing = Place | { readonly part: 'form' } | { readonly part: 'aside' } | null

export type Passage = Omit<FilePassage, 'tag'> & {
  /** What it is known by, for good. */
  readonly position: number
  /** Which it is, in the order it is read: another when one before it is parted. */
  readonly ordinal: number
  /** The position of the passage of the file that it was parted from; null: it is one. */
  readonly origin: number | null
  /** What stood between it and the part before. */
  readonly gap: string
  readonly standing: Standing
  readonly foundBy: FoundBy | null
  /** Why it was set aside. */
  readonly reason: string | null
}

export type Coverage = {
  readonly all: number
  readonly inAnswer: number
  readonly outside: number
  readonly aside: number
  /** The form's own headings, labels and help. */
  readonly form: number
  readonly unplaced: number
}

/** Every passage is counted in one place: what the page shows to prove that nothing was dropped. */
export function coverageOf(passages: readonly Pick<Passage, 'standing'>[]): Coverage {
  const count = (is: (standing: Standing) => boolean) => passages.filter(({ standing }) => is(standing)).length
  return {
    all: passages.length,
    inAnswer: count((one) => one?.part === 'question' || one?.part === 'whole'),
    outside: count((one) => one?.part === 'outside'),
    aside: count((one) => one?.part === 'aside'),
    form: count((one) => one?.part === 'form'),
    unplaced: count((one) => one === null),
  }
}

/** Nothing of the file may be left without a place: what the answer leaves out is set aside with a reason. */
export function obstaclesToTaking(passages: readonly Pick<Passage, 'standing' | 'from' | 'text'>[]): string[] {
  const { unplaced } = coverageOf(passages)
  const unread = passages.filter(
    ({ from, text: words, standing }) => from === 'scan' && words.trim() === '' && standing?.part !== 'aside',
  )
  return [
    ...(unplaced > 0 ? [text.obstacle.unplaced(unplaced)] : []),
    ...(unread.length > 0 ? [text.obstacle.unread(unread.length)] : []),
  ]
}

/**
 * The standing that a choice in the list names; undefined for one that the passage cannot have. By hand a passage goes to the
 * words of a question, outside, aside or among the form's own; in a field it stays only where it was found.
 */
export function standingFrom(key: string, about: ToPlace): Standing | undefined {
  const { passage, questionIds } = about
  if (key === '') return null
  if (key === standingKey(passage.standing)) return passage.standing
  if (key === 'outside' || key === 'aside' || key === 'form') return { part: key }
  const questionId = questionIds.find((id) => key === `question.text.${id}` || key === `question.processes.${id}`)
  if (questionId === undefined) return undefined
  if (key.startsWith('question.text.')) return { part: 'question', field: 'text', questionId }
  return passage.cells === null ? undefined : { part: 'question', field: 'processes', questionId }
}

export type ToPlace = {
  readonly passage: Pick<Passage, 'standing' | 'cells'>
  /** Those that were asked: no passage goes to another round's question, where nobody would find it. */
  readonly questionIds: readonly string[]
}

/** A standing as one word, for a choice in a list: 'question.text.<id>', 'whole.stance', 'outside', 'aside', 'form', ''. */
export function standingKey(standing: Standing): string {
  if (standing === null) return ''
  if (standing.part === 'question') return `question.${standing.field}.${standing.questionId}`
  return standing.part === 'whole' ? `whole.${standing.field}` : standing.part
}
