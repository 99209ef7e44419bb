/** A question that is asked only if an earlier one got a given answer: it says so, and is shown and hidden with it. */

import { html, type Html } from '../../../kernel/html.ts'
import { answeringField, conditionText, type StatementAnswer } from '../model.ts'

type Among = {
  readonly answers: readonly StatementAnswer[]
  /** What the names of a question's fields begin with, by its place among the answers: "answers.0". */
  readonly nameOf: (index: number) => string
}

/** The question's part of the form. Without JavaScript it is always there, with the words on when to answer it. */
export function shownIfAsked(answer: StatementAnswer, { answers, nameOf }: Among, body: Html): Html {
  const { condition } = answer
  const at = answers.findIndex(({ questionId }) => questionId === condition?.questionId)
  const earlier = answers[at]
  if (condition === null || earlier === undefined) return body
  const name = `${nameOf(at)}.${answeringField(earlier.kind)}`
  return html`<shown-if data-name="${name}" data-any="${JSON.stringify([condition.is])}">${body}</shown-if>`
}

/** "Besvaras om fråga 2 är besvarad med Ja." */
export function conditionLine(answer: StatementAnswer, answers: readonly StatementAnswer[]): Html {
  const words = conditionText(answer, answers)
  return words === null ? html`` : html`<p class="k-help">${words}</p>`
}
