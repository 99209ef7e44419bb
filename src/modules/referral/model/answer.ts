/** How a body answered, and what must be so before its answer leaves (I-19 – I-25). Pure. */

import { createHash } from 'node:crypto'
import { isEmpty, type RichText } from '../../../kernel/rich-text.ts'
import type { BodyKind } from '../../organisation/index.ts'
import {
  answerItems,
  hasItems,
  itemsOf,
  noItems,
  stanceLabel,
  typedOf,
  unanswered,
  type AnswerItems,
  type ApprovedStatement,
  type QuestionKind,
  type Stance,
  type StatementAnswer,
} from '../../drafting/index.ts'
import type { Decision } from '../../meetings/index.ts'
import { text } from '../text.ts'
import { text as jointText } from '../text/joint.ts'
import type { Question } from './round.ts'

export { answerItems, type AnswerItems }

export const deciders = ['board', 'committee', 'chair', 'delegation', 'administration', 'company'] as const
/** Who decided the answer: its standing in law. */
export type DecidedBy = (typeof deciders)[number]

/** The decided text on one question; a null question is what stands outside the questions. */
export type AnswerPart = {
  readonly id: string
  readonly questionId: string | null
  readonly stance: Stance
  readonly text: RichText
  /** `toText(text)`: the words alone. */
  readonly plain: string
  readonly items: AnswerItems
  /** What was typed, as it is summed: see `typedPart`. */
  readonly typed: string
  /** `sumOf(plain, typed)`: the same as that of what was decided. */
  readonly sha256: string
}

/** A body's answer (remissvar). Abstaining is an answer without parts (I-20). */
export type Answer = {
  readonly id: string
  readonly recipientId: string
  readonly bodyId: string
  readonly bodyName: string
  readonly bodyKind: BodyKind
  /** The answering body's own case; null for one outside the system. */
  readonly caseId: string | null
  readonly referenceNumber: string | null
  readonly decidedBy: DecidedBy
  readonly stance: Stance
  /** Its statement is marked as secret: what it says is read in the record, and here is no stance, reservation or part. */
  readonly isMarked: boolean
  readonly decisionId: string | null
  /** ISO day. */
  readonly decidedOn: string | null
  /** "214", as the extract says it. */
  readonly paragraph: string | null
  /** The rule of the delegation scheme it was decided on, where it was. */
  readonly rule: string | null
  /** Reservations and särskilda yttranden that follow the answer (I-25). */
  readonly reservations: string | null
  /** The records as received in the sender's case. */
  readonly statementRecordId: string | null
  readonly extractRecordId: string | null
  readonly arrivedAt: Date
  /** Arrived after the last answer day (I-21). */
  readonly isLate: boolean
  /** Arrived when the sender had decided the matter: kept and registered, and said to be (I-21). */
  readonly isAfterDecision: boolean
  /** By question number, what stands outside the questions last. */
  readonly parts: readonly AnswerPart[]
}

/** What is kept of an answered question, or of what stands outside them. */
export type GivenPart = Pick<AnswerPart, 'questionId' | 'stance' | 'text' | 'items' | 'typed'>

/** The position in words; of a marked statement only that it is marked. */
export function stanceWords({ isMarked, stance }: Pick<Answer, 'isMarked' | 'stance'>): string {
  return isMarked ? text.answer.markedShort : stanceLabel(stance)
}

/** A question as it is asked of one who answers. */
export function askedOf({ id, text: question, ...facts }: Question): StatementAnswer {
  return unanswered({ ...facts, questionId: id, question })
}

/** The answer to one question, word for word. */
export function givenPart({ questionId, kind, stance, text: words, ...answer }: StatementAnswer): GivenPart {
  const items = itemsOf(answer)
  return { questionId, stance, text: words, items, typed: typedPart(kind, { stance, items }) }
}

/** What stands outside the questions, where something does. */
export function outsidePart(words: RichText): GivenPart[] {
  return isEmpty(words) ? [] : [{ questionId: null, stance: 'none', text: words, items: noItems, typed: '' }]
}

export function saysSomething({ stance, text: words, items }: GivenPart): boolean {
  return hasItems(items) || stance !== 'none' || !isEmpty(words)
}

/** The typed part as it is summed with the words: the position too, where it is what the question asks for. */
export function typedPart(
  kind: QuestionKind | null,
  { stance, items }: { readonly stance: Stance; readonly items: AnswerItems },
): string {
  return typedOf(items, kind === 'stance' && stance !== 'none' ? { stance } : {})
}

/** SHA-256 (hex) of the words and what was typed beside them: what the board decided and what stands in the cell are one (I-28). */
export function sumOf(plain: string, typed: string): string {
  return createHash('sha256')
    .update(typed === '' ? plain : `${plain}\n${typed}`)
    .digest('hex')
}

/** After the last answer day: taken, flagged, and used all the same (I-21). Both ISO days. */
export function isLate(arrivedOn: string, answerBy: string | null): boolean {
  return answerBy !== null && arrivedOn > answerBy
}

/** The outcomes that settle a matter. */
export const settling = ['as_proposed', 'changed', 'abstained'] as const

/** The decision that an answer rests on: the last one that settled the matter, not one that only prepared it. */
export function decidingOf(decisions: readonly Decision[]): Decision | null {
  return decisions.findLast((one) => !one.isProposal && settling.some((outcome) => outcome === one.outcome)) ?? null
}

