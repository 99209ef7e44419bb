/** Who approves in which order, and who answers for one who is away (I-16). Pure. */

import { text } from '../text.ts'

/** A function in the chain of an authority: "avdelningschef", and the heads who hold it. */
export type ChainRole = {
  readonly name: string
  /** Those of one step are asked together, the next when all before have approved. */
  readonly step: number
  readonly holders: readonly string[]
}

/** A head is away from a day to a day, both counted, and another answers for them. */
export type Absence = {
  readonly id: string
  readonly authorityId: string
  readonly personId: string
  readonly name: string
  readonly substituteId: string
  readonly substituteName: string
  readonly fromOn: string
  readonly toOn: string
}

export const mostSteps = 9

/** One whom the chain would ask; not chosen when several hold the function and none of them answers for the memo. */
export type Proposed = {
  readonly personId: string
  readonly step: number
  readonly role: string
  readonly isChosen: boolean
}

/**
 * Who the chain would ask: the one holder of a function, or those of several who answer for the memo. The lowest step of
 * somebody with two functions is theirs.
 */
export function proposedBy(chain: readonly ChainRole[], responsible: ReadonlySet<string>): Proposed[] {
  const all = chain.flatMap(({ name, step, holders }) =>
    holders.map((personId) => ({
      personId,
      step,
      role: name,
      isChosen: holders.length === 1 || responsible.has(personId),
    })),
  )
  const ordered = all.toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen) || a.step - b.step)
  return ordered.filter((one, at) => ordered.findIndex(({ personId }) => personId === one.personId) === at)
}

type Asked = {
  readonly personId: string
  readonly state: 'waiting' | 'approved' | 'returned'
  readonly standsInFor: string | null
  readonly step: number
}

/** The approval that counts for one who was asked: their own, or that of the one who stands in for them; else null. */
export function approvalFor<A extends Asked>(approvals: readonly A[], asked: A): A | null {
  if (asked.state === 'approved') return asked
  // Who stands in is always asked later, so the way from one to the next comes to an end.
  const standIns = approvals.filter(({ standsInFor }) => standsInFor === asked.personId)
  return standIns.map((standIn) => approvalFor(approvals, standIn)).find((found) => found !== null) ?? null
}

/** Everyone who was asked has approved, or the one who stands in for them. */
export function isApprovedByAll(approvals: readonly Asked[]): boolean {
  return approvals.length > 0 && approvals.every((asked) => approvalFor(approvals, asked) !== null)
}

/** Whether everyone of the steps before has approved, so that this one may answer. */
export function isTheirTurn<A extends Asked>(approvals: readonly A[], { step }: Pick<A, 'step'>): boolean {
  return approvals.every((other) => other.step >= step || approvalFor(approvals, other) !== null)
}

/** Those who have not answered and whom nobody else was asked instead of, whether it is their turn or not. */
export function unansweredAmong<A extends Asked>(approvals: readonly A[]): A[] {
  const replaced = new Set(approvals.map(({ standsInFor }) => standsInFor))
  return approvals.filter(({ state, personId }) => state === 'waiting' && !replaced.has(personId))
}

/** Those whom the matter waits for now. */
export function waitingAmong<A extends Asked>(approvals: readonly A[]): A[] {
  return unansweredAmong(approvals).filter((asked) => isTheirTurn(approvals, asked))
}

type Answerable = Asked & { readonly deputyId: string | null }

/** What this person may answer now: for themselves, and for those who are away and whom they answer for today. */
export function answerableBy<A extends Answerable>(approvals: readonly A[], personId: string | null): A[] {
  return ownOf(approvals, personId).filter((asked) => asked.state === 'waiting' && isTheirTurn(approvals, asked))
}

function ownOf<A extends Answerable>(approvals: readonly A[], personId: string | null): A[] {
  if (personId === null) return []
  return approvals.filter((asked) => asked.personId === personId || asked.deputyId === personId)
}

type Asking = { readonly state: string; readonly approvals: readonly Answerable[] }

/** A head cannot answer what they are not asked, nor before their turn, nor twice (I-16). */
export function obstaclesToAnswering({ state, approvals }: Asking, personId: string | null): string[] {
  if (state !== 'waiting') return [text.obstacle.notWaiting]
  if (answerableBy(approvals, personId).length > 0) return []
  const own = ownOf(approvals, personId)
  if (own.length === 0) return [text.obstacle.notAsked]
  return [own.some((asked) => asked.state === 'waiting') ? text.obstacle.notYetTheirTurn : text.obstacle.answered]
}

type Away = Pick<Absence, 'personId' | 'substituteId' | 'fromOn' | 'toOn'>

/** One answers for somebody at a time, and nobody is their own substitute. */
export function obstaclesToArranging(wanted: Away, others: readonly Away[]): string[] {
  if (wanted.personId === wanted.substituteId) return [text.obstacle.ownSubstitute]
  const isTaken = others.some(
    (other) => other.personId === wanted.personId && other.fromOn <= wanted.toOn && wanted.fromOn <= other.toOn,
  )
  return isTaken ? [text.obstacle.awayAlready] : []
}
