/** The Word form: which fields a question has in it, and how each is known again. Always in Swedish. Pure. */

import { speaking } from '../../../kernel/words.ts'
import {
  conditionText,
  numberText,
  stanceLabel,
  stances,
  takesStance,
  yesNoLabel,
  yesNos,
  type StatementAnswer,
} from '../../drafting/index.ts'
import { decidedByLabel, deciders } from '../../referral/index.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { text } from '../text.ts'
import { blankStatement, type Asked } from './asked.ts'

export const questionFields = [
  'text',
  'stance',
  'processes',
  'areas',
  'themes',
  'body',
  'yesNo',
  'amount',
  'chosen',
] as const
export type QuestionField = (typeof questionFields)[number]
export const wholeFields = ['stance', 'decidedBy', 'decidedOn', 'paragraph', 'reservations'] as const
export type WholeField = (typeof wholeFields)[number]

/** Where in the answer a field of the form belongs. */
export type Place =
  | { readonly part: 'question'; readonly questionId: string; readonly field: QuestionField }
  | { readonly part: 'whole'; readonly field: WholeField }
  | { readonly part: 'outside' }

export type Control = 'rich' | 'line' | 'lines' | 'choice' | 'table'

export type FormField = {
  readonly place: Place
  readonly label: string
  readonly control: Control
  /** What to choose among, or the heads of the table. */
  readonly options: readonly string[]
  /** What stands there until somebody writes. */
  readonly hint: string
}

export type FormPart = {
  readonly heading: string
  readonly help: readonly string[]
  readonly fields: readonly FormField[]
}

/** The whole form, and every word in it that is its own. */
export type WordForm = {
  readonly recipientId: string
  readonly title: string
  readonly lead: readonly string[]
  readonly parts: readonly FormPart[]
}

/** The name of the file's own property that says which recipient it is for. */
export const propertyName = 'KraftsamRecipient'

const prefix = 'kraftsam'

/** The name of a content control: which recipient and round version, which place. At most 64 signs, as Word has it. */
export function tagOf(place: Place): string {
  if (place.part === 'question') return `${prefix}:${place.field}:${place.questionId}`
  return place.part === 'outside' ? `${prefix}:outside` : `${prefix}:whole.${place.field}`
}

/** The place that a content control stands for; null for one that is not ours. */
export function placeOf(tag: string): Place | null {
  const [own, field = '', questionId] = tag.split(':')
  if (own !== prefix) return null
  if (field === 'outside') return { part: 'outside' }
  const whole = wholeFields.find((one) => field === `whole.${one}`)
  if (whole !== undefined) return { part: 'whole', field: whole }
  const known = questionFields.find((one) => one === field)
  return known === undefined || questionId === undefined ? null : { part: 'question', questionId, field: known }
}

export function stanceOptions(): string[] {
  return stances.filter((one) => one !== 'none').map(stanceLabel)
}

/** The form for one who was asked. */
export function wordForm(asked: Asked): WordForm {
  return speaking('sv', () => {
    const t = text.form
    const { answers } = blankStatement(asked)
    return {
      recipientId: asked.recipientId,
      title: t.title(asked.title),
      lead: [
        t.from(capital(asked.bodyName)),
        t.to(capital(asked.authorityName), asked.referenceNumber),
        ...(asked.answerBy === null ? [] : [t.lastDay(asked.answerBy)]),
        t.howTo,
        t.sendTo(asked.contact.name, asked.contact.email),
      ],
      parts: [
        ...asked.questions.map((question) => questionPart(question, answers)),
        {
          heading: t.outside,
          help: [t.outsideHelp],
          fields: [withHint({ place: { part: 'outside' }, label: t.answer, control: 'rich', options: [] })],
        },
        { heading: t.whole, help: [t.wholeHelp], fields: wholePart() },
      ],
    } satisfies WordForm
  })
}

type Question = Asked['questions'][number]

function questionPart(question: Question, answers: readonly StatementAnswer[]): FormPart {
  const { number, text: words, help } = question
  const how = howToAnswer(question, answers)
  return {
    heading: `${number}. ${words}`,
    help: [help ?? '', how].filter((line) => line !== ''),
    fields: fieldsOf(question).map(({ field, ...rest }) =>
      withHint({ place: { part: 'question', questionId: question.id, field }, ...rest }),
    ),
  }
}

/** When it is answered, whether it must be, and within what, as the letter says it. */
function howToAnswer(question: Question, answers: readonly StatementAnswer[]): string {
  const own = answers.find(({ questionId }) => questionId === question.id)
  const when = own === undefined ? null : conditionText(own, answers)
  const must = question.isRequired ? text.form.required : ''
  return [when ?? '', limitsOf(question), must].filter((part) => part !== '').join(' ')
}

function limitsOf({ kind, least, most, isWhole }: Question): string {
  const t = text.form
  if (kind === 'file') return t.filesBeside
  if (kind !== 'number') return ''
  const within =
    least !== null && most !== null
      ? t.between(numberText(least), numberText(most))
      : `${least === null ? '' : t.least(numberText(least))}${most === null ? '' : t.most(numberText(most))}`
  return [isWhole ? t.isWhole : '', within].filter((part) => part !== '').join(' ')
}

function withHint(field: Omit<FormField, 'hint'>): FormField {
  const { choose, writeLine, writeLines, write } = text.form
  const hints = { choice: choose, line: writeLine, lines: writeLines, rich: write, table: '' }
  return { ...field, hint: hints[field.control] }
}

type Bare = Omit<FormField, 'place' | 'hint'> & { readonly field: QuestionField }

function fieldsOf(question: Question): Bare[] {
  const t = text.form
  const stance: Bare = { field: 'stance', label: t.stance, control: 'choice', options: stanceOptions() }
  return [
    ...(takesStance(question) ? [stance] : []),
    ...typedFields(question),
    { field: 'text', label: t.answer, control: 'rich', options: [] },
  ]
}

function typedFields(question: Question): Bare[] {
  const t = text.form
  const { options, unit } = question
  const known: Partial<Record<Question['kind'], Bare[]>> = {
    processes: [
      { field: 'processes', label: t.processes, control: 'table', options: [t.name, t.lead, t.where, t.period] },
    ],
    areas: [
      { field: 'areas', label: t.areas, control: 'lines', options: [] },
      { field: 'themes', label: t.themes, control: 'lines', options: [] },
    ],
    body: [{ field: 'body', label: t.body, control: 'line', options: [] }],
    yes_no: [{ field: 'yesNo', label: t.yesNo, control: 'choice', options: yesNos.map(yesNoLabel) }],
    number: [{ field: 'amount', label: t.amount(unit ?? ''), control: 'line', options: [] }],
    choice: [{ field: 'chosen', label: t.chosen, control: 'choice', options }],
    choices: [{ field: 'chosen', label: t.chosenMany(options.join('; ')), control: 'lines', options }],
  }
  return known[question.kind] ?? []
}

function wholePart(): FormField[] {
  const t = text.form
  const of = (field: WholeField, label: string, rest: Pick<FormField, 'control' | 'options'>): FormField =>
    withHint({ place: { part: 'whole', field }, label, ...rest })
  const line = { control: 'line', options: [] } as const
  return [
    of('stance', t.stance, { control: 'choice', options: stanceOptions() }),
    of('decidedBy', t.decidedBy, { control: 'choice', options: deciders.map((one) => capital(decidedByLabel(one))) }),
    of('decidedOn', t.decidedOn, line),
    of('paragraph', t.paragraph, line),
    of('reservations', t.reservations, { control: 'rich', options: [] }),
  ]
}
