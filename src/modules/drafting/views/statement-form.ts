/** The statement as a page to write on: a part for each question, with the fields that its kind asks for. */

import { attribute, flag, html, type Html } from '../../../kernel/html.ts'
import { capital, field, hiddenFields, progress, richField, type Rejected } from '../../../kernel/ui/index.ts'
import { speaking } from '../../../kernel/words.ts'
import type { Case } from '../../registry/index.ts'
import { answeredOf, isAnswered, type StatementAnswer, type StatementContent } from '../model.ts'
import { fieldOfAnswer } from '../model/shared-text.ts'
import type { TextState } from '../queries/shared-text.ts'
import { text as paperText } from '../text.ts'
import { conditionLine, shownIfAsked } from './answer-condition.ts'
import { answerField, stanceField, type AnswerChoices } from './answer-field.ts'
import { fieldText } from './field-text.ts'
import { text } from './text.ts'

export type StatementFormProps = {
  readonly theCase: Case
  readonly statement: StatementContent
  readonly choices: AnswerChoices
  /** Its texts as those who write in them together have them. */
  readonly texts: readonly TextState[]
  readonly action: string
  /** Where a file of the draft is: what its address begins with. */
  readonly filesAt: string
  readonly hidden: Readonly<Record<string, string>>
  readonly rejected: Rejected | undefined
  readonly buttons: Html
}

/** The form on its paper. */
export function statementForm(props: StatementFormProps): Html {
  const { theCase, statement, rejected } = props
  return html`<article class="paper">
    <div class="paper-head">
      <div class="paper-sender"><p class="paper-organisation">${capital(theCase.authorityName)}</p></div>
      <div class="paper-kind">
        <p>${speaking('sv', () => paperText.paper.proposal)}</p>
        <p class="paper-reference">${theCase.referenceNumber}</p>
      </div>
    </div>
    <form class="k-form" method="post" action="${props.action}"${attribute('enctype', takesFiles(statement) && 'multipart/form-data')}>
    ${hiddenFields(props.hidden)}
    ${statement.answers.length > 0 && rail(statement)}
    ${field({ name: 'title', label: fieldText.title, value: statement.title, width: 'full', rejected })}
    ${richField({ name: 'introduction', label: fieldText.introduction, value: statement.introduction, shared: sharedOf(props, 'introduction'), size: 'small', required: false, rejected })}
    ${statement.answers.map((answer, index) => question(answer, index, props))}
    ${richField({ name: 'outside', label: fieldText.outside, help: fieldText.outsideHelp, value: statement.outside, shared: sharedOf(props, 'outside'), size: 'small', required: false, rejected })}
    ${stanceField({ name: 'stance', label: fieldText.overall, value: statement.stance, rejected })}
    <div class="k-actions">${props.buttons}</div>
    </form>
  </article>`
}

function takesFiles({ answers }: StatementContent): boolean {
  return answers.some(({ kind }) => kind === 'file')
}

function sharedOf({ texts }: StatementFormProps, name: string): TextState | undefined {
  return texts.find(({ field }) => field === name)
}

/** How far one has come, and a way to each question. The browser ticks them while one writes. */
function rail(statement: StatementContent): Html {
  const state = (sign: string, words: string, name: string) =>
    html`<span class="k-rail-${name}"><span aria-hidden="true">${sign}</span><span class="k-hidden">${words}</span></span>`
  return html`<div class="k-rail-box">
    ${progress({ label: text.answered, ...answeredOf(statement) })}
    <nav class="k-rail" aria-label="${fieldText.questions}">
      <ol>
        ${statement.answers.map(
          (answer) =>
            html`<li><a href="#fraga-${answer.number}" data-question="fraga-${answer.number}"${flag('data-done', isAnswered(answer))}
              ><span class="k-hidden">${fieldText.questionLink}</span> ${answer.number} ${state('✓', fieldText.isAnswered, 'done')}${state('○', fieldText.isOpen, 'open')}</a
            ></li>`,
        )}
      </ol>
    </nav>
  </div>`
}

function question(answer: StatementAnswer, index: number, props: StatementFormProps): Html {
  const { answers } = props.statement
  const name = `answers.${index}`
  const id = `fraga-${answer.number}`
  const over = `${fieldText.question(answer.number, answers.length)}${answer.isRequired ? ` · ${fieldText.required}` : ''}`
  const part = html`<section class="k-section" id="${id}" aria-labelledby="${id}-rubrik">
    <h2 id="${id}-rubrik"><span class="k-over">${over}</span> ${answer.question}</h2>
    ${conditionLine(answer, answers)} ${answer.help !== null && html`<p class="k-help">${answer.help}</p>`}
    ${hiddenFields({ [`${name}.questionId`]: answer.questionId })}
    ${answerField({ answer, name, shared: sharedOf(props, fieldOfAnswer(answer.questionId)), choices: props.choices, rejected: props.rejected, next: id, files: { at: props.filesAt } })}
  </section>`
  return shownIfAsked(answer, { answers, nameOf: (at) => `answers.${at}` }, part)
}
