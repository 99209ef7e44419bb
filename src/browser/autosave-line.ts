/** The line under a form that says whether what is written is safe. */

import { element } from './element.ts'
import { text } from './text.ts'

export type LineState = 'quiet' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'failed' | 'conflict' | 'restore'

export type Line = { readonly box: HTMLElement; readonly words: HTMLElement; readonly actions: HTMLElement }

export function draw(host: HTMLElement): Line {
  const words = element('p', { role: 'status' })
  const actions = element('span', { class: 'k-actions' })
  const box = element('div', { class: 'k-saved', 'data-state': 'quiet' }, words, actions)
  host.append(box)
  return { box, words, actions }
}

export type Said = { readonly state: LineState; readonly words: string; readonly actions?: readonly Node[] }

export function say(line: Line, { state, words, actions = [] }: Said): void {
  line.box.dataset['state'] = state
  if (line.words.textContent !== words) line.words.textContent = words
  line.actions.replaceChildren(...actions)
}

export function actionsFor(what: 'theirs' | 'signedOut'): readonly Node[] {
  const [href, label] = what === 'theirs' ? [location.pathname, text.seeTheirs] : ['/logga-in', text.signIn]
  return [element('a', { href, target: '_blank', rel: 'noopener' }, label)]
}
