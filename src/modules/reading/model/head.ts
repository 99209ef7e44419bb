/** Who, when, which number and about what: the head of a memo, whatever order its labels stand in. */

import { isBodyLine } from './bodies.ts'
import { caseNumbersIn, numberAfterLabel } from './case-numbers.ts'
import type { FlatLine } from './flat.ts'
import type { LabelKind } from './labels.ts'
import { joinWords } from './lists.ts'
import { emailPattern, isGroup, isName, isRole, isUnit, personIn } from './people.ts'
import type { Person } from './people.ts'
import { piecesOf } from './pieces.ts'
import type { Piece } from './pieces.ts'

export type Head = {
  readonly date: string | null
  readonly caseNumber: string | null
  readonly title: string | null
  readonly people: readonly (Person & { readonly email: string | null })[]
  readonly addressee: string | null
  readonly maskedEmail: string | null
  readonly isMemo: boolean
  /** Every spelling of a number found in the head. */
  readonly numbers: readonly string[]
}

type Found = {
  labelledDate: string | null
  otherDates: string[]
  labelledCase: string | null
  numbers: string[]
  people: { name: string; role: string | null; email: string | null; line: number }[]
  emails: string[]
  masked: string | null
  addressee: string | null
  matter: string | null
  isMemo: boolean
  /** Words nobody has claimed: the title is among them. */
  left: { text: string; line: number; gap: boolean; place: number }[]
  /** Labels still waiting for their value, as when the labels stand in a row of their own. */
  waiting: LabelKind[]
  /** The line of the last label. */
  labelLine: number
  /** The last piece told of a person, so a role may follow. */
  afterPerson: boolean
}

export function readHead(lines: readonly FlatLine[]): Head {
  const found: Found = {
    labelledDate: null,
    otherDates: [],
    labelledCase: null,
    numbers: [],
    people: [],
    emails: [],
    masked: null,
    addressee: null,
    matter: null,
    isMemo: false,
    left: [],
    waiting: [],
    labelLine: -1,
    afterPerson: false,
  }
  const pieces = piecesOf(lines)
  pieces.forEach((piece, place) => take(found, piece, { place, next: pieces[place + 1] ?? null }))
  return {
    date: found.labelledDate ?? found.otherDates[0] ?? null,
    caseNumber: found.labelledCase ?? found.numbers[0] ?? null,
    title: titleOf(found),
    people: withEmails(found),
    addressee: found.addressee,
    maskedEmail: found.masked,
    isMemo: found.isMemo,
    numbers: found.numbers,
  }
}

type Around = { readonly place: number; readonly next: Piece | null }

function take(found: Found, piece: Piece, around: Around): void {
  if (piece.kind === 'label') return isTitle(found, piece.title, around) ? undefined : takeLabel(found, piece)
  if (piece.kind === 'date') return takeDate(found, piece.date.iso)
  if (piece.kind === 'text') return takeText(found, piece, around)
  if (piece.kind === 'case') return takeNumber(found, piece.text)
  if (piece.kind === 'body') return takeBody(found, piece, around)
  takeAddress(found, piece.kind, piece.text)
}

/** Addresses and telephones leave the way open for a role after them; the document's type does not. */
function takeAddress(found: Found, kind: 'email' | 'masked' | 'phone' | 'type', text: string): void {
  if (kind === 'email') found.emails.push(text)
  if (kind === 'masked') found.masked = text
  if (kind === 'type') found.isMemo = true
  if (kind === 'type') found.afterPerson = false
  settle(found, kind === 'phone' ? 'phone' : 'email')
}

/** "Anna Öberg / utredare": a title under a name, unless another name follows and makes it the label it looks like. */
function isTitle(found: Found, title: string | null, { next }: Around): boolean {
  if (title === null || !found.afterPerson) return false
  const isLabel = /^\p{Lu}/u.test(title) && next?.kind === 'text' && isName(next.text)
  return !isLabel && takeRole(found, title)
}

function takeLabel(found: Found, { label, line }: { readonly label: LabelKind; readonly line: number }): void {
  // A row of the other party's labels that got no values is done with when our own row comes.
  const ours = label === 'date' || label === 'case'
  if (ours && line !== found.labelLine)
    found.waiting = found.waiting.filter((one) => one !== 'otherDate' && one !== 'foreign')
  found.labelLine = line
  if (label !== 'silent' && label !== 'ignored') found.waiting.push(label)
  if (label !== 'phone' && label !== 'email' && label !== 'role') found.afterPerson = false
}

