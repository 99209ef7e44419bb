/** Formatted text in a form: a textarea for everyone, made into an editor where there is JavaScript. */

import { attribute, html, type Html } from '../html.ts'
import { richText, toText, type RichText } from '../rich-text.ts'
import { controlAttributes, errorOf, errorText, helpText, idOf, labelText, valueOf, type FieldProps } from './fields.ts'
import { text } from './text.ts'

export type RichFieldProps = FieldProps & {
  readonly value?: RichText | string | null
  /** `small` for a line or two, `page` for a document. */
  readonly size?: 'small' | 'normal' | 'page'
}

/**
 * The textarea holds plain text, so that it is readable without JavaScript; the formatted document goes beside it for
 * the editor, which then sends JSON under the same name. `richText` of the kernel reads both.
 */
export function richField(props: RichFieldProps): Html {
  const id = idOf(props)
  const document = documentOf(props)
  const wrong = errorOf(props) !== undefined
  return html`<div class="ds-field k-field k-rich-field"${attribute('data-invalid', wrong && 'true')}>
    <label class="ds-label" for="${id}" id="${id}-label">${labelText(props)}</label>
    ${helpText(props)}${errorText(props)}
    <rich-editor data-size="${props.size ?? 'normal'}" data-label="${id}-label"${attribute('data-document', document && JSON.stringify(document))}>
      <textarea class="ds-input" id="${id}" name="${props.name}" rows="8"${controlAttributes(props)}>${'\n'}${plainOf(props, document)}</textarea>
      <p class="k-help k-no-js">${text.plainTextHelp}</p>
    </rich-editor>
  </div>`
}

/** The document to edit: what came back from the form if it can be read as one, else what is stored. */
function documentOf(props: RichFieldProps): RichText | undefined {
  const written = valueOf(props, undefined)
  const from = props.rejected === undefined ? props.value : written
  if (from === undefined || from === null || from === '') return undefined
  const read = richText.safeParse(from)
  return read.success ? read.data : undefined
}

function plainOf(props: RichFieldProps, document: RichText | undefined): string {
  if (document !== undefined) return toText(document)
  const stored = typeof props.value === 'string' ? props.value : ''
  return valueOf(props, stored)
}

export type AutoSaveProps = {
  /** The endpoint that takes `{…fields, version}` as JSON and answers `{version, savedAt}`. */
  readonly url: string
  readonly version: number | string
  /** Names the text in the browser's own storage; the same for the same draft, e.g. "yttrande/<id>". */
  readonly key: string
  /** The id of the person who writes: what the browser keeps is shown to nobody else. */
  readonly writer: string
  readonly form: Html
}

/** Saves the form inside while it is written. Without JavaScript the form is saved by its own button. */
export function autoSave(props: AutoSaveProps): Html {
  return html`<auto-save data-url="${props.url}" data-version="${props.version}" data-key="${props.key}" data-writer="${props.writer}">${props.form}</auto-save>`
}
