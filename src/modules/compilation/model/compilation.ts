/** What was asked, who answered what, and what remains: the compilation of a referral (I-27, I-28). Pure. */

import { createHash } from 'node:crypto'
import type { RichText } from '../../../kernel/rich-text.ts'
import type { StatusKind } from '../../../kernel/ui/index.ts'
import { hasItems, type QuestionKind, type Stance } from '../../drafting/index.ts'
import type { BodyKind } from '../../organisation/index.ts'
import {
  decidedByLabel,
  decidedWords,
  stageKind,
  stageLabel,
  type AnswerItems,
  type DecidedBy,
  type Stage,
} from '../../referral/index.ts'
import { text } from '../text.ts'
import { isMarked } from './marked.ts'

/** The round as the compilation needs it. Days are ISO. */
export type CompiledRound = {
  readonly id: string
  readonly caseId: string
  readonly authorityId: string
  readonly authorityName: string
  readonly referenceNumber: string
  readonly issuerName: string
  readonly title: string
  readonly state: 'draft' | 'sent' | 'closed'
  readonly sentOn: string | null
  readonly answerBy: string | null
  readonly withoutPosition: boolean
  readonly contact: { readonly name: string; readonly title: string; readonly email: string } | null
  /** Who waited for their turn and have not been asked, by name: none of the bodies, and not hidden (I-27). */
  readonly notAsked: readonly string[]
}

export type CompiledQuestion = {
  readonly id: string
  readonly number: number
  readonly kind: QuestionKind
  readonly text: string
}

/** The decided text on one question; a null question is what stands outside the questions. */
export type Cell = {
  readonly questionId: string | null
  readonly stance: Stance
  readonly text: RichText
  /** The words alone. */
  readonly plain: string
  readonly items: AnswerItems
  /** The record that came in, which has the files that the items name. */
  readonly recordId: string | null
  /** The hash it was dispatched with. */
  readonly sha256: string
  /** Whether the words still have that hash (I-28). */
  readonly isIntact: boolean
}

export type CompiledAnswer = {
  readonly id: string
  readonly stance: Stance
  /** Its statement is marked as secret: no stance, reservation or words of it are here. Only where it is so. */
  readonly marked?: { readonly recordNumber: string | null; readonly provision: string | null }
  readonly decidedBy: DecidedBy
  readonly decidedOn: string | null
  readonly paragraph: string | null
  readonly reservations: string | null
  readonly isLate: boolean
  /** Only where they are so, so that a compilation made before keeps its hash. */
  readonly isAfterDecision?: true
  readonly rule?: string
  readonly arrivedOn: string
  readonly statementRecordId: string | null
  readonly extractRecordId: string | null
}

/** A draft under political treatment, as it came in. */
export type CompiledDraft = {
  readonly id: string
  readonly stance: Stance
  readonly sentOn: string
  readonly recordId: string
  readonly cells: readonly Cell[]
}

/** A body that was asked, and its answer if it has come. */
export type CompiledBody = {
  readonly id: string
  readonly bodyId: string
  readonly name: string
  readonly bodyKind: BodyKind
  readonly kind: 'board' | 'administration'
  readonly isMandatory: boolean
  /** The one whose statement it answers with (I-18), whether or not it has decided the same words. */
  readonly jointWith: string | null
  /** At whom the words stand that it has decided together with it. */
  readonly joint?: { readonly id: string; readonly name: string }
  /** Who else has decided its words. */
  readonly members?: readonly CompiledBody[]
  readonly caseId: string | null
  readonly referenceNumber: string | null
  readonly stage: Stage
  /** The body's own last answer day, where it has been given one (I-32). */
  readonly ownAnswerBy: string | null
  /** The ISO day its board is planned to decide. */
  readonly boardOn: string | null
  readonly answer: CompiledAnswer | null
  /** Sent before the decision, while the answer is not there; labelled and never counted (I-24). */
  readonly draft: CompiledDraft | null
}

