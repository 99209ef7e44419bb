/** One field: label above, help under it, what went wrong beside it, and the person's own words kept. */

import { attribute, flag, html, type Drawable, type Html } from '../html.ts'
import { fieldId } from './reasons.ts'
import type { Rejected } from './screen.ts'
import { text } from './text.ts'

/**
 * What every field takes. `id` only where the same name occurs twice on a page. `required` is said where something is sent in;
 * in a form that only reads nothing is ever compulsory, and none of it is called optional.
 */
export type FieldProps = {
  readonly name: string
  readonly label: string
  readonly help?: Drawable
  readonly error?: string
  readonly required?: boolean
  readonly rejected?: Rejected | undefined
  readonly id?: string
}

export type FieldWidth = 'xs' | 's' | 'm' | 'l' | 'full'

export type TextFieldProps = FieldProps & {
  readonly value?: string | number | null | undefined
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'number' | 'search'
  readonly autocomplete?: string
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'tel'
  readonly maxLength?: number
  readonly width?: FieldWidth
  readonly placeholder?: string
  readonly autofocus?: boolean
  /** Words to pick from while typing; anything else may be written too. */
  readonly suggestions?: readonly string[]
}

export function errorOf(props: FieldProps): string | undefined {
  return props.error ?? props.rejected?.fields[props.name]
}

/** What the person wrote when it came back, else what is stored. */
export function valueOf(props: FieldProps, stored: string | number | null | undefined): string {
  const written = props.rejected?.values[props.name]
  if (written === undefined) return stored === null || stored === undefined ? '' : String(stored)
  return typeof written === 'string' ? written : (written[0] ?? '')
}

/** Every chosen value, for a field that takes many. */
export function valuesOf(props: FieldProps, stored: readonly string[]): readonly string[] {
  if (props.rejected === undefined) return stored
  const written = props.rejected.values[props.name]
  if (written === undefined) return []
  return typeof written === 'string' ? [written] : written
}

export function idOf(props: FieldProps): string {
  return props.id ?? fieldId(props.name)
}

/** `aria-describedby`, `aria-invalid`, `required`: the same for every control. */
export function controlAttributes(props: FieldProps): Html {
  const id = idOf(props)
  const wrong = errorOf(props) !== undefined
  const described = [hasHelp(props) && `${id}-help`, wrong && `${id}-error`].filter((part) => part !== false).join(' ')
  return html`${attribute('aria-describedby', described !== '' && described)}${attribute('aria-invalid', wrong && 'true')}${flag(
    'required',
    props.required === true,
  )}`
}

function hasHelp({ help }: FieldProps): boolean {
  return help !== undefined && help !== null && help !== false && help !== ''
}

export function helpText(props: FieldProps): Html {
  if (!hasHelp(props)) return html``
  return html`<div class="k-help" data-field="description" id="${idOf(props)}-help">${props.help}</div>`
}

export function errorText(props: FieldProps): Html {
  const message = errorOf(props)
  if (message === undefined) return html``
  return html`<p class="ds-validation-message" data-field="validation" id="${idOf(props)}-error"
    ><span class="k-hidden">${text.error}</span>${message}</p
  >`
}

export function labelText(props: FieldProps): Html {
  return html`${props.label}${props.required === false && html` <span class="k-optional">(${text.optional})</span>`}`
}

/** The frame round a control. `required: false` says "(frivilligt)" after the label. */
export function fieldFrame(props: FieldProps, control: Html): Html {
  return html`<div class="ds-field k-field"${attribute('data-invalid', errorOf(props) !== undefined && 'true')}>
    <label class="ds-label" for="${idOf(props)}">${labelText(props)}</label>
    ${helpText(props)}${errorText(props)}${control}
  </div>`
}

export function field(props: TextFieldProps): Html {
  const id = idOf(props)
  const { suggestions } = props
  const listId = suggestions === undefined ? undefined : `${id}-list`
  return fieldFrame(
    props,
    html`<input class="ds-input" id="${id}" name="${props.name}" type="${props.type ?? 'text'}"${attribute(
      'value',
      props.type === 'password' ? undefined : valueOf(props, props.value),
    )}${controlAttributes(props)}${typing(props)}${attribute('list', listId)} />${
      suggestions !== undefined &&
      html`<datalist id="${listId}">${suggestions.map((word) => html`<option value="${word}"></option>`)}</datalist>`
    }`,
  )
}

function typing(props: TextFieldProps): Html {
  return html`${attribute('autocomplete', props.autocomplete)}${attribute('inputmode', props.inputMode)}${attribute(
    'maxlength',
    props.maxLength,
  )}${attribute('data-width', props.width)}${attribute('placeholder', props.placeholder)}${flag('autofocus', props.autofocus === true)}`
}

export type TextAreaProps = FieldProps & {
  readonly value?: string | null | undefined
  readonly rows?: number
  readonly maxLength?: number
}

export function textArea(props: TextAreaProps): Html {
  // The newline after the tag is dropped by the parser; without it a text that begins with one would lose it.
  return fieldFrame(
    props,
    html`<textarea class="ds-input" id="${idOf(props)}" name="${props.name}" rows="${props.rows ?? 4}"${attribute(
      'maxlength',
      props.maxLength,
    )}${controlAttributes(props)}>${'\n'}${valueOf(props, props.value)}</textarea>`,
  )
}

export type DateFieldProps = FieldProps & {
  readonly value?: string | null | undefined
  readonly min?: string
  readonly max?: string
}

/** An ISO day. The browser draws the calendar in the person's own way of writing dates. */
export function dateField(props: DateFieldProps): Html {
  return fieldFrame(
    props,
    html`<input class="ds-input" id="${idOf(props)}" name="${props.name}" type="date" data-width="s" value="${valueOf(
      props,
      props.value,
    )}"${attribute('min', props.min)}${attribute('max', props.max)}${controlAttributes(props)} />`,
  )
}

export type FileFieldProps = FieldProps & { readonly accept?: string; readonly multiple?: boolean }

/** The form must be `enctype="multipart/form-data"`. With JavaScript files can also be dropped on it. */
export function fileField(props: FileFieldProps): Html {
  return fieldFrame(
    props,
    html`<input class="ds-input k-file" id="${idOf(props)}" name="${props.name}" type="file"${attribute(
      'accept',
      props.accept,
    )}${flag('multiple', props.multiple === true)}${controlAttributes(props)} />`,
  )
}
