/** What a question asks for: its kind, and what each kind needs to be told. Pure. */

import { z } from 'zod'
import { lines } from './lines.ts'

export const questionKinds = [
  'text',
  'stance',
  'yes_no',
  'processes',
  'areas',
  'body',
  'number',
  'choice',
  'choices',
  'file',
] as const
/** How a question is answered. */
export type QuestionKind = (typeof questionKinds)[number]

/** The earlier question that this one hangs on, and the answer it must have; null: it is always asked. */
export const condition = z.object({ questionId: z.string(), is: z.string() }).nullable().default(null)
export type Condition = z.output<typeof condition>

export const questionSettings = z.object({
  /** What a number counts: "kronor", "platser". */
  unit: z.string().nullable().default(null),
  least: z.number().nullable().default(null),
  most: z.number().nullable().default(null),
  isWhole: z.boolean().default(false),
  /** The words to choose among, in their order. */
  options: lines.default([]),
})
/** What a number or a choice needs to be told; the other kinds have none of it. */
export type QuestionSettings = z.output<typeof questionSettings>

const withPosition: ReadonlySet<QuestionKind> = new Set(['text', 'stance', 'processes', 'areas', 'body'])

/** Whether the one who answers may take a position on the question (I-19); a number or a choice says all by itself. */
export function takesStance(kind: QuestionKind): boolean {
  return withPosition.has(kind)
}

/** The settings that belong to the kind; the others are as if they were never given. */
export function settingsOf(kind: QuestionKind, given: QuestionSettings): QuestionSettings {
  const none = questionSettings.parse({})
  if (kind === 'number') return { ...given, options: [] }
  return kind === 'choice' || kind === 'choices' ? { ...none, options: given.options } : none
}