/** A body with its words: a row of the matrix. */
export type CompiledRow = CompiledBody & { readonly cells: readonly Cell[] }

/** Everything but the words. */
export type Overview = {
  readonly round: CompiledRound
  readonly questions: readonly CompiledQuestion[]
  /** Everyone who was asked, by name. */
  readonly bodies: readonly CompiledBody[]
  readonly contentHash: string
  /** Names of the bodies whose words no longer have the hash they were dispatched with (I-28). */
  readonly notIntact: readonly string[]
}

/** The whole: `rows` are the bodies with their words. */
export type Compilation = Overview & { readonly rows: readonly CompiledRow[] }

/** What stands outside the questions is a column like the others. */
export const outside = null

export function cellAt(row: CompiledRow, questionId: string | null): Cell | undefined {
  return row.cells.find((cell) => cell.questionId === questionId)
}

/** Words, a position, or what the question's own kind asks for. */
export function saysSomething(cell: Cell | undefined): cell is Cell {
  if (cell === undefined) return false
  return hasItems(cell.items) || cell.stance !== 'none' || cell.plain.trim() !== ''
}

export type Counts = {
  readonly asked: number
  readonly answered: number
  readonly remaining: number
  /** Of those who have not: a draft is no answer (I-24). */
  readonly drafts: number
  /** Of those who answered. Abstaining is an answer (I-20). */
  readonly abstained: number
  readonly late: number
  /** Of the answers, those whose statement is marked as secret: no position of theirs is counted. */
  readonly marked: number
  readonly byStance: readonly { readonly stance: Stance; readonly count: number }[]
}

/** "2 har inte tillfrågats: Bolaget AB, kulturnämnden". */
export function notAskedLine(names: readonly string[]): string {
  return text.notAsked(names.length, names.join(', '))
}

const stanceOrder: readonly Stance[] = ['support', 'support_partly', 'oppose', 'no_objection', 'abstain', 'none']

/** "26 tillfrågade, 9 besvarade, 17 kvar", and how many of each position (I-27). */
export function countsOf(bodies: readonly CompiledBody[]): Counts {
  const answers = bodies.flatMap((body) => body.answer ?? [])
  return {
    asked: bodies.length,
    answered: answers.length,
    remaining: bodies.length - answers.length,
    drafts: bodies.filter(({ answer, draft }) => answer === null && draft !== null).length,
    abstained: answers.filter((answer) => answer.stance === 'abstain').length,
    late: answers.filter((answer) => answer.isLate).length,
    marked: answers.filter(isMarked).length,
    byStance: totalsOf(answers.filter((answer) => !isMarked(answer)).map((answer) => answer.stance)),
  }
}

/** How many of each position, in the order of I-19; those that nobody has are left out. */
export function totalsOf(stances: readonly Stance[]): { stance: Stance; count: number }[] {
  return stanceOrder
    .map((stance) => ({ stance, count: stances.filter((one) => one === stance).length }))
    .filter(({ count }) => count > 0)
}

/** Not answered is said as plainly as answered, with how far each has come (I-27). `today` is an ISO day. */
export function statusOf(
  body: CompiledBody,
  { answerBy, today }: { readonly answerBy: string | null; readonly today: string },
): { kind: StatusKind; label: string } {
  if (body.answer !== null) {
    const { stance, isLate, isAfterDecision = false } = body.answer
    if (isAfterDecision) return { kind: 'late', label: text.status.afterDecision }
    const label =
      stance === 'abstain' ? text.status.abstained : isLate ? text.status.answeredLate : text.status.answered
    return { kind: 'done', label: body.joint === undefined ? label : text.joint.status(label, body.joint.name) }
  }
  return statusOfMissing(body, { answerBy: body.ownAnswerBy ?? answerBy, today })
}

