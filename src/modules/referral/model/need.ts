/** What somebody at the sender has to do about one that was asked, and who is to be reminded now. Pure. */

import { swedishDay, workingDaysBefore } from '../../../kernel/time.ts'
import type { Recipient } from './recipient.ts'
import { dayOfReminder, type Reminded } from './reminder.ts'
import { isAsked } from './turns.ts'

export const needKinds = ['time', 'inquiry', 'file', 'undelivered', 'nowhere', 'remind'] as const
export type NeedKind = (typeof needKinds)[number]

/** One thing to do, with why in words and where it is done. */
export type Need = {
  readonly recipientId: string
  readonly kind: NeedKind
  readonly said: string
  readonly href: string
}

/** A day is near when so many working days are left to it. */
const near = 7

/** One that was asked or reminded fewer working days ago than this is left in peace. */
const lately = 5

type Waited = Pick<Recipient, 'answer' | 'answerBy' | 'askedAt' | 'isCaseClosed' | 'stage'>

/** Whether its answer is waited for, and its day is near or has passed. */
export function isPressing({ answer, answerBy, isCaseClosed, ...one }: Waited, today: string): boolean {
  if (answer !== null || answerBy === null || isCaseClosed || !isAsked(one)) return false
  return dayOfReminder(answerBy, near) <= today
}

/** Whether something that was sent to it then is still recent. */
export function isLately(at: Date, today: string): boolean {
  return swedishDay(at) > workingDaysBefore(today, lately)
}

type Told = { readonly reminded: Pick<Reminded, 'at'> | undefined; readonly today: string }

/** Whether it is one to remind now: late or near its day, and not asked or reminded lately. */
export function isToRemind(recipient: Waited, { reminded, today }: Told): boolean {
  if (!isPressing(recipient, today)) return false
  return [recipient.askedAt, reminded?.at].every((at) => at === undefined || at === null || !isLately(at, today))
}

/** Whom a press on "Påminn" would remind, of what there is to do. */
export function toRemind(needs: readonly Need[]): string[] {
  return needs.flatMap(({ kind, recipientId }) => (kind === 'remind' ? [recipientId] : []))
}
