/** Entering the answer of a body outside the system: one form, question by question. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  dateField,
  field,
  fileField,
  hiddenFields,
  linkButton,
  pageHead,
  radios,
  rejectionOf,
  richField,
  section,
  select,
  textArea,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import {
  answerField,
  conditionLine,
  stanceLabel,
  stances,
  type AnswerChoices,
  type StatementAnswer,
} from '../../drafting/index.ts'
import { askedOf, deciders, type Recipient, type Round } from '../model.ts'
import { text } from '../text.ts'
import { decidedByLabel } from './labels.ts'
import { letterHref } from './letters.ts'

export type EnterProps = {
  readonly round: Round
  readonly recipient: Recipient
  /** Other ways to answer, drawn by modules downstream. */
  readonly ways: readonly Html[]
  readonly today: string
  readonly choices: AnswerChoices
  readonly rejected: Rejected | undefined
}

/** The same address as the answer, while there is none and it is the sender's to enter. */
export function enterScreen({ round, recipient, ways, today, choices, rejected }: EnterProps): Screen {
  const t = text.enter
  const action = `/remisser/${round.id}/svar/${recipient.id}`
  const back = rejectionOf(rejected, action)
  const answers = round.questions.map(askedOf)
  return {
    title: text.answer.title(recipient.bodyName),
    section: 'referrals',
    width: 'reading',
    body: html`
      ${pageHead({
        title: text.answer.title(recipient.bodyName),
        number: round.referenceNumber,
        over: html`<a href="/remisser/${round.id}">${text.answer.over(round.title)}</a>`,
        lead: t.lead,
        actions: html`${ways}${linkButton({
          href: letterHref(recipient),
          label: t.letter,
          kind: 'tertiary',
          icon: 'download',
          download: true,
        })}`,
      })}
      <form class="k-form" method="post" action="${action}" enctype="multipart/form-data">
        ${standing(recipient, { today, rejected: back })}
        ${answers.map((answer, index) => oneAnswer(answer, { index, answers, choices, rejected: back }))}
        ${richField({ name: 'outside', label: t.outside, size: 'small', rejected: back })}
        ${textArea({ name: 'reservations', label: t.reservations, required: false, rejected: back })}
        ${fileField({ name: 'files', label: t.files, help: t.filesHelp, multiple: true, rejected: back })}
        ${button({ label: t.save })}
      </form>
    `,
  }
}

function standing(recipient: Recipient, { today, rejected }: { today: string; rejected: Rejected | undefined }): Html {
  const t = text.enter
  return html`
    ${radios({
      name: 'stance',
      label: t.stance,
      help: t.stanceHelp,
      value: 'none',
      choices: stances.map((one) => ({ value: one, label: stanceLabel(one) })),
      rejected,
    })}
    ${select({
      name: 'decidedBy',
      label: t.decidedBy,
      value: recipient.bodyKind === 'company' ? 'company' : 'board',
      empty: false,
      choices: deciders.map((one) => ({ value: one, label: capital(decidedByLabel(one)) })),
      rejected,
    })}
    ${dateField({ name: 'decidedOn', label: t.decidedOn, max: today, required: false, rejected })}
    ${field({ name: 'paragraph', label: t.paragraph, help: t.paragraphHelp, width: 's', required: false, rejected })}
  `
}

type OneAnswer = {
  readonly index: number
  readonly answers: readonly StatementAnswer[]
  readonly choices: AnswerChoices
  readonly rejected: Rejected | undefined
}

function oneAnswer(answer: StatementAnswer, { index, answers, choices, rejected }: OneAnswer): Html {
  const name = `answers.${index}`
  return section({
    title: `${answer.number}. ${answer.question}`,
    body: html`
      ${conditionLine(answer, answers)} ${answer.help !== null && html`<p class="k-help">${answer.help}</p>`}
      ${hiddenFields({ [`${name}.questionId`]: answer.questionId })}
      ${answerField({ answer, name, choices, rejected, files: { at: null, by: 'sender' } })}
    `,
  })
}
