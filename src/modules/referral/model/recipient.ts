/** Who was asked, and how far each has come. Pure. */

import { createHash } from 'node:crypto'
import type { StatusKind } from '../../../kernel/ui/index.ts'
import type { BodyKind } from '../../organisation/index.ts'
import type { Stance } from '../../drafting/index.ts'
import { text } from '../text.ts'
import type { DecidedBy } from './answer.ts'
import type { Need } from './need.ts'
import { isOwing } from './ways.ts'

export const stages = [
  'asked',
  'in_turn',
  'outside',
  'received',
  'assigned',
  'drafting',
  'submitted',
  'approved',
  'on_agenda',
  'decided',
  'adjusted',
  'answered',
] as const
/** How far: 'asked' in a draft, 'in_turn' for one that waits to be asked (I-06), 'outside' for one without a registry here that has not answered, the rest from its case. */
export type Stage = (typeof stages)[number]

/** A body that was asked (remissinstans), and how far it has come. */
export type Recipient = {
  readonly id: string
  readonly roundId: string
  readonly bodyId: string
  readonly bodyName: string
  readonly bodyKind: BodyKind
  /** It works for the auditors, who are not under the executive board (KL 6:12). */
  readonly isOfAuditors: boolean
  /** Nämndsremiss or förvaltningsremiss (I-08). */
  readonly kind: 'board' | 'administration'
  /** KL 6:12. */
  readonly isMandatory: boolean
  /** Where it answers from; null: outside the system. */
  readonly authorityId: string | null
  /** The recipient that writes the statement it answers with (I-18); null: it writes its own. */
  readonly jointWith: string | null
  readonly jointName: string | null
  readonly caseId: string | null
  readonly referenceNumber: string | null
  readonly outRecordId: string | null
  readonly inRecordId: string | null
  readonly stage: Stage
  readonly officerName: string | null
  /** The ISO day its board decides or decided. */
  readonly boardOn: string | null
  readonly paragraph: number | null
  readonly decidedOn: string | null
  readonly adjustedOn: string | null
  /** The ISO day its answer can be expected, by the way that was chosen and its board's own time to adjustment (I-22); null: nothing tells, or it has come. */
  readonly expectedOn: string | null
  /** In which turn it is asked (I-06): 1 where everyone is asked at once. */
  readonly turn: number
  /** When it was asked; null: not yet. */
  readonly askedAt: Date | null
  /** Its own case is closed: no answer is waited for. */
  readonly isCaseClosed: boolean
  /** The ISO day it must have answered by: its own where it has been given one, else its turn's or the round's (I-32). None until it is asked. */
  readonly answerBy: string | null
  /** Whether that day is its own. */
  readonly isExtended: boolean
  readonly answer: RecipientAnswer | null
  /** When the latest draft under political treatment was sent; it is no answer (I-24). */
  readonly draftSentAt: Date | null
}

export type RecipientAnswer = {
  readonly id: string
  readonly stance: Stance
  /** Its statement is marked as secret: no stance or reservation here. */
  readonly isMarked: boolean
  readonly decidedBy: DecidedBy
  readonly arrivedAt: Date
  readonly decidedOn: string | null
  readonly paragraph: string | null
  readonly rule: string | null
  readonly reservations: string | null
  readonly isLate: boolean
  readonly isAfterDecision: boolean
}

export const stageKind: Readonly<Record<Stage, StatusKind>> = {
  asked: 'draft',
  in_turn: 'planned',
  outside: 'waiting',
  received: 'planned',
  assigned: 'planned',
  drafting: 'now',
  submitted: 'now',
  approved: 'now',
  on_agenda: 'now',
  decided: 'now',
  adjusted: 'now',
  answered: 'done',
}

/** 'needs-me': where the sender has something to do about it. */
export const filters = ['all', 'under-way', 'late', 'needs-me', 'answered', 'outside'] as const
export type Filter = (typeof filters)[number]

export type Deadline = { readonly today: string }

/** The ids of those about whom the reader has something to do. */
type Awaiting = Deadline & { readonly needing?: ReadonlySet<string> }

type ToMeet = Pick<Recipient, 'answer' | 'answerBy' | 'expectedOn'>

/** Not answered, and either the day has passed or the answer is expected after it (I-22). */
export function isBehind({ answer, answerBy, expectedOn }: ToMeet, { today }: Deadline): boolean {
  if (answer !== null || answerBy === null) return false
  return today > answerBy || (expectedOn !== null && expectedOn > answerBy)
}

export function passes(recipient: Recipient, filter: Filter, deadline: Awaiting): boolean {
  if (filter === 'all') return true
  if (filter === 'needs-me') return deadline.needing?.has(recipient.id) === true
  if (filter === 'answered') return recipient.answer !== null
  if (filter === 'outside') return isOutside(recipient)
  if (filter === 'late') return recipient.answer?.isLate === true || isBehind(recipient, deadline)
  return recipient.answer === null && recipient.stage !== 'in_turn'
}

/** Asked, and answers from outside the system. */
function isOutside({ authorityId, stage }: Recipient): boolean {
  return authorityId === null && stage !== 'in_turn'
}

export type Tally = {
  readonly asked: number
  /** Those who wait for their turn. */
  readonly inTurn: number
  readonly answered: number
  readonly underWay: number
  /** Nobody has been given the case yet. */
  readonly unopened: number
  /** Of those outside, they who have not answered. */
  readonly awaited: number
  /** All outside, as the filter has them. */
  readonly outside: number
  readonly abstained: number
  readonly behind: number
  /** Must answer and have not, though their day has passed. */
  readonly owing: number
}

/** "26 tillfrågade · 9 besvarade · 12 på väg · 3 ej öppnade". Each that was asked is answered, under way, unopened or awaited. */
export function tallyOf(recipients: readonly Recipient[], deadline: Deadline): Tally {
  const count = (is: (one: Recipient) => boolean) => recipients.filter(is).length
  const isOpen = (one: Recipient) => one.answer === null
  return {
    asked: count((one) => one.stage !== 'in_turn'),
    inTurn: count((one) => one.stage === 'in_turn'),
    answered: count((one) => one.answer !== null),
    underWay: count((one) => isOpen(one) && !['in_turn', 'received', 'outside'].includes(one.stage)),
    unopened: count((one) => isOpen(one) && one.stage === 'received'),
    awaited: count((one) => isOpen(one) && one.stage === 'outside'),
    outside: count(isOutside),
    abstained: count((one) => one.answer?.stance === 'abstain'),
    behind: count((one) => isBehind(one, deadline)),
    owing: count((one) => isOwing(one, deadline.today)),
  }
}

export function stageLabel(stage: Stage): string {
  return text.stages[stage]
}

/** The same for the same standing of everyone asked, and the same to do: so a page knows whether what it shows still is so. */
export function markOf(recipients: readonly Recipient[], needs: readonly Need[]): string {
  // Not the words, which are in the language of whoever reads.
  const toDo = needs.map(({ recipientId, kind, href }) => [recipientId, kind, href])
  return createHash('sha256')
    .update(JSON.stringify([recipients, toDo]))
    .digest('base64url')
    .slice(0, 22)
}
