/** The draft statement (förslag till yttrande): an answer to each question, typed as the question asks. */

import { z } from 'zod'
import { emptyText, isEmpty, richText } from '../../../kernel/rich-text.ts'
import { text } from '../text.ts'
import { line, lines, unique } from './lines.ts'

export const stances = ['support', 'support_partly', 'oppose', 'no_objection', 'abstain', 'none'] as const
/** The position on a question or on the whole (I-19). */
export type Stance = (typeof stances)[number]
export const stance = z.enum(stances)

/** "Tillstyrker delvis". */
export function stanceLabel(chosen: Stance): string {
  return text.stances[chosen]
}

export const questionKinds = ['text', 'processes', 'areas', 'body'] as const
export type QuestionKind = (typeof questionKinds)[number]

const processRow = z.object({ name: line.default(''), lead: line.default(''), where: line.default('') })
/** A process that goes on: what it is called, who leads it, where it is. */
export type ProcessRow = z.output<typeof processRow>

const processes = z
  .array(processRow)
  .transform((rows) => rows.filter((row) => row.name !== '' || row.lead !== '' || row.where !== ''))
  .default([])

export const statementAnswer = z.object({
  questionId: z.string(),
  number: z.number().int(),
  kind: z.enum(questionKinds),
  question: z.string(),
  help: z.string().nullable().default(null),
  stance: stance.default('none'),
  text: richText.default(emptyText),
  processes,
  areas: lines.default([]),
  themes: lines.default([]),
  /** The body that is named, by name. */
  body: z.string().nullable().default(null),
})
export type StatementAnswer = z.output<typeof statementAnswer>

export const statementContent = z.object({
  title: line.default(''),
  introduction: richText.default(emptyText),
  stance: stance.default('none'),
  answers: z.array(statementAnswer).default([]),
  outside: richText.default(emptyText),
})
/** What a statement says. The questions came with the referral and are not changed by the one who answers. */
export type StatementContent = z.output<typeof statementContent>

const answerParts = z.object({
  questionId: z.string(),
  stance: stance.default('none'),
  text: richText.default(emptyText),
  processes,
  areas: z.array(line).default([]),
  /** Areas in the answerer's own words, one a line. */
  moreAreas: lines.default([]),
  themes: z.array(line).default([]),
  moreThemes: lines.default([]),
  body: line.nullish(),
  /** A body that is not in the list, in own words. */
  otherBody: line.default(''),
})
type AnswerParts = z.output<typeof answerParts>

/** What is written in the statement's form. */
export const statementParts = z.object({
  title: line.default(''),
  introduction: richText.default(emptyText),
  stance: stance.default('none'),
  answers: z.array(answerParts).default([]),
  outside: richText.default(emptyText),
})
export type StatementParts = z.output<typeof statementParts>

/** The statement after its form was sent. An answer to a question that was never asked is dropped. */
export function withAnswers(statement: StatementContent, parts: StatementParts): StatementContent {
  const sent = new Map(parts.answers.map((answer) => [answer.questionId, answer]))
  return {
    ...statement,
    ...parts,
    answers: statement.answers.map((answer) => withAnswer(answer, sent.get(answer.questionId))),
  }
}

function withAnswer(answer: StatementAnswer, parts: AnswerParts | undefined): StatementAnswer {
  if (parts === undefined) return answer
  const body = parts.otherBody !== '' ? parts.otherBody : (parts.body ?? '')
  return {
    ...answer,
    stance: parts.stance,
    text: parts.text,
    processes: parts.processes,
    areas: unique([...parts.areas, ...parts.moreAreas].filter((area) => area !== '')),
    themes: unique([...parts.themes, ...parts.moreThemes].filter((theme) => theme !== '')),
    body: body === '' ? null : body,
  }
}

/** Answered in some way: a text, a position, or what the question's own kind asks for. */
export function isAnswered(answer: StatementAnswer): boolean {
  const typed = answer.processes.length + answer.areas.length + answer.themes.length > 0 || answer.body !== null
  return typed || answer.stance !== 'none' || !isEmpty(answer.text)
}

/** How many of the questions are answered, of how many. */
export function answeredOf({ answers }: StatementContent): { done: number; total: number } {
  return { done: answers.filter(isAnswered).length, total: answers.length }
}

export function isBlank(statement: StatementContent): boolean {
  const words = [statement.introduction, statement.outside].some((part) => !isEmpty(part))
  return !words && statement.stance === 'none' && !statement.answers.some(isAnswered)
}

/** What is left open. It does not stop: a body answers what it wants to answer. */
export function warningsOfStatement(
  statement: StatementContent,
): { code: string; message: string; quote: string | null }[] {
  const open = statement.answers.filter((answer) => !isAnswered(answer))
  return [
    ...open.map(({ number, question }) => ({
      code: 'question-open',
      message: text.questionOpen(number),
      quote: question,
    })),
    ...(statement.stance === 'none' ? [{ code: 'stance-open', message: text.stanceOpen, quote: null }] : []),
  ]
}
