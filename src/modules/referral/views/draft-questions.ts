/** What a draft asks: each question with its own form, and one for the next. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  disclosure,
  field,
  hiddenFields,
  rejectionOf,
  section,
  select,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import {
  kindsWithPosition,
  numberText,
  possibleAnswers,
  questionKinds,
  takesStance,
  type QuestionKind,
} from '../../drafting/index.ts'
import type { Question } from '../model.ts'
import { text } from '../text.ts'
import { text as questionText } from '../text/questions.ts'
import type { DraftProps } from './draft.ts'

export function questionsSection({ round, removed, earlier, rejected }: DraftProps): Html {
  const t = text.draft
  const action = `/remisser/${round.id}/fragor`
  const back = rejectionOf(rejected, action)
  return section({
    title: t.questions,
    id: 'fragor',
    count: round.questions.length,
    body: html`
      ${round.questions.length === 0 && html`<p class="k-quiet">${t.noQuestions}</p>`}
      <ol class="k-plain-list">
        ${round.questions.map((question) => html`<li>${oneQuestion(question, { action, questions: round.questions, rejected })}</li>`)}
      </ol>
      ${disclosure({
        summary: t.addQuestion,
        open: round.questions.length === 0 || back !== undefined,
        body: html`<form class="k-form" method="post" action="${action}">
          ${questionFields({ prefix: 'ny', earlier: round.questions, rejected: back })}${button({ label: t.addQuestion, kind: 'secondary' })}
        </form>`,
      })}
      ${removed.length > 0 && removedList(removed, action)} ${earlier.length > 0 && copyForm({ round, earlier, rejected })}
    `,
  })
}

function removedList(removed: DraftProps['removed'], action: string): Html {
  return disclosure({
    summary: html`${questionText.removed} (${removed.length})`,
    open: true,
    body: html`<p class="k-help">${questionText.removedHelp}</p>
      <ul class="k-plain-list">
        ${removed.map(
          ({ id, text: words }) =>
            html`<li>${words} ${smallForm({ action: `${action}/${id}/lagg-tillbaka`, label: questionText.restore, hidden: {} })}</li>`,
        )}
      </ul>`,
  })
}

function copyForm({ round, earlier, rejected }: Pick<DraftProps, 'round' | 'earlier' | 'rejected'>): Html {
  const t = questionText
  const action = `/remisser/${round.id}/kopiera`
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: t.copy,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${select({
        name: 'fromRoundId',
        label: t.copyFrom,
        help: t.copyHelp,
        choices: earlier.map(({ id, title, referenceNumber }) => ({
          value: id,
          label: `${title} (${referenceNumber})`,
        })),
        required: true,
        rejected: back,
      })}
      ${checkbox({ name: 'letter', label: t.copyLetter, rejected: back })}
      ${checkbox({ name: 'recipients', label: t.copyRecipients, rejected: back })}
      ${button({ label: t.copyDo, kind: 'secondary' })}
    </form>`,
  })
}

type OneQuestion = {
  readonly action: string
  readonly questions: readonly Question[]
  readonly rejected: Rejected | undefined
}

function oneQuestion(question: Question, { action, questions, rejected }: OneQuestion): Html {
  const t = text.draft
  const own = `${action}/${question.id}`
  const back = rejectionOf(rejected, own)
  return html`
    <p><strong>${question.number}. ${question.text}</strong></p>
    <p class="k-quiet">${aboutQuestion(question, questions)}</p>
    ${disclosure({
      summary: html`${t.changeQuestion} <span class="k-hidden">${t.questionNumber(question.number)}</span>`,
      open: back !== undefined,
      body: html`
        <form class="k-form" method="post" action="${own}">
          ${questionFields({ prefix: question.id, question, earlier: questions.slice(0, question.number - 1), rejected: back })}${button({ label: t.save, kind: 'secondary' })}
        </form>
        <div class="k-actions">
          ${smallForm({ action: `${own}/flytta`, label: t.up, hidden: { direction: 'up' } })}
          ${smallForm({ action: `${own}/flytta`, label: t.down, hidden: { direction: 'down' } })}
          ${smallForm({ action: `${own}/ta-bort`, label: t.remove, hidden: {} })}
        </div>
      `,
    })}
  `
}

function smallForm(about: { action: string; label: string; hidden: Readonly<Record<string, string>> }): Html {
  return html`<form method="post" action="${about.action}">
    ${hiddenFields(about.hidden)}${button({ label: about.label, kind: 'tertiary', small: true })}
  </form>`
}

/** "Ett tal (kronor) · måste besvaras · Hjälpen": what it is answered with and when, and its help. */
function aboutQuestion(question: Question, all: readonly Question[]): string {
  const { kind, unit, options, isRequired, condition, help } = question
  const t = questionText
  const how = unit === null ? t.kinds[kind] : `${t.kinds[kind]} (${unit})`
  const on = all.find(({ id }) => id === condition?.questionId)
  const when = on === undefined || condition === null ? '' : t.onlyIf(on.number, answerWords(on, condition.is))
  const position = kind !== 'stance' && takesStance(question) ? t.withStance : ''
  return [how, position, options.join(' / '), when, isRequired ? t.isRequired : '', help ?? '']
    .filter((part) => part !== '')
    .join(' · ')
}

