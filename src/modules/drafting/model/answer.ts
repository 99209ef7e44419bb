/** One question and its answer: what may be sent for each kind, how it is taken in, and what is wrong with it. Pure. */

import { z } from 'zod'
import { emptyText, isEmpty, richText } from '../../../kernel/rich-text.ts'
import { text } from '../text/answers.ts'
import { inOrder, mostFiles, type AnswerFile } from './answer-files.ts'
import {
  hasItems,
  itemFields,
  noItems,
  priority,
  processRows,
  yesNos,
  type AnswerItems,
  type Weighed,
} from './items.ts'
import { line, lines, unique } from './lines.ts'
import { numberText, readNumber } from './number.ts'
import { condition, questionKinds, questionSettings, takesStance, type QuestionKind } from './question.ts'
import { stance, type Stance } from './stance.ts'

export const statementAnswer = z.object({
  questionId: z.string(),
  number: z.number().int(),
  kind: z.enum(questionKinds),
  question: z.string(),
  help: z.string().nullable().default(null),
  isRequired: z.boolean().default(false),
  condition,
  ...questionSettings.shape,
  stance: stance.default('none'),
  text: richText.default(emptyText),
  ...itemFields,
})
/** A question as it was asked, and the answer so far. */
export type StatementAnswer = z.output<typeof statementAnswer>

type Asked = Pick<StatementAnswer, 'questionId' | 'number' | 'kind' | 'question'> &
  Partial<z.input<typeof statementAnswer>>

/** A question that nothing is answered to yet. */
export function unanswered(asked: Asked): StatementAnswer {
  return statementAnswer.parse(asked)
}

/** Nothing for an empty field: a form sends its name with no value. */
const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((given) => (given === '' || given === undefined ? null : given), schema.nullable()).prefault(null)

const place = z.object({
  name: line.default(''),
  priority: orNothing(z.coerce.number().pipe(priority)),
  reason: line.default(''),
})
type Place = z.output<typeof place>

/** Areas or themes: names alone, one a line or in a list, or each with its priority and its reason. */
const places = z
  .union([lines, z.array(z.union([place, line.transform((name): Place => ({ name, priority: null, reason: '' }))]))])
  .transform((given) =>
    given.map((one): Place => (typeof one === 'string' ? { name: one, priority: null, reason: '' } : one)),
  )
  .transform((given) => given.filter(({ name }) => name !== ''))
  .default([])

const number = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((given, issues) => {
    const written = String(given ?? '').trim()
    const read = readNumber(written)
    if (read === null && written !== '') issues.addIssue({ code: 'custom', message: text.fault.notANumber })
    return read
  })

/** What a form or a program sends as the answer to one question; what is not of the question's kind is left out. */
export const answerInput = z.object({
  questionId: z.string(),
  stance: stance.default('none'),
  /** Absent: as it was. Where several write in it at once, it goes step by step. */
  text: richText.optional(),
  processes: processRows,
  areas: places,
  /** Areas in the answerer's own words, one a line. */
  moreAreas: lines.default([]),
  themes: places,
  moreThemes: lines.default([]),
  body: line.nullish(),
  /** A body that is not in the list, in own words. */
  otherBody: line.default(''),
  yesNo: orNothing(z.enum(yesNos)),
  /** "12,5" or 12.5. */
  number,
  /** Options in their own words. */
  chosen: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
  /** Files to add: ids of uploads. */
  files: z.union([z.array(z.uuid()), z.uuid().transform((id) => [id]), z.literal('').transform(() => [])]).default([]),
  /** SHA-256 of the files that stay; absent: all of them. */
  kept: z.union([z.array(z.string()), z.string().transform((one) => [one])]).optional(),
})
/** `taken`: what the command has made of the files that were sent and kept. */
export type AnswerInput = z.output<typeof answerInput> & { readonly taken?: readonly AnswerFile[] }

