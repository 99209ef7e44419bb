/** When a question is asked: always, or only if an earlier one got a given answer. Pure. */

import { text } from '../text/answers.ts'
import type { StatementAnswer } from './answer.ts'
import { yesNoLabel, yesNos } from './items.ts'
import type { QuestionKind } from './question.ts'
import { stanceLabel, stances } from './stance.ts'

export type PossibleAnswer = { readonly value: string; readonly label: string }

/** The answers to a question that another may be asked on, with their words; none for kinds that are answered freely. */
export function possibleAnswers(kind: QuestionKind, options: readonly string[]): PossibleAnswer[] {
  if (kind === 'yes_no') return yesNos.map((one) => ({ value: one, label: yesNoLabel(one) }))
  if (kind === 'stance')
    return stances.filter((one) => one !== 'none').map((one) => ({ value: one, label: stanceLabel(one) }))
  return kind === 'choice' || kind === 'choices' ? options.map((one) => ({ value: one, label: one })) : []
}

/** The field of an answer, after its name, that holds what another question may be asked on. */
export function answeringField(kind: QuestionKind): 'yesNo' | 'stance' | 'chosen' | 'chosen[]' {
  if (kind === 'yes_no') return 'yesNo'
  if (kind === 'stance') return 'stance'
  return kind === 'choices' ? 'chosen[]' : 'chosen'
}

function said({ kind, yesNo, stance, chosen }: StatementAnswer): readonly (string | null)[] {
  if (kind === 'yes_no') return [yesNo]
  return kind === 'stance' ? [stance] : chosen
}

/** Whether the question is asked, by what the earlier ones got for answer. One that hangs on a question not asked is not asked. */
export function isAsked({ condition, number }: StatementAnswer, answers: readonly StatementAnswer[]): boolean {
  if (condition === null) return true
  const earlier = answers.find(({ questionId }) => questionId === condition.questionId)
  if (earlier === undefined || earlier.number >= number) return true
  return isAsked(earlier, answers) && said(earlier).includes(condition.is)
}

/** The questions that are asked, in their order. */
export function askedAmong(answers: readonly StatementAnswer[]): StatementAnswer[] {
  return answers.filter((answer) => isAsked(answer, answers))
}

/** "Besvaras om fråga 2 är besvarad med Ja."; nothing for a question that is always asked. */
export function conditionText({ condition }: StatementAnswer, answers: readonly StatementAnswer[]): string | null {
  const earlier = answers.find(({ questionId }) => questionId === condition?.questionId)
  if (condition === null || earlier === undefined) return null
  const answer = possibleAnswers(earlier.kind, earlier.options).find(({ value }) => value === condition.is)
  return text.onlyIf(earlier.number, answer?.label ?? condition.is)
}
