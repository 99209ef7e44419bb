/** The names and roles of the heads who sign, wherever in the memo they stand. */

import { isBodyLike, isBodyLine } from './bodies.ts'
import type { FlatLine } from './flat.ts'
import { headingOf } from './headings.ts'
import type { Part } from './headings.ts'
import { isName, isRole, isUnit, personIn } from './people.ts'
import type { Person } from './people.ts'

/** Some lines of a memo, and the part they belong to. */
type Lines = { readonly part: Part; readonly lines: readonly FlatLine[] }

/** Under a heading of its own every name counts, with or without a role. */
export function signersOf(lines: readonly FlatLine[]): Person[] {
  const people: { name: string; role: string | null }[] = []
  for (const line of lines.flatMap(splitSigners)) {
    const text = line.replace(/^[-–•*]\s+/, '').trim()
    const person = personIn(text)
    const waiting = people.find((one) => one.role === null)
    if (person !== null) people.push({ ...person })
    else if (waiting !== undefined && (isRole(text) || isUnit(text)) && text.length < 110)
      waiting.role = text.replace(/[,;.]+$/, '')
  }
  return people
}

function splitSigners(line: FlatLine): string[] {
  if (line.flat === true) return flatSigners(line.text)
  return line.text.split(/\t|;\s/).filter((cell) => cell !== '')
}

/** "Anna Berg Förvaltningschef Bo Ek Enhetschef" */
function flatSigners(text: string): string[] {
  const parts = text.split(' ')
  const starts = parts
    .map((_, at) => at)
    .filter((at) =>
      isName(
        parts
          .slice(at, at + 2)
          .join(' ')
          .replace(/,$/, ''),
      ),
    )
  const clean = starts.filter((at, place) => place === 0 || at - (starts[place - 1] ?? 0) >= 2)
  return clean.map((at, place) => parts.slice(at, clean[place + 1] ?? parts.length).join(' '))
}

type Lifted = { readonly lines: readonly FlatLine[]; readonly people: readonly Person[] }

/** Running text that ends in names and roles: "… läggs till handlingarna. Anna Berg Förvaltningschef". */
function flatTail(line: FlatLine): Lifted {
  const parts = line.text.split(' ')
  for (let at = 0; at < parts.length - 2; at += 1) {
    const mayBegin = at === 0 || /[.!?)\d]$/.test(parts[at - 1] ?? '')
    if (!mayBegin || !isName(parts.slice(at, at + 2).join(' ')) || !isRole(parts[at + 2] ?? '')) continue
    const people = flatSigners(parts.slice(at).join(' ')).map(personIn)
    if (people.every((person) => person !== null && person.role !== null)) {
      const rest = parts.slice(0, at).join(' ')
      return { lines: rest === '' ? [] : [{ ...line, text: rest }], people: people.filter((person) => person !== null) }
    }
  }
  return { lines: [line], people: [] }
}

export function withoutSignatures(block: Lines): Lifted {
  const people: Person[] = []
  if (block.lines.length > 0 && block.lines.every((line) => line.flat === true)) {
    const lifted = block.lines.map(flatTail)
    return { lines: lifted.flatMap((one) => one.lines), people: lifted.flatMap((one) => one.people) }
  }
  const lines: FlatLine[] = []
  for (let at = 0; at < block.lines.length; at += 1) {
    const line = block.lines[at]
    if (line === undefined) break
    const signed =
      line.flat === true ? null : (zoneAt(block.lines, at) ?? sameLine(line, block.part) ?? nextSigner(line, people))
    if (signed === null) {
      lines.push(line)
      continue
    }
    if (isSenderAbove(lines, block.part)) lines.pop()
    people.push(...signed.people)
    at += signed.taken - 1
  }
  return { lines, people }
}

/** The administration's name with air around it, over the names of its heads. */
function isSenderAbove(lines: readonly FlatLine[], part: Part): boolean {
  const last = lines.at(-1)
  const close = lines.some((line) => !line.gap)
  return (
    last !== undefined &&
    lines.length > 1 &&
    last.gap &&
    (close || part !== 'sendTo') &&
    isUnit(last.text.replace(/^För /u, ''))
  )
}

type Signed = { readonly people: readonly Person[]; readonly taken: number }
type Zone = { readonly people: { name: string; role: string | null }[]; taken: number }

/** Names and roles in one or two columns, in step or staggered: each role is that of the first name still without one. */
function zoneAt(lines: readonly FlatLine[], at: number): Signed | null {
  const zone: Zone = { people: [], taken: 0 }
  for (let place = at; place < lines.length && place < at + 12; place += 1) {
    if (!takeRow(zone, lines[place], place === at)) break
    zone.taken = place - at + 1
  }
  const complete = zone.people.length > 0 && zone.people.every((person) => person.role !== null)
  return complete ? zone : null
}

function takeRow(zone: Zone, line: FlatLine | undefined, first: boolean): boolean {
  const cells = cellsOf(line)
  if (cells.length === 0 || line === undefined) return false
  const waiting = zone.people.filter((person) => person.role === null).length
  if (first && !cells.every((cell) => isName(cell))) return false
  if (!first && waiting === 0 && !cells.every((cell) => isName(cell))) return isUnitRow(zone, line, cells)
  return cells.every((cell) => takeCell(zone, cell))
}

function takeCell(zone: Zone, cell: string): boolean {
  const bare = cell.replace(/^[,–-]\s*/, '')
  if (isName(bare)) return zone.people.push({ name: bare.replace(/,$/, ''), role: null }) > 0
  const waiting = zone.people.find((person) => person.role === null)
  if (waiting === undefined || !isRole(bare) || isBodyLine(bare)) return false
  waiting.role = bare
  return true
}

/** The unit of each head, straight under the roles. */
function isUnitRow(zone: Zone, line: FlatLine, cells: readonly string[]): boolean {
  return (
    !line.gap &&
    cells.length <= zone.people.length &&
    cells.every((cell) => cell.split(' ').length <= 5 && !/[.:]$/.test(cell)) &&
    !headingOf(line.text)
  )
}

function cellsOf(line: FlatLine | undefined): string[] {
  return line === undefined || line.text.length > 160
    ? []
    : line.text
        .split('\t')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
}

/** Straight under one who signs on one line, the next need not be a head. */
function nextSigner(line: FlatLine, before: readonly Person[]): Signed | null {
  const person = before.length > 0 && !line.gap ? personIn(line.text) : null
  return person !== null && isRole(person.role ?? '') ? { people: [person], taken: 1 } : null
}

/** "Anna Berg, förvaltningschef" on one line signs only where receivers and documents are not listed that way. */
function sameLine(line: FlatLine, part: Part): Signed | null {
  if (!line.gap || ['proposals', 'summary', 'contact'].includes(part) || /^[-–•*\d]/.test(line.text)) return null
  const person = personIn(line.text)
  const role = person?.role ?? ''
  if (person === null || !isRole(role) || isBodyLike(person.name)) return null
  return /chef|direktör|rektor|ordförande/iu.test(role) ? { people: [person], taken: 1 } : null
}
