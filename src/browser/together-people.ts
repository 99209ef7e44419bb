/** Who has the draft open and in which part: a line of names above the form, a mark at each part, and words for those who listen. */

import { announce, element } from './element.ts'
import { text } from './text.ts'
import { labelOf } from './together-line.ts'
import { post, type Page } from './together-page.ts'
import type { Person } from './together-words.ts'

const colours = 6
const sayAgainAfter = 20_000
const settleFor = 400
/** Several comings and goings are said at once, and not more often than this. */
const announceAfter = 3000

type People = {
  readonly box: HTMLElement
  readonly marks: Map<string, HTMLElement>
  known: ReadonlyMap<string, string>
  saying: ReturnType<typeof setTimeout> | undefined
  drawn: string
}

const shown = new WeakMap<Page, People>()

/** Says that one is here and where, now and then and when one moves. */
export function startPresence(page: Page): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = (): void => {
    clearTimeout(timer)
    if (document.hidden || page.stop.aborted) return
    void post(page, 'presence', { client: page.client, field: fieldInFocus(page) })
    timer = setTimeout(say, sayAgainAfter)
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(say, settleFor)
  }
  const leave = (): void => {
    clearTimeout(timer)
    void post(page, 'presence', { client: page.client, isLeaving: true }, true)
  }
  page.form.addEventListener('focusin', soon, { signal: page.stop })
  page.form.addEventListener('focusout', soon, { signal: page.stop })
  document.addEventListener('visibilitychange', soon, { signal: page.stop })
  addEventListener('online', soon, { signal: page.stop })
  addEventListener('pagehide', leave, { signal: page.stop })
  soon()
}

function fieldInFocus({ form }: Page): string | null {
  const within = form.contains(document.activeElement) ? document.activeElement : null
  return within?.closest<HTMLElement>('rich-editor[data-field]')?.dataset['field'] ?? null
}

/** The others, each person once: where several pages of theirs are open, the one that stands in a part. */
function othersAmong(page: Page, people: readonly Person[]): ReadonlyMap<string, Person> {
  const others = new Map<string, Person>()
  for (const person of people) {
    if (person.personId === page.writer) continue
    const known = others.get(person.personId)
    if (known === undefined || known.field === null) others.set(person.personId, person)
  }
  return others
}

export function showPeople(page: Page, people: readonly Person[]): void {
  const now = shown.get(page) ?? begin(page)
  const others = othersAmong(page, people)
  const drawn = JSON.stringify([...others.values()].map(({ personId, field }) => [personId, field]))
  if (drawn === now.drawn) return
  now.drawn = drawn
  drawLine(page, now, others)
  drawMarks(page, now, others)
  tellLater(now, others)
}

function begin(page: Page): People {
  const box = element('p', { class: 'k-here', hidden: true })
  page.host.prepend(box)
  const people: People = { box, marks: new Map(), known: new Map(), saying: undefined, drawn: '[]' }
  shown.set(page, people)
  return people
}

function drawLine(page: Page, { box }: People, others: ReadonlyMap<string, Person>): void {
  box.hidden = others.size === 0
  const names = [...others.values()].map((person) => {
    const where = person.field === null ? '' : `, ${labelOf(page, person.field)}`
    return element('span', { class: 'k-writer', 'data-colour': colourOf(person) }, `${person.name}${where}`)
  })
  box.replaceChildren(element('span', {}, text.here), ...names.flatMap((name) => [' ', name]))
}

/** "Karin Ek skriver här" at the part somebody stands in. */
function drawMarks(page: Page, { marks }: People, others: ReadonlyMap<string, Person>): void {
  for (const mark of marks.values()) mark.remove()
  marks.clear()
  for (const person of others.values()) {
    if (person.field === null) continue
    const editor = page.form.querySelector(`rich-editor[data-field="${CSS.escape(person.field)}"]`)
    const mark = element('p', { class: 'k-writes', 'data-colour': colourOf(person) }, text.writesHere(person.name))
    editor?.before(mark)
    marks.set(person.personId, mark)
  }
}

/** The same colour for the same person in every page; the name says who it is. */
function colourOf({ personId }: Person): string {
  return String(Number.parseInt(personId.replaceAll('-', '').slice(-6), 16) % colours)
}

function tellLater(people: People, others: ReadonlyMap<string, Person>): void {
  clearTimeout(people.saying)
  people.saying = setTimeout(() => {
    const names = new Map([...others].map(([id, { name }]) => [id, name]))
    const come = [...names].filter(([id]) => !people.known.has(id)).map(([, name]) => text.came(name))
    const gone = [...people.known].filter(([id]) => !names.has(id)).map(([, name]) => text.left(name))
    people.known = names
    if (come.length + gone.length > 0) announce([...come, ...gone].join(' '))
  }, announceAfter)
}
