/** A memo divided at its headings, with the signatures of its heads lifted out wherever they stand. */

import { bodyInside, isBodyLike, isBodyLine } from './bodies.ts'
import type { FlatLine } from './flat.ts'
import { headingOf } from './headings.ts'
import type { Heading, Part } from './headings.ts'
import { labelOf } from './labels.ts'
import { isName, isRole, isUnit, personIn } from './people.ts'
import type { Person } from './people.ts'

export type Block = { readonly part: Part; readonly name: string; readonly lines: readonly FlatLine[] }

export type Parted = {
  readonly head: readonly FlatLine[]
  readonly blocks: readonly Block[]
  readonly signatures: readonly Person[]
}

type OpenBlock = { part: Part; name: string; lines: FlatLine[] }

/** Divides at every heading. What stands before the first is the head. */
export function divide(lines: readonly FlatLine[]): Parted {
  const start = headEnd(lines)
  const blocks: OpenBlock[] = []
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) break
    const opened = opens(lines, at, blocks.at(-1))
    if (opened === null) {
      blocks.at(-1)?.lines.push(line)
      continue
    }
    blocks.push(opened.block)
    at += opened.extra
  }
  return liftSignatures(lines.slice(0, start), blocks)
}

/** The first line that is a heading of the memo itself; titles and labels can look like the vaguer ones. */
function headEnd(lines: readonly FlatLine[]): number {
  const at = lines.findIndex((line, place) => {
    const heading = headingOf(line.text)
    if (heading === null) return opensProposal(lines, place) !== null
    if (labelOf(line.text)?.alone === false && heading.rest !== '') return false
    if (heading.part === 'contact' || isLabelOfHead(heading, lines, place)) return false
    if (heading.part !== 'other' && heading.part !== 'attachments') return !isEmptyBefore(heading, lines, place)
    return heading.rest === '' && isFollowedByText(lines, place)
  })
  return at < 0 ? headWithoutHeadings(lines) : at
}

/** "Kopia till" above the proposals belongs to the letterhead. */
function isLabelOfHead(heading: Heading, lines: readonly FlatLine[], place: number): boolean {
  if (heading.part !== 'sendTo' && heading.part !== 'responsible') return false
  return lines.slice(place + 1, place + 25).some((line) => ['summary', 'proposals'].includes(headingOf(line.text)?.part ?? ''))
}

/** "Handlingar" or "Beredning" alone far up, before anything else has been said, is part of a letterhead. */
function isEmptyBefore(heading: Heading, lines: readonly FlatLine[], place: number): boolean {
  return place < 2 && heading.rest === '' && headingOf(lines[place + 1]?.text ?? '') !== null && !/^(?:sammanfattning|förslag)/i.test(heading.name)
}

function isFollowedByText(lines: readonly FlatLine[], place: number): boolean {
  if (place === 0) return false
  const next = lines[place + 1]?.text ?? ''
  return next.length > 60 || headingOf(next) !== null
}

/** No headings at all: the head ends where running text begins. */
function headWithoutHeadings(lines: readonly FlatLine[]): number {
  const at = lines.findIndex((line, place) => line.text.length > 100 && /[.]$|[.] \p{Lu}/u.test(line.text) && place > 0)
  return at < 0 ? lines.length : at
}

type Opened = { readonly block: OpenBlock; readonly extra: number }

function opens(lines: readonly FlatLine[], at: number, current: OpenBlock | undefined): Opened | null {
  const line = lines[at]
  if (line === undefined) return null
  const heading = headingOf(line.text)
  const proposal = heading === null && current?.part !== 'proposals' ? opensProposal(lines, at) : null
  if (proposal !== null) return proposal
  if (heading === null || staysInside(heading, current)) return null
  const rest = heading.rest === '' ? [] : [{ ...line, text: heading.rest, gap: false }]
  return { block: { part: heading.part, name: heading.name, lines: rest }, extra: 0 }
}

/** "Beredning: 2023-11-28" inside a plan is an entry, and "Förslag till yttrande" inside a list is one too. */
function staysInside(heading: Heading, current: OpenBlock | undefined): boolean {
  if (current === undefined) return false
  if (current.part === 'planning' && /\d/.test(heading.rest)) return true
  if (current.part === 'planning' && /^beredning$/i.test(heading.name)) return true
  if (['basis', 'attachments'].includes(current.part) && heading.part === 'attachments' && heading.rest !== '') return true
  if (['basis', 'attachments'].includes(current.part) && heading.part === 'other') return /^(?:yttrande|remissvar|remissammanställning|barnkonsekvensanalys|remissen|utredning|konsekvensanalys|förslaget)$/i.test(heading.name)
  if (['basis', 'attachments', 'sendTo'].includes(current.part) && /^(?:protokollsutdrag|handlingar|underlag|förslag|bilaga)$/i.test(heading.name)) return current.lines.length > 0 || heading.name.toLowerCase() === 'protokollsutdrag'
  return false
}

