/** A field of a row of many, without a label that is seen. */

import { attribute, html, type Html } from '../../../kernel/html.ts'
import { fieldId, type Rejected } from '../../../kernel/ui/index.ts'

type Quiet = {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly type?: 'text' | 'date'
  readonly max?: string
  readonly placeholder?: string
  readonly list?: string
  readonly rejected: Rejected | undefined
}

/** A field in a row: its name is read by those who listen; those who see have the file's name above. */
export function quiet({ name, label, value = '', type = 'text', max, placeholder, list, rejected }: Quiet): Html {
  const id = fieldId(name)
  const error = rejected?.fields[name]
  const sent = rejected?.values[name]
  const kept = typeof sent === 'string' ? sent : value
  const isWrong = error !== undefined
  return html`<div class="ds-field"${attribute('data-invalid', isWrong && 'true')}>
    <label class="k-hidden" for="${id}">${label}</label>
    <input class="ds-input" id="${id}" name="${name}" type="${type}" value="${kept}"${attribute('max', max)}${attribute(
      'placeholder',
      placeholder,
    )}${attribute('list', list)}${attribute('aria-invalid', isWrong && 'true')}${attribute('aria-describedby', isWrong && `${id}-error`)} />
    ${isWrong && html`<p class="ds-validation-message" id="${id}-error">${error}</p>`}
  </div>`
}