/** A value has come for this label: it waits no more. */
function settle(found: Found, label: LabelKind): boolean {
  const at = found.waiting.indexOf(label)
  if (at >= 0) found.waiting.splice(at, 1)
  return at >= 0
}

function takeDate(found: Found, iso: string | null): void {
  const at = found.waiting.find((label) => label === 'date' || label === 'otherDate')
  if (at === undefined) {
    if (iso !== null) found.otherDates.push(iso)
    return
  }
  settle(found, at)
  if (at === 'date') found.labelledDate ??= iso
}

function takeNumber(found: Found, number: string): void {
  const at = found.waiting.find((label) => label === 'case' || label === 'foreign')
  if (at !== undefined) settle(found, at)
  if (at === 'foreign') return
  if (at === 'case') found.labelledCase ??= number
  found.numbers.push(number)
}

function takeBody(found: Found, piece: Text, around: Around): void {
  if (endsTitle(found, piece)) {
    found.left.push({ text: piece.text, line: piece.line, gap: piece.gap, place: around.place })
    return
  }
  if (settle(found, 'unit')) return
  settle(found, 'addressee')
  // Two bodies: the first is the sender in the letterhead, the last the one written to.
  found.addressee = piece.text
  found.afterPerson = false
  if (around.next === null && found.left.length === 0)
    found.left.push({ text: piece.text, line: piece.line, gap: piece.gap, place: around.place })
}

type Text = { readonly kind: string; readonly text: string; readonly line: number; readonly gap: boolean }

function takeText(found: Found, piece: Text, around: Around): void {
  const text = piece.text.replace(/^[-–•|,;]\s*/, '').trim()
  if (isNumberAsked(found, text)) return takeNumber(found, text)
  if (isTheirNumber(text)) settle(found, 'foreign')
  if (text === '' || isTheirNumber(text) || takeRole(found, text) || takePerson(found, { ...piece, text }, around))
    return
  found.afterPerson = false
  if (!endsTitle(found, piece) && (takeLabelled(found, text) || isUnit(text))) return
  found.left.push({ text, line: piece.line, gap: piece.gap, place: around.place })
}

/** Under a label for the number any form will do, as "2024-000412". */
function isNumberAsked(found: Found, text: string): boolean {
  return found.waiting.includes('case') && numberAfterLabel(text)?.quote === text
}

/** The other party's number, as a ministry writes it: Ju2016/01234/L4. */
function isTheirNumber(text: string): boolean {
  return /^\p{Lu}\p{L}{0,2}\d{4}\/\d{3,6}(?:\/\p{L}{1,4}\d?)?$/u.test(text)
}

/** The last words of a title whose line broke after "för" or "till", though they name a body or a municipality. */
function endsTitle(found: Found, piece: Text): boolean {
  const before = found.left.at(-1)
  return before !== undefined && before.line === piece.line - 1 && !piece.gap && openEnd.test(before.text)
}

function takeRole(found: Found, text: string): boolean {
  const person = found.people.at(-1)
  if (person === undefined || person.role !== null || !isRole(text)) return false
  if (!found.afterPerson && !settle(found, 'role')) return false
  person.role = text.replace(/[,;]+$/, '')
  return true
}

function takePerson(found: Found, piece: Text, around: Around): boolean {
  const asked = found.waiting.includes('reference')
  const person = personIn(piece.text) ?? groupIn(piece.text, asked && around.next !== null)
  if (person === null) return false
  if (!asked && !found.afterPerson && !introduced(person, around.next)) return false
  settle(found, 'reference')
  found.people.push({ name: person.name.replace(/[,;]+$/, ''), role: person.role, email: null, line: piece.line })
  found.afterPerson = true
  return true
}

/** A group stands for a person where a reference is asked for and more follows; last in the head it is rather the title. */
function groupIn(text: string, asked: boolean): Person | null {
  return asked && isGroup(text) ? { name: text, role: null } : null
}

