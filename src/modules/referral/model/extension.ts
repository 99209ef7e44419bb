/** More time to answer (förlängd svarstid): asked for, decided, and what is in the way of either (I-22, I-32). Pure. */

import { text } from '../text/extensions.ts'

export const channels = ['mail', 'phone', 'letter'] as const
/** How a body outside the system asked. */
export type Channel = (typeof channels)[number]

export const outcomes = ['granted', 'refused'] as const

/** A request for more time and what was decided on it; or time that the sender gave without being asked. Days are ISO. */
export type Extension = {
  readonly id: string
  readonly recipientId: string
  readonly bodyName: string
  readonly state: 'asked' | (typeof outcomes)[number]
  /** Null: nobody asked, the sender gave it. */
  readonly channel: 'system' | Channel | null
  readonly askedOn: string | null
  readonly askedByName: string | null
  readonly wantedOn: string | null
  readonly reason: string | null
  readonly requestOutId: string | null
  readonly requestInId: string | null
  readonly until: string | null
  /** The last answer day that it changed. */
  readonly before: string | null
  readonly ground: string | null
  readonly decidedAt: Date | null
  readonly decidedByName: string | null
  readonly decisionOutId: string | null
  readonly decisionInId: string | null
}

export type Asking = {
  readonly roundState: 'draft' | 'sent' | 'closed'
  readonly isAnswered: boolean
  readonly isWaiting: boolean
  /** The last answer day now. */
  readonly answerBy: string | null
}

/** What stands in the way of asking for more time at all. */
export function obstaclesToAsking({ roundState, isAnswered, isWaiting, answerBy }: Asking): string[] {
  const { obstacle } = text
  if (roundState === 'draft') return [obstacle.notSent]
  if (roundState === 'closed') return [obstacle.closed]
  if (isAnswered) return [obstacle.answered]
  if (isWaiting) return [obstacle.waiting]
  return answerBy === null ? [obstacle.noDay] : []
}

/** Why a day cannot be asked for; undefined when it can. All ISO days. */
export function faultOfWanted(wantedOn: string, { answerBy, today }: { answerBy: string | null; today: string }) {
  if (wantedOn <= today) return text.invalid.dayToCome
  return answerBy !== null && wantedOn <= answerBy ? text.invalid.noLater : undefined
}

/** Why a day cannot be given; undefined when it can. A day back again is a new decision, so it may be earlier than before. */
export function faultOfUntil(until: string, { answerBy, today }: { answerBy: string | null; today: string }) {
  if (until < today) return text.invalid.dayToCome
  return until === answerBy ? text.invalid.sameDay : undefined
}

export type ToDecide = Pick<Extension, 'state'> & Pick<Asking, 'roundState' | 'isAnswered'>

/** What stands in the way of deciding on a request. */
export function obstaclesToDecidingExtension({ state, roundState, isAnswered }: ToDecide): string[] {
  if (state !== 'asked') return [text.obstacle.decided]
  if (roundState === 'closed') return [text.obstacle.closed]
  return isAnswered ? [text.obstacle.answered] : []
}

/** What stands in the way of giving more time without a request. */
export function obstaclesToGivingTime(roundState: Asking['roundState'], unanswered: number): string[] {
  if (roundState === 'draft') return [text.obstacle.notSent]
  if (roundState === 'closed') return [text.obstacle.closed]
  return unanswered === 0 ? [text.obstacle.nobodyLeft] : []
}

declare module '../../../kernel/events.ts' {
  interface Events {
    /** `heads`: those who were told, in the body's own case (I-17). */
    'referral.extension-asked': {
      extensionId: string
      body: string
      wantedOn: string
      reason: string
      heads?: string[]
    }
    'referral.extension-decided': {
      extensionId: string
      body: string
      outcome: 'granted' | 'refused'
      until: string | null
      ground: string
    }
  }
}

type Given = { readonly isNamed: boolean }

/** Whether a day is given to a body: to one that is named, any other day; to one among everyone, only more time than it has. */
export function isNewDay(until: string, { answerBy, isNamed }: Given & { readonly answerBy: string | null }): boolean {
  return isNamed ? until !== answerBy : answerBy === null || answerBy < until
}

/** Whether a day given thereby grants what a body waits for: among everyone only when it is as much as it asked for. */
export function isGranted(
  { wantedOn }: Pick<Extension, 'wantedOn'>,
  { until, isNamed }: Given & { readonly until: string },
): boolean {
  return isNamed || wantedOn === null || wantedOn <= until
}
