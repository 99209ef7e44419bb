/** The list of questions above a statement: each is ticked as soon as something is answered, as the server counts it. */

import { all } from './element.ts'

export function startRail(): void {
  document.addEventListener('input', recount)
  document.addEventListener('change', recount)
  document.addEventListener('shown', recount)
}

function recount(event: Event): void {
  const form = event.target instanceof Element ? event.target.closest('form') : null
  if (form === null) return
  const links = all('.k-rail a[data-question]', form)
  if (links.length === 0) return
  for (const link of links) {
    const question = document.getElementById(link.dataset['question'] ?? '')
    link.toggleAttribute('data-done', question !== null && isAnswered(question))
    // A question that is not asked, by the answers before it, is not counted.
    if (link.parentElement !== null) link.parentElement.hidden = Boolean(question?.closest('shown-if[hidden]'))
  }
  const asked = links.filter((link) => link.parentElement?.hidden !== true)
  showCount(form, asked.filter((link) => link.hasAttribute('data-done')).length, asked.length)
}

function isAnswered(question: HTMLElement): boolean {
  return [...question.querySelectorAll('input, select, textarea')].some((control) => {
    if (control instanceof HTMLInputElement) return isWritten(control)
    return (
      (control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement) && control.value.trim() !== ''
    )
  })
}

function isWritten(input: HTMLInputElement): boolean {
  if (input.type === 'hidden') return false
  if (input.type === 'radio') return input.checked && input.value !== 'none' && input.value !== ''
  return input.type === 'checkbox' ? input.checked : input.value.trim() !== ''
}

function showCount(form: HTMLFormElement, done: number, total: number): void {
  const bar = form.querySelector('.k-progress progress')
  const count = form.querySelector('.k-progress-count')
  if (bar instanceof HTMLProgressElement) {
    bar.max = total
    bar.value = done
  }
  const numbers = [done, total]
  if (count !== null) count.textContent = (count.textContent ?? '').replaceAll(/\d+/g, () => String(numbers.shift()))
}
