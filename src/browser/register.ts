/** The registration form in the hands of somebody who lives in it: one key for the direction, a case type that fills in, a case that says its title, files that are known again. */

import { all, element } from './element.ts'
import { startGathering } from './register-files.ts'
import { watchFiles } from './register-twins.ts'

const pause = 120

export function startRegister(): void {
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-print]') !== null) print()
  })
  startGathering()
  const form = document.querySelector('form[data-register]')
  if (!(form instanceof HTMLFormElement)) return
  form.addEventListener('keydown', (event) => onKey(form, event))
  form.addEventListener('change', (event) => onChange(form, event))
  form.addEventListener('focusin', selectBlank)
  form.addEventListener('keydown', keepTemplate)
  form.addEventListener('pointerdown', () => (justCame = null))
  watchCase(form)
  watchParty(form)
  watchFiles(form)
  for (const button of all('.k-no-js button', form)) button.remove()
}

function onKey(form: HTMLFormElement, event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return submitBy(form, event)
  if (isDirection(event.target) && !event.ctrlKey && !event.altKey && !event.metaKey) chooseByKey(form, event)
}

/** Ctrl+Enter registers; with Shift, the next of the same sort comes after. */
function submitBy(form: HTMLFormElement, event: KeyboardEvent): void {
  event.preventDefault()
  const next = event.shiftKey ? form.querySelector('button[name=after]') : null
  const button = next ?? form.querySelector('.k-register-buttons button')
  form.requestSubmit(button instanceof HTMLElement ? button : null)
}

function isDirection(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.name === 'direction'
}

function chooseByKey(form: HTMLFormElement, event: KeyboardEvent): void {
  const radio = form.querySelector(`[name=direction][data-key="${CSS.escape(event.key.toLowerCase())}"]`)
  if (!(radio instanceof HTMLInputElement)) return
  event.preventDefault()
  choose(radio)
  radio.focus()
}

function choose(radio: HTMLInputElement): void {
  radio.checked = true
  radio.dispatchEvent(new Event('change', { bubbles: true }))
}

function onChange(form: HTMLFormElement, { target }: Event): void {
  if (target instanceof HTMLInputElement && target.name === 'direction') nameParty(form, target.value)
  if (target instanceof HTMLSelectElement && target.name === 'caseTypeId') fillFrom(form, target)
}

/** "Sender" for what comes in, "Recipient" for what goes out. */
function nameParty(form: HTMLFormElement, direction: string): void {
  const place = form.querySelector('[data-party]')
  const label = place?.querySelector('label')
  if (place instanceof HTMLElement && label) label.textContent = place.dataset[direction] ?? label.textContent
}

/** What the type filled in last: only that, or nothing, is filled again; what a person wrote stays. */
const filled = new Map<string, string>()

function fillFrom(form: HTMLFormElement, select: HTMLSelectElement): void {
  const { direction, ...said } = { ...select.selectedOptions[0]?.dataset }
  const radio = form.querySelector(`[name=direction][value="${CSS.escape(direction ?? '')}"]`)
  if (radio instanceof HTMLInputElement) choose(radio)
  for (const name of ['caseTitle', 'title', 'classId', 'officerId']) fill(form, name, said[name] ?? '')
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  if (field.value !== '' && field.value !== filled.get(name)) return
  field.value = value
  filled.set(name, value)
}

/** Where one has just come by Tab, and has pressed nothing yet. */
let justCame: EventTarget | null = null

/** Where a template has a blank, {fastighet}, it is selected so that it is written over. */
function selectBlank({ target }: FocusEvent): void {
  justCame = target
  setTimeout(() => toBlank(target))
}

/** The browser selects the whole text after Tab; the first key must not write over all of it, however fast it comes. */
function keepTemplate(event: KeyboardEvent): void {
  if (event.target === justCame && event.key.length === 1) toBlank(event.target)
  justCame = null
}

function toBlank(target: EventTarget | null): void {
  if (target !== justCame || !(target instanceof HTMLInputElement) || target.type !== 'text') return
  const [blank] = /\{[^{}]*\}/.exec(target.value) ?? []
  if (blank === undefined) return
  const from = target.value.indexOf(blank)
  target.setSelectionRange(from, from + blank.length)
}

type Hint = {
  readonly referenceNumber: string
  readonly title: string
  readonly state: 'open' | 'closed'
  readonly officerName: string | null
}

/** Asks a little after the last key, and forgets an answer that a later question has overtaken. */
function asking<T>(address: string, then: (answer: T, asked: string) => void): (asked: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = 0
  const ask = async (asked: string, mine: number): Promise<void> => {
    const response = await fetch(`${address}?q=${encodeURIComponent(asked)}`).catch(() => undefined)
    if (response?.ok !== true || mine !== latest) return // without an answer the form works as it did
    const answer: T = await response.json()
    then(answer, asked)
  }
  return (asked) => {
    clearTimeout(timer)
    const mine = ++latest
    timer = setTimeout(() => void ask(asked, mine), pause)
  }
}

function watchCase(form: HTMLFormElement): void {
  const input = form.elements.namedItem('caseNumber')
  const hint = form.querySelector('#case-hint')
  const list = form.querySelector('[data-list] datalist')
  if (!(input instanceof HTMLInputElement) || !(hint instanceof HTMLElement) || !(list instanceof HTMLDataListElement))
    return
  input.setAttribute('list', list.id)
  const ask = asking<{ cases: Hint[] }>('/api/v1/case-hints', ({ cases }, asked) => {
    const options = cases.map(({ referenceNumber, title }) => element('option', { value: referenceNumber }, title))
    if (options.length > 0) list.replaceChildren(...options)
    sayCase(hint, asked, cases)
  })
  const onInput = (): void => {
    const written = input.value.trim()
    showNewCase(form, written === '')
    if (written === '') return sayCase(hint, '', [])
    ask(written)
  }
  input.addEventListener('input', onInput)
  showNewCase(form, input.value.trim() === '')
}

function showNewCase(form: HTMLFormElement, isNew: boolean): void {
  for (const part of all('[data-new-case]', form)) part.hidden = !isNew
}

/** The title of the one case that is meant, or that there is none, or several. */
function sayCase(hint: HTMLElement, asked: string, cases: readonly Hint[]): void {
  const [only, ...others] = cases
  const isOne = only !== undefined && others.length === 0
  hint.toggleAttribute('data-wrong', asked !== '' && !isOne)
  if (asked === '') return hint.replaceChildren()
  if (isOne) return hint.replaceChildren(...aboutCase(hint, only))
  hint.replaceChildren(hint.dataset[only === undefined ? 'none' : 'several'] ?? '')
}

function aboutCase({ dataset }: HTMLElement, { referenceNumber, title, state, officerName }: Hint): (Node | string)[] {
  const href = `/arenden/${encodeURIComponent(referenceNumber)}`
  const link = element('a', { href, target: '_blank', tabindex: '-1' }, `${referenceNumber} ${title}`)
  return [link, ` · ${dataset[state] ?? ''} · ${officerName ?? dataset['nobody'] ?? ''}`]
}

function watchParty(form: HTMLFormElement): void {
  const input = form.elements.namedItem('party')
  if (!(input instanceof HTMLInputElement) || input.list === null) return
  const list = input.list
  const ask = asking<{ contacts: { name: string }[] }>('/api/v1/contacts', ({ contacts }) => {
    if (contacts.length > 0) list.replaceChildren(...contacts.map(({ name }) => element('option', { value: name })))
  })
  input.addEventListener('input', () => {
    if (input.value.trim().length > 0) ask(input.value.trim())
  })
}
