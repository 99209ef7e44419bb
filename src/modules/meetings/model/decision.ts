/** What a decision is, from the gavel to the adjusted minutes, and what may be done with it on the way. Pure. */

import { addDays, daysBetween } from '../../../kernel/time.ts'
import type { Body } from '../../organisation/index.ts'
import { text } from '../text.ts'
import { mayBecome, type AgendaItem, type ItemState, type Meeting } from './meeting.ts'

export const outcomes = ['as_proposed', 'changed', 'remitted', 'tabled', 'abstained'] as const
export type Outcome = (typeof outcomes)[number]

/** A decision with its § (beslut). `isProposal`: the body only prepares, and proposes this to the one that decides. */
export type Decision = {
  readonly id: string
  readonly itemId: string
  readonly meetingId: string
  readonly bodyId: string
  readonly bodyName: string
  readonly bodyKind: Body['kind']
  readonly caseId: string
  readonly title: string
  readonly year: number
  readonly paragraph: number
  /** Null to another authority until the minutes are adjusted, as its words are (B-20). */
  readonly outcome: Outcome | null
  /** Empty to another authority until then. */
  readonly points: readonly string[]
  readonly reservations: string | null
  /** ISO days. */
  readonly decidedOn: string
  readonly state: 'decided' | 'adjusted'
  readonly adjustedOn: string | null
  readonly isImmediate: boolean
  readonly isProposal: boolean
  /** The extract of the minutes (protokollsutdrag); null until the minutes are adjusted. */
  readonly recordId: string | null
  readonly secretaryName: string
}

/** the minutes are adjusted at latest this many days after the meeting (KL 5:69, 6:35). */
export const daysToAdjust = 14
/** the adjustment is noticed at latest this many days after it (KL 8:12). */
export const daysToNotice = 2

export function lastDayToAdjust(heldOn: string): string {
  return addDays(heldOn, daysToAdjust)
}

export function lastDayToNotice(adjustedOn: string): string {
  return addDays(adjustedOn, daysToNotice)
}

/** How many days after the last day allowed the minutes were adjusted; 0 when in time. */
export function daysLate(heldOn: string, adjustedOn: string): number {
  return Math.max(0, daysBetween(lastDayToAdjust(heldOn), adjustedOn))
}

/** What the item becomes by each outcome. */
const becomes: Readonly<Record<Outcome, ItemState>> = {
  as_proposed: 'decided',
  changed: 'decided',
  abstained: 'decided',
  remitted: 'remitted',
  tabled: 'tabled',
}

export function stateAfter(outcome: Outcome): ItemState {
  return becomes[outcome]
}

/** A chair's preparation cannot decide in the board's place; a working committee may, or may prepare. */
export function isOnlyProposal(bodyKind: Body['kind'], said: boolean): boolean {
  return bodyKind === 'chair_preparation' || (bodyKind === 'working_committee' && said)
}

export function obstaclesToDeciding(
  { meeting, item }: { meeting: Pick<Meeting, 'state' | 'heldOn'>; item: Pick<AgendaItem, 'state'> },
  today: string,
): string[] {
  const obstacles: string[] = []
  if (meeting.state === 'cancelled') obstacles.push(text.obstacle.meetingCancelled)
  if (meeting.heldOn > today) obstacles.push(text.obstacle.meetingNotYet)
  if (!mayBecome(item.state, 'decided')) obstacles.push(text.obstacle.alreadyDecided)
  return obstacles
}

/** once the minutes are adjusted the decision is what it is; an error is a new correction, never an edit. */
export function obstaclesToCorrecting(decision: Pick<Decision, 'state'>): string[] {
  return decision.state === 'adjusted' ? [text.obstacle.adjustedIsFinal] : []
}

/** Whether nothing of the meeting's minutes is left to adjust. */
export function areAllAdjusted(
  { itemCount }: Pick<Meeting, 'itemCount'>,
  decisions: readonly Pick<Decision, 'state'>[],
): boolean {
  return decisions.length > 0 && decisions.length >= itemCount && decisions.every(({ state }) => state === 'adjusted')
}

export type Adjusting = { readonly adjustedOn: string; readonly isImmediate: boolean }

/** That the fourteen days have passed does not stop it: it is late, and said to be. */
export function obstaclesToAdjusting(
  decisions: readonly Pick<Decision, 'state' | 'decidedOn' | 'paragraph'>[],
  { adjustedOn, isImmediate }: Adjusting,
  today: string,
): string[] {
  const obstacles = decisions
    .filter((one) => one.state === 'adjusted')
    .map((one) => text.obstacle.alreadyAdjusted(one.paragraph))
  if (decisions.length === 0) obstacles.push(text.obstacle.nothingToAdjust)
  if (decisions.some((one) => adjustedOn < one.decidedOn)) obstacles.push(text.obstacle.adjustedBeforeMeeting)
  if (adjustedOn > today) obstacles.push(text.obstacle.adjustedInFuture)
  if (isImmediate && decisions.some((one) => adjustedOn !== one.decidedOn))
    obstacles.push(text.obstacle.immediateIsSameDay)
  return obstacles
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'meetings.placed': { itemId: string; meetingId: string; body: string; heldOn: string; papers: number }
    'meetings.taken-off': { itemId: string; meetingId: string; body: string; heldOn: string }
    'meetings.cancelled': { meetingId: string; body: string; heldOn: string }
    'meetings.moved': { meetingId: string; body: string; from: string; to: string; reason: string }
    'meetings.decided': {
      decisionId: string
      body: string
      paragraph: number
      decidedOn: string
      outcome: Outcome
      isProposal: boolean
    }
    'meetings.corrected': {
      decisionId: string
      body: string
      paragraph: number
      before: { outcome: Outcome | null; points: readonly string[]; reservations: string | null }
    }
    'meetings.adjusted': {
      decisionId: string
      recordId: string
      body: string
      paragraph: number
      adjustedOn: string
      isImmediate: boolean
      daysLate: number
    }
  }
}
