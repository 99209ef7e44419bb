/** A rule of a delegation scheme: what a board lets others decide, and what it can never let them. Pure. */

import { roleLabel, type Role } from '../../organisation/index.ts'
import { text } from '../text.ts'

/** A-85 (KL 6:37, 7:5). */
export const delegateKinds = ['presidium', 'committee', 'member', 'substitute', 'employee', 'automated'] as const
export type DelegateKind = (typeof delegateKinds)[number]

/** `director` is the head of the whole administration (förvaltningschef); the others are roles of the organisation. */
export const delegateRoles = [
  'chair',
  'first_vice_chair',
  'second_vice_chair',
  'member',
  'substitute',
  'director',
  'head',
  'case_officer',
  'registrar',
  'secretary',
  'administrator',
] as const
export type DelegateRole = (typeof delegateRoles)[number]

/** What sort of matter a rule is about. `urgent` is the power of KL 6:39, which 6:38 does not narrow. */
export const natures = [
  'routine',
  'personnel',
  'economy',
  'procurement',
  'choice_system',
  'individual',
  'statement',
  'other',
  'urgent',
] as const
export type Nature = (typeof natures)[number]

/** what KL 6:38 keeps with the board. It can be chosen in the form, and is then refused with the paragraph. */
export const keptByTheBoard = ['goals', 'to_council', 'principle', 'citizens_proposal', 'forbidden'] as const
export type Kept = (typeof keptByTheBoard)[number]

/** How a decision can be appealed: chapter 13 KL (laglighetsprövning), förvaltningsbesvär, or not at all. */
export const appeals = ['legality', 'administrative', 'none'] as const
export type Appeal = (typeof appeals)[number]

export type RuleFacts = {
  /** '3.2'. */
  readonly number: string
  readonly heading: string
  readonly scope: string
  readonly delegateKind: DelegateKind
  readonly delegateRole: DelegateRole | null
  readonly delegateBodyId: string | null
  readonly delegatePersonId: string | null
  /** As the scheme names the delegate. */
  readonly delegate: string
  readonly legalBasis: string | null
  readonly conditions: string | null
  readonly nature: Nature
  /** Why it can be delegated. */
  readonly reason: string
  readonly appeal: Appeal
  /** Whether the board wants to be told of each decision. */
  readonly isReported: boolean
  /** Whether the director may pass it on. */
  readonly mayBePassedOn: boolean
}

export type Rule = RuleFacts & {
  readonly id: string
  readonly schemeId: string
}

/** A rule with the scheme it stands in; `validFrom` is null in a draft. */
export type RuleInForce = Rule & {
  readonly bodyId: string
  readonly bodyName: string
  readonly authorityId: string
  readonly version: number
  readonly validFrom: string | null
  readonly validTo: string | null
}

export type RuleAsked = Omit<RuleFacts, 'nature'> & { readonly nature: Nature | Kept }

export function isKept(nature: Nature | Kept): nature is Kept {
  return keptByTheBoard.some((kept) => kept === nature)
}

/** Everything that the law has against a rule: and KL 6:39. */
export function obstaclesToRule(rule: RuleAsked): string[] {
  if (isKept(rule.nature)) return [text.obstacle.kept[rule.nature]]
  const obstacles: string[] = []
  if (rule.reason.trim() === '') obstacles.push(text.obstacle.noReason)
  if (rule.delegateKind === 'automated') obstacles.push(...obstaclesToAutomation(rule))
  if (rule.mayBePassedOn && rule.delegateRole !== 'director') obstacles.push(text.obstacle.onlyDirector)
  if (rule.nature === 'urgent') obstacles.push(...obstaclesToUrgentPower(rule))
  return [...obstacles, ...obstaclesToDelegate(rule)]
}

/** A-89 (KL 6:38 second paragraph): not where chapter 13 applies, not in procurement, not in a choice system. */
function obstaclesToAutomation({ appeal, nature }: RuleAsked): string[] {
  const obstacles: string[] = []
  if (appeal === 'legality') obstacles.push(text.obstacle.automatedLegality)
  if (nature === 'procurement' || nature === 'choice_system') obstacles.push(text.obstacle.automatedProcurement)
  return obstacles
}