function answerWords({ kind, options }: Question, value: string): string {
  return possibleAnswers(kind, options).find((one) => one.value === value)?.label ?? value
}

type QuestionFields = {
  readonly prefix: string
  readonly question?: Question
  /** Those that a condition may look at. */
  readonly earlier: readonly Question[]
  readonly rejected: Rejected | undefined
}

function questionFields({ prefix, question, earlier, rejected }: QuestionFields): Html {
  const t = questionText
  const own = (name: string) => ({ name, id: `fraga-${prefix}-${name}`, rejected })
  return html`
    ${textArea({ ...own('text'), label: t.question, value: question?.text, rows: 3, maxLength: 2000 })}
    ${select({
      ...own('kind'),
      label: t.kind,
      value: question?.kind ?? 'text',
      empty: false,
      choices: questionKinds.map((kind) => ({ value: kind, label: t.kinds[kind] })),
    })}
    ${forKinds(['choice', 'choices'], optionFields({ own, question }))} ${forKinds(['number'], numberFields({ own, question }))}
    ${forKinds(kindsWithPosition, stanceField({ own, question }))}
    ${field({ ...own('help'), label: t.help, value: question?.help, required: false, width: 'full' })}
    ${checkbox({ ...own('isRequired'), label: t.required, help: t.requiredHelp, checked: question?.isRequired === true })}
    ${conditionField({ own, question }, earlier)}
  `
}

/** Nothing to choose while no earlier question can decide it. */
function conditionField({ own, question }: Settings, earlier: readonly Question[]): Html {
  const t = questionText
  const choices = earlier.flatMap(({ id, number, text: words, kind, options }) =>
    possibleAnswers(kind, options).map(({ value, label }) => ({
      value: `${id}=${value}`,
      label: t.ifAnswer(number, words.length > 60 ? `${words.slice(0, 59)}…` : words, label),
    })),
  )
  if (choices.length === 0) return html``
  const { condition = null } = question ?? {}
  return select({
    ...own('condition'),
    label: t.condition,
    help: t.conditionHelp,
    value: condition === null ? '' : `${condition.questionId}=${condition.is}`,
    empty: t.always,
    choices,
    width: 'full',
  })
}

/** Shown while one of the kinds is chosen; without JavaScript always, and what the kind has no use for is not kept. */
function forKinds(kinds: readonly QuestionKind[], fields: Html): Html {
  return html`<shown-if data-name="kind" data-any="${JSON.stringify(kinds)}">${fields}</shown-if>`
}

type Settings = {
  readonly own: (name: string) => { name: string; id: string; rejected: Rejected | undefined }
  readonly question: Question | undefined
}

function optionFields({ own, question }: Settings): Html {
  return textArea({
    ...own('options'),
    label: questionText.options,
    help: questionText.optionsHelp,
    value: question?.options.join('\n'),
    rows: 4,
  })
}

function stanceField({ own, question }: Settings): Html {
  return checkbox({
    ...own('asksStance'),
    label: questionText.asksStance,
    help: questionText.asksStanceHelp,
    checked: question !== undefined && takesStance(question),
  })
}

function numberFields({ own, question }: Settings): Html {
  const t = questionText
  const limit = (name: 'least' | 'most') => {
    const set = question?.[name] ?? null
    return field({
      ...own(name),
      label: t[name],
      value: set === null ? '' : numberText(set),
      inputMode: 'decimal',
      width: 's',
      required: false,
    })
  }
  return html`${field({ ...own('unit'), label: t.unit, help: t.unitHelp, value: question?.unit, width: 'm', required: false })}
  ${limit('least')} ${limit('most')}
  ${checkbox({ ...own('isWhole'), label: t.whole, checked: question?.isWhole === true })}`
}
