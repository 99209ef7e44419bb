/** Fields where one or several of a few are chosen. */

import { attribute, flag, html, type Html } from '../html.ts'
import {
  controlAttributes,
  errorOf,
  errorText,
  fieldFrame,
  helpText,
  idOf,
  labelText,
  valueOf,
  valuesOf,
  type FieldProps,
} from './fields.ts'
import { text } from './text.ts'

export type Choice = {
  readonly value: string
  readonly label: string
  readonly help?: string
  /** Choices with the same group stand under its name (select only). */
  readonly group?: string
}

export type SelectProps = FieldProps & {
  readonly choices: readonly Choice[]
  readonly value?: string | null | undefined
  /** The first, empty choice. `false` leaves it out; the default says "Välj". */
  readonly empty?: string | false
  readonly width?: 'xs' | 's' | 'm' | 'l' | 'full'
}

export function select(props: SelectProps): Html {
  const chosen = valueOf(props, props.value)
  return fieldFrame(
    props,
    html`<select class="ds-input" id="${idOf(props)}" name="${props.name}"${attribute('data-width', props.width)}${controlAttributes(props)}>
      ${props.empty !== false && html`<option value="">${props.empty ?? text.chooseOne}</option>`}${grouped(props.choices, chosen)}
    </select>`,
  )
}

function grouped(choices: readonly Choice[], chosen: string): Html {
  const groups = Map.groupBy(choices, (choice) => choice.group ?? '')
  return html`${[...groups].map(([group, members]) => {
    const options = members.map(
      ({ value, label }) => html`<option value="${value}"${flag('selected', value === chosen)}>${label}</option>`,
    )
    return group === '' ? options : html`<optgroup label="${group}">${options}</optgroup>`
  })}`
}

export type RadiosProps = FieldProps & {
  readonly choices: readonly Choice[]
  readonly value?: string | null | undefined
  /** Side by side where there is room, for a few short words. */
  readonly inline?: boolean
}

export function radios(props: RadiosProps): Html {
  const chosen = valueOf(props, props.value)
  return choiceFrame(props, {
    type: 'radio',
    isChosen: (value) => value === chosen,
    inline: props.inline === true,
  })
}

export type CheckboxesProps = FieldProps & {
  readonly choices: readonly Choice[]
  readonly values?: readonly string[]
  readonly inline?: boolean
}

export function checkboxes(props: CheckboxesProps): Html {
  const chosen = new Set(valuesOf(props, props.values ?? []))
  return choiceFrame(
    { ...props, required: props.required === false ? false : undefined },
    {
      type: 'checkbox',
      isChosen: (value) => chosen.has(value),
      inline: props.inline === true,
    },
  )
}

export type CheckboxProps = FieldProps & { readonly value?: string; readonly checked?: boolean }

/** A single yes. Sends `value` ("ja" if not given) or nothing. */
export function checkbox(props: CheckboxProps): Html {
  const value = props.value ?? 'ja'
  const checked = valuesOf(props, props.checked === true ? [value] : []).includes(value)
  const id = idOf(props)
  return html`<div class="ds-field k-field">
    <input class="ds-input" type="checkbox" id="${id}" name="${props.name}" value="${value}"${flag('checked', checked)}${controlAttributes(props)} />
    <label class="ds-label" for="${id}">${props.label}</label>${helpText(props)}${errorText(props)}
  </div>`
}

type ChoiceProps = Omit<FieldProps, 'required'> & {
  readonly choices: readonly Choice[]
  readonly required?: boolean | undefined
}
type Way = {
  readonly type: 'radio' | 'checkbox'
  readonly isChosen: (value: string) => boolean
  readonly inline: boolean
}

function choiceFrame({ required, ...rest }: ChoiceProps, way: Way): Html {
  const props = { ...rest, ...(required !== undefined && { required }) }
  const id = idOf(props)
  return html`<fieldset class="ds-fieldset k-field k-choices"${attribute('data-inline', way.inline && 'true')}${attribute(
    'data-invalid',
    errorOf(props) !== undefined && 'true',
  )}>
    <legend class="ds-label">${labelText(props)}</legend>
    ${helpText(props)}${errorText(props)}
    <div class="k-choice-list">
      ${props.choices.map((choice, index) => oneChoice(choice, { props, way, id: index === 0 ? id : `${id}-${index}` }))}
    </div>
  </fieldset>`
}

function oneChoice(choice: Choice, { props, way, id }: { props: FieldProps; way: Way; id: string }): Html {
  const described = [
    choice.help !== undefined && `${id}-about`,
    errorOf(props) !== undefined && `${idOf(props)}-error`,
  ].filter((part) => part !== false)
  return html`<div class="ds-field">
    <input class="ds-input" type="${way.type}" id="${id}" name="${props.name}" value="${choice.value}"${flag(
      'checked',
      way.isChosen(choice.value),
    )}${attribute('aria-describedby', described.length > 0 && described.join(' '))}${attribute(
      'aria-invalid',
      errorOf(props) !== undefined && 'true',
    )}${flag('required', way.type === 'radio' && props.required === true)} />
    <label class="ds-label" for="${id}">${choice.label}</label>
    ${choice.help !== undefined && html`<div class="k-help" data-field="description" id="${id}-about">${choice.help}</div>`}
  </div>`
}
