/** How a referral reads what a person or a program sends. An empty field of a form is nothing. */

import { z } from 'zod'
import { changedDay, changedId, changedTick, line, maybeId, maybeLine, oneLine, tick } from '../../../kernel/fields.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { richText } from '../../../kernel/rich-text.ts'
import { answerInput, questionKinds, readNumber, stance } from '../../drafting/index.ts'
import { text } from '../text.ts'
import { text as questionText } from '../text/questions.ts'
import { deciders } from '../model.ts'
import { recipientGroups } from '../model/recipient-list.ts'

const longest = { title: 300, question: 2000, help: 2000, what: 2000, reservations: 10_000, item: 300, unit: 40 }

/** A case by its id or its reference number. */
export const caseName = z
  .string()
  .trim()
  .min(1, { error: () => text.invalid.noCase })
  .max(200)

export const oneCase = z.object({ caseId: caseName })
/** A case in which a referral is begun, on one of its decisions, and from an earlier round's questions, letter and recipients. */
export const toStart = z.object({ caseId: caseName, decisionId: maybeId, fromRoundId: maybeId })
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

const limit = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((given, issues) => {
    const written = String(given ?? '').trim()
    const read = readNumber(written)
    if (read === null && written !== '') issues.addIssue({ code: 'custom', message: questionText.notANumber })
    return read
  })

/** One option a line in a text area, or a list from a program; each once. */
const options = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === 'string' ? given.split('\n') : given).map(oneLine))
  .transform((given) => [...new Set(given.filter((one) => one !== ''))])
  .pipe(z.array(z.string().max(longest.item, { error: () => text.invalid.tooLong(longest.item) })).max(50))
  .default([])

const asked = z
  .union([z.object({ questionId: z.uuid(), is: z.string().max(longest.item) }), z.string()])
  .nullish()
  .transform((given) => {
    if (typeof given !== 'string') return given ?? null
    const [questionId = '', ...is] = given.split('=')
    return is.length === 0 ? null : { questionId, is: is.join('=') }
  })

const questionFacts = z.object({
  kind: z.enum(questionKinds, { error: () => text.invalid.choose }).default('text'),
  text: line(longest.question, () => text.invalid.noQuestion),
  help: maybeLine(longest.help),
  isRequired: tick,
  /** {questionId, is}, or 'questionId=answer' from a form; nothing: always asked. */
  condition: asked,
  unit: maybeLine(longest.unit),
  least: limit,
  most: limit,
  isWhole: tick,
  options,
  asksStance: tick.describe('A position is asked for beside the answer; of no use to a number, a choice or a file'),
})
export type QuestionFacts = z.output<typeof questionFacts>

const isChoice = ({ kind }: QuestionFacts) => kind === 'choice' || kind === 'choices'
const fewest = 2

/** What a kind needs to be told is there, and can be fulfilled. */
function whole<T extends z.ZodType<QuestionFacts>>(schema: T) {
  return schema
    .refine((asked) => !isChoice(asked) || asked.options.length >= fewest, {
      path: ['options'],
      error: () => questionText.fewOptions,
    })
    .refine(({ kind, least, most }) => kind !== 'number' || least === null || most === null || least <= most, {
      path: ['most'],
      error: () => questionText.mostBelowLeast,
    })
}

export const newQuestion = whole(questionFacts.extend({ roundId: z.uuid() }))
export const changedQuestion = whole(questionFacts.extend({ roundId: z.uuid(), questionId: z.uuid() }))
export const oneQuestion = z.object({ roundId: z.uuid(), questionId: z.uuid() })
/** A question as it was kept when it was taken out. */
export const removedQuestion = questionFacts.extend({
  id: z.uuid(),
  number: z.number().int(),
  asksStance: z.boolean().nullable().default(null),
})

export const copying = z.object({
  roundId: z.uuid(),
  fromRoundId: z.uuid({ error: () => text.invalid.choose }),
  letter: tick,
  recipients: tick,
})

export const movedQuestion = z.object({ roundId: z.uuid(), questionId: z.uuid(), direction: z.enum(['up', 'down']) })

export const chosenDocuments = z.object({ roundId: z.uuid(), recordIds: z.array(z.uuid()).max(50).default([]) })

export const chosenRecipients = z.object({
  roundId: z.uuid(),
  bodyIds: z.array(z.uuid()).max(500).default([]),
  /** Every board, every company, or everyone outside, that keeps a place in the organisation now. */
  groups: z.array(z.enum(recipientGroups)).default([]),
  /** Everyone on these saved lists of the sender's. */
  listIds: z.array(z.uuid()).max(50).default([]),
  /** The choice is saved as a list under this name too. */
  saveAs: maybeLine(120),
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

/** The answer of a body outside the system, as the sender enters it. */
export const enteredAnswer = z.object({
  roundId: z.uuid(),
  recipientId: z.uuid(),
  decidedBy: z.enum(deciders, { error: () => text.invalid.choose }),
  decidedOn: changedDay,
  paragraph: maybeLine(40),
  stance: stance.default('none'),
  reservations: maybeLine(longest.reservations),
  answers: z.array(answerInput).default([]),
  outside: richText.prefault(''),
  files: uploadIds,
})
export type EnteredAnswer = z.output<typeof enteredAnswer>
