/** A decision in the board's place (delegationsbeslut): who may make it, and what may not be decided so. Pure. */

import type { Case } from '../../registry/index.ts'
import { text } from '../text.ts'
import type { Appeal, RuleInForce } from './rule.ts'
import { isInForce } from './scheme.ts'

/** Whom a statement or petition that the decision gives is addressed to; `appealed`: because a decision was appealed. */
export const addressees = ['nobody', 'executive_board', 'other', 'council', 'appealed'] as const
export type Addressee = (typeof addressees)[number]

/** Where a decision stands with the board. `exempt`: the board has said that it need not be told. */
export const standings = ['unreported', 'placed', 'reported', 'to_minute', 'minuted', 'exempt'] as const
export type Standing = (typeof standings)[number]

/** Each fact of A-94. What is decided is null where its record is withheld from the reader. */
export type DelegatedDecision = {
  readonly id: string
  readonly bodyId: string
  readonly bodyName: string
  readonly authorityId: string
  readonly year: number
  readonly number: number
  readonly ruleId: string
  readonly ruleNumber: string
  readonly ruleHeading: string
  readonly version: number
  /** Null when the case is hidden from the reader. */
  readonly caseId: string | null
  readonly referenceNumber: string | null
  readonly recordId: string
  readonly delegateId: string
  readonly delegateName: string
  readonly delegateTitle: string
  readonly passedOnBy: string | null
  /** ISO days. */
  readonly decidedOn: string
  readonly appeal: Appeal
  readonly isUrgent: boolean
  /** Whether the record or its case is marked: then no list says what was decided, whoever makes it. */
  readonly isSecret: boolean
  /** Registered as a document that another module made, such as a refusal to give out a record. */
  readonly hasOwnDocument: boolean
  readonly corrects: string | null
  readonly correctedBy: string | null
  readonly title: string | null
  readonly points: readonly string[] | null
  readonly motivation: string | null
  readonly whyUrgent: string | null
  readonly standing: Standing
  /** The meeting it stands on the agenda of, or was reported at. */
  readonly meetingId: string | null
  readonly reportedOn: string | null
  readonly minutesId: string | null
}

/** 'D 2023:14': gap-free through the year of the board. */
export function decisionNumber({ year, number }: { readonly year: number; readonly number: number }): string {
  return `D ${year}:${number}`
}

type Deciding = {
  readonly rule: RuleInForce
  readonly theCase: Pick<Case, 'authorityId' | 'state'>
  readonly decidedOn: string
  /** Delegate by role, body or name, or by what the director passed on. */
  readonly isTheirs: boolean
}

/** What is in the way of any decision on a rule, urgent or not. */
function obstaclesToUsing({ rule, theCase, decidedOn, isTheirs }: Deciding, today: string): string[] {
  const obstacles: string[] = []
  if (rule.authorityId !== theCase.authorityId) obstacles.push(text.obstacle.otherAuthority(rule.bodyName))
  if (theCase.state === 'closed') obstacles.push(text.obstacle.caseClosed)
  if (decidedOn > today) obstacles.push(text.obstacle.dayToCome)
  if (!isInForce(rule, decidedOn)) obstacles.push(text.obstacle.notInForce(rule.number))
  if (!isTheirs) obstacles.push(text.obstacle.notYours(rule.number, rule.delegate))
  return obstacles
}

/** the rule is theirs, in force that day, and the decision goes neither to fullmäktige nor to a court. */
export function obstaclesToDeciding(what: Deciding & { readonly addressee: Addressee }, today: string): string[] {
  const obstacles = obstaclesToUsing(what, today)
  if (what.rule.nature === 'urgent') obstacles.push(text.obstacle.urgentHasItsForm)
  if (what.addressee === 'council') obstacles.push(text.obstacle.kept.to_council)
  if (what.addressee === 'appealed') obstacles.push(text.obstacle.kept.appealed)
  return obstacles
}

/** A-90 (KL 6:39): the board gave the power, and the matter could not wait. 6:38 narrows 6:37 only, so A-87 is not asked here. */
export function obstaclesToDecidingUrgently(what: Deciding, today: string): string[] {
  const obstacles = obstaclesToUsing(what, today)
  return what.rule.nature === 'urgent' ? obstacles : [...obstacles, text.obstacle.noUrgentPower(what.rule.number)]
}

export type UrgentReport = {
  readonly decidedOn: string
  /** The day of the meeting it stands on; null when it stands on none. */
  readonly reportedOn: string | null
  /** The board's next meeting after the decision; null when none is planned. */
  readonly nextOn: string | null
}

/** no item on the agenda of the next meeting is an open violation of KL 6:40; at a later one it is one that happened. */
export function urgentFault({ reportedOn, nextOn }: UrgentReport): 'open' | 'late' | null {
  if (reportedOn === null) return 'open'
  return nextOn !== null && reportedOn > nextOn ? 'late' : null
}

export type Decided = { readonly decisionId: string; readonly number: string }

declare module '../../../kernel/events.ts' {
  interface Events {
    'delegation.decided': {
      decisionId: string
      number: string
      rule: string
      version: number
      body: string
      delegate: string
      decidedOn: string
      recordId: string
      isUrgent: boolean
      corrects: string | null
    }
    'delegation.reported': {
      decisionId: string
      number: string
      meetingId: string
      body: string
      heldOn: string
    }
    'delegation.minuted': { decisionId: string; number: string; minutesId: string; body: string }
    'delegation.noticed': { minutesId: string; body: string; noticedOn: string }
  }
}
