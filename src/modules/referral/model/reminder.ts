/** Reminding those that have not answered: when the schedule does, and what stands in the way. Pure. */

import { addDays, isWorkingDay, workingDaysBefore } from '../../../kernel/time.ts'
import { text } from '../text/reminders.ts'
import type { RoundState } from './round.ts'

/** Working days before the last answer day; negative is after it. What a new round begins with. */
export const usualReminders: readonly number[] = [14, 7, 1, -1]

/** A day that the house was down is made good within this many days. */
const madeGood = 4

/** The day that a round reminds so many working days before its last answer day, or after it when negative. */
export function dayOfReminder(answerBy: string, days: number): string {
  return days >= 0 ? workingDaysBefore(answerBy, days) : workingDaysAfter(answerBy, -days)
}

function workingDaysAfter(day: string, count: number): string {
  let moved = day
  for (let left = count; left > 0;) {
    moved = addDays(moved, 1)
    if (isWorkingDay(moved)) left--
  }
  return moved
}

/** Working days after one day, up to and with another. */
export function workingDaysTo(from: string, until: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) count++
  return count
}

type Asked = { readonly answerBy: string | null; readonly sentOn: string; readonly today: string }

/** Which of the reminders is to leave today: the latest whose day has come since it was sent. Null: none. */
export function reminderDue(days: readonly number[], { answerBy, sentOn, today }: Asked): number | null {
  if (answerBy === null) return null
  const due = days
    .map((each) => ({ each, day: dayOfReminder(answerBy, each) }))
    .filter(({ day }) => day > sentOn && day <= today && day >= addDays(today, -madeGood))
    .toSorted((a, b) => a.day.localeCompare(b.day) || b.each - a.each)
  return due.at(-1)?.each ?? null
}

export type Unanswered = { readonly bodyName: string; readonly answer: unknown }

export function obstaclesToReminding(
  { state }: { readonly state: RoundState },
  chosen: readonly Unanswered[],
): string[] {
  if (state === 'draft') return [text.obstacle.notSent]
  if (state === 'closed') return [text.obstacle.closed]
  return chosen.filter(({ answer }) => answer !== null).map(({ bodyName }) => text.obstacle.answered(bodyName))
}

export function obstaclesToSettingReminders({ state }: { readonly state: RoundState }): string[] {
  return state === 'closed' ? [text.obstacle.closed] : []
}

/** When a body was last reminded, and how that went. */
export type Reminded = {
  readonly recipientId: string
  readonly at: Date
  readonly isByHand: boolean
  readonly count: number
  /** What became of the letters of the last one; 'nowhere' when nobody had an address. */
  readonly outcome: 'waiting' | 'sent' | 'undelivered' | 'nowhere'
  /** Why it was not delivered, as the other server says it. */
  readonly reason: string | null
}

declare module '../../../kernel/events.ts' {
  interface Events {
    /** `days`: of the schedule; null by hand. */
    'referral.reminded': { roundId: string; bodies: string[]; withoutAddress: string[]; days: number | null }
    'referral.reminders-set': { roundId: string; days: number[] }
  }
}
