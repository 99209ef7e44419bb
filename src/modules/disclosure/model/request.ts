/** A request to see public records (begäran om utlämnande), its timer, and what stands in the way of each step. Pure. */

import { addDays, nextWorkingDay } from '../../../kernel/time.ts'
import { text } from '../text.ts'

export const deliveries = ['on_the_spot', 'paper', 'email'] as const
export type Delivery = (typeof deliveries)[number]

export const stages = ['new', 'testing', 'ready', 'answered', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

export type DisclosureRequest = {
  readonly id: string
  readonly authorityId: string
  readonly authorityName: string
  readonly year: number
  readonly number: number
  /** In the words of whoever asks. */
  readonly asked: string | null
  /** A case or record number, as it was said. */
  readonly reference: string | null
  readonly delivery: Delivery
  /** Only where an answer is wanted somewhere. Never needed (TF 2:18). */
  readonly contact: string | null
  readonly receivedAt: Date
  /** ISO days. */
  readonly dueOn: string
  readonly lateOn: string
  readonly stage: Stage
  /** A written decision on what is refused is asked for and not yet made. */
  readonly awaitsDecision: boolean
  readonly decisionAskedOn: string | null
  readonly officerId: string | null
  readonly officerName: string | null
  readonly registeredByName: string
  readonly answeredAt: Date | null
  readonly note: string | null
}

/** "U 2026:7": the number among the authority's requests that year, told apart from a record's by its letter. */
export function requestNumber({ year, number }: Pick<DisclosureRequest, 'year' | 'number'>): string {
  return `U ${year}:${number}`
}

export function requestHref({ id }: Pick<DisclosureRequest, 'id'>, rest = ''): string {
  return `/utlamnanden/${id}${rest}`
}

/**
 * When it shall be answered: the same working day (B-25), the next one if it came on a day off. It is late, and the head is
 * told, on the working day after (B-26).
 */
export function timerFrom(day: string): { readonly dueOn: string; readonly lateOn: string } {
  const dueOn = nextWorkingDay(day)
  return { dueOn, lateOn: nextWorkingDay(addDays(dueOn, 1)) }
}

export function isOpen({ stage, awaitsDecision }: Pick<DisclosureRequest, 'stage' | 'awaitsDecision'>): boolean {
  return awaitsDecision || (stage !== 'answered' && stage !== 'withdrawn')
}

export function isLate(
  request: Pick<DisclosureRequest, 'stage' | 'awaitsDecision' | 'lateOn'>,
  today: string,
): boolean {
  return isOpen(request) && today >= request.lateOn
}

/** How far all the records of a request have come, also those the reader may not see. */
export type Progress = { readonly items: number; readonly untested: number; readonly heldBack: number }

export function stageAfter({ items, untested }: Progress): Stage {
  if (items === 0) return 'new'
  return untested > 0 ? 'testing' : 'ready'
}

export function obstaclesToWorking(request: DisclosureRequest): string[] {
  return isOpen(request) ? [] : [text.obstacle.isClosed]
}

/** Nothing is answered past a record that nobody has tested; nothing is refused without telling of the right to a decision. */
export function obstaclesToAnswering(
  request: DisclosureRequest,
  { items, untested }: Progress,
  { note }: { readonly note: string | null },
): string[] {
  if (!isOpen(request)) return [text.obstacle.isClosed]
  if (request.stage === 'answered') return [text.obstacle.isAnswered]
  return [
    ...(untested > 0 ? [text.obstacle.untested(untested)] : []),
    ...(items === 0 && note === null ? [text.obstacle.nothingChosen] : []),
  ]
}

export function obstaclesToAskingForDecision(request: DisclosureRequest, { heldBack }: Progress): string[] {
  if (request.awaitsDecision) return [text.obstacle.alreadyAsked]
  if (request.stage === 'withdrawn') return [text.obstacle.isClosed]
  return heldBack === 0 ? [text.obstacle.nothingRefused] : []
}
