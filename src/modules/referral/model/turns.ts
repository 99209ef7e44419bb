/** Asking some before the others (I-06): an explicit choice with a written reason, in turns with a last answer day each. Pure. */

import { text } from '../text/turns.ts'
import { text as referralText } from '../text.ts'
import type { Recipient } from './recipient.ts'
import type { Round } from './round.ts'

export const mostTurns = 9

/** Those who are asked at the same time (omgång). */
export type Turn = {
  readonly number: number
  /** ISO day by which they must have answered. */
  readonly answerBy: string
  readonly sentAt: Date | null
}

/** Why and in which turns a round asks. */
export type InTurn = { readonly reason: string; readonly turns: readonly Turn[] }

type ToCheck = {
  readonly reason: string | null
  /** ISO days, that of the first turn first. */
  readonly days: readonly (string | null)[]
  /** The turn of each that is asked. */
  readonly turns: readonly number[]
  /** The round's own last answer day. */
  readonly answerBy: string | null
}

/** What is wrong with an order, by the field that it is wrong in. Empty: it holds. */
export function faultsOfTurns({ reason, days, turns, answerBy }: ToCheck, today: string): Record<string, string> {
  const last = Math.max(2, ...turns)
  const faults = Array.from({ length: last }, (_, at) => {
    const about = { number: at + 1, day: days[at] ?? null, before: days[at - 1] ?? today, answerBy }
    return [`days.${at}`, turns.includes(at + 1) ? faultOfDay(about) : text.invalid.nobodyIn(at + 1)] as const
  })
  return Object.fromEntries([
    ...(reason === null ? [['reason', text.invalid.noReason] as const] : []),
    ...faults.flatMap(([field, fault]) => (fault === null ? [] : [[field, fault] as const])),
  ])
}

type Day = {
  readonly number: number
  readonly day: string | null
  readonly before: string
  readonly answerBy: string | null
}

function faultOfDay({ number, day, before, answerBy }: Day): string | null {
  if (day === null) return text.invalid.noDay(number)
  if (day <= before) return text.invalid.tooEarly(number)
  return answerBy !== null && day > answerBy ? text.invalid.afterRound(number) : null
}

/** The turn that is next; null where there is none, or where everyone is asked at once. */
export function nextTurn(inTurn: InTurn | null): Turn | null {
  return inTurn?.turns.find(({ sentAt }) => sentAt === null) ?? null
}

/** The last answer day of those in a turn: the round's own where everyone is asked at once. */
export function dayOfTurn({ inTurn, answerBy }: Pick<Round, 'inTurn' | 'answerBy'>, turn: number): string | null {
  return inTurn?.turns.find(({ number }) => number === turn)?.answerBy ?? answerBy
}

/** Whether it has got the round; the others wait for their turn. */
export function isAsked({ stage }: Pick<Recipient, 'stage'>): boolean {
  return stage !== 'in_turn'
}

type Waited = Pick<Recipient, 'stage' | 'answer' | 'isCaseClosed'>

/** Those whose answer the next turn waits for: asked, not answered, and not done with in another way. */
export function awaited<T extends Waited>(recipients: readonly T[]): T[] {
  return recipients.filter((one) => isAsked(one) && one.answer === null && !one.isCaseClosed)
}

/** Nobody is awaited, and those in the turn have time to answer. */
export function mayGoByItself(next: Turn, recipients: readonly Waited[], today: string): boolean {
  return awaited(recipients).length === 0 && next.answerBy > today
}

export function obstaclesToSendingTurn({ state, inTurn }: Pick<Round, 'state' | 'inTurn'>): string[] {
  if (state === 'draft') return [referralText.obstacle.notSent]
  if (state === 'closed') return [referralText.obstacle.closed]
  return nextTurn(inTurn) === null ? [text.obstacle.allAsked] : []
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'referral.turn-sent': {
      roundId: string
      turn: number
      answerBy: string
      recipients: string[]
      /** Those that had not answered when it was sent. */
      missing: string[]
      byItself: boolean
    }
  }
}
