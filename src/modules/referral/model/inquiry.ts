/** Questions about a round, from those asked to the one who sent it: answered once, read by all. Pure. */

import { text } from '../text/inquiries.ts'
import type { Channel } from './extension.ts'
import type { Recipient } from './recipient.ts'
import type { RoundState } from './round.ts'
import { isAsked } from './turns.ts'

export type Inquiry = {
  readonly id: string
  readonly roundId: string
  readonly recipientId: string
  readonly bodyName: string
  readonly words: string
  /** Whether the others see who asked. */
  readonly namesAsker: boolean
  /** How it was asked: from the body's own case, on its personal link, or in a way that the sender has written down. */
  readonly channel: 'system' | 'link' | Channel
  readonly askedAt: Date
  /** The day it came (ISO), where the sender has written it down. */
  readonly askedOn: string | null
  /** Name and role of who asked on a link: for the sender alone. */
  readonly asker: string | null
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredByName: string | null
}

/** What stands in the way of asking the sender. */
export function obstaclesToInquiring(state: RoundState): string[] {
  return state === 'sent' ? [] : [text.obstacle.notOut]
}

/** A body that has a case here asks in it; what another has asked is written down by the sender. */
export function obstaclesToEnteringInquiry(
  state: RoundState,
  recipient: Pick<Recipient, 'caseId' | 'stage'>,
): string[] {
  const isOutside = recipient.caseId === null && isAsked(recipient)
  return [...obstaclesToInquiring(state), ...(isOutside ? [] : [text.obstacle.asksItself])]
}

/** Whoever holds a link cannot fill the sender's list: so many may wait for an answer. */
export const mostWaiting = 20

/** What stands in the way of one more question from the same body outside. */
export function obstaclesToAskingMore(waiting: number): string[] {
  return waiting < mostWaiting ? [] : [text.obstacle.tooManyWait(mostWaiting)]
}

/** It is answered once: everyone has read the answer. */
export function obstaclesToReplying({ answer }: Pick<Inquiry, 'answer'>): string[] {
  return answer === null ? [] : [text.obstacle.answered]
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'referral.inquired': { inquiryId: string; body: string | null; words: string }
    'referral.replied': { inquiryId: string; words: string; answer: string }
  }
}
