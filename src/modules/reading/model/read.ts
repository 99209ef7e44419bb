/** Reads a memo: tidy, unfold, divide, then each part by itself. Never throws; what it cannot find is null or empty. */

import type { ReadingOptions, ReadMemo } from '../model.ts'
import type { Names } from './abbreviations.ts'
import { bodiesIn, bodyInside, isBodyLine, isInitials } from './bodies.ts'
import { caseNumbersIn } from './case-numbers.ts'
import { datesIn } from './dates.ts'
import { memoAmong } from './documents.ts'
import { mended } from './encoding.ts'
import { unfold } from './flat.ts'
import type { FlatLine } from './flat.ts'
import { emailFor, readHead } from './head.ts'
import type { Head } from './head.ts'
import type { Part } from './headings.ts'
import { otherKind } from './labels.ts'
import { paragraphsOf } from './lists.ts'
import { caseLineOf, divide } from './parts.ts'
import type { Parted } from './parts.ts'
import { planOf, type Plan } from './plan.ts'
import { proposalsOf, proposalWithoutHeading } from './proposals.ts'
import { emailPattern, isRole, personIn, phonePattern } from './people.ts'
import { documentsOf, receiversOf } from './receivers.ts'
import { tidy } from './tidy.ts'
import { warningsFor } from './warnings.ts'

/** Everything the warnings are judged on. */
export type Reading = {
  readonly memo: Omit<ReadMemo, 'warnings'>
  readonly head: Head
  readonly introductions: readonly string[]
  readonly whole: string
  readonly furniture: readonly string[]
  readonly otherDocuments: number
  readonly isMemo: boolean
  readonly cut: boolean
  /** Lines of the plan with a day, in which no body was found. */
  readonly unreadPlan: readonly string[]
  /** An example of letters that were in the wrong encoding, and are restored. */
  readonly mojibake: string | null
}

/** @param written the memo's text, as `textOf` gives it; any string will do. */
export function readMemo(written: string, options: ReadingOptions = {}): ReadMemo {
  const { text, quote } = mended(written)
  const chosen = memoAmong(text)
  const tidied = tidy(chosen.text)
  const opened = unfold(tidied.lines)
  const parted = divide(opened.lines)
  const head = readHead(parted.head)
  const isMemo = looksLikeMemo(head, parted, tidied.lines)
  const proposals = proposalsOf(linesOf(parted, 'proposals'))
  const { points } = proposals
  const names = namesFor({ head, points, lines: opened.lines, options })
  const plan = planOf(linesOf(parted, 'planning'), head.date, names)
  const reading: Reading = {
    memo: memoOf({ text: chosen.text, lines: opened.lines, head, parted, options, isMemo, points, plan }),
    head,
    introductions: proposals.introductions,
    whole: opened.lines.map((line) => line.text).join('\n'),
    furniture: [...tidied.furniture, ...opened.furniture],
    otherDocuments: chosen.others,
    isMemo,
    cut: tidied.cut,
    unreadPlan: plan.unread,
    mojibake: quote,
  }
  if (!isMemo && !isLetter(tidied.lines)) return notMemo(reading, options)
  const completed = { ...reading, memo: { ...reading.memo, planning: completePlan(reading, text) } }
  return { ...completed.memo, warnings: warningsFor(completed, options) }
}

function looksLikeMemo(head: Head, parted: Parted, lines: readonly FlatLine[]): boolean {
  if (head.isMemo) return true
  if (parted.head.slice(0, 25).some((line) => otherKind(line.text)) || isMinutes(lines)) return false
  const parts = new Set(parted.blocks.map((block) => block.part))
  const around = ['summary', 'basis', 'attachments', 'planning', 'sendTo', 'responsible'] as const
  return (
    parts.has('proposals') && (head.people.length > 0 || head.date !== null || around.some((part) => parts.has(part)))
  )
}

/** Minutes and calls name who was there, or hold several numbers: several matters. */
function isMinutes(lines: readonly FlatLine[]): boolean {
  const present =
    /^(?:närvarande|beslutande|ej beslutande|justerare|utses att justera|justering(?:en|ens)?|paragrafer|sammanträdestid|kallelse|föredragningslista|anslag\/bevis)(?![\p{L}])/iu
  if (lines.some((line) => present.test(line.text))) return true
  return lines.filter((line) => /^(?:diarienummer|dnr|ärende \d)(?![\p{L}\d])/iu.test(line.text)).length > 2
}

