/** Forms: ask before what cannot be undone, never send twice, send at once where a choice is the whole form. */

import { ask } from './dialog.ts'
import { all, closest } from './element.ts'

const sentIsOverAfter = 10_000
const agreed = new WeakSet<HTMLElement>()

export function startForms(): void {
  document.addEventListener('click', askFirst)
  document.addEventListener('submit', sendOnce)
  document.addEventListener('change', (event) => {
    const form = closest(event, 'form[data-submit-on-change]')
    if (form instanceof HTMLFormElement) form.requestSubmit()
  })
  addEventListener('pageshow', () => all('form[data-sent]').forEach(forget))
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(kind, (event) =>
      closest(event, '.k-file')?.toggleAttribute('data-over', kind === 'dragover'),
    )
  }
}

function askFirst(event: Event): void {
  const button = closest(event, 'button[data-confirm]')
  if (!(button instanceof HTMLButtonElement)) return
  if (agreed.delete(button)) return
  event.preventDefault()
  ask(button.dataset['confirm'] ?? '', button.textContent.trim(), () => {
    agreed.add(button)
    button.click()
  })
}

function sendOnce(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
  if (form.dataset['sent'] !== undefined) return event.preventDefault()
  form.dataset['sent'] = ''
  event.submitter?.setAttribute('aria-busy', 'true')
  setTimeout(() => forget(form), sentIsOverAfter)
}

/** It may be sent anew. */
export function forget(form: HTMLElement): void {
  delete form.dataset['sent']
  for (const button of all('[aria-busy]', form)) button.removeAttribute('aria-busy')
}
