/** The written decision on what is refused (avslagsbeslut), and who decides it: a delegate or the board itself. Pure. */

import type { RuleInForce } from '../../delegation/index.ts'
import type { AppealCourt } from '../../organisation/index.ts'
import type { Decision } from '../../meetings/index.ts'
import { text } from '../text.ts'
import type { DisclosureRequest, Progress } from './request.ts'

export type Refusal = {
  readonly recipient: string | null
  readonly provision: string
  readonly reasons: string
  readonly court: AppealCourt
  readonly mandate: string | null
  readonly draftedAt: Date
  readonly draftedByName: string
  readonly decidedAt: Date | null
  readonly decidedByName: string | null
  readonly decidedByTitle: string | null
  /** The request's own case, from when it is handed to the board or decided. */
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly recordId: string | null
  /** The decision by delegation that it is, or the board's own; both null in what was decided before they were kept. */
  readonly delegatedId: string | null
  readonly boardDecisionId: string | null
  readonly referredAt: Date | null
}

export function obstaclesToDrafting(
  request: DisclosureRequest,
  { heldBack }: Progress,
  refusal: Refusal | null,
): string[] {
  if (!request.awaitsDecision) return [text.obstacle.noDecisionAsked]
  if (refusal !== null && refusal.decidedAt !== null) return [text.obstacle.decided]
  return heldBack === 0 ? [text.obstacle.nothingRefused] : []
}

export function obstaclesToRefusing(request: DisclosureRequest, progress: Progress, refusal: Refusal | null): string[] {
  const before = obstaclesToDrafting(request, progress, refusal)
  if (before.length > 0) return before
  return [
    ...(refusal === null ? [text.obstacle.noDraft] : []),
    ...(progress.untested > 0 ? [text.obstacle.untested(progress.untested)] : []),
  ]
}

export function obstaclesToReferring(
  request: DisclosureRequest,
  progress: Progress,
  refusal: Refusal | null,
): string[] {
  const before = obstaclesToRefusing(request, progress, refusal)
  return refusal === null || refusal.referredAt === null ? before : [...before, text.obstacle.referred]
}

/** A board that has decided has decided: a delegate does not decide beside it. */
export function obstaclesToDelegate(decisions: readonly Decision[]): string[] {
  const [decided] = decisions.filter(isTheBoards)
  return decided === undefined ? [] : [text.obstacle.boardDecided(decided.bodyName, decided.paragraph)]
}

/** Only adjusted minutes are sent on; what is tabled or only proposed decides nothing. */
export function obstaclesToSending(decision: Decision): string[] {
  if (!isTheBoards(decision)) return [text.obstacle.notDecided]
  return decision.state === 'adjusted' ? [] : [text.obstacle.notAdjusted]
}

export function isTheBoards({ outcome, isProposal }: Decision): boolean {
  return !isProposal && (outcome === 'as_proposed' || outcome === 'changed')
}

const ways = /utlämn|lämna\p{L}* ut|ta del av/iu
const things = /handling|uppgift/iu
const laws =
  /\b6 ?kap[^;]{0,30}(OSL|sekretess)|(OSL|sekretesslag\p{L}*)( \(2009:400\))?[ ,]{1,2}6( ?kap|:)|\b2 ?kap[^;]{0,30}(TF\b|tryckfrihet)|\bTF 2/iu

/**
 * Whether a rule is about giving out records, by the board's own words or the law it names. Schemes are written by each board and
 * have no sort of their own for it, so whoever decides chooses among those that may fit.
 */
export function concernsDisclosure(rule: Pick<RuleInForce, 'heading' | 'scope' | 'legalBasis' | 'nature'>): boolean {
  if (rule.nature === 'urgent') return false
  const words = `${rule.heading} ${rule.scope}`
  return (ways.test(words) && things.test(words)) || laws.test(rule.legalBasis ?? '')
}
