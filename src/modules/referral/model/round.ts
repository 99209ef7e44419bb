/** What a referral round is, and what the law and its state allow. Pure. */

import type { RichText } from '../../../kernel/rich-text.ts'
import type { BodyKind } from '../../organisation/index.ts'
import { possibleAnswers, type Condition, type QuestionKind, type QuestionSettings } from '../../drafting/index.ts'
import { text } from '../text.ts'
import { text as questionText } from '../text/questions.ts'
import { text as turnText } from '../text/turns.ts'
import { faultsOfTurns, type InTurn } from './turns.ts'

/** Draft until it is sent; frozen from then on (I-11). */
export type RoundState = 'draft' | 'sent' | 'closed'

/** A referral round (remissomgång): one proposal sent to several bodies for their statements by one day. */
export type Round = {
  readonly id: string
  readonly caseId: string
  /** The sender's own case number. */
  readonly referenceNumber: string
  readonly authorityId: string
  readonly authorityName: string
  readonly issuerId: string
  readonly issuerName: string
  readonly issuerKind: BodyKind
  readonly title: string
  readonly state: RoundState
  readonly decisionId: string | null
  /** The decision to send it (I-10), or null while none is chosen. */
  readonly decision: SendingDecision | null
  /** Utan eget ställningstagande (I-09). */
  readonly withoutPosition: boolean
  readonly coverLetter: RichText
  /** Sista svarsdag, an ISO day. */
  readonly answerBy: string | null
  readonly contact: Contact | null
  /** Why and in which turns it asks (I-06); null: everyone at once. */
  readonly inTurn: InTurn | null
  /** 1 when sent; a correction makes the next (I-11). */
  readonly version: number
  readonly sentAt: Date | null
  readonly questions: readonly Question[]
  readonly documents: readonly RoundDocument[]
  readonly corrections: readonly Correction[]
}

export type SendingDecision = {
  readonly bodyName: string
  readonly paragraph: number
  /** ISO day. */
  readonly decidedOn: string
  /** The extract of the minutes; null until they are adjusted. */
  readonly recordId: string | null
}

export type Contact = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly phone: string | null
}

export type Question = Readonly<QuestionSettings> & {
  readonly id: string
  readonly number: number
  readonly kind: QuestionKind
  readonly text: string
  readonly help: string | null
  /** Asked only when an earlier question of the round has this answer. */
  readonly condition: Condition
  /** Answered before the answer can be approved, unless the body abstains. */
  readonly isRequired: boolean
}

/** A record of the sender's case that the bodies are asked about. */
export type RoundDocument = {
  readonly recordId: string
  readonly position: number
  /** The version of the round that it came with: 1, or that of a correction. */
  readonly version: number
  readonly title: string
  readonly datedOn: string
}

/** A correction of a round that was sent (I-11). */
export type Correction = {
  readonly version: number
  readonly what: string
  readonly at: Date
  readonly byName: string
}

/** A condition looks at an earlier question, and at an answer that it can have; each that does not is named. */
export function obstaclesToQuestions(questions: readonly Question[]): string[] {
  return questions.flatMap(({ number, condition }, at) => {
    if (condition === null) return []
    const earlier = questions.slice(0, at).find(({ id }) => id === condition.questionId)
    if (earlier === undefined) return [questionText.conditionNotEarlier(number)]
    const isPossible = possibleAnswers(earlier.kind, earlier.options).some(({ value }) => value === condition.is)
    return isPossible ? [] : [questionText.conditionNotPossible(number, earlier.number)]
  })
}

/** What must be there before a round is sent (I-05, I-10), each with whether it is. */
export type Requirement = { readonly label: string; readonly isMet: boolean; readonly obstacle: string }

export type ToSend = Pick<
  Round,
  'state' | 'title' | 'decision' | 'answerBy' | 'contact' | 'questions' | 'documents' | 'inTurn'
> & { readonly recipientCount: number; readonly turns: readonly number[] }

