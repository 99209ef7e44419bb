/** What a body asks of its papers: the limits, forms and lists that the checks go by. Pure. */

import { z } from 'zod'

/** Every check, in the order it is shown, and what it weighs. */
export const checks = {
  'missing-part': 'must',
  'question-open': 'must',
  'question-not-asked': 'should',
  'stance-open': 'should',
  'proposal-not-self-contained': 'must',
  'unknown-body': 'must',
  'case-number-missing': 'must',
  'case-number-variant': 'must',
  'impossible-date': 'must',
  'plan-after-answer-date': 'must',
  'decider-not-in-plan': 'should',
  'body-name-variant': 'should',
  'body-not-in-organisation': 'should',
  'date-on-weekend': 'should',
  'plan-before-memo': 'should',
  'plan-out-of-order': 'should',
  'date-not-in-plan': 'should',
  'answer-date-differs': 'should',
  'mixed-date-formats': 'should',
  'date-format': 'should',
  'own-memo-last': 'should',
  'summary-too-long': 'should',
  'missing-heading': 'should',
  'case-not-found': 'should',
  'attachment-not-found': 'should',
  'undefined-abbreviation': 'should',
  'long-sentence': 'advice',
  legalese: 'advice',
} as const
export type CheckCode = keyof typeof checks
export const checkCodes: readonly CheckCode[] = Object.keys(checks).filter(isCheckCode)

export function isCheckCode(code: string): code is CheckCode {
  return code in checks
}

/** Parts that a body may ask for. */
export const requirableParts = [
  'title',
  'reference',
  'summary',
  'proposals',
  'basis',
  'planning',
  'sendTo',
  'responsible',
] as const
export type RequirablePart = (typeof requirableParts)[number]

export const dateForms = ['iso', 'words'] as const
export type HouseDateForm = (typeof dateForms)[number]

/** "LUA = lokalt utvecklingsarbete": what letters stand for. Without an expansion they need no explaining. */
export const abbreviation = z.object({ letters: z.string(), stands: z.string().default('') })
export type Abbreviation = z.output<typeof abbreviation>

export const writingRules = z.object({
  /** The longest summary; null: no limit. */
  summaryMost: z.number().int().min(1).nullable().default(null),
  summaryUnit: z.enum(['characters', 'words']).default('characters'),
  /** How days are written; null: the same way throughout. */
  dateForm: z.enum(dateForms).nullable().default(null),
  abbreviations: z.array(abbreviation).default([]),
  required: z.array(z.enum(requirableParts)).default([...requirableParts]),
  /** Headings that the text of a memo must have, with words under them. */
  headings: z.array(z.string()).default([]),
  /** Checks that are not made. */
  off: z.array(z.string()).default(['long-sentence', 'legalese']),
  /** The longest sentence, in words. */
  sentenceMost: z.number().int().min(10).max(100).default(35),
})
export type WritingRules = z.output<typeof writingRules>

/** What holds where a body has said nothing. */
export const usualRules: WritingRules = writingRules.parse({})
