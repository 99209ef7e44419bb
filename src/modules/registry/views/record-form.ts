/** The fields of a record, in the form that registers one and in the form that opens a case with one. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  checkbox,
  dateField,
  field,
  fieldId,
  fileField,
  radios,
  select,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { directions, recordKinds } from '../model.ts'
import { text } from '../text.ts'
import { secrecyDisclosure } from './secrecy.ts'

/** Files that were sent with a form that came back: they are there already, and go with it the next time. */
export type KeptFile = { readonly id: string; readonly name: string }

export type RecordFormProps = {
  /** '' or 'record.': where the fields stand in the form's input. */
  readonly prefix: string
  readonly rejected: Rejected | undefined
  readonly kept: readonly KeptFile[]
  readonly today: string
  readonly isOptional?: boolean
  readonly parties?: readonly string[]
}

function choice(values: readonly string[], labels: Readonly<Record<string, string>>) {
  return values.map((value) => ({ value, label: labels[value] ?? value }))
}

export function recordFieldsOf({ prefix, rejected, kept, today, isOptional = false, parties }: RecordFormProps): Html {
  const { record } = text
  return html`${radios({
    name: `${prefix}direction`,
    label: record.direction,
    choices: directions.map((value) => ({ value, label: text.directions[value], help: record.directionHelp[value] })),
    value: 'in',
    rejected,
  })}${field({
    name: `${prefix}title`,
    label: record.title,
    maxLength: 300,
    width: 'full',
    required: !isOptional,
    rejected,
  })}${select({
    name: `${prefix}kind`,
    label: record.kind,
    choices: choice(recordKinds, text.recordKinds),
    value: 'letter',
    empty: false,
    rejected,
  })}${field({
    name: `${prefix}party`,
    label: record.party,
    help: record.partyHelp,
    maxLength: 200,
    width: 'l',
    rejected,
    ...(parties !== undefined && { suggestions: parties }),
  })}${dayAndFiles({ prefix, rejected, kept, today })}`
}

function dayAndFiles({ prefix, rejected, kept, today }: RecordFormProps): Html {
  const { record } = text
  return html`${dateField({
    name: `${prefix}datedOn`,
    label: record.datedOn,
    help: record.datedOnHelp,
    value: today,
    max: today,
    rejected,
  })}${filesField({ name: `${prefix}files`, rejected, kept })}${twinsTick(`${prefix}acceptDuplicates`, rejected)}${secrecyDisclosure(
    {
      prefix: `${prefix}secrecy.`,
      rejected,
      of: 'record',
    },
  )}`
}

/** Asked only when a file was found to be in the registry already. */
export function twinsTick(name: string, rejected: Rejected | undefined): Html {
  if (rejected?.fields[name] === undefined && rejected?.values[name] === undefined) return html``
  return checkbox({ name, label: text.duplicates.accept, rejected })
}

/** Several files; those that came before are kept and named. */
function filesField({
  name,
  rejected,
  kept,
}: {
  name: string
  rejected: Rejected | undefined
  kept: readonly KeptFile[]
}): Html {
  const error = rejected?.fields[name]
  return html`${keptFiles(`${name}[]`, kept)}${fileField({
    name: `${name}[]`,
    id: fieldId(name),
    label: text.record.files,
    help: text.record.filesHelp,
    multiple: true,
    required: false,
    ...(error !== undefined && { error }),
  })}`
}

export function keptFiles(name: string, kept: readonly KeptFile[]): Html {
  if (kept.length === 0) return html``
  return html`<p>${text.record.kept(kept.map((file) => file.name).join(', '))}</p>${kept.map(
    (file) => html`<input type="hidden" name="${name}" value="${file.id}">`,
  )}`
}
