/** The summary of what was wrong is of what was sent: once somebody writes on, it is no alarm but something to go by. */

import { all, closest } from './element.ts'
import { text } from './text.ts'

export function startOutdating(): void {
  document.addEventListener('input', (event) => {
    if (!event.isTrusted) return
    const [summary] = all('.k-error-summary[data-form]')
    const form = closest(event, 'form')
    if (summary === undefined || form === null || !leadsTo(form, summary.dataset['form'] ?? '')) return
    outdate(summary)
  })
}

/** Whether the form, or a button in it, sends to the address. */
function leadsTo(form: HTMLElement, address: string): boolean {
  const ways = [form.getAttribute('action'), ...all('[formaction]', form).map((one) => one.getAttribute('formaction'))]
  return ways.includes(address)
}

function outdate(summary: HTMLElement): void {
  delete summary.dataset['form']
  summary.removeAttribute('role')
  summary.dataset['outdated'] = ''
  const [heading] = all('h2', summary)
  if (heading !== undefined) heading.textContent = text.wasSent
}
