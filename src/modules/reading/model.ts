/** What a memo says when it has been read: the contract of `kraftsam memo parse`. Pure: text in, memo out. */

import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const warningCodes = [
  'unknown-body',
  'body-name-variant',
  'decider-not-in-plan',
  'mixed-date-formats',
  'date-on-weekend',
  'impossible-date',
  'plan-after-answer-date',
  'plan-before-memo',
  'plan-out-of-order',
  'plan-line-unread',
  'own-memo-last',
  'proposal-not-self-contained',
  'case-number-missing',
  'case-number-variant',
  'missing-part',
  'email-masked',
  'several-references',
  'several-documents',
  'text-cut',
  'page-furniture',
  'mojibake',
  'not-a-memo',
] as const

export type WarningCode = (typeof warningCodes)[number]

/** Days are ISO 8601. What the memo does not have is null or an empty list; nothing is guessed. */
export const readMemoSchema = z.strictObject({
  file: z.string().nullable(),
  date: day.nullable(),
  reference: z.strictObject({
    name: z.string().nullable(),
    title: z.string().nullable(),
    email: z.string().nullable(),
  }),
  caseNumber: z.string().nullable(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  proposals: z.array(z.string()),
  basis: z.array(z.string()),
  planning: z.array(z.strictObject({ body: z.string(), step: z.string(), date: day.nullable() })),
  sendTo: z.array(z.string()),
  responsible: z.array(z.strictObject({ name: z.string(), role: z.string().nullable() })),
  warnings: z.array(z.strictObject({ code: z.enum(warningCodes), message: z.string(), quote: z.string() })),
})

export type ReadMemo = z.infer<typeof readMemoSchema>
export type MemoWarning = ReadMemo['warnings'][number]

/** What the reader knows beforehand. `answerBy`: the day the answer must be in, ISO. */
export type ReadingOptions = {
  readonly file?: string
  readonly bodies?: readonly KnownBody[]
  readonly answerBy?: string
}

/** A body of the municipality the memo belongs to. */
export type KnownBody = { readonly name: string; readonly aliases?: readonly string[]; readonly kind?: string }
