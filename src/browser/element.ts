/** Small ways to make and find elements without inline handlers or markup from strings. */

type Attributes = Readonly<Record<string, string | boolean | undefined>>

/** `element('button', { type: 'button', class: 'x' }, 'Words')`. `true` is a bare attribute; `false` and undefined leave it out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children)
  return made
}

/** A button of the design system. */
export function smallButton(label: string, onClick: () => void, variant = 'secondary'): HTMLButtonElement {
  const made = element(
    'button',
    {
      type: 'button',
      class: 'ds-button',
      'data-variant': variant,
      'data-size': 'sm',
      ...(variant === 'primary' ? {} : { 'data-color': 'neutral' }),
    },
    label,
  )
  made.addEventListener('click', onClick)
  return made
}

/** What the event happened in, if that is an element matching the selector. */
export function closest(event: Event, selector: string): HTMLElement | null {
  const found = event.target instanceof Element ? event.target.closest(selector) : null
  return found instanceof HTMLElement ? found : null
}

/** Every element that matches and is an HTML element. */
export function all(selector: string, within: ParentNode = document): readonly HTMLElement[] {
  return [...within.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement)
}

let speaker: HTMLElement | undefined

/** Says something to those who listen to the page rather than see it. */
export function announce(words: string): void {
  speaker ??= document.body.appendChild(element('div', { role: 'status', class: 'k-hidden' }))
  speaker.textContent = words
}
