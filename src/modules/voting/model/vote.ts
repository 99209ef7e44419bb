/** How votes are counted (KL 4:24, 4:25, 5:50, 5:54–5:56; A-33 … ). Pure. */

import type { BodyKind } from '../../organisation/index.ts'
import type { Option, Question } from './order.ts'

export const ballots = ['yes', 'no', 'abstain'] as const
export type Ballot = (typeof ballots)[number]

export const hows = ['acclamation', 'majority', 'chair', 'lot', 'minority'] as const
/** How a question was settled. Chair: a tie that the chair's vote decided. Minority: a third of the council. */
export type How = (typeof hows)[number]

/** What came out of a question. `counts` stand in the order of its options. */
export type Finding = {
  readonly winner: Option
  readonly how: How
  readonly counts: readonly number[]
  readonly abstained: number
}

export type OpenVote = {
  readonly question: Question
  /** By person: whoever serves for the item, each once. */
  readonly votes: ReadonlyMap<string, Ballot>
  readonly serving: readonly string[]
  /** Who presides at the item. */
  readonly chairId: string
  /** How many of those present it takes to delay the matter; null: a majority. */
  readonly minority: number | null
}

export type OpenFault = 'stranger' | 'missing' | 'chairNotServing' | 'chairMustVote'

/** Everything that keeps an open vote from being one. Empty: it can be counted. */
export function faultsOfOpen(vote: OpenVote): OpenFault[] {
  const { votes, serving, chairId } = vote
  const faults: OpenFault[] = []
  if ([...votes.keys()].some((person) => !serving.includes(person))) faults.push('stranger')
  if (serving.some((person) => !votes.has(person))) faults.push('missing')
  if (!serving.includes(chairId)) faults.push('chairNotServing')
  // the chair may not abstain when the chair's vote is what decides (KL 4:25).
  if (isTie(vote) && byMinority(vote) === null && votes.get(chairId) === 'abstain') faults.push('chairMustVote')
  return faults
}

/** Only of those who serve for the item. */
function countsOf({ votes, serving }: Pick<OpenVote, 'votes' | 'serving'>): Record<Ballot, number> {
  const count = (ballot: Ballot) => serving.filter((person) => votes.get(person) === ballot).length
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') }
}

function isTie(vote: OpenVote): boolean {
  const { yes, no } = countsOf(vote)
  return yes === no
}

function byMinority(vote: OpenVote): Option | null {
  const { yes, no } = countsOf(vote)
  const isEnough = vote.minority !== null && no >= vote.minority && no <= yes
  return isEnough ? (vote.question.options[1] ?? null) : null
}

/** a simple majority, on a tie the chair's side, and a third where a third is enough to delay. */
export function findOpen(vote: OpenVote): Finding {
  const { yes, no, abstain } = countsOf(vote)
  const [forYes = '', forNo = ''] = vote.question.options
  const counted = { counts: [yes, no], abstained: abstain }
  const delayed = byMinority(vote)
  if (delayed !== null) return { winner: delayed, how: 'minority', ...counted }
  if (yes !== no) return { winner: yes > no ? forYes : forNo, how: 'majority', ...counted }
  return { winner: vote.votes.get(vote.chairId) === 'no' ? forNo : forYes, how: 'chair', ...counted }
}

export type SecretVote = {
  readonly question: Question
  /** For each option in its order. */
  readonly counts: readonly number[]
  readonly blank: number
  readonly serving: number
  /** Whom the lot fell on; null: no lot was drawn. */
  readonly drawn: Option | null
}

export type SecretFault = 'counts' | 'tooMany' | 'nobody' | 'lotMissing' | 'lotNeedless' | 'lotOther'

/** an election that is a tie is no result without the lot. */
export function faultsOfSecret(vote: SecretVote): SecretFault[] {
  const { question, counts, blank, serving, drawn } = vote
  if (counts.length !== question.options.length) return ['counts']
  const all = counts.reduce((sum, each) => sum + each, 0)
  if (all + blank > serving) return ['tooMany']
  if (all === 0) return ['nobody']
  const first = firstOf(vote)
  if (first.length === 1) return drawn === null ? [] : ['lotNeedless']
  if (drawn === null) return ['lotMissing']
  return first.includes(drawn) ? [] : ['lotOther']
}

/** Those with the most votes: one, or several that are equal. */
export function firstOf({ question, counts }: Pick<SecretVote, 'question' | 'counts'>): Option[] {
  const most = Math.max(...counts)
  return question.options.filter((_, at) => counts[at] === most)
}

export function findSecret(vote: SecretVote): Finding {
  const first = firstOf(vote)
  const counted = { counts: vote.counts, abstained: vote.blank }
  if (first.length === 1) return { winner: first[0] ?? '', how: 'majority', ...counted }
  return { winner: vote.drawn ?? '', how: 'lot', ...counted }
}

/** a third of the members present, rounded up. */
export function aThirdOf(present: number): number {
  return Math.ceil(present / 3)
}

/**
 * How many can delay the matter though they are not the most: in the council a third of those present, unless a minority has
 * delayed it before (KL 5:50); null elsewhere, and for other questions.
 */
export function minorityFor(
  { kind }: Pick<Question, 'kind'>,
  at: { readonly bodyKind: BodyKind; readonly present: number; readonly isDelayedBefore: boolean },
): number | null {
  const isDelay = kind === 'remit' || kind === 'table'
  return isDelay && at.bodyKind === 'council' && !at.isDelayedBefore ? aThirdOf(at.present) : null
}
