/** The fields of a registration, in the order the hand meets them. */

import { attribute, flag, html, type Html } from '../../../kernel/html.ts'
import {
  checkbox,
  dateField,
  disclosure,
  field,
  fieldId,
  fileField,
  select,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { CaseType } from '../../filing/index.ts'
import { caseHref, directions, recordKindLabel, recordKinds, type Direction } from '../../registry/index.ts'
import type { CaseHint } from '../queries/register.ts'
import { text } from '../text/register.ts'
import type { RegisterProps } from './register.ts'

/** Values by the names of their fields. */
export type Given = Readonly<Partial<Record<string, string>>>

type Props = RegisterProps

const keyOf = { in: 'i', out: 'u', internal: 'x' } as const

function written({ given, rejected }: Pick<Props, 'given' | 'rejected'>, name: string): string {
  const value = rejected?.values[name] ?? given[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export function directionOf(props: Pick<Props, 'given' | 'rejected'>): Direction {
  return directions.find((value) => value === written(props, 'direction')) ?? 'in'
}

/** The first field: in focus from the start, and one key each for the three. */
export function directionField(props: Props): Html {
  const chosen = directionOf(props)
  return html`<fieldset class="ds-fieldset k-field k-choices" data-inline="true">
    <legend class="ds-label">${text.direction}</legend>
    <div class="k-choice-list">${directions.map((value, index) => {
      const id = index === 0 ? fieldId('direction') : `${fieldId('direction')}-${index}`
      const isFirst = value === chosen && props.rejected === undefined
      return html`<div class="ds-field">
        <input class="ds-input" type="radio" id="${id}" name="direction" value="${value}" data-key="${keyOf[value]}"${flag(
          'checked',
          value === chosen,
        )}${flag('autofocus', isFirst)}${flag('data-autofocus', isFirst)}${attribute('aria-keyshortcuts', keyOf[value])} />
        <label class="ds-label" for="${id}">${text.directions[value]} <kbd class="k-js-only" aria-hidden="true">${keyOf[value]}</kbd></label>
      </div>`
    })}</div>
  </fieldset>`
}

function hintLine(hint: CaseHint | null): Html {
  if (hint === null) return html``
  return html`<a href="${caseHref(hint)}" target="_blank">${hint.referenceNumber} ${hint.title}</a> · ${text.state[hint.state]} · ${
    hint.officerName === null ? text.handledByNobody : text.handledBy(hint.officerName)
  }`
}

export function caseFields(props: Props): Html {
  const { rejected, hint, cases, given } = props
  return html`<fieldset class="ds-fieldset k-group"><legend class="ds-label">${text.caseLegend}</legend>
    <div class="k-case-number">${caseNumberField({ rejected, cases, value: given['caseNumber'] })}
      <p class="k-case-hint" role="status" id="case-hint" data-none="${text.hints.none}" data-several="${text.hints.several}" data-fresh="${
        text.hints.fresh
      }" data-open="${text.state.open}" data-closed="${text.state.closed}" data-nobody="${text.handledByNobody}">${hintLine(hint)}</p></div>
    <div class="k-pair" data-new-case>${typeField(props)}${field({
      name: 'caseTitle',
      label: text.caseTitle,
      help: text.caseTitleHelp,
      value: given['caseTitle'],
      maxLength: 300,
      width: 'full',
      rejected,
    })}</div>
  </fieldset>`
}

/** A number with the latest cases to pick from; the browser shows their titles beside the numbers. */
export function caseNumberField(about: {
  readonly rejected: Rejected | undefined
  readonly cases: readonly CaseHint[]
  readonly value?: string | undefined
  readonly help?: string
}): Html {
  const { rejected, cases, value, help = text.caseNumberHelp } = about
  const id = fieldId('caseNumber')
  const box = field({
    name: 'caseNumber',
    label: text.caseNumber,
    help,
    value,
    maxLength: 60,
    width: 's',
    autocomplete: 'off',
    rejected,
  })
  const options = cases.map(({ referenceNumber, title }) => html`<option value="${referenceNumber}">${title}</option>`)
  return html`<div data-list="${id}-list">${box}<datalist id="${id}-list">${options}</datalist></div>`
}

function typeField(props: Props): Html {
  const chosen = written(props, 'caseTypeId')
  const id = fieldId('caseTypeId')
  return html`<div class="ds-field k-field">
    <label class="ds-label" for="${id}">${text.caseType}</label>
    <select class="ds-input" id="${id}" name="caseTypeId">
      <option value="">${text.noType}</option>${props.types.map((type) => typeOption(type, type.id === chosen))}
    </select>
  </div>`
}

/** What the type says stands with it, so that choosing it fills the form at once. */
function typeOption(type: CaseType, isChosen: boolean): Html {
  return html`<option value="${type.id}"${flag('selected', isChosen)} data-direction="${type.direction}" data-case-title="${
    type.title
  }" data-title="${type.recordTitle ?? ''}" data-class-id="${type.classId ?? ''}" data-officer-id="${type.officerId ?? ''}">${type.name}</option>`
}

export function recordFields(props: Props): Html {
  const { rejected, given, today } = props
  const { parties } = text
  return html`<fieldset class="ds-fieldset k-group"><legend class="ds-label">${text.recordLegend}</legend>
    ${field({ name: 'title', label: text.recordTitle, value: given['title'], maxLength: 300, width: 'full', rejected })}
    <div data-in="${parties.in}" data-out="${parties.out}" data-internal="${parties.internal}" data-party>${field({
      name: 'party',
      label: parties[directionOf(props)],
      value: given['party'],
      maxLength: 200,
      width: 'full',
      autocomplete: 'off',
      suggestions: props.parties,
      rejected,
    })}</div>
    <div class="k-pair">
      ${dateField({ name: 'datedOn', label: text.datedOn, value: given['datedOn'] ?? today, max: today, rejected })}
      ${kindField(given['kind'], rejected)}
    </div>
    ${filesPart(props)}
    <div class="k-pair">${officerField(props)}<div data-new-case>${classField(props)}</div></div>
  </fieldset>`
}

function officerField({ officers, given, hint, rejected }: Props): Html {
  return select({
    name: 'officerId',
    label: text.officer,
    choices: officers.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
    value: given['officerId'],
    empty: hint === null ? text.officerLater : text.officerSame,
    rejected,
  })
}

function classField({ classes, given, rejected }: Props): Html {
  return select({
    name: 'classId',
    label: text.class,
    choices: classes.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
    value: given['classId'],
    empty: text.noClass,
    rejected,
  })
}

export function kindField(value: string | undefined, rejected: Rejected | undefined): Html {
  const choices = recordKinds.map((kind) => ({ value: kind, label: recordKindLabel(kind) }))
  return select({ name: 'kind', label: text.kind, choices, value: value ?? 'letter', empty: false, rejected })
}

/** New files, those that came with a form that was refused, and those that the registry has already. */
function filesPart({ rejected, kept, duplicates }: Props): Html {
  const error = rejected?.fields['files']
  return html`${fileField({
    name: 'files[]',
    id: fieldId('files'),
    label: text.files,
    help: text.filesHelp,
    multiple: true,
    ...(error !== undefined && { error }),
  })}${kept.length > 0 && keptPart(kept)}
  <div class="k-twins" data-twins data-line="${text.duplicateLine('{name}', '{number}', '{reference}', '{title}')}"${flag('hidden', duplicates.length === 0)}>
    <p><strong>${text.duplicateTitle}</strong></p>
    <ul>${duplicates.map(
      ({ name, number, referenceNumber, title, recordId }) =>
        html`<li><a href="/handlingar/${recordId}" target="_blank">${text.duplicateLine(name, number, referenceNumber, title)}</a></li>`,
    )}</ul>
    ${checkbox({ name: 'acceptDuplicates', label: text.acceptDuplicates, rejected })}
  </div>`
}

function keptPart(kept: Props['kept']): Html {
  return html`<fieldset class="ds-fieldset k-field k-kept"><legend class="k-help">${text.kept}</legend>${kept.map(
    ({ id, name }, index) => html`<div class="ds-field">
      <input class="ds-input" type="checkbox" id="kvar-${index}" name="files[]" value="${id}" checked />
      <label class="ds-label" for="kvar-${index}">${name}</label>
    </div>`,
  )}</fieldset>`
}

const provisions = [
  '21 kap. 1 § OSL',
  '21 kap. 3 § OSL',
  '23 kap. 1 § OSL',
  '23 kap. 2 § OSL',
  '25 kap. 1 § OSL',
  '26 kap. 1 § OSL',
  '18 kap. 8 § OSL',
  '19 kap. 3 § OSL',
  '31 kap. 16 § OSL',
  '39 kap. 2 § OSL',
]

export function secrecyFields(props: Props): Html {
  const { rejected, given } = props
  const isOpen = [written(props, 'secrecy.provision'), written(props, 'secrecy.reason')].some((words) => words !== '')
  const isTicked = (name: string) => given[name] !== undefined || rejected === undefined
  return disclosure({
    summary: text.secrecy,
    open: isOpen,
    body: html`<p class="k-help">${text.secrecyHelp}</p>${field({
      name: 'secrecy.provision',
      label: text.provision,
      help: text.provisionHelp,
      value: given['secrecy.provision'],
      maxLength: 200,
      width: 'm',
      suggestions: provisions,
      rejected,
    })}${textArea({ name: 'secrecy.reason', label: text.reason, value: given['secrecy.reason'], rows: 2, maxLength: 2000, required: false, rejected })}${checkbox(
      { name: 'secrecy.hidesTitle', label: text.hidesTitle, checked: isTicked('secrecy.hidesTitle'), rejected },
    )}${checkbox({ name: 'secrecy.hidesParty', label: text.hidesParty, checked: isTicked('secrecy.hidesParty'), rejected })}`,
  })
}
