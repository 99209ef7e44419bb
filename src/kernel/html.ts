/** HTML that escapes by itself. A view is a function that returns `Html`; only `raw` lets a string through as it is. */

export type Html = { readonly markup: string }

/** What may stand in a template: `false`, `null` and `undefined` draw nothing, so that `condition && html`…`` reads well. */
export type Drawable = Html | string | number | false | null | undefined | readonly Drawable[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Trusted markup. Only for what we wrote ourselves: icons, rendered rich text. */
export function raw(markup: string): Html {
  return { markup }
}

function draw(value: Drawable): string {
  if (value === false || value === null || value === undefined) return ''
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'number') return String(value)
  if ('markup' in value) return value.markup
  return value.map(draw).join('')
}

export function html(parts: TemplateStringsArray, ...values: readonly Drawable[]): Html {
  return { markup: parts.reduce((sum, part, index) => sum + draw(values[index - 1]) + part) }
}

/** An attribute only where it has a value: `<a ${attribute('aria-current', here && 'page')}>`. */
export function attribute(name: string, value: string | number | false | null | undefined): Html {
  if (value === false || value === null || value === undefined) return raw('')
  return raw(` ${name}="${escape(String(value))}"`)
}

/** A bare attribute: `<input ${flag('required', isRequired)}>`. */
export function flag(name: string, on: boolean): Html {
  return raw(on ? ` ${name}` : '')
}
