/** Standard phrases (standardtexter): what an authority often writes, to put in with a press or a short word. Pure. */

import { z } from 'zod'
import { isEmpty, richText, type RichText } from '../../../kernel/rich-text.ts'
import { text } from '../text.ts'

export type Phrase = {
  readonly id: string
  readonly authorityId: string
  readonly bodyId: string | null
  /** The body of the authority that it is for; null: for all. */
  readonly bodyName: string | null
  /** '' where it has none. */
  readonly theme: string
  readonly name: string
  /** What is typed after a slash: 'barnratt'. */
  readonly shortcut: string
  readonly text: RichText
  readonly version: number
  readonly changedAt: Date
  readonly changedByName: string
  readonly isRemoved: boolean
}

const oneLine = (most: number) =>
  z
    .string()
    .transform((words) => words.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, { error: () => text.phrase.tooLong(most) }))

/** What is written of a phrase. */
export const phraseParts = {
  name: oneLine(120).refine((name) => name !== '', { error: () => text.phrase.noName }),
  shortcut: z
    .string()
    .transform((word) => word.normalize('NFC').trim().replace(/^\//, '').toLocaleLowerCase('sv'))
    .refine((word) => /^[a-zåäö0-9][a-zåäö0-9-]{0,29}$/.test(word), { error: () => text.phrase.badShortcut }),
  text: richText.refine((words) => !isEmpty(words), { error: () => text.phrase.noText }),
  theme: oneLine(100).default(''),
  bodyId: z
    .union([z.uuid(), z.literal('')])
    .nullish()
    .transform((id) => id || null),
}
