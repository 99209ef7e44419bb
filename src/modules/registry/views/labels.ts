/** The registry's own words and measures, for its pages and those downstream. */

import { language } from '../../../kernel/words.ts'
import type { Direction, RecordKind } from '../model.ts'
import { text } from '../text.ts'

export function directionLabel(direction: Direction): string {
  return text.directions[direction]
}

export function recordKindLabel(kind: RecordKind): string {
  return text.recordKinds[kind]
}

const units = ['byte', 'kB', 'MB', 'GB'] as const

/** "240 kB", "1,2 MB": thousands, one decimal under ten. */
export function sizeText(bytes: number): string {
  let amount = bytes
  let unit = 0
  while (amount >= 1000 && unit < units.length - 1) [amount, unit] = [amount / 1000, unit + 1]
  const digits = amount < 10 && unit > 0 ? 1 : 0
  const number = new Intl.NumberFormat(language() === 'sv' ? 'sv-SE' : 'en-GB', {
    maximumFractionDigits: digits,
  }).format(amount)
  return `${number} ${units[unit] ?? ''}`
}
