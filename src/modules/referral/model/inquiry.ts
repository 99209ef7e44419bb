/** Questions about a round, from those asked to the one who sent it: answered once, read by all. Pure. */

import { text } from '../text/inquiries.ts'
import type { RoundState } from './round.ts'

export type Inquiry = {
  readonly id: string
  readonly roundId: string
  readonly recipientId: string
  readonly bodyName: string
  readonly words: string
  /** Whether the others see who asked. */
  readonly namesAsker: boolean
  readonly askedAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredByName: string | null
}

/** What stands in the way of asking the sender. */
export function obstaclesToInquiring(state: RoundState): string[] {
  return state === 'sent' ? [] : [text.obstacle.notOut]
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
