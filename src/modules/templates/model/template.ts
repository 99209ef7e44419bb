/** How the papers of a board look: letterhead, names, headings, standard texts. Pure. */

import { z } from 'zod'
import { text } from '../text.ts'
import { unknownFields } from './merge.ts'
import { entryLines } from './rules-form.ts'

export const paperKinds = ['memo', 'statement', 'extract', 'cover'] as const
export type PaperKind = (typeof paperKinds)[number]

const noSuchField = (names: readonly string[]) => text.invalid.field(names.join(', '))

const named = (most: number) =>
  z
    .string()
    .max(most, { error: () => text.invalid.tooLong(most) })
    .default('')
    .transform((line) =>
      line
        .normalize('NFC')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .superRefine((line, context) => {
      const unknown = unknownFields(line)
      if (unknown.length > 0) context.addIssue({ code: 'custom', message: noSuchField(unknown) })
    })

/** Paragraphs with merge fields in them. */
const standardText = z
  .string()
  .max(4000, { error: () => text.invalid.tooLong(4000) })
  .default('')
  .transform((words) =>
    words
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/(?!\n)\p{Cc}+/gu, ' ')
      .trim(),
  )
  .superRefine((words, context) => {
    const unknown = unknownFields(words)
    if (unknown.length > 0) context.addIssue({ code: 'custom', message: noSuchField(unknown) })
  })

const paperPart = { kind: named(60), opening: standardText, closing: standardText }

/** The headings of a memo, as they are called where no template says otherwise. */
export const memoHeadings = [
  'Sammanfattning',
  'Ärendet',
  'Förslag till beslut',
  'Beslutsunderlag',
  'Beslutsplanering',
  'Beslutet skickas till',
  'Ansvariga',
] as const

const standardPart = z.object({ heading: named(120), text: standardText })

/** What the form has, but for the logo. */
export const templateForm = z.object({
  organisation: named(120),
  unit: named(120),
  footer: entryLines.refine((lines) => lines.length <= 4, { error: () => text.invalid.tooMany(4) }),
  memo: z
    .object({
      ...paperPart,
      headings: z.array(named(80)).max(memoHeadings.length).default([]),
      /** Headings with a text to begin from, put in the memo when it is begun. */
      parts: z
        .array(standardPart)
        .max(20)
        .transform((parts) => parts.filter(({ heading }) => heading !== ''))
        .default([]),
      sendTo: entryLines,
      /** Functions: those who hold them stand as responsible. */
      responsible: entryLines,
    })
    .prefault({}),
  statement: z.object(paperPart).prefault({}),
  extract: z.object(paperPart).prefault({}),
  /** The letter that a referral is sent with (missiv). */
  cover: z.object(paperPart).prefault({}),
})
export type TemplateForm = z.output<typeof templateForm>

export const templateContent = z.object({ ...templateForm.shape, logo: z.string().nullable().default(null) })
/** A template as it is kept. `logo` names the picture by its sum. */
export type TemplateContent = z.output<typeof templateContent>

export const plainTemplate: TemplateContent = templateContent.parse({})
