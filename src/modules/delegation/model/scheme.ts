/** A delegation scheme (delegationsordning): its versions, how one comes into force, and how its powers are passed on. Pure. */

import { addDays } from '../../../kernel/time.ts'
import { text } from '../text.ts'
import type { RuleInForce } from './rule.ts'

export type Scheme = {
  readonly id: string
  readonly bodyId: string
  readonly bodyName: string
  readonly authorityId: string
  readonly version: number
  /** ISO days; null in a draft. */
  readonly decidedOn: string | null
  readonly paragraph: number | null
  readonly validFrom: string | null
  /** Both ends count. Null: until further notice. */
  readonly validTo: string | null
  readonly isDemo: boolean
  readonly ruleCount: number
}

export type SchemeState = 'draft' | 'coming' | 'in_force' | 'replaced'

export function stateOf({ validFrom, validTo }: Pick<Scheme, 'validFrom' | 'validTo'>, day: string): SchemeState {
  if (validFrom === null) return 'draft'
  if (validTo !== null && validTo < day) return 'replaced'
  return validFrom <= day ? 'in_force' : 'coming'
}

export function isInForce(term: Pick<Scheme, 'validFrom' | 'validTo'>, day: string): boolean {
  return stateOf(term, day) === 'in_force'
}

export type Adopting = { readonly decidedOn: string; readonly validFrom: string }

/** The board decides a scheme; it holds from that day at the earliest, and never reaches back over the one before. */
export function obstaclesToAdopting(
  scheme: Pick<Scheme, 'validFrom' | 'ruleCount'>,
  { decidedOn, validFrom }: Adopting,
  { today, latestFrom }: { readonly today: string; readonly latestFrom: string | null },
): string[] {
  const obstacles: string[] = []
  if (scheme.validFrom !== null) obstacles.push(text.obstacle.alreadyAdopted)
  if (scheme.ruleCount === 0) obstacles.push(text.obstacle.noRules)
  if (decidedOn > today) obstacles.push(text.obstacle.decidedAhead)
  if (validFrom < decidedOn) obstacles.push(text.obstacle.beforeDecision)
  if (latestFrom !== null && validFrom < latestFrom) obstacles.push(text.obstacle.beforeLatest(latestFrom))
  return obstacles
}

/** The last day of the scheme that another replaces. */
export function lastDayBefore(validFrom: string): string {
  return addDays(validFrom, -1)
}

/** What is decided stands: only a draft takes rules. */
export function obstaclesToEditing(scheme: Pick<Scheme, 'validFrom'>): string[] {
  return scheme.validFrom === null ? [] : [text.obstacle.adoptedIsFinal]
}

/** Vidaredelegation. */
export type PassedOn = {
  readonly id: string
  readonly ruleId: string
  readonly personId: string
  readonly personName: string
  readonly givenByName: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly note: string | null
}

type PassingOn = {
  readonly rule: RuleInForce
  readonly isDirector: boolean
  readonly isEmployed: boolean
  readonly day: string
}

/** A-93 (KL 7:6): the förvaltningschef alone, where the board has allowed it, to an employee, and never further. */
export function obstaclesToPassingOn({ rule, isDirector, isEmployed, day }: PassingOn): string[] {
  const obstacles: string[] = []
  if (!rule.mayBePassedOn) obstacles.push(text.obstacle.notToBePassedOn)
  if (!isDirector) obstacles.push(text.obstacle.notDirector)
  if (!isEmployed) obstacles.push(text.obstacle.notEmployed)
  const state = stateOf(rule, day)
  if (state === 'draft' || state === 'replaced') obstacles.push(text.obstacle.notInForce(rule.number))
  return obstacles
}
