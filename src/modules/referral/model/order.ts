/** In what order those who were asked stand, as the reader of the follow-up chose. Pure. */

import { swedishDay } from '../../../kernel/time.ts'
import { stages, type Recipient } from './recipient.ts'

export const orderedBy = ['body', 'stage', 'officer', 'boardOn', 'answer'] as const
export type OrderedBy = (typeof orderedBy)[number]

/** As it stands in the address: a column, with a minus before it from the last to the first. */
export const orders = [...orderedBy, ...orderedBy.map((by) => `-${by}` as const)] as const
export type Order = (typeof orders)[number]

export const usualOrder: Order = 'body'

/** What a column's head leads to: its own order, and the other way where it has that already. */
export function nextOrder(by: OrderedBy, now: Order): Order {
  return now === by ? `-${by}` : by
}

/** How a column is ordered now, as it is said to those who cannot see it; null: by another. */
export function directionOf(by: OrderedBy, now: Order): 'ascending' | 'descending' | null {
  if (now === by) return 'ascending'
  return now === `-${by}` ? 'descending' : null
}

const inSwedish = new Intl.Collator('sv')

/** By the column, those that have nothing in it last whichever way, and those that are the same by name. */
export function ordered(recipients: readonly Recipient[], order: Order): Recipient[] {
  const by = orderedBy.find((one) => order === one || order === `-${one}`) ?? 'body'
  const way = order === by ? 1 : -1
  return recipients.toSorted((a, b) => {
    const [one, other] = [valueOf(a, by), valueOf(b, by)]
    if (one === null || other === null) return nullsLast(one, other) || byName(a, b)
    return way * compare(one, other) || byName(a, b)
  })
}

type Value = string | number

function valueOf(recipient: Recipient, by: OrderedBy): Value | null {
  if (by === 'stage') return stages.indexOf(recipient.stage)
  if (by === 'officer') return recipient.officerName
  if (by === 'boardOn') return recipient.boardOn
  if (by === 'answer') return recipient.answer === null ? null : swedishDay(recipient.answer.arrivedAt)
  return recipient.bodyName
}

function compare(a: Value, b: Value): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : inSwedish.compare(String(a), String(b))
}

function nullsLast(a: Value | null, b: Value | null): number {
  return Number(a === null) - Number(b === null)
}

function byName(a: Recipient, b: Recipient): number {
  return inSwedish.compare(a.bodyName, b.bodyName)
}