/** A decision in the board's place that a statement rests on: on a rule for statements, or the chair's in what cannot wait. */
export type Delegated = {
  readonly id: string
  /** "D 2023:14". */
  readonly number: string
  readonly rule: string
  /** By the chair, or another who was appointed, in an urgent matter. */
  readonly isUrgent: boolean
  /** ISO day. */
  readonly decidedOn: string
  readonly delegateName: string
  readonly recordId: string
}

/** Who decided: the board's own decision goes before one in its place. */
export function decidedByOf(
  asked: 'board' | 'administration',
  decision: Pick<Decision, 'bodyKind'> | null,
  delegated: Pick<Delegated, 'isUrgent'> | null = null,
): DecidedBy {
  if (decision === null && delegated !== null) return delegated.isUrgent ? 'chair' : 'delegation'
  if (decision === null) return asked === 'administration' ? 'administration' : 'delegation'
  return decision.bodyKind === 'working_committee' ? 'committee' : 'board'
}

export type ToDispatch = {
  readonly kind: 'board' | 'administration'
  readonly isAnswered: boolean
  readonly decision: Decision | null
  /** In the board's place, where the board has not decided. */
  readonly delegated: Delegated | null
  readonly statement: Pick<ApprovedStatement, 'recordId'> | null
  /** Another wrote the statement, and it answers together with that one (I-18). */
  readonly isJoint: boolean
  /** The statements among the papers that the decision was made on. */
  readonly decidedOnRecords: readonly string[]
}

/**
 * What stands in the way of sending the answer: it is the version that was decided, and its minutes are adjusted (I-23). An
 * administration answers without a decision (I-08); one by delegation or of the chair needs no adjustment; a body that abstains answers without a statement (I-20).
 */
export function obstaclesToDispatching({ isAnswered, decision, statement, ...rest }: ToDispatch): string[] {
  if (isAnswered) return [text.obstacle.alreadyAnswered]

  const obstacles: string[] = []
  if (decision === null && isForSomebodyToDecide(rest)) obstacles.push(text.obstacle.noDecision)
  if (decision?.state === 'decided') obstacles.push(text.obstacle.notAdjusted(decision.paragraph))
  if (statement === null && decision?.outcome !== 'abstained') obstacles.push(text.obstacle.noStatement)
  return [...obstacles, ...otherWords({ decision, statement, ...rest })]
}

/** The words that would leave are not those that were decided. */
function otherWords(about: Pick<ToDispatch, 'decision' | 'statement' | 'decidedOnRecords' | 'isJoint'>): string[] {
  if (isOtherVersion(about)) return [text.obstacle.otherVersion]
  return isChangedJoint(about) ? [jointText.obstacle.changedJoint] : []
}

/** The board decided other words than the joint statement as it came: those are its own, and what leaves is what it decided (I-23, I-28). */
function isChangedJoint({ decision, isJoint }: Pick<ToDispatch, 'decision' | 'isJoint'>): boolean {
  return isJoint && decision?.outcome === 'changed'
}

/** An administration answers without a decision (I-08). */
function isForSomebodyToDecide({ kind, delegated }: Pick<ToDispatch, 'kind' | 'delegated'>): boolean {
  return delegated === null && kind === 'board'
}

/** Whether what was decided is the joint statement as it came: then it cannot be left (I-18). Other words are one's own. */
export function isBoundByJoint(ready: Omit<ToDispatch, 'kind' | 'isAnswered'>): boolean {
  const { decision, delegated, isJoint } = ready
  if (!isJoint) return false
  return decision === null ? delegated !== null : decision.outcome === 'as_proposed' && !isOtherVersion(ready)
}

/** The board had another statement before it than the one that is approved now, and changed nothing. */
function isOtherVersion({
  decision,
  statement,
  decidedOnRecords,
}: Pick<ToDispatch, 'decision' | 'statement' | 'decidedOnRecords'>) {
  if (decision?.outcome !== 'as_proposed' || statement === null || decidedOnRecords.length === 0) return false
  return !decidedOnRecords.includes(statement.recordId)
}

/** An administration that answers with another's words has approved nothing of its own: somebody must say that it stands behind them. */
export function standsBehind({ decision, delegated, isJoint }: Pick<ToDispatch, 'decision' | 'delegated' | 'isJoint'>) {
  return isJoint && decision === null && delegated === null
}

/** Where the system cannot see that the approved text is the decided one, somebody must say that it is (I-23). */
export function needsAssurance({ decision, delegated, statement, isJoint, decidedOnRecords }: ToDispatch): boolean {
  if (statement === null) return false
  if (decision === null) return delegated !== null || isJoint
  if (decision.outcome === 'abstained') return false
  return decision.outcome === 'changed' || !decidedOnRecords.includes(statement.recordId)
}

/** The answer of a body outside the system is entered by the sender, once. */
export function obstaclesToEntering(recipient: {
  readonly isOutside: boolean
  readonly isSent: boolean
  readonly isAnswered: boolean
}): string[] {
  if (!recipient.isSent) return [text.obstacle.notSent]
  if (!recipient.isOutside) return [text.obstacle.answersItself]
  return recipient.isAnswered ? [text.obstacle.alreadyAnswered] : []
}
