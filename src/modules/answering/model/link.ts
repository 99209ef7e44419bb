/** Who may be given a personal link. Pure. */

import type { Recipient, Round } from '../../referral/index.ts'
import { text } from '../text.ts'

/** A body that has a case here answers in it; a link is for those outside, while the round is open. */
export function obstaclesToLinking(about: {
  readonly round: Pick<Round, 'state'>
  readonly recipient: Pick<Recipient, 'caseId' | 'askedAt'>
}): string[] {
  const { round, recipient } = about
  if (round.state === 'draft' || recipient.askedAt === null) return [text.obstacle.notSent]
  if (round.state === 'closed') return [text.obstacle.closedRound]
  return recipient.caseId === null ? [] : [text.obstacle.answersItself]
}

/** The address of a link in this house. */
export function linkPath(token: string): string {
  return `/svar/${token}`
}
