import { html } from '../../../kernel/html.ts'
import {
  dateField,
  disclosure,
  field,
  notice,
  pageHead,
  primaryForm,
  rejectionOf,
  select,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { caseKinds } from '../model.ts'
import type { Officer } from '../queries.ts'
import { text } from '../text.ts'
import { recordFieldsOf, type KeptFile } from './record-form.ts'
import { secrecyDisclosure } from './secrecy.ts'

export type NewCaseProps = {
  readonly authorityName: string
  readonly mayOpen: boolean
  readonly officers: readonly Officer[]
  readonly kept: readonly KeptFile[]
  readonly today: string
  readonly rejected: Rejected | undefined
}

export const newCaseForm = '/arenden/nytt'

/** Opens a case; the record that starts it can be registered in the same step. */
export function newCasePage(props: NewCaseProps): Screen {
  const { open } = text
  return {
    title: open.title,
    section: 'cases',
    width: 'reading',
    body: html`${pageHead({ title: open.title, over: props.authorityName, lead: open.lead })}${why({
      law: open.lawWhy,
      text: open.why,
    })}${
      props.mayOpen
        ? primaryForm({ action: newCaseForm, label: open.submit, files: true, fields: fields(props) })
        : notice('info', open.mayNot)
    }`,
  }
}

function fields({ officers, kept, today, rejected: all }: NewCaseProps) {
  const rejected = rejectionOf(all, newCaseForm)
  const { open } = text
  return html`${field({
    name: 'title',
    label: open.caseTitle,
    help: open.titleHelp,
    maxLength: 300,
    width: 'full',
    required: true,
    rejected,
  })}${select({
    name: 'kind',
    label: open.kind,
    choices: caseKinds.map((kind) => ({ value: kind, label: text.kinds[kind] })),
    value: 'matter',
    empty: false,
    rejected,
  })}${select({
    name: 'officerId',
    label: open.officer,
    choices: officers.map((officer) => ({ value: officer.id, label: `${officer.name}, ${officer.title}` })),
    empty: open.nobodyYet,
    rejected,
  })}${disclosure({ summary: open.more, body: moreFields(rejected), open: rejected !== undefined })}${secrecyDisclosure(
    {
      prefix: 'secrecy.',
      rejected,
      of: 'case',
    },
  )}
  <fieldset class="ds-fieldset k-field"><legend class="ds-label">${open.first}</legend>
    <div class="k-help">${open.firstHelp}</div>
    ${recordFieldsOf({ prefix: 'record.', rejected, kept, today, isOptional: true })}
  </fieldset>`
}

function moreFields(rejected: Rejected | undefined) {
  const { open } = text
  return html`${field({ name: 'counterpart', label: open.counterpart, maxLength: 100, width: 'm', required: false, rejected })}${dateField(
    {
      name: 'dueOn',
      label: open.due,
      required: false,
      rejected,
    },
  )}${field({
    name: 'dueSource',
    label: open.dueSource,
    help: open.dueSourceHelp,
    maxLength: 200,
    width: 'l',
    required: false,
    rejected,
  })}`
}
