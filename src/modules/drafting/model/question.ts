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
  /**
   * Whether a position is asked for beside the answer. Null or not there: asked before one could say; then the kind tells.
   * What was written before has no such key, and must not be given one: an approval binds to exactly what was read (I-16).
   */
  asksStance: z.boolean().nullable().optional(),
})
/** What a kind needs to be told; what is of no use to it is not there. */
export type QuestionSettings = z.output<typeof questionSettings>

/** The kinds that a position may be asked for beside; a number, a choice or a file says all by itself. */
export const kindsWithPosition = ['text', 'processes', 'areas', 'body'] as const satisfies readonly QuestionKind[]

function mayAskStance(kind: QuestionKind): boolean {
  return kindsWithPosition.some((one) => one === kind)
}

type Asking = { readonly kind: QuestionKind; readonly asksStance?: boolean | null | undefined }

/** Whether the one who answers takes a position on the question (I-19): where that is what is asked, or its sender asks for it too. */
export function takesStance({ kind, asksStance }: Asking): boolean {
  return kind === 'stance' || (mayAskStance(kind) && asksStance !== false)
}

/** The settings that belong to the kind; the others are as if they were never given. */
export function settingsOf(kind: QuestionKind, given: QuestionSettings): QuestionSettings {
  const none = questionSettings.parse({ asksStance: mayAskStance(kind) ? given.asksStance : null })
  if (kind === 'number') return { ...given, options: [], asksStance: null }
  return kind === 'choice' || kind === 'choices' ? { ...none, options: given.options } : none
}
