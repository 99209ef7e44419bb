/** Formatted text in a form: a textarea for everyone, made into an editor where there is JavaScript. */

import { attribute, flag, html, type Html } from '../html.ts'
import { richText, toHtml, toText, type RichText } from '../rich-text.ts'
import { controlAttributes, errorOf, errorText, helpText, idOf, labelText, valueOf, type FieldProps } from './fields.ts'
import { text } from './text.ts'

export type RichFieldProps = FieldProps & {
  readonly value?: RichText | string | null
  /** `small` for a line or two, `page` for a document. */
  readonly size?: 'small' | 'normal' | 'page'
  /** A text that several write in at once (`<write-together>` around it): its name there, and how far it has come. */
  readonly shared?: { readonly field: string; readonly version: number; readonly doc: unknown } | undefined
}

/**
 * The textarea holds plain text, so that it is readable without JavaScript; the formatted document goes beside it for
 * the editor, which then sends JSON under the same name. `richText` of the kernel reads both.
 */
export function richField(props: RichFieldProps): Html {
  const id = idOf(props)
  const shared = sharedOf(props)
  const document = documentOf(props)
  const wrong = errorOf(props) !== undefined
  return html`<div class="ds-field k-field k-rich-field"${attribute('data-invalid', wrong && 'true')}>
    <label class="ds-label" for="${id}" id="${id}-label">${labelText(props)}</label>
    ${helpText(props)}${errorText(props)}
    <rich-editor data-size="${props.size ?? 'normal'}" data-label="${id}-label"${attribute('data-document', documentJson(document, shared))}${shared !== undefined && html` data-field="${shared.field}" data-version="${shared.version}"`}>
      <textarea class="ds-input" id="${id}" name="${props.name}" rows="8"${controlAttributes(props)}>${'\n'}${plainOf(props, document)}</textarea>
      <p class="k-help k-no-js">${text.plainTextHelp}</p>
    </rich-editor>
    ${savedBeside(props)}
  </div>`
}

/** Only what was not sent as words is written together: words that came back in a form are the person's own, and stay. */
function sharedOf({ shared, rejected, name }: RichFieldProps): RichFieldProps['shared'] {
  return rejected?.values[name] === undefined ? shared : undefined
}

function documentJson(document: RichText | undefined, shared: RichFieldProps['shared']): string | undefined {
  if (shared !== undefined) return JSON.stringify(shared.doc)
  return document && JSON.stringify(document)
}

/** Beside words that came back: what is saved, when that is something else. */
function savedBeside(props: RichFieldProps): Html | false {
  const { shared, value, rejected, name } = props
  if (shared === undefined || rejected?.values[name] === undefined) return false
  const stored = richText.safeParse(value ?? '')
  const own = documentOf(props)
  if (!stored.success || (own !== undefined && toText(stored.data) === toText(own))) return false
  return html`<details class="k-saved-beside"${flag('open', true)}>
    <summary>${text.savedBeside}</summary>
    ${toHtml(stored.data)}
  </details>`
}

/** The document to edit: what came back from the form if it can be read as one, else what is stored. */
function documentOf(props: RichFieldProps): RichText | undefined {
  const written = valueOf(props, undefined)
  const from = props.rejected === undefined || sharedOf(props) !== undefined ? props.value : written
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

export type WriteTogetherProps = {
  /** Where the draft's steps, news and presence are, without the last part. */
  readonly url: string
  /** The id of the person who writes: what the browser keeps is shown to nobody else. */
  readonly writer: string
  readonly form: Html
}

/** Lets several write in the shared texts inside at once. Without JavaScript the form is what it is. */
export function writeTogether({ url, writer, form }: WriteTogetherProps): Html {
  return html`<write-together data-url="${url}" data-writer="${writer}">${form}</write-together>`
}