/** Without a label, a name is a reference only when a role, an address or a telephone comes with it. */
function introduced(person: Person, next: Piece | null): boolean {
  if (!isName(person.name)) return false
  if (person.role !== null) return true
  if (next === null) return false
  if (next.kind === 'text') return isRole(next.text) && next.text.split(' ').length <= 4
  if (next.kind === 'label') return ['email', 'phone', 'role'].includes(next.label)
  return next.kind === 'email' || next.kind === 'phone' || next.kind === 'masked'
}

function takeLabelled(found: Found, text: string): boolean {
  const label = found.waiting.find((one) => ['matter', 'unit', 'foreign', 'addressee', 'reference'].includes(one))
  if (label === undefined || !fits(label, text)) return false
  if (label === 'matter') found.matter ??= text
  if (label === 'addressee') found.addressee ??= text
  settle(found, label)
  return true
}

/** Whether the words can be the value that this label waits for; a title must not be swallowed. */
function fits(label: LabelKind, text: string): boolean {
  if (label === 'addressee') return text.length <= 90 && /^\p{Lu}/u.test(text)
  if (label === 'foreign') return text.length <= 40 && /\d/.test(text)
  if (label === 'unit') return isUnit(text) || isBodyLine(text)
  return label === 'matter'
}

function withEmails(found: Found): Head['people'] {
  const free = [...found.emails]
  const people = found.people.map(({ name, role }) => ({ name, role, email: takeOwn(free, name) }))
  const first = people[0]
  if (first !== undefined && first.email === null && found.people.length >= found.emails.length)
    first.email = free.shift() ?? null
  return people
}

/** The person's own address, wherever in the text it stands, as in the foot of the page. */
export function emailFor(name: string, text: string): string | null {
  const addresses = text.slice(0, 50_000).match(new RegExp(emailPattern, 'gu')) ?? []
  return takeOwn([...addresses], name)
}

/** The address whose letters are those of the name. */
function takeOwn(addresses: string[], name: string): string | null {
  const ascii = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const last = ascii(name.split(' ').at(-1) ?? '')
  if (last.length < 2) return null
  const at = addresses.findIndex((address) => ascii(address.split('@')[0] ?? '').includes(last))
  return at < 0 ? null : (addresses.splice(at, 1)[0] ?? null)
}

const openEnd =
  /(?:[-–,:]|(?<![\p{L}\d])(?:och|om|av|för|i|till|på|med|samt|från|enligt|vid|inom|under|den|det|ett|en|över|gällande|avseende|angående))$/iu

/** The last run of words that nobody claimed, before the first heading. */
function titleOf(found: Found): string | null {
  if (found.matter !== null) return cleanTitle(found.matter)
  const runs: { text: string; place: number }[] = []
  for (const piece of found.left) {
    const run = runs.at(-1)
    if (run === undefined || piece.place !== run.place + 1 || !runsOn(run.text, piece))
      runs.push({ text: piece.text, place: piece.place })
    else runs.splice(-1, 1, { text: joinWords(run.text, piece.text), place: piece.place })
  }
  const worthy = runs.filter((run) => run.text.length >= 8 && run.text.length < 400 && / \p{L}/u.test(run.text))
  const title = (worthy.at(-1) ?? runs.findLast((run) => run.text.length < 400))?.text
  return title === undefined ? null : cleanTitle(title)
}

function runsOn(before: string, piece: { readonly text: string; readonly gap: boolean }): boolean {
  return !piece.gap || openEnd.test(before) || /^[\p{Ll}(–-]/u.test(piece.text)
}

function cleanTitle(title: string): string | null {
  const number = caseNumbersIn(title).at(-1)
  const atEnd = number !== undefined && title.slice(number.index + number.quote.length).replace(/[).\s]/g, '') === ''
  const bare = (atEnd ? title.slice(0, number.index) : title)
    .replace(/[\s,(–-]*(?<![\p{L}\d])(?:dnr|diarienummer|diarienr|ärendenummer)[.:]?\s*$/iu, '')
    .replace(/\s+(?:STK|KS|KFN|SN|TN|KSN|BUN|MN|VN|FSN|GSN|KN|FN)$/u, '')
    .replace(/[\s,;:(–-]+$/, '')
    .replace(/^["”“](.*)["”“]$/, '$1')
    .trim()
  return bare === '' ? null : bare
}
