/** The other files of a message that an answer came in, each put at a question that is answered with files. Pure. */

import { z } from 'zod'
import type { Asked } from './asked.ts'
import { text } from '../text.ts'

/** `to`: the question; empty where it is no answer to any. */
export const attachment = z.object({
  position: z.coerce.number().int().min(0).describe('Of the file in the message'),
  to: z.union([z.uuid(), z.literal('')]),
})
export type Attachment = z.output<typeof attachment>

/** A file that came with a message. */
export type Beside = {
  readonly position: number
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
}

/** The questions that are answered with files. */
export function fileQuestions({ questions }: Pick<Asked, 'questions'>): Asked['questions'] {
  return questions.filter(({ kind }) => kind === 'file')
}

type Among = { readonly asked: Pick<Asked, 'questions'>; readonly files: readonly Beside[] }

/** What is wrong with each, by the name of its field: no such file, or no such question of files. */
export function errorsInAttachments(sent: readonly Attachment[], { asked, files }: Among): Record<string, string> {
  const ids = new Set(fileQuestions(asked).map(({ id }) => id))
  const wrong = sent.flatMap(({ position, to }, at) => {
    const isKnown = files.some((file) => file.position === position) && (to === '' || ids.has(to))
    return isKnown ? [] : [[`attachments.${at}.to`, text.invalid.noPlace] as const]
  })
  return Object.fromEntries(wrong)
}

/** The files that were put at a question, in the order of the message. */
export function attachedTo(questionId: string, sent: readonly Attachment[], files: readonly Beside[]): Beside[] {
  return files.filter(({ position }) => sent.some((one) => one.position === position && one.to === questionId))
}
