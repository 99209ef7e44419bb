/** A letter that the house sends by e-mail, and what may be done with it. Pure. */

import type { LetterState } from '../../kernel/post-words.ts'
import { text } from './text.ts'

export type Letter = {
  readonly id: string
  readonly authorityId: string
  readonly caseId: string | null
  readonly referenceNumber: string | null
  readonly topic: string
  readonly postedAt: Date
  /** Null: the house itself, by its clock. */
  readonly postedByName: string | null
  readonly toName: string | null
  readonly toAddress: string
  readonly fromName: string
  readonly replyTo: string | null
  readonly subject: string
  readonly state: LetterState
  readonly attempts: number
  readonly triedAt: Date | null
  readonly nextTryAt: Date | null
  /** What the other server said. */
  readonly reason: string | null
  readonly sentAt: Date | null
  readonly endedAt: Date | null
  /** The letter that was sent in its place. */
  readonly againAs: string | null
  readonly settledAt: Date | null
  readonly settledByName: string | null
}

export type WholeLetter = Letter & {
  readonly body: string
  /** Where another is sent instead of sending this one again; null: it is sent again as it is. */
  readonly anewAt: string | null
}

type About = Pick<Letter, 'state' | 'againAs' | 'settledAt'>

export function obstaclesToSendingAgain({ againAs, anewAt }: Pick<WholeLetter, 'againAs' | 'anewAt'>): string[] {
  if (againAs !== null) return [text.obstacle.sentAgain]
  return anewAt === null ? [] : [text.obstacle.anew]
}

export function obstaclesToSettling({ state, againAs, settledAt }: About): string[] {
  if (state !== 'failed' && state !== 'bounced') return [text.obstacle.arrived]
  if (againAs !== null) return [text.obstacle.sentAgain]
  return settledAt === null ? [] : [text.obstacle.settled]
}

/** Whether somebody has to see to it: it did not arrive, and nothing has been done. */
export function needsSomebody(letter: About): boolean {
  return obstaclesToSettling(letter).length === 0
}

export const postHref = '/utskick'

export function letterHref(id: string): string {
  return `${postHref}/${id}`
}

/** "Anna Berg <anna@example.se>" */
export function recipientText({ toName, toAddress }: Pick<Letter, 'toName' | 'toAddress'>): string {
  return toName === null ? toAddress : `${toName} <${toAddress}>`
}
