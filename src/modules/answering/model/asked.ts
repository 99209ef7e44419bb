/** What the one who holds a personal link is shown of the round: the question put to it alone, and nothing of anybody else. Pure. */

import { z } from 'zod'
import { richText } from '../../../kernel/rich-text.ts'
import {
  condition,
  questionKinds,
  questionSettings,
  stance,
  statementContent,
  unanswered,
  type StatementContent,
} from '../../drafting/index.ts'

const instant = z.coerce.date()

/** A question as the store has it, with its settings apart, or as the referral has it, with them beside the rest. */
const question = z.preprocess(
  flat,
  z
    .object({
      id: z.string(),
      number: z.number(),
      kind: z.enum(questionKinds),
      text: z.string(),
      help: z.string().nullable(),
      isRequired: z.boolean().default(false),
      condition,
      ...questionSettings.shape,
    })
    .readonly(),
)

const asStored = z.looseObject({
  settings: z.unknown().optional(),
  is_required: z.unknown().optional(),
  condition_on: z.unknown().optional(),
  condition_is: z.unknown().optional(),
})

function flat(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given
  const {
    settings,
    is_required: isRequired,
    condition_on: questionId,
    condition_is: is,
    ...rest
  } = asStored.parse(given)
  return {
    ...rest,
    ...(typeof settings === 'object' && settings),
    ...(typeof isRequired === 'boolean' && { isRequired }),
    ...(typeof questionId === 'string' && { condition: { questionId, is } }),
  }
}

const file = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  /** The record's title; null for what came with the letter. */
  title: z.string().nullable(),
  /** 1 for what was sent at first, more for what a correction added. */
  version: z.number(),
})

export const asked = z.object({
  recipientId: z.string(),
  roundId: z.string(),
  bodyName: z.string(),
  bodyKind: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'sent', 'closed']),
  authorityName: z.string(),
  issuerName: z.string(),
  referenceNumber: z.string(),
  withoutPosition: z.boolean(),
  coverLetter: richText,
  answerBy: z.string().nullable(),
  version: z.number(),
  sentAt: instant.nullable(),
  contact: z.object({ name: z.string(), title: z.string(), email: z.string(), phone: z.string().nullable() }),
  questions: z.array(question).readonly(),
  documents: z.array(file).readonly(),
  corrections: z.array(z.object({ version: z.number(), what: z.string(), at: instant })).readonly(),
  answer: z.object({ stance, arrivedAt: instant, isLate: z.boolean() }).nullable(),
})
/** The referral as the one who was asked sees it. */
export type Asked = z.output<typeof asked>
export type AskedFile = z.output<typeof file>

/** A statement with a place for every question and nothing in it yet. */
export function blankStatement({ questions }: Pick<Asked, 'questions'>): StatementContent {
  const answers = questions.map(({ id, text: words, ...more }) =>
    unanswered({ ...more, questionId: id, question: words }),
  )
  return statementContent.parse({ answers })
}

/** The link that was shown. */
export type Entered = { readonly linkId: string; readonly recipientId: string; readonly isOpen: boolean }

/** Someone who writes on the link. */
export type Writer = { readonly id: string; readonly name: string; readonly role: string }
