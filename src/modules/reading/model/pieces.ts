/** The head of a memo, cut into labels, dates, numbers, addresses and words, in reading order. */

import { isBodyLine, bodyInside } from './bodies.ts'
import { caseNumbersIn, numberAfterLabel } from './case-numbers.ts'
import { datesIn } from './dates.ts'
import type { FoundDate } from './dates.ts'
import type { FlatLine } from './flat.ts'
import { labelOf, labelsInside, typeOf, typesInside } from './labels.ts'
import type { LabelKind } from './labels.ts'
import { emailPattern, isName, isRole, isUnit, maskedEmail, personIn, phonePattern } from './people.ts'

export type Piece =
  /** `title`: the words of a label that stands alone and may as well be the title of the person above it, as "utredare". */
  | { readonly kind: 'label'; readonly label: LabelKind; readonly line: number; readonly title: string | null }
  | { readonly kind: 'date'; readonly date: FoundDate; readonly line: number }
  | {
      readonly kind: 'case' | 'email' | 'masked' | 'phone' | 'type' | 'body' | 'text'
      readonly text: string
      readonly line: number
      readonly gap: boolean
    }

/** What is being cut, and where. `flat`: the line is running text, in which the head's parts follow each other without a sign. */
type Cut = { readonly line: number; readonly gap: boolean; readonly flat: boolean; readonly label: LabelKind | null }

/** A head is short. What is longer is no head, and is not searched for one. */
const mostLines = 80
const longestLine = 1200

export function piecesOf(lines: readonly FlatLine[]): Piece[] {
  return lines.slice(0, mostLines).flatMap((line, number): Piece[] => {
    const before = lines[number - 1]?.text ?? ''
    const here: Cut = { line: number, gap: line.gap, flat: line.flat === true, label: null }
    if (carriesTitleOn(before, line)) return [word('text', line.text.replaceAll('\t', ' '), here)]
    const cells = line.text.slice(0, longestLine).split('\t')
    return cells.flatMap((cell, place) => cut(cell.trim(), { ...here, gap: place === 0 && line.gap }))
  })
}

/** "Remiss om dagvattenstrategi, / dnr KS 2018/311": the second line is words of the first, not a label. */
function carriesTitleOn(before: string, line: FlatLine): boolean {
  return (
    !line.gap && /^\p{Ll}/u.test(line.text) && /\p{L},$/u.test(before) && before.length > 25 && !before.includes('\t')
  )
}

function cut(text: string, here: Cut): Piece[] {
  if (text === '') return []
  return labelled(text, here) ?? typed(text, here) ?? entityFirst(text, here) ?? parted(text, here)
}

function labelled(text: string, here: Cut): Piece[] | null {
  const label = labelOf(text)
  if (label === null) return null
  const title = label.alone && isRole(text) && label.kind === 'reference' ? text : null
  const piece: Piece = { kind: 'label', label: label.kind, line: here.line, title }
  if (label.kind === 'case') {
    const number = numberAfterLabel(label.rest)
    if (number !== null) {
      const end = number.index + number.quote.length
      return [
        piece,
        { ...word('case', number.number, here) },
        ...cut(label.rest.slice(end).trim(), { ...here, label: null }),
      ]
    }
  }
  const values = cut(label.rest, { ...here, label: label.kind })
  return [piece, ...(label.kind === 'ignored' ? values.filter((value) => value.kind !== 'text') : values)]
}

function typed(text: string, here: Cut): Piece[] | null {
  const rest = typeOf(text)
  if (rest === null) return null
  return [word('type', text.slice(0, text.length - rest.length), here), ...cut(rest.trim(), { ...here, label: null })]
}

function word(kind: 'case' | 'email' | 'masked' | 'phone' | 'type' | 'body' | 'text', text: string, here: Cut): Piece {
  return { kind, text, line: here.line, gap: here.gap }
}

type Entity = { readonly index: number; readonly length: number; readonly piece: Piece | null }

/** The first thing in the text that its form gives away. A null piece is a place to cut, where a label or type begins. */
function firstEntity(text: string, here: Cut): Entity | null {
  const byPattern = (kind: 'email' | 'masked' | 'phone', pattern: RegExp): Entity[] => {
    const match = pattern.exec(text)
    return match === null ? [] : [{ index: match.index, length: match[0].length, piece: word(kind, match[0], here) }]
  }
  const found: Entity[] = [
    ...byPattern('email', emailPattern),
    ...byPattern('masked', maskedEmail),
    ...byPattern('phone', phonePattern),
    ...datesIn(text).map((date) => ({
      index: date.index,
      length: date.quote.length,
      piece: { kind: 'date' as const, date, line: here.line },
    })),
    ...caseNumbersIn(text).map((one) => ({
      index: one.index,
      length: one.quote.length,
      piece: word('case', one.number, here),
    })),
    ...[...labelsInside(text), ...(here.flat ? typesInside(text) : [])].map((index) => ({
      index,
      length: 0,
      piece: null,
    })),
  ]
  return (
    found
      .filter((one) => one.index > 0 || one.piece !== null)
      .toSorted((a, b) => a.index - b.index || b.length - a.length)[0] ?? null
  )
}

