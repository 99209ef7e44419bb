/** Fields that come in numbers: points, heads, processes. What was sent and refused is shown as it was sent. */

import { html, type Html } from '../../../kernel/html.ts'
import { field, textArea, type Rejected } from '../../../kernel/ui/index.ts'

/** The values of a field that may occur many times: what came back, else what is stored. */
export function valuesOf(rejected: Rejected | undefined, name: string, stored: readonly string[]): readonly string[] {
  const sent = rejected?.values[name]
  if (sent === undefined) return stored
  return typeof sent === 'string' ? [sent] : sent
}

/** The value of a field that occurs once. */
export function valueOf(rejected: Rejected | undefined, name: string, stored: string): string {
  return valuesOf(rejected, name, [stored]).at(-1) ?? ''
}

/** In the row that the browser copies, the number stands open. */
export type RowNumber = number | '{number}'
const next = { at: '{at}', number: '{number}' } as const

type Rows = {
  /** The field's name, or what the names of a row begin with. */
  readonly name: string
  readonly count: number
  readonly row: (at: number | '{at}', number: RowNumber) => Html
  /**
   * The button that adds one. Without JavaScript it saves, and the page comes back with an empty row; where nothing is saved on
   * the way (no `next`) it is not there, and the rows must be enough.
   */
  readonly add: { readonly label: string; readonly next?: string | undefined }
}

/** Rows, and a button for one more. */
export function rows({ name, count, row, add }: Rows): Html {
  const one = (at: number | '{at}', number: RowNumber) => html`<div data-row>${row(at, number)}</div>`
  return html`<div class="k-rows" data-rows="${name}">
    ${Array.from({ length: count }, (_, at) => one(at, at + 1))}
    <template>${one(next.at, next.number)}</template>
    ${addButton(add)}
  </div>`
}

function addButton({ label, next: place }: Rows['add']): Html {
  const how = place === undefined ? html` type="button"` : html` name="next" value="${place}"`
  const only = place === undefined ? ' k-js-only' : ''
  return html`<button class="ds-button${only}" data-variant="secondary" data-color="neutral" data-size="sm"${how} data-add-row>${label}</button>`
}

type Many = {
  readonly name: string
  readonly values: readonly string[]
  readonly label: (number: RowNumber) => string
  readonly add: Rows['add']
  readonly suggestions?: readonly string[]
}

/** A text area for each value and an empty one for the next. Each is one value, whatever line breaks it has. */
export function textAreas({ name, values, label, add }: Many): Html {
  const all = [...values, '']
  return rows({
    name,
    count: all.length,
    add,
    row: (at, number) =>
      textArea({ name, label: label(number), value: valueAt(all, at), rows: 2, id: idOf(name, number) }),
  })
}

/** The same with one line each. */
export function textFields({ name, values, label, add, suggestions }: Many): Html {
  const all = [...values, '']
  const more = suggestions === undefined ? {} : { suggestions }
  return rows({
    name,
    count: all.length,
    add,
    row: (at, number) =>
      field({ name, label: label(number), value: valueAt(all, at), id: idOf(name, number), width: 'full', ...more }),
  })
}

function valueAt(values: readonly string[], at: number | '{at}'): string {
  return at === '{at}' ? '' : (values[at] ?? '')
}

function idOf(name: string, number: RowNumber): string {
  return `falt-${name.replaceAll(/[^a-z0-9]+/gi, '-')}${number}`
}

/** Fields that belong together, under a heading of their own. */
export function group(about: { legend: string; help?: string; body: Html; id?: string }): Html {
  return html`<fieldset class="ds-fieldset k-field k-choices"${about.id !== undefined && html` id="${about.id}"`}>
    <legend class="ds-label">${about.legend}</legend>
    ${about.help !== undefined && html`<p class="k-help">${about.help}</p>`}
    <div class="k-choice-list">${about.body}</div>
  </fieldset>`
}