/** A statement has the head of a memo; minutes, calls and notices have not. */
function isLetter(lines: readonly FlatLine[]): boolean {
  const named = lines
    .slice(0, 25)
    .some((line) => /(?<![\p{L}\d])(?:YTTRANDE|Yttrande|Remissvar|REMISSVAR)(?![\p{L}\d])/u.test(line.text))
  return (
    named &&
    !isMinutes(lines) &&
    !lines.some((line) => /^(?:(?:sammanträdes)?protokoll|anslag)(?![\p{L}\d])/iu.test(line.text))
  )
}

/** Of minutes and other papers only what their form makes certain: the day of the meeting, the one number, the one item. */
function notMemo(reading: Reading, options: ReadingOptions): ReadMemo {
  const numbers = new Set(caseNumbersIn(reading.whole).map((one) => one.number))
  const items = [...reading.whole.matchAll(/^§ ?\d{1,4} (\p{Lu}[^\n§]{5,200})$/gmu)]
  const meeting = /(?<![\p{L}\d])Sammanträdes(?:tid|datum|dag)?:? (.{1,40})/iu.exec(reading.whole)?.[1] ?? ''
  const empty = {
    reference: { name: null, title: null, email: null },
    proposals: [],
    basis: [],
    planning: [],
    sendTo: [],
    responsible: [],
  }
  const memo = {
    ...reading.memo,
    ...empty,
    date: datesIn(meeting)[0]?.iso ?? null,
    caseNumber: numbers.size === 1 ? ([...numbers][0] ?? null) : null,
    title: items.length === 1 ? (items[0]?.[1] ?? null) : null,
  }
  return { ...memo, warnings: warningsFor({ ...reading, memo, head: { ...reading.head, people: [] } }, options) }
}

function linesOf(parted: Parted, part: Part): readonly FlatLine[] {
  return parted.blocks
    .filter((block) => block.part === part)
    .flatMap((block) => block.lines.map((line, place) => (place === 0 ? { ...line, gap: true } : line)))
}

type Source = {
  readonly text: string
  readonly lines: readonly FlatLine[]
  readonly head: Head
  readonly parted: Parted
  readonly options: ReadingOptions
  readonly isMemo: boolean
  readonly points: readonly string[]
  readonly plan: Plan
}

function memoOf(source: Source): Reading['memo'] {
  const { lines, head, parted, options, isMemo, points, plan } = source
  return {
    file: options.file ?? null,
    date: head.date,
    reference: referenceOf(source),
    caseNumber: head.caseNumber ?? numberBelow(lines),
    title: head.title,
    summary: summaryOf(parted),
    proposals: points.length > 0 || !isMemo ? [...points] : proposalAnywhere(parted),
    basis: basisOf(parted),
    planning: [...plan.steps],
    sendTo: receiversOf(linesOf(parted, 'sendTo')),
    responsible: isMemo ? parted.signatures.map(({ name, role }) => ({ name, role })) : [],
  }
}

/** The first person of the head; the address may stand in the foot of the page. */
function referenceOf({ text, head, parted }: Source): ReadMemo['reference'] {
  const person = head.people[0] ?? contactOf(parted)
  if (person === null) return { name: null, title: null, email: null }
  return { name: person.name, title: person.role, email: person.email ?? emailFor(person.name, text) }
}

/** Some name the case officer at the end instead. */
function contactOf(parted: Parted): Head['people'][number] | null {
  const lines = (parted.blocks.find((block) => block.part === 'contact')?.lines ?? [])
    .slice(0, 4)
    .map((line) => line.text)
  const [first = '', second = ''] = lines.map((line) =>
    line
      .replace(emailPattern, '')
      .replace(phonePattern, '')
      .replace(/[,\s]+$/, ''),
  )
  const person = personIn(first)
  if (person === null) return null
  const role = person.role ?? (isRole(second) ? second : null)
  return { name: person.name, role, email: emailPattern.exec(lines.join(' '))?.[0] ?? null }
}

