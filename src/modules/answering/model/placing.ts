/** Finds out where each passage of a file belongs: by the tags of the form, by its labels, then by the questions' own words. Pure. */

import { afterLabel, fits, isOneValued, plain } from './fitting.ts'
import { placeOf, type FormField, type FormPart, type Place, type WordForm } from './form.ts'
import { standingKey, type FilePassage, type FoundBy, type Passage, type Standing } from './passage.ts'

type Found = { readonly standing: Standing; readonly foundBy: FoundBy | null }

/** Two wordings that share so much of their words are the same question. */
const alike = 0.8
/** A shorter beginning says too little to know a question by. */
const leastWords = 4

/** Each passage with where it belongs, in the order of the file. Nothing is left out. */
export function placed(passages: readonly FilePassage[], form: WordForm): Passage[] {
  const own = wordsOfForm(form)
  const at: Under = { part: null, field: null }
  const full = new Set<string>()
  return passages.map(({ tag, ...passage }, position) => {
    const heading = tag === null ? headingOf(passage.text, form) : null
    if (heading !== null) Object.assign(at, { part: heading.part, field: null })
    at.field = labelledBy(passage.text, at.part) ?? at.field
    const found = once(heading?.found ?? foundIn({ tag, ...passage }, { form, own, at }), { form, full })
    return { ...passage, ...found, position, ordinal: position, origin: null, gap: '', reason: null }
  })
}

/** A field that holds one value takes the first: what comes after it there is words of the answer. */
function once(found: Found, { form, full }: { readonly form: WordForm; readonly full: Set<string> }): Found {
  const key = standingKey(found.standing)
  const field = fieldsOf(form).find(({ place }) => standingKey(place) === key)
  if (field === undefined || !isOneValued(field)) return found
  if (full.has(key)) return inWords(field, form)
  full.add(key)
  return found
}

/** What fits no field is among the words of its question; of the answer as a whole, somebody says where. */
function inWords(field: FormField, form: WordForm): Found {
  const part = form.parts.find(({ fields }) => fields.includes(field))
  const place = part === undefined ? null : textOf(part)
  return place === null ? unknown : { standing: place, foundBy: 'heading' }
}

/** Under which heading one is in the file, and after which label. */
type Under = { part: FormPart | null; field: FormField | null }
type Ground = { readonly form: WordForm; readonly own: ReadonlySet<string>; readonly at: Under }

/** The field whose label this is, for those that are written below their label. */
function labelledBy(words: string, part: FormPart | null): FormField | null {
  const isBelow = ({ control }: FormField) => control === 'rich' || control === 'lines'
  return part?.fields.find((field) => isBelow(field) && plain(field.label) === plain(words)) ?? null
}

const formsOwn: Found = { standing: { part: 'form' }, foundBy: 'label' }
const unknown: Found = { standing: null, foundBy: null }

function foundIn(passage: FilePassage, ground: Ground): Found {
  const { form, own, at } = ground
  if (passage.cells !== null && isHeadRow(passage.cells, form)) return formsOwn
  const tagged = passage.tag === null ? null : byTag(passage, form)
  if (tagged !== null) return tagged
  if (own.has(plain(passage.text))) return formsOwn
  if (passage.from !== 'body') return unknown
  return byLabel(passage, at.part) ?? underHeading(at)
}

function underHeading({ part, field }: Under): Found {
  const place = field?.place ?? (part === null ? null : textOf(part))
  return place === null ? unknown : { standing: place, foundBy: 'heading' }
}

/** A tag of this form; one that asks for a choice is believed only when what stands there is one of them. */
function byTag(passage: FilePassage, form: WordForm): Found | null {
  const place = placeOf(passage.tag ?? '')
  if (place === null) return null
  const field = fieldsOf(form).find((one) => isSamePlace(one.place, place))
  if (field === undefined) return null
  return fits(field, passage) ? { standing: place, foundBy: 'tag' } : inWords(field, form)
}

/** "Ståndpunkt: Tillstyrker", where the control itself was lost on the way. */
function byLabel(passage: FilePassage, part: FormPart | null): Found | null {
  if (part === null) return null
  if (passage.cells !== null) {
    const rows = part.fields.find(({ control }) => control === 'table')
    return rows === undefined ? null : { standing: rows.place, foundBy: 'label' }
  }
  const field = part.fields.find(({ control, options, label, ...rest }) => {
    const value = afterLabel(passage.text, label)
    const isBeside = control === 'choice' || control === 'line'
    return (
      value !== null && value !== '' && isBeside && fits({ control, options, ...rest }, { text: value, cells: null })
    )
  })
  return field === undefined ? null : { standing: field.place, foundBy: 'label' }
}

/** Where running words under a heading belong. */
function textOf({ fields }: FormPart): Place | null {
  return fields.find(({ control, place }) => control === 'rich' && place.part !== 'whole')?.place ?? null
}

/** The heading of a part: as it was sent, reworded a little, or only its number. A passage that goes on after it is an answer too. */
function headingOf(words: string, form: WordForm): { part: FormPart; found: Found } | null {
  const said = plain(words)
  const exact = form.parts.find(({ heading }) => plain(heading) === said)
  if (exact !== undefined) return { part: exact, found: formsOwn }
  const numbered = /^(?:fråga\s+)?(\d{1,2})\s*[.:)]?$/.exec(words.trim().toLocaleLowerCase('sv'))?.[1]
  const byNumber = form.parts.find(({ heading }) => numbered !== undefined && heading.startsWith(`${numbered}. `))
  if (byNumber !== undefined) return { part: byNumber, found: formsOwn }
  const like = form.parts.find(({ heading }) => isAlike(heading, words))
  if (like === undefined) return null
  const isLonger = wordsIn(words).length > wordsIn(like.heading).length * 1.25 + 1
  return { part: like, found: isLonger ? { standing: textOf(like), foundBy: 'heading' } : formsOwn }
}

/** The same question in nearly the same words, or an answer that begins with the question. */
function isAlike(heading: string, words: string): boolean {
  const asked = wordsIn(heading)
  const said = wordsIn(words)
  if (asked.length < leastWords) return false
  const beginning = said.slice(0, asked.length)
  const shared = asked.filter((word) => beginning.includes(word)).length
  return shared / asked.length >= alike && (said.length >= asked.length || shared / said.length >= alike)
}

function wordsIn(words: string): string[] {
  return plain(words)
    .replace(/^(?:fråga )?\d{1,2} /, '')
    .split(' ')
    .filter((word) => word !== '')
}

function isHeadRow(cells: readonly string[], form: WordForm): boolean {
  const said = cells.map(plain).filter((cell) => cell !== '')
  return fieldsOf(form).some(
    ({ control, options }) =>
      control === 'table' && said.length > 0 && said.every((cell, at) => cell === plain(options[at] ?? '')),
  )
}

function fieldsOf(form: WordForm): FormField[] {
  return form.parts.flatMap(({ fields }) => fields)
}

function isSamePlace(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Every line that the form itself says, so that it is not taken for an answer. */
function wordsOfForm({ title, lead, parts }: WordForm): ReadonlySet<string> {
  const lines = [
    title,
    ...lead,
    ...parts.flatMap(({ heading, help, fields }) => [
      heading,
      ...help,
      ...fields.flatMap(({ label, hint }) => [label, hint, `${label}: ${hint}`]),
    ]),
  ]
  return new Set(lines.map(plain).filter((line) => line !== ''))
}
