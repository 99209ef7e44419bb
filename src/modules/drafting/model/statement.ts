/** The draft statement (förslag till yttrande): an answer to each question, typed as the question asks. */

import { z } from 'zod'
import { emptyText, isEmpty, richText } from '../../../kernel/rich-text.ts'
import {
  answerInput,
  answerWith,
  errorsIn,
  faultsOf,
  isAnswered,
  statementAnswer,
  type AnswerInput,
  type StatementAnswer,
} from './answer.ts'
import { askedAmong } from './condition.ts'
import { line } from './lines.ts'
import { stance } from './stance.ts'

export const statementContent = z.object({
  title: line.default(''),
  introduction: richText.default(emptyText),
  stance: stance.default('none'),
  answers: z.array(statementAnswer).default([]),
  outside: richText.default(emptyText),
})
/** What a statement says. The questions came with the referral and are not changed by the one who answers. */
export type StatementContent = z.output<typeof statementContent>

/** What is written in the statement's form. A text that is not there stays as it was: several may write in it, step by step. */
export const statementParts = z.object({
  title: line.default(''),
  introduction: richText.optional(),
  stance: stance.default('none'),
  answers: z.array(answerInput).default([]),
  outside: richText.optional(),
})
export type StatementParts = Omit<z.output<typeof statementParts>, 'answers'> & {
  readonly answers: readonly AnswerInput[]
}

/** The statement after its form was sent. An answer to a question that was never asked is dropped. */
export function withAnswers(statement: StatementContent, parts: StatementParts): StatementContent {
  const sent = new Map(parts.answers.map((answer) => [answer.questionId, answer]))
  return {
    ...statement,
    ...parts,
    introduction: parts.introduction ?? statement.introduction,
    outside: parts.outside ?? statement.outside,
    answers: statement.answers.map((answer) => withAnswer(answer, sent.get(answer.questionId))),
  }
}

function withAnswer(answer: StatementAnswer, given: AnswerInput | undefined): StatementAnswer {
  return given === undefined ? answer : answerWith(answer, given)
}

/** What cannot be taken in, by the name of its field in the form. */
export function errorsInAnswers(statement: StatementContent, { answers }: StatementParts): Record<string, string> {
  const asked = new Map(statement.answers.map((answer) => [answer.questionId, answer]))
  return Object.fromEntries(
    answers.flatMap((given, index) => {
      const answer = asked.get(given.questionId)
      const errors = answer === undefined ? {} : errorsIn(answer, given)
      return Object.entries(errors).map(([field, reason]) => [`answers.${index}.${field}`, reason])
    }),
  )
}

/** How many of the questions are answered, of how many. */
export function answeredOf({ answers }: StatementContent): { done: number; total: number } {
  const asked = askedAmong(answers)
  return { done: asked.filter(isAnswered).length, total: asked.length }
}

export function isBlank(statement: StatementContent): boolean {
  const words = [statement.introduction, statement.outside].some((part) => !isEmpty(part))
  return !words && statement.stance === 'none' && !statement.answers.some(isAnswered)
}

/** What must be put right before the heads are asked. A body that abstains has no questions to answer (I-20). */
export function faultsOfStatement(statement: StatementContent): string[] {
  return statement.stance === 'abstain' ? [] : askedAmong(statement.answers).flatMap(faultsOf)
}
