/** What `meetings` shows at others: on the case, in its history, in one's own work. And the place it leaves open itself. */

import type { Rejected } from '../../kernel/ui/index.ts'
import { today, type Read, type Write } from '../../kernel/context.ts'
import type { Block, Field } from '../../kernel/documents/index.ts'
import type { Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { caseHref, factDay, factWord, type Case, type LedgerWords, type Step } from '../registry/index.ts'
import { outcomes, type Decision, type Outcome } from './model/decision.ts'
import type { Meeting, MeetingChange } from './model/meeting.ts'
import { listDecisions } from './queries/decisions.ts'
import { listAgendaOfCase } from './queries/meetings.ts'
import { listWork } from './queries/work.ts'
import { text } from './text.ts'
import { nextHint } from './views/case.ts'

/** Whom a case's decision is sent to (beslutet skickas till), for the extract. Filled by those who know the memo. */
export type DecisionRecipients = { readonly list: (ctx: Read, caseId: string) => Promise<readonly string[]> }

/** What a memo says in short, for the agenda and the minutes (I-14); null: none of these records is one. Filled by those who know the memo. */
export type PaperSummary = { readonly of: (ctx: Read | Write, recordIds: readonly string[]) => Promise<string | null> }

/** What a module downstream adds to a meeting's page, below its agenda; null: nothing for this meeting. */
export type MeetingPart = {
  readonly order: number
  readonly show: (ctx: Read, meeting: Meeting, rejected: Rejected | undefined) => Promise<Html | null>
}

/** Told, in the same transaction, that a meeting was moved or cancelled: for those who planned with it. */
export type MeetingChanged = { readonly tell: (ctx: Write, change: MeetingChange) => Promise<void> }

/** A part of a meeting's minutes that is adjusted now: one or more §§, on one day. */
export type AdjustedPart = {
  readonly meeting: Meeting
  readonly decisions: readonly Decision[]
  readonly adjustedOn: string
  readonly isImmediate: boolean
}

/** Told, in the same transaction, that §§ are adjusted: for what follows from it by law. */
export type MinutesAdjusted = { readonly tell: (ctx: Write, part: AdjustedPart) => Promise<void> }

/** An item as it is about to be decided. */
export type Deciding = { readonly itemId: string; readonly outcome: Outcome }

/** What stands in the way of deciding an item, that a module downstream knows of: each reason, or none. */
export type DecisionObstacle = {
  readonly list: (ctx: Write, meeting: Meeting, deciding: Deciding) => Promise<readonly string[]>
}

/** What a module downstream adds to the head of an extract: who took part, for one. Asked when the § is adjusted. */
export type ExtractHead = {
  readonly fields: (ctx: Write, meeting: Meeting, itemId: string) => Promise<readonly Field[]>
}

/**
 * What a module downstream adds to an extract's text: what was said and how it was voted before the decision, and what was written
 * into the minutes after it.
 */
export type ExtractParts = {
  readonly parts: (
    ctx: Write,
    meeting: Meeting,
    itemId: string,
  ) => Promise<{ readonly before: readonly Block[]; readonly after: readonly Block[] }>
}

/** The reservations that are recorded for an item, in words for the minutes; null: none. Asked when the § is adjusted. */
export type DecisionReservations = {
  readonly of: (ctx: Write, meeting: Meeting, itemId: string) => Promise<string | null>
}

/** Told, in the same transaction, when a meeting was closed. May refuse, where something was noted after that. */
export type MeetingClosed = { readonly tell: (ctx: Write, meeting: Meeting, closedAt: Date) => Promise<void> }

/** What can be begun from a decision, below it on the case; null: nothing for this one. */
export type DecisionNext = {
  readonly order: number
  readonly show: (ctx: Read, decision: Decision) => Promise<Html | null>
}

declare module '../../kernel/slots.ts' {
  interface Slots {
    'decision.next': DecisionNext
    'decision.obstacle': DecisionObstacle
    'decision.reservations': DecisionReservations
    'extract.head': ExtractHead
    'extract.parts': ExtractParts
    'meeting.changed': MeetingChanged
    'meeting.closed': MeetingClosed
    'meeting.part': MeetingPart
    'minutes.adjusted': MinutesAdjusted
    'decision.recipients': DecisionRecipients
    'paper.summary': PaperSummary
  }
}

/** A preparing step is a step of its own; a decision has its §, and the last one is adjusted. */
async function stepsOf(ctx: Read, theCase: Case): Promise<Step[]> {
  const decisions = await listDecisions(ctx, theCase.id)
  const href = caseHref(theCase, 'beslut')
  const done = decisions.map((decision): Step => ({
    label: stepLabel(decision),
    state: 'done',
    date: decision.decidedOn,
    note: text.paragraph(decision.paragraph),
    href,
  }))
  const last = decisions.findLast((decision) => !decision.isProposal)
  if (last === undefined) return done
  const state = last.state === 'adjusted' ? 'done' : 'now'
  return [...done, { label: text.step.adjusted, state, date: last.adjustedOn, note: null, href }]
}

function stepLabel({ isProposal, bodyKind }: Decision): string {
  if (!isProposal) return text.step.decision
  return bodyKind === 'working_committee' ? text.step.committee : text.step.preparation
}

function outcomeWord(value: unknown): string {
  const outcome = outcomes.find((each) => each === value)
  return outcome === undefined ? '' : `: ${text.outcome[outcome].toLocaleLowerCase('sv')}`
}

/** Without its outcome where that stays in another authority (B-20). */
function sayDecided({ body, paragraph, outcome, isProposal }: Readonly<Record<string, unknown>>): string {
  const say = isProposal === true ? text.ledger.proposed : text.ledger.decided
  return say(factWord(body), factWord(paragraph), outcomeWord(outcome))
}

const ledger: readonly LedgerWords[] = [
  { event: 'meetings.placed', say: ({ body, heldOn }) => text.ledger.placed(factWord(body), factDay(heldOn)) },
  { event: 'meetings.taken-off', say: ({ body, heldOn }) => text.ledger.takenOff(factWord(body), factDay(heldOn)) },
  { event: 'meetings.cancelled', say: ({ body, heldOn }) => text.ledger.cancelled(factWord(body), factDay(heldOn)) },
  {
    event: 'meetings.moved',
    say: ({ body, from, to, reason }) =>
      text.ledger.moved(factWord(body), factDay(from), factDay(to)) + `: ${factWord(reason)}`,
  },
  {
    event: 'meetings.decided',
    say: sayDecided,
    sayTo: async (ctx, caseId) => {
      const kept = (await listDecisions(ctx, caseId)).filter(({ outcome }) => outcome === null).map(({ id }) => id)
      return (facts) => sayDecided(kept.some((id) => id === facts['decisionId']) ? { ...facts, outcome: null } : facts)
    },
  },
  {
    event: 'meetings.corrected',
    say: ({ body, paragraph }) => text.ledger.corrected(factWord(body), factWord(paragraph)),
  },
  {
    event: 'meetings.adjusted',
    say: ({ body, paragraph, adjustedOn, isImmediate, daysLate }) => {
      const say = isImmediate === true ? text.ledger.adjustedAtOnce : text.ledger.adjusted
      const late = typeof daysLate === 'number' && daysLate > 0 ? text.ledger.late(String(daysLate)) : ''
      return say(factWord(body), factWord(paragraph), factDay(adjustedOn)) + late
    },
  },
]

export const slots: Fillings = {
  'record.tie': [{ module: 'meetings', why: () => text.tie }],
  'work.list': [{ key: 'meetings', show: listWork }],
  'case.step': [{ order: 50, show: stepsOf }],
  'case.tab': [
    {
      key: 'decisions',
      order: 50,
      label: () => text.tab,
      href: (theCase) => caseHref(theCase, 'beslut'),
      isThere: async () => true,
      count: async (ctx, theCase) => (await listDecisions(ctx, theCase.id)).length,
    },
  ],
  'case.next': [
    {
      order: 50,
      show: async (ctx, theCase) => {
        const agenda = await listAgendaOfCase(ctx, theCase.id)
        const decisions = await listDecisions(ctx, theCase.id)
        return nextHint({ agenda, decisions }, { theCase, today: today(ctx) })
      },
    },
  ],
  'ledger.words': ledger,
}