/** The checklist of a draft, in the order one works. */
export function requirementsOfSending(round: ToSend, today: string): Requirement[] {
  const { required, obstacle } = text
  const isPast = round.answerBy !== null && round.answerBy <= today
  return [
    {
      label: required.decision,
      // The extract goes along to everyone, and there is none before the minutes are adjusted (I-10).
      isMet: (round.decision?.recordId ?? null) !== null,
      obstacle: round.decision === null ? obstacle.notDecided : obstacle.noExtract,
    },
    {
      label: required.answerBy,
      isMet: round.answerBy !== null && !isPast,
      obstacle: isPast ? obstacle.deadlinePassed : obstacle.noDeadline,
    },
    { label: required.contact, isMet: round.contact !== null, obstacle: obstacle.noContact },
    { label: required.questions, isMet: round.questions.length > 0, obstacle: obstacle.noQuestions },
    { label: required.documents, isMet: round.documents.length > 0, obstacle: obstacle.noDocuments },
    { label: required.recipients, isMet: round.recipientCount > 0, obstacle: obstacle.noRecipients },
    ...requirementOfTurns(round, today),
  ]
}

/** Nothing where everyone is asked at once. What was chosen may no longer hold: a day has passed, or a turn has nobody left. */
function requirementOfTurns({ inTurn, turns, answerBy }: ToSend, today: string): Requirement[] {
  if (inTurn === null) return []
  const days = inTurn.turns.map((turn) => turn.answerBy)
  const faults = Object.values(faultsOfTurns({ reason: inTurn.reason, days, turns, answerBy }, today))
  return [{ label: turnText.required, isMet: faults.length === 0, obstacle: faults.join(' ') }]
}

/** Everything that stands in the way of sending, as the sender should read it. Empty: go ahead. */
export function obstaclesToSending(round: ToSend, today: string): string[] {
  if (round.state !== 'draft') return [text.obstacle.alreadySent]
  return requirementsOfSending(round, today)
    .filter(({ isMet }) => !isMet)
    .map(({ obstacle }) => obstacle)
}

/**
 * What is secret at one authority is not passed to another with the rest: that is tested each time (OSL 8:1, B-09). A copy
 * there would also stand open, since its marking is the other authority's to set.
 */
export function obstaclesToPassing(
  records: readonly { readonly title: string; readonly isSecret: boolean }[],
  theCase: { readonly isSecret: boolean },
): string[] {
  if (theCase.isSecret) return [text.obstacle.secretCase]
  return records.filter(({ isSecret }) => isSecret).map(({ title }) => text.obstacle.secretRecord(title))
}

/** A sent referral is frozen (I-11). */
export function obstaclesToEditing({ state }: Pick<Round, 'state'>): string[] {
  return state === 'draft' ? [] : [text.obstacle.frozen]
}

export function obstaclesToClosing({ state }: Pick<Round, 'state'>): string[] {
  if (state === 'draft') return [text.obstacle.notSent]
  return state === 'closed' ? [text.obstacle.closed] : []
}

export function obstaclesToCorrecting({ state }: Pick<Round, 'state'>): string[] {
  return state === 'sent' ? [] : [text.obstacle.notSent]
}

/**
 * Whether a body must answer (A-100, KL 6:12): the executive board may demand statements from boards and employees; a
 * company or an outside body is asked, and no board can demand of another. The auditors are no board (KL 12 kap.), and those who
 * work for them are theirs.
 */
export function isMandatory(issuer: BodyKind, asked: BodyKind, isOfAuditors = false): boolean {
  const mayDemand = issuer === 'executive_board' || issuer === 'working_committee'
  return (
    mayDemand && !isOfAuditors && (asked === 'board' || asked === 'administration' || asked === 'chair_preparation')
  )
}

/** Nämndsremiss or förvaltningsremiss (I-08): who decides the statement follows from whom one asks. */
export function kindOfReferral(asked: BodyKind): 'board' | 'administration' {
  return asked === 'administration' ? 'administration' : 'board'
}

/** "satt av kommunstyrelsens arbetsutskott § 430": who set the last answer day, as the receiving case says it. */
export function sourceOfDeadline(decision: SendingDecision): string {
  return text.dueSource(decision.bodyName, decision.paragraph)
}
