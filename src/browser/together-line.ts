/** How it goes with the texts that are written together, in the line under the form; and what is said when writing is over. */

import { clock, type Said } from './autosave-line.ts'
import { all, element, smallButton } from './element.ts'
import { text } from './text.ts'
import { isClosed, type Page } from './together-page.ts'
import { isUnsent } from './together-text.ts'
import type { Standing } from './together-words.ts'

/** Tells the line: the form's own saving knows what weighs more. */
export function sayHow(page: Page): void {
  page.form.dispatchEvent(new CustomEvent<Said>('texts-said', { detail: saidOf(page) }))
}

function saidOf(page: Page): Said {
  const texts = [...page.texts.values()]
  const unsent = texts.filter(isUnsent)
  if (isClosed(page)) return { state: 'quiet', words: '' }
  if (page.refused !== undefined && unsent.length > 0) return { state: 'failed', words: text.failed(page.refused) }
  if (page.isSignedOut) return { state: 'offline', words: text.signedOut, actions: [signInLink()] }
  if (isAway(page))
    return { state: 'offline', words: unsent.every(({ isKept }) => isKept) ? text.away : text.awayUnkept }
  if (unsent.length > 0) return { state: 'saving', words: text.saving }
  return page.savedAt === undefined
    ? { state: 'quiet', words: '' }
    : { state: 'saved', words: text.saved(clock(page.savedAt)) }
}

function isAway({ failures, isHeard }: Page): boolean {
  return failures > 0 || !navigator.onLine || !isHeard
}

function signInLink(): Node {
  return element('a', { href: '/logga-in', target: '_blank', rel: 'noopener' }, text.signIn)
}

/** Closes the form when the draft has been sent on, and opens it when it comes back: true then. */
export function showStanding(page: Page, standing: Standing): boolean {
  const was = isClosed(page)
  page.standing = standing
  const is = isClosed(page)
  for (const { view } of page.texts.values()) view.setProps({ editable: () => !is })
  if (was === is) return false
  page.form.inert = is
  all(':scope > .k-closed', page.host).forEach((box) => box.remove())
  if (is) page.host.prepend(closedBox(page, standing))
  else page.refused = undefined
  return !is
}

function whyClosed({ state, sentBy, sentAt }: Standing): string {
  if (state === 'set_aside') return text.isSetAside
  return state === 'submitted' && sentBy !== null ? text.sentOn(sentBy, clock(sentAt ?? undefined)) : text.isRegistered
}

function closedBox(page: Page, standing: Standing): HTMLElement {
  const said = whyClosed(standing)
  const box = element('div', { class: 'k-closed', role: 'alert' }, element('p', {}, said, ' ', text.closed))
  const unsent = [...page.texts.values()].filter(isUnsent)
  if (unsent.length > 0) box.append(element('p', {}, text.notIncluded))
  for (const { view, field } of unsent) {
    const words = element('textarea', {
      class: 'ds-input',
      readonly: true,
      rows: '6',
      'aria-label': labelOf(page, field),
    })
    words.value = view.state.doc.textBetween(0, view.state.doc.content.size, '\n\n', '\n')
    box.append(element('p', { class: 'ds-label' }, labelOf(page, field)), words)
  }
  box.append(
    element(
      'div',
      { class: 'k-actions' },
      smallButton(text.loadAgain, () => location.reload()),
    ),
  )
  return box
}

/** What a part is called: its label, and for an answer its question. */
export function labelOf(page: Page, field: string): string {
  const editor = page.form.querySelector<HTMLElement>(`rich-editor[data-field="${CSS.escape(field)}"]`)
  const section = editor?.closest('section')?.querySelector('.k-over')?.textContent.trim()
  const label = document.getElementById(editor?.dataset['label'] ?? '')?.textContent.trim() ?? ''
  return section ?? label
}
