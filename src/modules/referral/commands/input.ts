/** How a referral reads what a person or a program sends. An empty field of a form is nothing. */

import { z } from 'zod'
import { changedDay, changedId, changedTick, line, maybeLine, oneLine, tick } from '../../../kernel/fields.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { richText } from '../../../kernel/rich-text.ts'
import { questionKinds, stance } from '../../drafting/index.ts'
import { text } from '../text.ts'
import { deciders } from '../model.ts'

const longest = { title: 300, question: 2000, help: 2000, what: 2000, reservations: 10_000, item: 300 }

/** One entry a line in a text area, or a list from a program. */
const lines = z
  .union([z.string(), z.array(z.string())])
  .transform((given) =>
    (typeof given === 'string' ? given.split('\n') : given).map(oneLine).filter((one) => one !== ''),
  )
  .pipe(z.array(z.string().max(longest.item, { error: () => text.invalid.tooLong(longest.item) })).max(200))

/** A case by its id or its reference number. */
export const caseName = z
  .string()
  .trim()
  .min(1, { error: () => text.invalid.noCase })
  .max(200)

export const oneCase = z.object({ caseId: caseName })
export const oneRound = z.object({ roundId: z.uuid() })

/** Left out: unchanged. Empty: taken away. */
export const roundFacts = z.object({
  roundId: z.uuid(),
  title: line(longest.title, () => text.invalid.noTitle).optional(),
  issuerId: z.uuid({ error: () => text.invalid.noIssuer }).optional(),
  decisionId: changedId,
  withoutPosition: changedTick,
  coverLetter: richText.optional(),
  answerBy: changedDay,
  contactId: changedId,
})
export type RoundFacts = z.output<typeof roundFacts>

const questionFacts = {
  kind: z.enum(questionKinds, { error: () => text.invalid.choose }).default('text'),
  text: line(longest.question, () => text.invalid.noQuestion),
  help: maybeLine(longest.help),
}
export const newQuestion = z.object({ roundId: z.uuid(), ...questionFacts })
export const changedQuestion = z.object({ roundId: z.uuid(), questionId: z.uuid(), ...questionFacts })
export const oneQuestion = z.object({ roundId: z.uuid(), questionId: z.uuid() })
export const movedQuestion = z.object({ roundId: z.uuid(), questionId: z.uuid(), direction: z.enum(['up', 'down']) })

export const chosenDocuments = z.object({ roundId: z.uuid(), recordIds: z.array(z.uuid()).max(50).default([]) })

export const recipientGroups = ['boards', 'companies'] as const
export const chosenRecipients = z.object({
  roundId: z.uuid(),
  bodyIds: z.array(z.uuid()).max(500).default([]),
  /** Every board, or every company, that keeps a place in the organisation now. */
  groups: z.array(z.enum(recipientGroups)).default([]),
})

export const correction = z.object({
  roundId: z.uuid(),
  what: line(longest.what, () => text.invalid.noWhat),
  /** Records of the case that come with the correction. */
  recordIds: z.array(z.uuid()).max(50).default([]),
})

export const toDispatch = z.object({
  caseId: caseName,
  /** Somebody says that the approved text is what was decided, where the system cannot see it (I-23). */
  isAsDecided: tick,
})

const process = z.object({
  name: maybeLine(longest.item),
  lead: maybeLine(longest.item),
  where: maybeLine(longest.item),
})

const enteredPart = z.object({
  questionId: z.uuid(),
  stance: stance.default('none'),
  text: richText.prefault(''),
  processes: z
    .array(process)
    .default([])
    .transform((rows) =>
      rows
        .map(({ name, lead, where }) => ({ name: name ?? '', lead: lead ?? '', where: where ?? '' }))
        .filter(({ name, lead, where }) => name + lead + where !== ''),
    ),
  areas: lines.default([]),
  themes: lines.default([]),
  body: maybeLine(longest.item),
})

/** The answer of a body outside the system, as the sender enters it. */
export const enteredAnswer = z.object({
  roundId: z.uuid(),
  recipientId: z.uuid(),
  decidedBy: z.enum(deciders, { error: () => text.invalid.choose }),
  decidedOn: changedDay,
  paragraph: maybeLine(40),
  stance: stance.default('none'),
  reservations: maybeLine(longest.reservations),
  answers: z.array(enteredPart).default([]),
  outside: richText.prefault(''),
  files: uploadIds,
})
export type EnteredAnswer = z.output<typeof enteredAnswer>