/** A-90 (KL 6:39): the chair, or one other member whom the board has named. And it is always reported (6:40). */
function obstaclesToUrgentPower(rule: RuleAsked): string[] {
  const isChair = rule.delegateKind === 'presidium' && rule.delegateRole === 'chair'
  const isNamedMember = rule.delegateKind === 'member' && rule.delegatePersonId !== null
  const obstacles = isChair || isNamedMember ? [] : [text.obstacle.urgentIsChair]
  return rule.isReported ? obstacles : [...obstacles, text.obstacle.urgentIsReported]
}

/** A rule must say who, or nobody could use it. */
function obstaclesToDelegate({ delegateKind, delegateRole, delegateBodyId, delegatePersonId }: RuleAsked): string[] {
  if (delegateKind === 'committee' && delegateBodyId === null) return [text.obstacle.noCommittee]
  if (delegateKind === 'automated' && delegatePersonId === null) return [text.obstacle.noFunction]
  const isNobody = delegateKind === 'employee' && delegateRole === null && delegatePersonId === null
  return isNobody ? [text.obstacle.nobody] : []
}

export function delegateRoleLabel(role: DelegateRole): string {
  return role === 'director' ? text.director.title : roleLabel(role)
}

/** Who holds what on a day, for trying whether a rule is theirs. */
export type Holder = {
  readonly personId: string
  readonly terms: readonly { readonly role: Role; readonly bodyId: string; readonly authorityId: string | null }[]
  readonly isDirector: boolean
}

const presidium: readonly Role[] = ['chair', 'first_vice_chair', 'second_vice_chair']
const seated: readonly Role[] = [...presidium, 'member']

/** Whether the person is the rule's delegate by role, body or name, on the day the holder was read. */
export function isDelegate(rule: RuleInForce, holder: Holder): boolean {
  if (rule.delegatePersonId !== null && rule.delegatePersonId !== holder.personId) return false
  const sits = (bodyId: string, roles: readonly DelegateRole[]) =>
    holder.terms.some((term) => term.bodyId === bodyId && roles.includes(term.role))
  const orOwn = (roles: readonly Role[]): readonly DelegateRole[] =>
    rule.delegateRole === null ? roles : [rule.delegateRole]
  const ways: Readonly<Record<DelegateKind, () => boolean>> = {
    presidium: () => sits(rule.bodyId, orOwn(presidium)),
    // A committee decides together; its chair or secretary writes it down.
    committee: () => sits(rule.delegateBodyId ?? '', ['chair', 'secretary']),
    member: () => sits(rule.bodyId, orOwn(seated)),
    substitute: () => sits(rule.bodyId, ['substitute']),
    employee: () => isEmployee(rule, holder),
    automated: () => rule.delegatePersonId === holder.personId,
  }
  return ways[rule.delegateKind]()
}

/** What an elected delegate is as they decide: their seat at the board or the committee. Null for an employee. */
export function seatOf(rule: RuleInForce, holder: Holder): Role | null {
  if (rule.delegateKind === 'employee' || rule.delegateKind === 'automated') return null
  const bodyId = rule.delegateKind === 'committee' ? rule.delegateBodyId : rule.bodyId
  return holder.terms.find((term) => term.bodyId === bodyId)?.role ?? null
}

function isEmployee(rule: RuleInForce, holder: Holder): boolean {
  if (rule.delegateRole === null) return rule.delegatePersonId === holder.personId
  if (rule.delegateRole === 'director') return holder.isDirector
  return holder.terms.some(
    (term) =>
      term.role === rule.delegateRole &&
      term.authorityId === rule.authorityId &&
      (rule.delegateBodyId === null || term.bodyId === rule.delegateBodyId),
  )
}

/** By each part of the number: 3.2 stands before 3.10. */
export function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'sv', { numeric: true })
}