function entityFirst(text: string, here: Cut): Piece[] | null {
  const lead = /^(?:den|Den|[,;|·•(–-])\s*/.exec(text)?.[0] ?? ''
  const entity = firstEntity(text.slice(lead.length), here)
  if (entity === null || entity.index !== 0 || entity.piece === null) return null
  if (opensTitle(text, entity, here)) return null
  return [
    entity.piece,
    ...cut(
      text
        .slice(lead.length + entity.length)
        .replace(/^[,;|·)]\s*/, '')
        .trim(),
      { ...here, label: null },
    ),
  ]
}

/** "2023 års …" is no date, but "2023-11-01 års" neither; a line that goes on in lower case after the date is a sentence. */
function opensTitle(text: string, entity: Entity, here: Cut): boolean {
  return !here.flat && entity.piece?.kind === 'date' && /^\s\p{Ll}{2,}/u.test(text.slice(entity.length))
}

/** Words before the next entity, cut there only where the words are complete in themselves. */
function parted(text: string, here: Cut): Piece[] {
  const entity = firstEntity(text, here)
  if (entity === null || entity.index === 0) return words(text, here)
  const lead = text
    .slice(0, entity.index)
    .replace(/[,;(|·–\s-]+$/, '')
    .trim()
  const isLast = text.slice(entity.index + entity.length).replace(/[).\s]/g, '') === ''
  if (!mayCut(lead, { ...entity, isLast }, here)) return words(text, here)
  return [...words(lead, here), ...cut(text.slice(entity.index), { ...here, label: null })]
}

function mayCut(lead: string, entity: Entity & { readonly isLast: boolean }, here: Cut): boolean {
  if (standsAlone(entity)) return true
  if (here.flat && !afterPreposition.test(lead)) return true
  const isValue = here.label !== null && here.label !== 'matter'
  return isValue || isWordyLead(lead) || isBodyLine(lead)
}

/** Addresses and labels never belong to the words before them; nor does a number that ends its line. */
function standsAlone({ piece, isLast }: Entity & { readonly isLast: boolean }): boolean {
  const kind = piece?.kind ?? 'label'
  return ['email', 'masked', 'label'].includes(kind) || (kind === 'case' && isLast)
}

const afterPreposition = /(?<![\p{L}\d])(?:den|per|från|till|av|om|på|i|för|under|och|enligt)$/iu

function words(text: string, here: Cut): Piece[] {
  if (text === '') return []
  if (isBodyLine(text)) return [word('body', text.replace(/^till /i, ''), here)]
  if (here.flat || endsInBody(text) || here.label === 'reference' || here.label === 'addressee')
    return flatWords(text, here)
  return [word('text', text, here)]
}

/** "Lovisa Hagman Samhällsbyggnadsnämnden": two columns whose space was lost. */
function endsInBody(text: string): boolean {
  const body = bodyInside(text)
  return (
    body !== null &&
    body.index > 0 &&
    body.index + body.name.length === text.length &&
    personIn(text.slice(0, body.index).trim()) !== null
  )
}

/** In running text a name, a role, an addressee and the title stand side by side. */
function flatWords(text: string, here: Cut): Piece[] {
  const body = bodyInside(text)
  if (body !== null && body.index >= 0 && isWordyLead(text.slice(0, body.index).trim())) {
    const lead = text.slice(0, body.index).trim()
    const rest = text.slice(body.index + body.name.length).trim()
    return [...people(lead, here), word('body', body.name, here), ...people(rest, here)]
  }
  return people(text, here)
}

function isWordyLead(lead: string): boolean {
  return lead === '' || isName(lead) || personIn(lead) !== null || isUnit(lead) || isRole(lead)
}

/** Names two by two, each with its role, then what is left. */
function people(text: string, here: Cut): Piece[] {
  if (text === '') return []
  const parts = text.split(' ')
  const name = parts.slice(0, 2).join(' ')
  const single = parts.length < 4 && (isName(text) || personIn(text) !== null)
  if (!here.flat || single || here.label !== 'reference' || !isName(name)) return [word('text', text, here)]
  const role = parts.slice(2, 3).filter(isRole)
  const rest = parts.slice(2 + role.length).join(' ')
  return [word('text', [name, ...role].join(' '), here), ...people(rest, here)]
}
