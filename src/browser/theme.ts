/** Light or dark at once; the server remembers it for the next page. */

import { all, closest } from './element.ts'

export function startTheme(): void {
  document.addEventListener('submit', (event) => {
    const form = closest(event, '[data-theme-form]')
    if (!(form instanceof HTMLFormElement) || !(event.submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    choose(form, event.submitter)
  })
}

function choose(form: HTMLFormElement, button: HTMLButtonElement): void {
  document.documentElement.dataset['colorScheme'] = button.value
  for (const other of all('button[name=theme]', form)) other.setAttribute('aria-pressed', String(other === button))
  const sent = new URLSearchParams({ theme: button.value, back: location.pathname })
  void fetch(form.action, { method: 'POST', body: sent, redirect: 'manual' }).catch(() => undefined)
}
