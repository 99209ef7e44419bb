/** Whether what stands in a file fits the field of the answer it was found for, by what the answer itself takes in. Pure. */

import { answerInput, readNumber } from '../../drafting/index.ts'
import { wholeSent } from './cell.ts'
import type { FormField, WholeField } from './form.ts'
import type { FilePassage } from './passage.ts'

type Words = Pick<FilePassage, 'text' | 'cells'>
type Field = Pick<FormField, 'control' | 'options' | 'place'>

/** A field that holds one value: what stands there a second time is words. */
export function isOneValued({ control }: Pick<FormField, 'control'>): boolean {
  return control === 'choice' || control === 'line'
}

export function fits(field: Field, words: Words): boolean {
  const { control, options, place } = field
  if (control === 'choice') return optionIn(options, words.text) !== undefined
  if (place.part === 'question') return fitsQuestion(field, words)
  return place.part !== 'whole' || fitsWhole(place.field, words.text)
}

function fitsQuestion({ place, options, control }: Field, { text, cells }: Words): boolean {
  if (control === 'table') return cells !== null && isTaken({ processes: [rowOf(cells)] })
  if (place.part !== 'question') return true
  const of: Partial<Record<typeof place.field, () => boolean>> = {
    amount: () => readNumber(text) !== null,
    chosen: () => chosenIn(options, text) !== null,
    areas: () => isTaken({ areas: linesOf(text) }),
    themes: () => isTaken({ themes: linesOf(text) }),
    body: () => isTaken({ body: text }),
  }
  return of[place.field]?.() ?? true
}

function isTaken(given: object): boolean {
  return answerInput.safeParse({ questionId: '', ...given }).success
}

function fitsWhole(field: WholeField, words: string): boolean {
  return words.trim() !== '' && wholeSent.shape[field].safeParse(words).success
}

export type Row = Readonly<Record<'name' | 'lead' | 'where' | 'period', string>>

/** A row as a process; what stands in more cells than it has goes with its last. */
export function rowOf(cells: readonly string[]): Row {
  const [name = '', lead = '', where = '', ...period] = cells.map(oneLine)
  return { name, lead, where, period: period.filter((cell) => cell !== '').join(', ') }
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** The option that the words are, in its own. */
export function optionIn(options: readonly string[], words: string): string | undefined {
  return options.find((one) => plain(one) === plain(words))
}

/** The options that are named, one a line or apart by semicolons; null when something else is. An option may have a semicolon in it. */
export function chosenIn(options: readonly string[], words: string): string[] | null {
  const named = words.split('\n').flatMap((line) => {
    const item = line.replace(listSign, '').trim()
    return optionIn(options, item) === undefined ? linesOf(item) : [item]
  })
  const chosen = named.map((one) => optionIn(options, one))
  return chosen.length === 0 || chosen.includes(undefined) ? null : chosen.filter((one) => one !== undefined)
}

const listSign = /^\s*[-*•]\s+/

/** One a line, or apart by semicolons; the sign of a list is no part of it. */
export function linesOf(words: string): string[] {
  return words
    .split(/\n|;/)
    .map((line) => line.replace(listSign, '').trim())
    .filter((line) => line !== '')
}

/** The words alone, however they are set. */
export function plain(words: string): string {
  return words
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What stands after "Ståndpunkt:"; null for what does not begin so. */
export function afterLabel(words: string, label: string): string | null {
  const trimmed = words.trim()
  return trimmed.toLocaleLowerCase('sv').startsWith(`${label.toLocaleLowerCase('sv')}:`)
    ? trimmed.slice(label.length + 1).trim()
    : null
}
