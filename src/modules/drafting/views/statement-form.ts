/** The statement as a page to write on: a part for each question, with the fields that its kind asks for. */

import { flag, html, type Html } from '../../../kernel/html.ts'
import {
  capital,
  checkboxes,
  field,
  hiddenFields,
  progress,
  radios,
  richField,
  select,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { speaking } from '../../../kernel/words.ts'
import type { Case } from '../../registry/index.ts'
import {
  answeredOf,
  isAnswered,
  stanceLabel,
  stances,
  type Stance,
  type StatementAnswer,
  type StatementContent,
} from '../model/statement.ts'
import { text as paperText } from '../text.ts'
import { fieldText } from './field-text.ts'
import { group, rows } from './fields.ts'
import { text } from './text.ts'

export type StatementChoices = {
  readonly areas: readonly string[]
  readonly themes: readonly string[]
  readonly bodies: readonly string[]
}

export type StatementFormProps = {
  readonly theCase: Case
  readonly statement: StatementContent
  readonly choices: StatementChoices
  readonly action: string
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
    <form class="k-form" method="post" action="${props.action}">
    ${hiddenFields(props.hidden)}
    ${statement.answers.length > 0 && rail(statement)}
    ${field({ name: 'title', label: fieldText.title, value: statement.title, width: 'full', rejected })}
    ${richField({ name: 'introduction', label: fieldText.introduction, value: statement.introduction, size: 'small', required: false, rejected })}
    ${statement.answers.map((answer, index) => question(answer, index, props))}
    ${richField({ name: 'outside', label: fieldText.outside, help: fieldText.outsideHelp, value: statement.outside, size: 'small', required: false, rejected })}
    ${stanceRadios('stance', fieldText.overall, { value: statement.stance, rejected })}
    <div class="k-actions">${props.buttons}</div>
    </form>
  </article>`
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

function stanceRadios(
  name: string,
  label: string,
  { value, rejected }: { value: Stance; rejected: Rejected | undefined },
): Html {
  const choices = stances.map((one) => ({ value: one, label: stanceLabel(one) }))
  return radios({ name, label, choices, value, inline: true, rejected })
}

function question(answer: StatementAnswer, index: number, props: StatementFormProps): Html {
  const name = `answers.${index}`
  const { rejected } = props
  const count = props.statement.answers.length
  return html`<section class="k-section" id="fraga-${answer.number}" aria-labelledby="fraga-${answer.number}-rubrik">
    <h2 id="fraga-${answer.number}-rubrik"><span class="k-over">${fieldText.question(answer.number, count)}</span> ${answer.question}</h2>
    ${answer.help !== null && html`<p class="k-help">${answer.help}</p>`}
    ${hiddenFields({ [`${name}.questionId`]: answer.questionId })}
    ${stanceRadios(`${name}.stance`, fieldText.stance, { value: answer.stance, rejected })}
    ${typedFields(answer, name, props)}
    ${richField({ name: `${name}.text`, label: fieldText.answer, value: answer.text, rejected })}
  </section>`
}

function typedFields(answer: StatementAnswer, name: string, props: StatementFormProps): Html {
  if (answer.kind === 'processes') return processFields(answer, name, props.rejected)
  if (answer.kind === 'areas') return areaFields(answer, name, props)
  if (answer.kind === 'body') return bodyFields(answer, name, props)
  return html``
}

function processFields(answer: StatementAnswer, name: string, rejected: Rejected | undefined): Html {
  const row = new RegExp(`^${name}\\.processes\\.\\d+\\.name$`)
  const sent = Object.keys(rejected?.values ?? {}).filter((field) => row.test(field)).length
  return group({
    legend: fieldText.processes,
    help: fieldText.processHelp,
    body: rows({
      name: `${name}.processes`,
      count: Math.max(answer.processes.length + 1, sent),
      add: { label: fieldText.addProcess, next: `fraga-${answer.number}` },
      row: (at, number) =>
        group({
          legend: fieldText.process(number),
          body: processRow(`${name}.processes.${at}`, at === '{at}' ? undefined : answer.processes[at], rejected),
        }),
    }),
  })
}

function processRow(
  name: string,
  process: StatementAnswer['processes'][number] | undefined,
  rejected: Rejected | undefined,
): Html {
  const own = (part: string) => ({ name: `${name}.${part}`, id: `falt-${name.replaceAll('.', '-')}-${part}`, rejected })
  return html`${field({ ...own('name'), label: fieldText.processName, value: process?.name, width: 'full' })}
  ${field({ ...own('lead'), label: fieldText.processLead, value: process?.lead, width: 'l', required: false })}
  ${field({ ...own('where'), label: fieldText.processWhere, value: process?.where, width: 'l', required: false })}`
}

type Some = {
  readonly chosen: readonly string[]
  readonly known: readonly string[]
  readonly rejected: Rejected | undefined
}

/** What is known, to tick, and lines for what is not. */
function someOf(names: { many: string; more: string }, labels: { many: string; more: string }, some: Some): Html {
  const { chosen, known, rejected } = some
  const own = chosen.filter((one) => !known.includes(one))
  return html`${
    known.length > 0 &&
    checkboxes({
      name: names.many,
      label: labels.many,
      choices: known.map((one) => ({ value: one, label: one })),
      values: chosen,
      inline: true,
      rejected,
    })
  }
  ${textArea({
    name: names.more,
    label: known.length > 0 ? labels.more : labels.many,
    help: fieldText.oneALine,
    value: own.join('\n'),
    rows: 2,
    required: false,
    rejected,
  })}`
}

function areaFields(answer: StatementAnswer, name: string, { choices, rejected }: StatementFormProps): Html {
  return html`${someOf(
    { many: `${name}.areas[]`, more: `${name}.moreAreas` },
    { many: fieldText.areas, more: fieldText.moreAreas },
    { chosen: answer.areas, known: choices.areas, rejected },
  )}
  ${someOf(
    { many: `${name}.themes[]`, more: `${name}.moreThemes` },
    { many: fieldText.themes, more: fieldText.moreThemes },
    { chosen: answer.themes, known: choices.themes, rejected },
  )}`
}

function bodyFields(answer: StatementAnswer, name: string, { choices, rejected }: StatementFormProps): Html {
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
