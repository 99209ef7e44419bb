/** The memo as a page to write on: the parts of the paper, in its order (I-13). */

import { html, type Html } from '../../../kernel/html.ts'
import { speaking } from '../../../kernel/words.ts'
import {
  capital,
  checkboxes,
  dateField,
  dateOnly,
  field,
  hiddenFields,
  richField,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { Case } from '../../registry/index.ts'
import { meetingOf } from '../model/meeting.ts'
import type { MemoContent, PlanLine, Responsible } from '../model/memo.ts'
import type { TextState } from '../queries/shared-text.ts'
import { text as paperText } from '../text.ts'
import { fieldText } from './field-text.ts'
import { group, textAreas, textFields, valueOf, valuesOf } from './fields.ts'

/** What may be picked while writing. */
export type MemoChoices = {
  /** Records of the case, as a memo names them. */
  readonly basis: readonly string[]
  /** Heads of the authority, as "Namn, titel". */
  readonly heads: readonly string[]
}

export type MemoFormProps = {
  readonly theCase: Case
  readonly memo: MemoContent
  readonly choices: MemoChoices
  /** Its texts as those who write in them together have them. */
  readonly texts?: readonly TextState[]
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly rejected: Rejected | undefined
  readonly buttons: Html
  /** What must be confirmed before it is saved. */
  readonly confirm?: Html | false
}

/** The form on its paper. */
export function memoForm(props: MemoFormProps): Html {
  const { theCase, memo, rejected, texts = [] } = props
  const shared = (name: string) => texts.find(({ field }) => field === name)
  return html`<article class="paper">
    <div class="paper-head">
      <div class="paper-sender"><p class="paper-organisation">${capital(theCase.authorityName)}</p></div>
      <div class="paper-kind">
        <p>${speaking('sv', () => paperText.paper.memo)}</p>
        <p class="paper-reference">${theCase.referenceNumber}</p>
      </div>
    </div>
    <form class="k-form" method="post" action="${props.action}">
    ${hiddenFields(props.hidden)}
    ${dateField({ name: 'date', label: fieldText.date, value: memo.date, rejected })}
    ${referenceFields(memo, rejected)}
    ${field({ name: 'title', label: fieldText.title, help: fieldText.titleHelp(theCase.referenceNumber), value: memo.title, width: 'full', rejected })}
    ${richField({ name: 'summary', label: fieldText.summary, help: fieldText.summaryHelp, value: memo.summary, shared: shared('summary'), size: 'small', rejected })}
    ${richField({ name: 'body', label: fieldText.body, value: memo.body, shared: shared('body'), required: false, rejected })}
    ${proposalFields(memo, rejected)} ${basisFields(props)} ${planning(memo.planning)}
    ${textArea({ name: 'sendTo', label: fieldText.sendTo, help: fieldText.sendToHelp, value: memo.sendTo.join('\n'), rows: 3, rejected })}
    ${responsibleFields(props)}
    ${props.confirm}
    <div class="k-actions">${props.buttons}</div>
    </form>
  </article>`
}

function referenceFields({ reference }: MemoContent, rejected: Rejected | undefined): Html {
  return html`${field({ name: 'reference.name', label: fieldText.name, value: reference.name, width: 'l', autocomplete: 'off', rejected })}
  ${field({ name: 'reference.title', label: fieldText.role, value: reference.title, width: 'l', rejected })}
  ${field({ name: 'reference.email', label: fieldText.email, value: reference.email, type: 'email', width: 'l', autocomplete: 'off', rejected })}`
}

function proposalFields(memo: MemoContent, rejected: Rejected | undefined): Html {
  const values = valuesOf(rejected, 'proposals[]', memo.proposals).filter((point) => point.trim() !== '')
  return group({
    legend: fieldText.proposals,
    help: fieldText.proposalsHelp,
    id: 'forslag-till-beslut',
    body: textAreas({
      name: 'proposals[]',
      values,
      label: fieldText.point,
      add: { label: fieldText.addPoint, next: 'forslag-till-beslut' },
    }),
  })
}

/** The basis as lines, and what in the case is not among them, to tick. */
function basisFields({ memo, choices, rejected }: MemoFormProps): Html {
  const written = valueOf(rejected, 'basis', memo.basis.join('\n'))
  const others = choices.basis.filter((line) => !written.includes(line))
  return html`${textArea({ name: 'basis', label: fieldText.basis, help: fieldText.basisHelp, value: written, rows: Math.max(4, memo.basis.length + 1) })}
  ${
    others.length > 0 &&
    checkboxes({
      name: 'moreBasis[]',
      label: fieldText.moreBasis,
      choices: others.map((line) => ({ value: line, label: line })),
      rejected,
    })
  }`
}

/** The plan, read only: it is made from the bodies' calendars, on its own tab. */
export function planning(lines: readonly PlanLine[]): Html {
  return html`<div class="k-field">
    <p class="ds-label">${fieldText.planning}</p>
    <p class="k-help">${fieldText.planningHelp}</p>
    ${
      lines.length === 0
        ? html`<p>${fieldText.noPlanning}</p>`
        : html`<ul>${lines.map((line) => html`<li>${capital(meetingOf(line))} ${dateOnly(line.date)}</li>`)}</ul>`
    }
  </div>`
}

function responsibleFields({ memo, choices, rejected }: MemoFormProps): Html {
  const values = valuesOf(rejected, 'responsible[]', memo.responsible.map(nameAndRole)).filter(
    (one) => one.trim() !== '',
  )
  return group({
    legend: fieldText.responsible,
    help: fieldText.responsibleHelp,
    id: 'ansvariga',
    body: textFields({
      name: 'responsible[]',
      values,
      label: fieldText.head,
      suggestions: choices.heads,
      add: { label: fieldText.addHead, next: 'ansvariga' },
    }),
  })
}

/** "Eva Lind, servicedirektör". */
export function nameAndRole({ name, role }: Pick<Responsible, 'name' | 'role'>): string {
  return role === '' ? name : `${name}, ${role}`
}
