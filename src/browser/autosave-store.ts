/**
 * The text that has not reached the server, kept in the browser until it has. Each open page keeps its own copy, under the
 * person who writes: nobody else who uses the browser is shown it, and one page never writes over what another has kept.
 */

import { fill as fillRows } from './rows.ts'

export type Fields = Readonly<Record<string, string | readonly string[]>>
export type Kept = {
  readonly fields: Fields
  readonly version: string | number
  readonly at: string
  /** The form was sent by its own button: if it got through, the server has a later version. */
  readonly sent?: boolean
}

const prefix = 'kraftsam:unsent:'

/** Where a draft's copies lie: by person and draft. */
export type Shelf = { readonly writer: string; readonly key: string }

function shelfName({ writer, key }: Shelf): string {
  return `${prefix}${writer}:${key}#`
}

/** A place of its own for a page that has just been opened. */
export function newPlace(shelf: Shelf): string {
  return `${shelfName(shelf)}${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`
}

/** Everything written in a form except files; a name that occurs several times becomes a list. */
export function fieldsOf(form: HTMLFormElement): Fields {
  const data = new FormData(form)
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value) => typeof value === 'string')
    const [only, ...more] = values
    if (only !== undefined && name !== 'version') fields[name] = more.length > 0 ? values : only
  }
  return fields
}

/** Puts kept text back, with the rows it needs. The editors are told, since they show something else than their textarea. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  fillRows(form, fields)
  const seen = new Map<string, number>()
  for (const control of form.elements) {
    if (!isField(control)) continue
    const at = seen.get(control.name) ?? 0
    seen.set(control.name, at + 1)
    fillControl(control, fields[control.name], at)
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isField(control: Element): control is Control {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  )
}

/** `at`: which of the fields with the same name it is. */
function fillControl(control: Control, value: Fields[string] | undefined, at: number): void {
  const values = typeof value === 'string' ? [value] : value
  if (control instanceof HTMLInputElement) return fillInput(control, values, at)
  if (values !== undefined) control.value = values[at] ?? ''
  control.dispatchEvent(new CustomEvent('filled'))
}

/** A row too many becomes empty; a field that the kept text knows nothing about stays. */
function fillInput(input: HTMLInputElement, values: readonly string[] | undefined, at: number): void {
  if (input.type === 'checkbox' || input.type === 'radio') input.checked = values?.includes(input.value) === true
  else if (input.type !== 'file' && input.name !== 'version' && values !== undefined) input.value = values[at] ?? ''
}

export function isSame(one: Fields, other: Fields): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => words(one[name]) === words(other[name]))
}

/** Rows that are empty say nothing, however many they are. */
function words(value: Fields[string] | undefined): string {
  return JSON.stringify((typeof value === 'string' ? [value] : (value ?? [])).filter((one) => one !== ''))
}

/** False when the browser has no room or does not let us. */
export function keep(place: string, kept: Kept): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export type Found = Kept & { readonly place: string }

/** Every copy of the draft that its writer has left, the newest first. */
export function found(shelf: Shelf): readonly Found[] {
  const name = shelfName(shelf)
  return places()
    .filter((place) => place.startsWith(name))
    .flatMap((place) => {
      const kept = read(place)
      return kept === undefined ? [] : [{ ...kept, place }]
    })
    .toSorted((a, b) => b.at.localeCompare(a.at))
}

function places(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function read(place: string): Kept | undefined {
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(place) ?? 'null')
    return kept ?? undefined
  } catch {
    return undefined
  }
}

export function drop(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Where the browser lets us keep nothing there is nothing to throw.
  }
}