const askedToDecide = /^(?:föreslås|föreslår .{3,80}) (?:besluta|beslutar|fatta följande beslut)(?: att)?\s*:?$/iu

/** "Tekniska nämnden / föreslås besluta" opens the proposals where no heading does. */
function opensProposal(lines: readonly FlatLine[], at: number): Opened | null {
  const [line, next] = [lines[at], lines[at + 1]]
  if (line === undefined) return null
  const body = bodyInside(line.text)
  if (body === null || body.index > 0) return null
  const after = line.text.slice(body.name.length).trim()
  if (askedToDecide.test(after)) return { block: { part: 'proposals', name: '', lines: [line] }, extra: 0 }
  const split = after === '' && next !== undefined && askedToDecide.test(next.text)
  return split ? { block: { part: 'proposals', name: '', lines: [{ ...line, text: `${line.text} ${next.text}` }] }, extra: 1 } : null
}

/** The heads sign last, or between two parts. A name on a line, and a role beside or under it. */
function liftSignatures(head: readonly FlatLine[], blocks: readonly OpenBlock[]): Parted {
  const signatures: Person[] = []
  const kept = blocks.map((block) => {
    if (block.part === 'contact') {
      const after = withoutSignatures({ ...block, lines: block.lines.slice(1) })
      signatures.push(...after.people)
      return { ...block, lines: [...block.lines.slice(0, 1), ...after.lines] }
    }
    if (block.part === 'responsible') {
      signatures.push(...signersOf(block.lines))
      return block
    }
    const { lines, people } = withoutSignatures(block)
    signatures.push(...people)
    return { ...block, lines }
  })
  const seen = new Set<string>()
  return { head, blocks: kept, signatures: signatures.filter((one) => !seen.has(one.name) && seen.add(one.name)) }
}

/** Under a heading of its own every name counts, with or without a role. */
function signersOf(lines: readonly FlatLine[]): Person[] {
  const people: { name: string; role: string | null }[] = []
  for (const line of lines.flatMap(splitSigners)) {
    const text = line.replace(/^[-–•*]\s+/, '').trim()
    const person = personIn(text)
    const waiting = people.find((one) => one.role === null)
    if (person !== null) people.push({ ...person })
    else if (waiting !== undefined && (isRole(text) || isUnit(text)) && text.length < 110) waiting.role = text.replace(/[,;.]+$/, '')
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
  const starts = parts.map((_, at) => at).filter((at) => isName(parts.slice(at, at + 2).join(' ').replace(/,$/, '')))
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

function withoutSignatures(block: OpenBlock): Lifted {
  const people: Person[] = []
  if (block.lines.length > 0 && block.lines.every((line) => line.flat === true)) {
    const lifted = block.lines.map(flatTail)
    return { lines: lifted.flatMap((one) => one.lines), people: lifted.flatMap((one) => one.people) }
  }
  const lines: FlatLine[] = []
  for (let at = 0; at < block.lines.length; at += 1) {
    const line = block.lines[at]
    if (line === undefined) break
    const signed = line.flat === true ? null : (zoneAt(block.lines, at) ?? sameLine(line, block.part))
    if (signed === null) {
      lines.push(line)
      continue
    }
    if (isSenderAbove(lines)) lines.pop()
    people.push(...signed.people)
    at += signed.taken - 1
  }
  return { lines, people }
}

/** The administration's name with air around it, over the names of its heads. */
function isSenderAbove(lines: readonly FlatLine[]): boolean {
  const last = lines.at(-1)
  const close = lines.some((line, place) => place > 0 && !line.gap)
  return last !== undefined && lines.length > 1 && last.gap && close && isUnit(last.text)
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
  return !line.gap && cells.length <= zone.people.length && cells.every((cell) => cell.split(' ').length <= 5 && !/[.:]$/.test(cell)) && !headingOf(line.text)
}

function cellsOf(line: FlatLine | undefined): string[] {
  return line === undefined || line.text.length > 160 ? [] : line.text.split('\t').map((cell) => cell.trim()).filter((cell) => cell !== '')
}

/** "Anna Berg, förvaltningschef" on one line signs only where receivers and documents are not listed that way. */
function sameLine(line: FlatLine, part: Part): Signed | null {
  if (!line.gap || part === 'proposals' || part === 'summary' || part === 'contact' || /^[-–•*\d]/.test(line.text)) return null
  const person = personIn(line.text)
  if (person === null || person.role === null || !isRole(person.role) || isBodyLike(person.name)) return null
  return /chef|direktör|rektor|ordförande/iu.test(person.role) ? { people: [person], taken: 1 } : null
}
