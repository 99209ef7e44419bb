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
import { numberText, questionKinds, type QuestionKind } from '../../drafting/index.ts'
import type { Question } from '../model.ts'
import { text } from '../text.ts'
import { text as questionText } from '../text/questions.ts'
import type { DraftProps } from './draft.ts'

export function questionsSection({ round, rejected }: DraftProps): Html {
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
        ${round.questions.map((question) => html`<li>${oneQuestion(question, { action, rejected })}</li>`)}
      </ol>
      ${disclosure({
        summary: t.addQuestion,
        open: round.questions.length === 0 || back !== undefined,
        body: html`<form class="k-form" method="post" action="${action}">
          ${questionFields({ prefix: 'ny', rejected: back })}${button({ label: t.addQuestion, kind: 'secondary' })}
        </form>`,
      })}
    `,
  })
}

type OneQuestion = { readonly action: string; readonly rejected: Rejected | undefined }

function oneQuestion(question: Question, { action, rejected }: OneQuestion): Html {
  const t = text.draft
  const own = `${action}/${question.id}`
  const back = rejectionOf(rejected, own)
  return html`
    <p><strong>${question.number}. ${question.text}</strong></p>
    <p class="k-quiet">${aboutQuestion(question)}</p>
    ${disclosure({
      summary: html`${t.changeQuestion} <span class="k-hidden">${t.questionNumber(question.number)}</span>`,
      open: back !== undefined,
      body: html`
        <form class="k-form" method="post" action="${own}">
          ${questionFields({ prefix: question.id, question, rejected: back })}${button({ label: t.save, kind: 'secondary' })}
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

/** "Ett tal (kronor) · måste besvaras · Hjälpen": what it is answered with, and its help. */
function aboutQuestion({ kind, unit, options, isRequired, help }: Question): string {
  const t = questionText
  const how = unit === null ? t.kinds[kind] : `${t.kinds[kind]} (${unit})`
  return [how, options.join(' / '), isRequired ? t.isRequired : '', help ?? '']
    .filter((part) => part !== '')
    .join(' · ')
}

type QuestionFields = { readonly prefix: string; readonly question?: Question; readonly rejected: Rejected | undefined }

function questionFields({ prefix, question, rejected }: QuestionFields): Html {
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
    ${field({ ...own('help'), label: t.help, value: question?.help, required: false, width: 'full' })}
    ${checkbox({ ...own('isRequired'), label: t.required, help: t.requiredHelp, checked: question?.isRequired === true })}
  `
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
