/** What is said about a text that saves itself: a line always in view, and above the form what a person must choose. */

import { element, smallButton } from './element.ts'
import { text } from './text.ts'
import { isSwedish } from './words.ts'

export type LineState = 'quiet' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'failed' | 'held'

export type Line = {
  readonly box: HTMLElement
  readonly words: HTMLElement
  readonly actions: HTMLElement
  /** Above the form. Empty when there is nothing to choose. */
  readonly choice: HTMLElement
  /** What is said of the form, and of the texts in it that are written together and saved apart. */
  form: Said
  texts: Said
}

export function draw(host: HTMLElement): Line {
  const words = element('p', { role: 'status' })
  const actions = element('span', { class: 'k-actions' })
  const box = element('div', { class: 'k-save-line', 'data-state': 'quiet' }, words, actions)
  const choice = element('div', { class: 'k-choose', role: 'alert', tabindex: '-1' })
  host.prepend(choice)
  host.append(box)
  return { box, words, actions, choice, form: quiet, texts: quiet }
}

export type Said = { readonly state: LineState; readonly words: string; readonly actions?: readonly Node[] }

const quiet: Said = { state: 'quiet', words: '' }

export function say(line: Line, said: Said): void {
  line.form = said
  show(line)
}

/** What the texts that are written together say of themselves, with the event `texts-said`. */
export function sayOfTexts(line: Line, event: Event): void {
  if (!(event instanceof CustomEvent)) return
  line.texts = event.detail
  show(line)
}

/** What must be known first; of two that say the same, what was said last. */
const weight: readonly LineState[] = ['quiet', 'saved', 'unsaved', 'saving', 'offline', 'failed', 'held']

function show(line: Line): void {
  const { form, texts } = line
  const isTexts =
    weight.indexOf(texts.state) > weight.indexOf(form.state) || isLater(texts, form) || isBothAway(texts, form)
  const { state, words, actions = [] } = isTexts ? texts : form
  if (line.box.dataset['state'] !== state) line.box.dataset['state'] = state
  if (line.words.textContent !== words) line.words.textContent = words
  line.actions.replaceChildren(...actions)
}

/** Two clocks on the same day: the later is the one that holds. */
function isLater(texts: Said, form: Said): boolean {
  return texts.state === 'saved' && form.state === 'saved' && texts.words > form.words
}

function isBothAway(texts: Said, form: Said): boolean {
  return texts.state === 'offline' && form.state === 'offline'
}

export type Offer = { readonly words: string; readonly actions: readonly Node[] }

/** Asks above the form, and says in the line in view that nothing is saved until there is an answer. */
export function askAbove(line: Line, offers: readonly Offer[]): void {
  line.choice.replaceChildren(
    ...offers.map(({ words, actions }) =>
      element('div', {}, element('p', {}, words), element('span', { class: 'k-actions' }, ...actions)),
    ),
  )
  say(line, { state: 'held', words: text.held, actions: [smallButton(text.choose, () => showChoice(line))] })
}

export function showChoice({ choice }: Line): void {
  choice.scrollIntoView({ block: 'center' })
  choice.focus({ preventScroll: true })
}

/** The choice is made. Whoever stood in it is not left nowhere. */
export function closeChoice({ choice, box }: Line): void {
  const wasIn = choice.contains(document.activeElement)
  choice.replaceChildren()
  const first = box.parentElement?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, [role=textbox]')
  if (wasIn) first?.focus({ preventScroll: true })
}

export function actionsFor(what: 'theirs' | 'signedOut'): readonly Node[] {
  const [href, label] = what === 'theirs' ? [location.pathname, text.seeTheirs] : ['/logga-in', text.signIn]
  return [element('a', { href, target: '_blank', rel: 'noopener' }, label)]
}

export function clock(instant: string | undefined): string {
  const at = instant === undefined ? new Date() : new Date(instant)
  const words = at.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' })
  return isSwedish() ? words.replace(':', '.') : words
}

export function when(instant: string): string {
  const day = new Date(instant).toLocaleDateString(isSwedish() ? 'sv-SE' : 'en-GB', { day: 'numeric', month: 'short' })
  return `${day} ${clock(instant)}`
}
