/** How answering from outside reads what a person or a program sends. */

import { z } from 'zod'
import {
  changedDay,
  changedLine,
  line,
  manyLines,
  maybeChoice,
  maybeId,
  maybeLine,
  maybeWords,
  tick,
  words,
} from '../../../kernel/fields.ts'
import { arrivedFiles, uploadIds } from '../../../kernel/http/input.ts'
import { richText } from '../../../kernel/rich-text.ts'
import { asSent, stance, statementParts } from '../../drafting/index.ts'
import { deciders } from '../../referral/index.ts'
import { attachment, noSheet, wholeSent } from '../model.ts'
import { text } from '../text.ts'

const token = z.string().max(200)
const onLink = { token, personId: z.uuid() }

export const newWriter = z.object({
  token,
  name: line(120, () => text.invalid.noName),
  role: line(120, () => text.invalid.noRole),
})

/** Who asks is one who writes on the link, or says name and role. */
export const newQuestion = z.object({
  token,
  personId: maybeId,
  name: maybeLine(120),
  role: maybeLine(120),
  words: words(4000, () => text.inquiry.noQuestion),
})
export type NewQuestion = z.output<typeof newQuestion>

/** The cells that were on the page, with the version each had there. What is left out is left as it is. */
const written = {
  ...onLink,
  /** The open page: what one page has saved, that page may go on from. */
  sheet: z.uuid().default(noSheet),
  seen: z.record(z.string(), z.coerce.number().int().min(0)).default({}),
  answers: statementParts.shape.answers,
  /** Files that came with the form, by the field of their question. */
  arrived: arrivedFiles,
  files: z
    .array(
      z.object({
        questionId: z.uuid(),
        name: line(255, () => text.invalid.noFile),
        mediaType: z
          .string()
          .regex(/^[\w.+-]+\/[\w.+-]+$/)
          .max(120)
          .default('application/octet-stream'),
        content: z.base64().max(4_000_000),
      }),
    )
    .max(20)
    .default([])
    .describe('From a program: files to add, each to a question of files among `answers`, with the content in base64'),
  outside: richText.optional(),
  stance: stance.optional(),
  decidedBy: maybeChoice(deciders).optional(),
  decidedOn: changedDay,
  paragraph: changedLine(40),
  reservations: z.string().max(10_000).optional(),
}

export const sentCells = asSent(z.object(written))
export const sentAnswer = asSent(
  z.object({ ...written, abstains: tick, reason: maybeWords(4000).describe('Why, where it abstains') }),
)
export type SentCells = z.output<typeof sentCells>

export const chosenText = z.object({ ...onLink, rivalId: z.uuid(), choice: z.enum(['theirs', 'ours', 'both']) })

const uploads = uploadIds.pipe(z.array(z.uuid()).max(1, { error: () => text.invalid.oneFile }))

export const oneFile = z.object({ roundId: z.uuid(), recipientId: z.uuid(), files: uploads })
export const oneMessage = z.object({
  messageId: z.uuid(),
  recipientId: z.uuid({ error: () => text.invalid.noBody }),
  position: z.coerce.number().int().min(0),
})
export const oneFileOnLink = z.object({
  ...onLink,
  arrived: arrivedFiles,
  file: z
    .object({ name: line(255, () => text.invalid.noFile), content: z.base64().max(4_000_000) })
    .optional()
    .describe('From a program: the name and the content in base64'),
})

const place = z.object({
  position: z.coerce.number().int().min(0),
  to: z
    .string()
    .max(120)
    .describe("'', 'question.text.<id>', 'outside', 'aside', 'form', or the field where it was found"),
  reason: maybeLine(500),
  text: z
    .string()
    .max(20_000)
    .nullish()
    .transform((words) => (words === undefined || words === null ? null : manyLines(words))),
})
export type SentPlace = z.output<typeof place>
const sentPlaces = {
  places: z.array(place).max(5000).default([]),
  seen: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('`partings` of the file as it was shown: refused where a passage has been parted since'),
}

/** Of the answer as a whole, and of the files beside it, as they stand on the page. */
const wholeOnPage = {
  whole: wholeSent.optional().transform((sent) => sent ?? null),
  attachments: z
    .array(attachment)
    .max(500)
    .optional()
    .transform((sent) => sent ?? null)
    .describe('Where the answer came by mail: the other files of the message, each at a question of files'),
}

const atSender = { roundId: z.uuid(), recipientId: z.uuid(), readingId: z.uuid() }
export const placesAtSender = z.object({ ...atSender, ...sentPlaces, ...wholeOnPage })
export const takenAtSender = z.object({
  ...atSender,
  ...sentPlaces,
  ...wholeOnPage,
})
export const placesOnLink = z.object({ ...onLink, readingId: z.uuid(), ...sentPlaces })

const cut = z
  .string()
  .regex(/^\d{1,5}\.\d{1,5}$/)
  .transform((sent) => sent.split('.').map(Number))
  .pipe(z.tuple([z.number(), z.number()]))
  .transform(([position, at]) => ({ position, at }))
  .describe("'position.at': the passage, and one of its `cuts`")
export const cutAtSender = z.object({ ...atSender, ...sentPlaces, ...wholeOnPage, cut })
export const cutOnLink = z.object({ ...onLink, readingId: z.uuid(), ...sentPlaces, cut })

const join = z.coerce.number().int().min(0).describe('The position of the part that the next is put together with')
export const joinedAtSender = z.object({ ...atSender, ...sentPlaces, ...wholeOnPage, join })
export const joinedOnLink = z.object({ ...onLink, readingId: z.uuid(), ...sentPlaces, join })

export const mailedLink = z.object({
  roundId: z.uuid(),
  recipientId: z.uuid(),
  email: z
    .string()
    .trim()
    .pipe(z.email({ error: () => text.invalid.noEmail }).max(254)),
})

export const oneRecipient = z.object({ roundId: z.uuid(), recipientId: z.uuid() })