const valueOf: Readonly<Record<QuestionKind, (given: AnswerInput, asked: StatementAnswer) => Partial<AnswerItems>>> = {
  text: () => ({}),
  stance: () => ({}),
  yes_no: ({ yesNo }) => ({ yesNo }),
  processes: ({ processes }) => ({ processes }),
  areas: placesOf,
  body: ({ body, otherBody }) => ({ body: (otherBody !== '' ? otherBody : body) || null }),
  number: ({ number: value }, { unit }) => ({ amount: value === null ? null : { value, unit } }),
  choice: ({ chosen }, { options }) => ({ chosen: options.filter((one) => chosen.includes(one)).slice(0, 1) }),
  choices: ({ chosen }, { options }) => ({ chosen: options.filter((one) => chosen.includes(one)) }),
  file: filesOf,
}

function filesOf({ taken }: AnswerInput, asked: StatementAnswer): Partial<AnswerItems> {
  const files = taken ?? asked.files ?? []
  return files.length === 0 ? {} : { files: inOrder(files) }
}

/** After every priority that is given. */
const leastPriority = 10

function placesOf({ areas, moreAreas, themes, moreThemes }: AnswerInput): Partial<AnswerItems> {
  const inOrder = (given: readonly Place[]) =>
    given
      .filter(({ name }, at) => given.findIndex((one) => one.name === name) === at)
      .toSorted((a, b) => (a.priority ?? leastPriority) - (b.priority ?? leastPriority))
  const weigh = (of: Weighed['of'], given: readonly Place[]) =>
    given.filter(({ priority: first, reason }) => first !== null || reason !== '').map((one) => ({ of, ...one }))
  const names = (given: readonly Place[], more: readonly string[]) =>
    unique([...inOrder(given).map(({ name }) => name), ...more])
  return {
    areas: names(areas, moreAreas),
    themes: names(themes, moreThemes),
    weighed: [...weigh('area', inOrder(areas)), ...weigh('theme', inOrder(themes))],
  }
}

/** The answer after its fields were sent. */
export function answerWith(asked: StatementAnswer, given: AnswerInput): StatementAnswer {
  const { files: _, ...rest } = asked
  return {
    ...rest,
    ...noItems,
    ...valueOf[asked.kind](given, asked),
    stance: takesStance(asked) ? given.stance : 'none',
    text: given.text ?? asked.text,
  }
}

/** What cannot be taken in, by the name of its field. Empty: all can. */
export function errorsIn({ kind, options }: StatementAnswer, given: AnswerInput): Readonly<Record<string, string>> {
  if (inOrder(given.taken ?? []).length > mostFiles) return { files: text.fault.tooManyFiles(mostFiles) }
  const isChoice = kind === 'choice' || kind === 'choices'
  const isOther = isChoice && given.chosen.some((one) => one !== '' && !options.includes(one))
  return isOther ? { chosen: text.fault.notAnOption } : {}
}

/** Answered in some way: a text, a position, or what the question's own kind asks for. */
export function isAnswered(answer: StatementAnswer): boolean {
  return hasItems(answer) || answer.stance !== 'none' || !isEmpty(answer.text)
}

const mustBeTyped: Partial<Record<QuestionKind, (answer: StatementAnswer) => boolean>> = {
  stance: ({ stance: taken }: { stance: Stance }) => taken !== 'none',
  yes_no: ({ yesNo }) => yesNo !== null,
  number: ({ amount }) => amount !== null,
  choice: ({ chosen }) => chosen.length > 0,
  choices: ({ chosen }) => chosen.length > 0,
}

/** Whether the question got what it asks for: a number is not given in words beside it. */
function isWhollyAnswered(answer: StatementAnswer): boolean {
  return mustBeTyped[answer.kind]?.(answer) ?? isAnswered(answer)
}

/** What must be put right in an answer before it can be sent on, as the one who answers should read it. */
export function faultsOf(answer: StatementAnswer): string[] {
  const { number: which, question, isRequired, amount, least, most, isWhole } = answer
  if (isRequired && !isWhollyAnswered(answer)) return [text.fault.required(which, question)]
  if (amount === null) return []
  const { value } = amount
  return [
    ...(isWhole && !Number.isInteger(value) ? [text.fault.notWhole(which)] : []),
    ...(least !== null && value < least ? [text.fault.tooSmall(which, numberText(least))] : []),
    ...(most !== null && value > most ? [text.fault.tooLarge(which, numberText(most))] : []),
  ]
}
