/** An answer sent before the board has decided (utkast under politisk behandling): labelled, replaced, never counted (I-24). Pure. */

import { z } from 'zod'
import { richText } from '../../../kernel/rich-text.ts'
import { stance, type Stance } from '../../drafting/index.ts'
import { text } from '../text/standing.ts'
import { answerItems } from './answer.ts'

export const draftParts = z.array(
  z.object({ questionId: z.uuid().nullable(), stance, text: richText, items: answerItems }),
)
export type DraftPart = z.output<typeof draftParts>[number]

export type DraftAnswer = {
  readonly id: string
  readonly recipientId: string
  readonly stance: Stance
  /** What came in is marked as secret: no stance or words here (B-04). */
  readonly isMarked: boolean
  readonly parts: readonly DraftPart[]
  /** As received at the sender. */
  readonly recordId: string
  /** The ISO day the board was planned to decide when it was sent. */
  readonly boardOn: string | null
  readonly sentAt: Date
}

export type ToSendDraft = {
  readonly kind: 'board' | 'administration'
  readonly isAnswered: boolean
  readonly isDecided: boolean
  readonly hasStatement: boolean
  /** The statement that was sent as a draft the last time is the one that is approved now. */
  readonly isSentAlready: boolean
}

/** What stands in the way of sending a draft: it is the approved text, and nobody has decided yet. */
export function obstaclesToSendingDraft({
  kind,
  isAnswered,
  isDecided,
  hasStatement,
  isSentAlready,
}: ToSendDraft): string[] {
  const { obstacle } = text
  if (isAnswered) return [obstacle.answered]
  if (isDecided) return [obstacle.decided]
  if (kind === 'administration') return [obstacle.decidesItself]
  if (!hasStatement) return [obstacle.noStatement]
  return isSentAlready ? [obstacle.sentAlready] : []
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'referral.draft-sent': { draftAnswerId: string; body: string; stance: Stance; boardOn: string | null }
  }
}
