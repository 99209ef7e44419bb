/** A memo divided at its headings, with the signatures of its heads lifted out wherever they stand. */

import { numberAfterLabel } from './case-numbers.ts'
import { bodyInside } from './bodies.ts'
import type { FlatLine } from './flat.ts'
import { headingOf } from './headings.ts'
import type { Heading, Part } from './headings.ts'
import { labelOf } from './labels.ts'
import type { Person } from './people.ts'
import { signersOf, withoutSignatures } from './signatures.ts'

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
      if (!isNumberLine(line)) blocks.at(-1)?.lines.push(line)
      continue
    }
    blocks.push(opened.block)
    at += opened.extra
  }
  return liftSignatures(lines.slice(0, start), blocks)
}

/** "Dnr 2018-4711" alone, as page heads have it. */
function isNumberLine(line: FlatLine): boolean {
  return line.text.length < 60 && caseLineOf(line.text) !== null
}

/** The number of a line that is nothing but a labelled number. */
export function caseLineOf(line: string): string | null {
  const label = labelOf(line)
  const number = label?.kind === 'case' ? numberAfterLabel(label.rest) : null
  return number !== null && label?.rest.trim() === number.quote ? number.number : null
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
  return lines
    .slice(place + 1, place + 25)
    .some((line) => ['summary', 'proposals'].includes(headingOf(line.text)?.part ?? ''))
}

/** "Handlingar" or "Beredning" alone far up, before anything else has been said, is part of a letterhead. */
function isEmptyBefore(heading: Heading, lines: readonly FlatLine[], place: number): boolean {
  return (
    place < 2 &&
    heading.rest === '' &&
    headingOf(lines[place + 1]?.text ?? '') !== null &&
    !/^(?:sammanfattning|förslag)/i.test(heading.name)
  )
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
  if (current.part === 'planning') return /\d/.test(heading.rest) || /^beredning$/i.test(heading.name)
  if (current.part === 'sendTo') return isEntry(heading, current)
  return ['basis', 'attachments'].includes(current.part) && isDocument(heading, current)
}

const documentNames =
  /^(?:yttrande|remissvar|remissammanställning|barnkonsekvensanalys|remissen|utredning|konsekvensanalys|förslaget)$/i

/** A document in a list that is called what a heading is called, as "Barnkonsekvensanalys" or "Bilaga: Remissen". */
function isDocument(heading: Heading, current: OpenBlock): boolean {
  if (heading.part === 'attachments' && heading.rest !== '') return true
  return heading.part === 'other' ? documentNames.test(heading.name) : isEntry(heading, current)
}

function isEntry(heading: Heading, current: OpenBlock): boolean {
  if (/^protokollsutdrag$/i.test(heading.name)) return true
  return /^(?:handlingar|underlag|förslag|bilaga)$/i.test(heading.name) && current.lines.length > 0
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
  return split
    ? { block: { part: 'proposals', name: '', lines: [{ ...line, text: `${line.text} ${next.text}` }] }, extra: 1 }
    : null
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
