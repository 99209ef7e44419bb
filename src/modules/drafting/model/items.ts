/** The typed part of an answer, beside its words: kept by program, written out on paper, and summed with the words. Pure. */

import { z } from 'zod'
import { answerFiles, fileLine, inOrder } from './answer-files.ts'
import { canonical } from './digest.ts'
import { line, lines } from './lines.ts'
import { numberText } from './number.ts'
import { text } from '../text/answers.ts'

export const processRow = z.object({
  name: line.default(''),
  lead: line.default(''),
  /** Area or theme. */
  where: line.default(''),
  period: line.default(''),
})
/** A process that goes on: what it is called, who leads it, for which area or theme, and when. */
export type ProcessRow = z.output<typeof processRow>

export const processRows = z
  .array(processRow)
  .transform((rows) => rows.filter((row) => Object.values(row).some((cell) => cell !== '')))
  .default([])

export const yesNos = ['yes', 'partly', 'no'] as const
export type YesNo = (typeof yesNos)[number]

export const priority = z.number().int().min(1).max(9)

const weighed = z.object({
  of: z.enum(['area', 'theme']),
  name: line,
  priority: priority.nullable().default(null),
  reason: line.default(''),
})
/** How important a named area or theme is, 1 the most, and why. */
export type Weighed = z.output<typeof weighed>

/** What a statement's answer holds beside its words. */
export const itemFields = {
  processes: processRows,
  areas: lines.default([]),
  themes: lines.default([]),
  /** Of the areas and themes, those that got a priority or a reason. */
  weighed: z.array(weighed).default([]),
  /** The body that is named, by name. */
  body: z.string().nullable().default(null),
  yesNo: z.enum(yesNos).nullable().default(null),
  amount: z
    .object({ value: z.number(), unit: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  /** The options that were chosen, in their own words. */
  chosen: z.array(z.string()).default([]),
  files: answerFiles,
}

export const answerItems = z.object(itemFields)
/** What a typed question got for answer, beside the text. */
export type AnswerItems = z.output<typeof answerItems>

export const noItems: AnswerItems = answerItems.parse({})

/** The typed part alone, of an answer that has more. */
export function itemsOf(answer: AnswerItems): AnswerItems {
  const { processes, areas, themes, weighed: why, body, yesNo, amount, chosen, files = [] } = answer
  const typed = { processes, areas, themes, weighed: why, body, yesNo, amount, chosen }
  return files.length === 0 ? typed : { ...typed, files: inOrder(files) }
}

export function hasItems(items: AnswerItems): boolean {
  return typedOf(items) !== ''
}

/**
 * The typed part as one line that the same values always give, whatever order they are kept in; nothing for nothing. What is
 * empty is left out, so that a field that is added later leaves the line, and every sum made of it, as it was.
 */
export function typedOf(items: AnswerItems, more: Readonly<Record<string, string>> = {}): string {
  const said = full({ ...itemsOf(items), ...more })
  return said === undefined ? '' : canonical(said)
}

function full(value: unknown): unknown {
  if (value === null || value === '' || value === undefined) return undefined
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(full)
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, full(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

export function yesNoLabel(answer: YesNo): string {
  return text.yesNo[answer]
}

/** "1 250 kronor". */
export function amountText({ value, unit }: NonNullable<AnswerItems['amount']>): string {
  return unit === null ? numberText(value) : `${numberText(value)} ${unit}`
}

export type ItemLine = { readonly label: string; readonly value: string }

/** The labels that `itemLines` gives, each once, in order. */
export function itemLabels(): string[] {
  const { yesNo, chosen, amount, process, areas, themes, body, files } = text.items
  return [yesNo, chosen, amount, process, areas, themes, body, files]
}

/** The typed part in words, a line each. */
export function itemLines(items: AnswerItems): ItemLine[] {
  const { items: label } = text
  return [
    { label: label.yesNo, value: items.yesNo === null ? '' : yesNoLabel(items.yesNo) },
    { label: label.chosen, value: items.chosen.join('; ') },
    { label: label.amount, value: items.amount === null ? '' : amountText(items.amount) },
    ...items.processes.map(({ name, lead, where, period }) => ({
      label: label.process,
      value: [name, lead, where, period].filter((part) => part !== '').join(' · '),
    })),
    { label: label.areas, value: named(items, 'area') },
    { label: label.themes, value: named(items, 'theme') },
    { label: label.body, value: items.body ?? '' },
    { label: label.files, value: filesLine(items) },
  ].filter(({ value }) => value !== '')
}

/** "2 filer: Karta.png (240 kB); Rapport.pdf (1,2 MB)". */
function filesLine({ files = [] }: AnswerItems): string {
  return files.length === 0 ? '' : `${text.fileCount(files.length)}: ${files.map(fileLine).join('; ')}`
}

/** "Holma (prioritet 1): många barn; Lindängen". */
function named(items: AnswerItems, of: Weighed['of']): string {
  const names = of === 'area' ? items.areas : items.themes
  const words = names.map((name) => {
    const why = weightOf(items, { of, name })
    const first = why.priority === null ? name : `${name} (${text.priority(why.priority)})`
    return why.reason === '' ? first : `${first}: ${why.reason}`
  })
  return words.join(items.weighed.some((one) => one.of === of && one.reason !== '') ? '; ' : ', ')
}

/** The priority and the reason that an area or a theme got; neither when it got none. */
export function weightOf(items: AnswerItems, { of, name }: Pick<Weighed, 'of' | 'name'>): Weighed {
  return items.weighed.find((one) => one.of === of && one.name === name) ?? { of, name, priority: null, reason: '' }
}
