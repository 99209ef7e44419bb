/** What the ledger says of a referral. */

import type { Stance } from '../../drafting/index.ts'

declare module '../../../kernel/events.ts' {
  interface Events {
    'referral.started': { roundId: string; title: string }
    'referral.edited': { roundId: string; part: 'facts' | 'questions' | 'documents' | 'recipients' | 'turns' }
    'referral.discarded': { roundId: string; title: string }
    'referral.sent': {
      roundId: string
      answerBy: string
      withoutPosition: boolean
      recipients: string[]
      /** Why only some were asked (I-06), and in how many turns all are. */
      reason?: string
      turns?: number
    }
    'referral.received': {
      roundId: string
      issuer: string
      reference: string
      decision: string
      withoutPosition: boolean
      answerBy: string
    }
    'referral.closed': { roundId: string; answered: number; silent: string[]; notAsked: string[] }
    'referral.corrected': { roundId: string; version: number; what: string; documents: string[] }
    'referral.correction-received': { roundId: string; version: number; what: string }
    'referral.answer-begun': { roundId: string; draftId: string }
    'referral.answer-dispatched': {
      answerId: string
      issuer: string
      stance: Stance
      decidedBy: string
      paragraph: string | null
      isLate: boolean
      isAfterDecision?: boolean
    }
    'referral.answer-replaced': {
      answerId: string
      body: string
      stance: Stance
      decidedBy: string
      paragraph: string | null
      isLate: boolean
      isAfterDecision?: boolean
    }
    'referral.answer-arrived': {
      answerId: string
      body: string
      reference: string | null
      stance: Stance
      decidedBy: string
      paragraph: string | null
      isLate: boolean
      isAfterDecision?: boolean
    }
  }
}