/** A number that stands only in the head of a later page. */
function numberBelow(lines: readonly FlatLine[]): string | null {
  for (const line of lines.slice(0, 500)) {
    const number = line.text.length < 60 ? caseLineOf(line.text) : null
    if (number !== null) return number
  }
  return null
}

function summaryOf(parted: Parted): string | null {
  const first = parted.blocks.find((block) => block.part === 'summary' && block.lines.length > 0)
  // A proposal without a heading stands as a paragraph of its own under the summary; it is read there, not here.
  const proposal = parted.blocks.some((block) => block.part === 'proposals') ? null : proposalAnywhere(parted)[0]
  const paragraphs =
    first === undefined ? [] : paragraphsOf(untilHeading(first.lines)).filter((paragraph) => paragraph !== proposal)
  return paragraphs.length === 0 ? null : paragraphs.join('\n\n')
}

/** Up to a heading whose name nobody has listed: a few words with air above them, no full stop, and running text below. */
function untilHeading(lines: readonly FlatLine[]): readonly FlatLine[] {
  const at = lines.findIndex((line, place) => {
    const before = lines[place - 1]?.text ?? ''
    return looksLikeHeading(line) && /[.!?)]$/.test(before) && isRunningText(lines[place + 1]?.text ?? '')
  })
  return at < 0 ? lines : lines.slice(0, at)
}

function looksLikeHeading(line: FlatLine): boolean {
  if (!line.gap || line.flat === true || line.text.length > 60) return false
  return /^\p{Lu}[\p{L}\d-]*(?: [\p{L}\d-]+){0,5}$/u.test(line.text)
}

function isRunningText(text: string): boolean {
  return /^\p{Lu}/u.test(text) && (text.length > 60 || text.endsWith('.'))
}

/** The documents under their heading; a list of attachments only where there is no such heading. */
function basisOf(parted: Parted): string[] {
  const basis = documentsOf(linesOf(parted, 'basis'))
  return basis.length > 0 ? basis : documentsOf(linesOf(parted, 'attachments'))
}

function proposalAnywhere(parted: Parted): string[] {
  for (const block of parted.blocks) {
    const found = proposalWithoutHeading(block.lines)
    if (found !== null) return [found]
  }
  return []
}

/** The board that "arbetsutskottet" belongs to, when the plan does not say: the one written to, or the one that decides. */
function boardOf(head: Head, points: readonly string[]): string | null {
  const decider = points.map((point) => bodyInside(point)).find((body) => body !== null && body.index === 0)?.name
  const name = head.addressee ?? decider
  return name !== undefined && isBodyLine(name) ? name.toLowerCase() : null
}

type Named = Pick<Source, 'head' | 'points' | 'lines' | 'options'>

/** What initials in the plan can stand for. */
function namesFor({ head, points, lines, options }: Named): Names {
  const { bodies = [] } = options
  const aliases = bodies.flatMap(({ name, aliases: own = [] }) =>
    own.map((alias) => [alias, name.toLowerCase()] as const),
  )
  const own = /^\p{Lu}{1,6}(?=[\s/-]?\d)/u.exec(head.caseNumber ?? numberBelow(lines) ?? '')?.[0] ?? null
  const whole = lines.map((line) => line.text).join('\n')
  return {
    known: new Map(aliases.filter(([alias]) => isInitials(alias))),
    board: boardOf(head, points),
    bodies: [...bodiesIn(whole), ...bodies.map(({ name }) => name)],
    prefix: own,
  }
}

/** A name cut off at the end of the text is completed from the same name earlier in it. */
function completePlan(reading: Reading, text: string): ReadMemo['planning'] {
  return reading.memo.planning.map((step) => {
    if (!/(?<![\p{L}\d])(?:och|för|samt)$|[-,]$/iu.test(step.body)) return step
    const at = text.indexOf(step.body)
    const rest = at < 0 ? '' : (/^[^\n.:;]{1,60}/u.exec(text.slice(at + step.body.length))?.[0] ?? '')
    const following = /^\s?[\p{Ll}-]+/u.exec(rest)?.[0] ?? ''
    return { ...step, body: `${step.body}${following}` }
  })
}
