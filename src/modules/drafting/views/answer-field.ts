/**
 * The fields of one question, drawn in one place for everyone who answers: the statement, what the sender enters for a body
 * outside, a personal link. What they send is read by `answerInput` and taken in by `answerWith`.
 */

import { html, type Html } from '../../../kernel/html.ts'
import {
  checkboxes,
  field,
  radios,
  richField,
  select,
  type Choice,
  type FieldProps,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import {
  numberText,
  stanceLabel,
  stances,
  takesStance,
  yesNoLabel,
  yesNos,
  type QuestionKind,
  type Stance,
  type StatementAnswer,
} from '../model.ts'
import type { TextState } from '../queries/shared-text.ts'
import { fieldText } from './answer-field-text.ts'
import { fileFields } from './answer-file-field.ts'
import { areaFields, processFields } from './answer-rows.ts'

export type AnswerChoices = {
  readonly areas: readonly string[]
  readonly themes: readonly string[]
  readonly bodies: readonly string[]
}

export type AnswerFieldProps = {
  /** What is asked, and what is answered so far. */
  readonly answer: StatementAnswer
  /** The words, where several write in them at once. */
  readonly shared?: TextState | undefined
  /** What the names of its fields begin with: "answers.0". */
  readonly name: string
  readonly choices: AnswerChoices
  readonly rejected: Rejected | undefined
  /** Where the page comes back to when a row is added without JavaScript, by a button that saves; without it there are spare rows. */
  readonly next?: string
  /** What the address of a file begins with, once it is there; null: it has none. */
  readonly files: { readonly at: string | null; readonly by?: 'guest' | 'sender' }
}

/** Every field of the question: the position where one is taken, what its kind asks for, and the words. */
export function answerField(props: AnswerFieldProps): Html {
  const { answer, name, rejected } = props
  return html`${
    takesStance(answer) &&
    stanceField({ name: `${name}.stance`, label: fieldText.stance, value: answer.stance, rejected })
  }
  ${typedFields[answer.kind](props)}
  ${wordsField(props)}`
}

/** The position on a question or on the whole (I-19). */
export function stanceField(props: FieldProps & { readonly value: Stance }): Html {
  return radios({ ...props, choices: stances.map((one) => ({ value: one, label: stanceLabel(one) })), inline: true })
}

const typedFields: Readonly<Record<QuestionKind, (props: AnswerFieldProps) => Html>> = {
  text: () => html``,
  stance: () => html``,
  yes_no: yesNoField,
  processes: processFields,
  areas: areaFields,
  body: bodyFields,
  number: numberField,
  choice: choiceField,
  choices: choicesField,
  file: fileFields,
}

const reasoned: ReadonlySet<QuestionKind> = new Set(['stance', 'yes_no', 'body'])
const commented: ReadonlySet<QuestionKind> = new Set(['number', 'choice', 'choices', 'file'])

/** The answer itself, its reasons, or what one may want to say beside a number or a choice. */
function wordsField({ answer, name, shared, rejected }: AnswerFieldProps): Html {
  const own = { name: `${name}.text`, value: answer.text, shared, rejected }
  if (commented.has(answer.kind)) return richField({ ...own, label: fieldText.comment, size: 'small', required: false })
  return richField({ ...own, label: reasoned.has(answer.kind) ? fieldText.reasons : fieldText.answer })
}

function yesNoField({ answer, name, rejected }: AnswerFieldProps): Html {
  return radios({
    name: `${name}.yesNo`,
    label: fieldText.yourAnswer,
    choices: [...yesNos.map((one) => ({ value: one, label: yesNoLabel(one) })), notSaid],
    value: answer.yesNo ?? '',
    inline: true,
    rejected,
  })
}

/** A radio button that was pressed cannot be lifted: there is one for nothing. */
const notSaid: Choice = {
  value: '',
  get label() {
    return fieldText.notSaid
  },
}

function bodyFields({ answer, name, choices, rejected }: AnswerFieldProps): Html {
  const isKnown = answer.body !== null && choices.bodies.includes(answer.body)
  return html`${select({
    name: `${name}.body`,
    label: fieldText.namedBody,
    choices: choices.bodies.map((body) => ({ value: body, label: body })),
    value: isKnown ? answer.body : '',
    empty: fieldText.nobody,
    width: 'l',
    rejected,
  })}
  ${field({
    name: `${name}.otherBody`,
    label: fieldText.otherBody,
    value: isKnown ? '' : answer.body,
    width: 'l',
    required: false,
    rejected,
  })}`
}

function numberField({ answer, name, rejected }: AnswerFieldProps): Html {
  const { unit, amount } = answer
  return field({
    name: `${name}.number`,
    label: unit === null ? fieldText.number : fieldText.numberOf(unit),
    help: limits(answer),
    value: amount === null ? '' : numberText(amount.value),
    inputMode: answer.isWhole ? 'numeric' : 'decimal',
    width: 's',
    rejected,
  })
}

/** "Heltal. Minst 0, högst 100." */
function limits({ isWhole, least, most }: StatementAnswer): string {
  const between = [
    ...(least === null ? [] : [`${fieldText.atLeast(numberText(least))}.`]),
    ...(most === null ? [] : [`${fieldText.atMost(numberText(most))}.`]),
  ]
  return [isWhole ? fieldText.whole : fieldText.decimals, ...between].join(' ')
}

function choiceField({ answer, name, rejected }: AnswerFieldProps): Html {
  return radios({
    name: `${name}.chosen`,
    label: fieldText.chooseOne,
    choices: [...optionsOf(answer), notSaid],
    value: answer.chosen[0] ?? '',
    rejected,
  })
}

function choicesField({ answer, name, rejected }: AnswerFieldProps): Html {
  return checkboxes({
    name: `${name}.chosen[]`,
    label: fieldText.chooseMany,
    choices: optionsOf(answer),
    values: answer.chosen,
    rejected,
  })
}

function optionsOf({ options }: StatementAnswer): Choice[] {
  return options.map((option) => ({ value: option, label: option }))
}