/** One that must answer is late; one that was invited has kept silent. */
function statusOfLate({ isMandatory, stage }: CompiledBody, isSilent: boolean): { kind: StatusKind; label: string } {
  const { overdue, overdueAt, invited, invitedAt } = text.status
  const far = stageLabel(stage)
  if (isMandatory) return { kind: 'late', label: isSilent ? overdue : overdueAt(far) }
  return { kind: 'waiting', label: isSilent ? invited : invitedAt(far) }
}

function statusOfMissing(
  body: CompiledBody,
  { answerBy, today }: { readonly answerBy: string | null; readonly today: string },
): { kind: StatusKind; label: string } {
  if (body.draft !== null) return { kind: 'draft', label: text.status.draft }
  const isSilent = body.stage === 'outside' || body.stage === 'asked'
  if (answerBy !== null && today > answerBy) return statusOfLate(body, isSilent)
  if (isSilent) return { kind: 'waiting', label: text.status.silent }
  const kind = stageKind[body.stage]
  const say = kind === 'planned' ? text.status.silentAt : text.status.underWay
  return { kind, label: say(stageLabel(body.stage)) }
}

/** Who decided the answer: "Nämndens beslut § 121, 2023-12-19". `day` writes the day as the place wants it. */
export function standingOf(answer: CompiledAnswer, day: (iso: string) => string = (iso) => iso): string {
  return decidedWords(answer, day)
}

/** "Nämndens beslut", "Beslut på delegation": the standing in law, as a line begins. */
export function decidedByWords(decidedBy: DecidedBy): string {
  const label = decidedByLabel(decidedBy)
  return label.charAt(0).toLocaleUpperCase('sv') + label.slice(1)
}

/** The beginning of a text, cut between words; the same words, only fewer. */
export function beginning(plain: string, most = 220): string {
  const whole = plain.trim()
  if (whole.length <= most) return whole
  const cut = whole.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`
}

/** The bodies among these whose words are not those that were dispatched. */
export function changedIn(rows: readonly CompiledRow[]): string[] {
  return rows.filter((row) => row.cells.some((cell) => !cell.isIntact)).map(({ name }) => name)
}

/** All the parts of one answer in one hash: question, position, words and typed items of each. */
export type Mark = { readonly answerId: string; readonly digest: string; readonly isIntact: boolean }

/** Locks a compilation to its answers: any other word, position or § gives another hash (I-29). */
export function contentHashOf(
  questions: readonly CompiledQuestion[],
  bodies: readonly CompiledBody[],
  marks: readonly Mark[],
): string {
  const digests = new Map(marks.map(({ answerId, digest }) => [answerId, digest]))
  const content = bodies
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map(({ id, answer, draft }) => [id, answer, digests.get(answer?.id ?? '') ?? draft?.id ?? null])
  return createHash('sha256')
    .update(JSON.stringify([questions, content]))
    .digest('hex')
}

/** A compilation that became a record. */
export type RegisteredCompilation = {
  readonly recordId: string
  readonly recordNumber: string
  readonly answerCount: number
  readonly contentHash: string
  readonly registeredAt: Date
  readonly registeredByName: string
}

/** What stands in the way of making it a record of the case. `registered`: the latest first. */
export function obstaclesToRegistering(
  { round, bodies, contentHash, notIntact }: Overview,
  registered: readonly RegisteredCompilation[],
): string[] {
  if (round.state === 'draft') return [text.obstacle.notSent]
  const obstacles = notIntact.map((name) => text.obstacle.notIntact(name))
  if (bodies.every((body) => body.answer === null)) obstacles.push(text.obstacle.nothingIn)
  const latest = registered[0]
  if (latest !== undefined && latest.contentHash === contentHash)
    obstacles.push(text.obstacle.alreadyRegistered(latest.recordNumber))
  return obstacles
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'compilation.registered': {
      roundId: string
      recordId: string
      answered: number
      asked: number
      notAsked: number
      contentHash: string
    }
  }
}
