/** What a body that is about to be asked already carries, and whether it can answer in time. Pure. */

import type { AffectedReason } from './affected.ts'
import type { Round } from './round.ts'
import { dayOfTurn } from './turns.ts'

/** Counts over the body's earlier referrals, and what its own calendar says of this one. ISO days. */
export type Load = {
  readonly bodyId: string
  readonly bodyName: string
  readonly openRounds: number
  readonly answered: number
  readonly late: number
  /** From sent to answered; null where it has never answered. */
  readonly medianDays: number | null
  /** The board meeting it would decide at; null: none that it has time to write for, or it keeps its calendar elsewhere. */
  readonly decidesOn: string | null
  /** Whether the answer can leave by the answer date; null where nothing tells. */
  readonly canMeet: boolean | null
  /** Why it counts as one that the round concerns most; empty: nothing in the case says so. */
  readonly affectedBy: readonly AffectedReason[]
}

/** From when to when it has the round. ISO days. */
export type Days = { readonly askedOn: string; readonly dueOn: string | null }

/** Of one in a turn: asked at latest when those before it have answered, and due on the day of its own turn (I-06). */
export function daysOf(round: Pick<Round, 'answerBy' | 'inTurn'>, turn: number, today: string): Days {
  const before = turn > 1 ? dayOfTurn(round, turn - 1) : null
  return { askedOn: before !== null && before > today ? before : today, dueOn: dayOfTurn(round, turn) }
}

/** Those who cannot meet the date first, then those who carry the most, then those who are oftenest late. */
export function worstFirst(loads: readonly Load[]): Load[] {
  return loads.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      b.openRounds - a.openRounds ||
      lateShare(b) - lateShare(a) ||
      a.bodyName.localeCompare(b.bodyName, 'sv'),
  )
}

/** Whom to ask when those who cannot meet the date are left out; null when nobody would be, or nobody would be left. */
export function fewer(loads: readonly Load[]): string[] | null {
  const kept = loads.filter((one) => one.canMeet !== false).map(({ bodyId }) => bodyId)
  return kept.length === 0 || kept.length === loads.length ? null : kept
}

function rank({ canMeet }: Load): number {
  return canMeet === false ? 0 : 1
}

function lateShare({ late, answered }: Load): number {
  return answered === 0 ? 0 : late / answered
}
