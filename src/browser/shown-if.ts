/**
 * <shown-if data-name data-any>: shows what is inside only while the field of that name in the same form has one of the values,
 * a JSON list, and is itself shown. What is hidden keeps what was written in it. Tells of each change by the event `shown`.
 * Without JavaScript everything is shown.
 */

export function defineShownIf(): void {
  if (customElements.get('shown-if') === undefined) customElements.define('shown-if', ShownIf)
}

class ShownIf extends HTMLElement {
  #stop = new AbortController()

  connectedCallback(): void {
    this.#stop = new AbortController()
    const { signal } = this.#stop
    const form = this.closest('form')
    // Those that stand before this one have listened before it, so that what it hangs on is settled when it looks.
    form?.addEventListener('change', () => this.#show(), { signal })
    // A form that is filled in by program tells of it by input.
    form?.addEventListener('input', () => this.#show(), { signal })
    form?.addEventListener('reset', () => setTimeout(() => this.#show()), { signal })
    this.#show()
  }

  disconnectedCallback(): void {
    this.#stop.abort()
  }

  #show(): void {
    const form = this.closest('form')
    if (form === null) return
    const { name = '', any = '[]' } = this.dataset
    const wanted: unknown = JSON.parse(any)
    const values = isShown(form, name) ? new FormData(form).getAll(name) : []
    const isAway = !(Array.isArray(wanted) && values.some((value) => wanted.includes(value)))
    if (isAway === this.hidden) return
    this.hidden = isAway
    this.dispatchEvent(new Event('shown', { bubbles: true }))
  }
}

/** A question that is not asked has no answer for another to hang on. */
function isShown(form: HTMLFormElement, name: string): boolean {
  return [...form.elements].some(
    (field) => field.getAttribute('name') === name && field.closest('shown-if[hidden]') === null,
  )
}
