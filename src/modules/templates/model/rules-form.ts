/** Writing rules as their form sends them. Pure. */

import { z } from 'zod'
import {
  checkCodes,
  dateForms,
  requirableParts,
  writingRules,
  type Abbreviation,
  type WritingRules,
} from '../../checking/index.ts'
import { text } from '../text.ts'

const most = 200

/** One entry a line, trimmed; empty lines go. */
export const entryLines = z
  .union([z.string().max(20_000), z.array(z.string().max(500)).max(most)])
  .default('')
  .transform((given) =>
    (typeof given === 'string' ? given.split('\n') : given)
      .map((line) =>
        line
          .normalize('NFC')
          .replace(/\p{Cc}+/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((line) => line !== ''),
  )
  .refine((lines) => lines.length <= most, { error: () => text.invalid.tooMany(most) })

const some = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.enum(values).transform((one) => [one]), z.array(z.enum(values))]).default([])

const abbreviationLine = /^([\p{L}\d&]{2,12})(?:\s*[=:–]\s*(.{2,120}))?$/u

const abbreviations = entryLines.transform((lines, context): Abbreviation[] =>
  lines.map((line) => {
    const [, letters = '', stands = ''] = abbreviationLine.exec(line) ?? []
    if (letters === '') context.addIssue({ code: 'custom', message: text.invalid.abbreviation(line.slice(0, 60)) })
    return { letters, stands }
  }),
)

const limit = z.preprocess(
  (given) => (given === '' || given === undefined ? null : given),
  z.coerce
    .number({ error: () => text.invalid.limit })
    .int({ error: () => text.invalid.limit })
    .min(1, { error: () => text.invalid.limit })
    .max(100_000, { error: () => text.invalid.limit })
    .nullable(),
)

const codes = checkCodes.map(String)

/** What the form has. A check that is not ticked is off. */
export const rulesForm = z.object({
  summaryMost: limit,
  summaryUnit: z.enum(['characters', 'words']).default('characters'),
  dateForm: z.union([z.literal('').transform(() => null), z.null(), z.enum(dateForms)]).default(null),
  abbreviations,
  required: some([...requirableParts]),
  headings: entryLines,
  on: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  sentenceMost: z.coerce
    .number({ error: () => text.invalid.sentence })
    .int()
    .min(10, { error: () => text.invalid.sentence })
    .max(100, { error: () => text.invalid.sentence })
    .default(35),
})

/** The form as rules. */
export function rulesFrom({ on, ...form }: z.output<typeof rulesForm>): WritingRules {
  return writingRules.parse({ ...form, off: codes.filter((code) => !on.includes(code)) })
}

/** "LUA = lokalt utvecklingsarbete", a line each. */
export function abbreviationLines(list: readonly Abbreviation[]): string {
  return list.map(({ letters, stands }) => (stands === '' ? letters : `${letters} = ${stands}`)).join('\n')
}
