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

type Many = {
  readonly name: string
  readonly values: readonly string[]
  readonly label: (number: number) => string
  readonly suggestions?: readonly string[]
}

/** A text area for each value and an empty one for the next. Each is one value, whatever line breaks it has. */
export function textAreas({ name, values, label }: Many): Html {
  return html`${[...values, ''].map((value, index) =>
    textArea({ name, label: label(index + 1), value, rows: 2, id: idOf(name, index) }),
  )}`
}

/** The same with one line each. */
export function textFields({ name, values, label, suggestions }: Many): Html {
  const more = suggestions === undefined ? {} : { suggestions }
  return html`${[...values, ''].map((value, index) =>
    field({ name, label: label(index + 1), value, id: idOf(name, index), width: 'full', ...more }),
  )}`
}

function idOf(name: string, index: number): string {
  return `falt-${name.replaceAll(/[^a-z0-9]+/gi, '-')}${index + 1}`
}

/** Fields that belong together, under a heading of their own. */
export function group(about: { legend: string; help?: string; body: Html; id?: string }): Html {
  return html`<fieldset class="ds-fieldset k-field k-choices"${about.id !== undefined && html` id="${about.id}"`}>
    <legend class="ds-label">${about.legend}</legend>
    ${about.help !== undefined && html`<p class="k-help">${about.help}</p>`}
    <div class="k-choice-list">${about.body}</div>
  </fieldset>`
}
