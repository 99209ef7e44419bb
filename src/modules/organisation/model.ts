/** Bodies, people and their roles: who sits where, from when, and what that lets them do. Pure. */

import { text } from './text.ts'
import { courtText } from './text/court.ts'

export const bodyKinds = [
  'council',
  'executive_board',
  'working_committee',
  'board',
  'auditors',
  'chair_preparation',
  'administration',
  'company',
  'external',
] as const
export type BodyKind = (typeof bodyKinds)[number]

/** What a body of one kind may be said to be instead: what was founded or read in as a board may be the auditors (KL 12 kap.). */
export const choosableKinds = ['board', 'auditors'] as const
export type ChoosableKind = (typeof choosableKinds)[number]

/** The kind a body has among those that can be chosen; null: it is another, and stays so. */
export function choosableKind({ kind }: { readonly kind: BodyKind }): ChoosableKind | null {
  return choosableKinds.find((one) => one === kind) ?? null
}

export const roles = [
  'chair',
  'first_vice_chair',
  'second_vice_chair',
  'member',
  'substitute',
  'secretary',
  'registrar',
  'case_officer',
  'head',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** An authority with a registry of its own: every board is one (TF 2 kap.). */
export type Authority = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly prefix: string
  readonly numberFormat: string
}

export type Body = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly kind: BodyKind
  /** Null: keeps no registry here and answers from outside. */
  readonly authorityId: string | null
  readonly parentId: string | null
  readonly email: string | null
  readonly aliases: readonly string[]
  readonly isDemo: boolean
}

/** How somebody is told by e-mail of what waits for them. */
export const mailChoices = ['at_once', 'digest', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]
/** Of those who have chosen nothing. */
export const usualMailChoice: MailChoice = 'at_once'

export type Person = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly phone: string | null
  readonly isDemo: boolean
}

export type Membership = {
  readonly id: string
  readonly personId: string
  readonly bodyId: string
  readonly role: Role
  readonly substituteOrder: number | null
  readonly party: string | null
  readonly validFrom: string
  readonly validTo: string | null
}

/** Whether a term holds on a day; both ends count. */
export function isHeldOn(term: Pick<Membership, 'validFrom' | 'validTo'>, day: string): boolean {
  return term.validFrom <= day && (term.validTo === null || term.validTo >= day)
}

export type GrantTable = Readonly<Record<string, readonly string[]>>

/**
 * Permission → authorities, from the roles somebody holds. A role at a body holds at the authority the body belongs to.
 * `*` in the table is everyone who is signed in, with or without a role.
 */
export function grantsOf(
  held: readonly { readonly role: string; readonly authorityId: string | null }[],
  table: GrantTable,
): Map<string, ReadonlySet<string>> {
  const grants = new Map<string, ReadonlySet<string>>()
  for (const [permission, carriers] of Object.entries(table)) {
    const isEveryones = carriers.includes('*')
    const where = held.filter(({ role }) => isEveryones || carriers.includes(role))
    if (isEveryones || where.length > 0) grants.set(permission, new Set(where.flatMap((row) => row.authorityId ?? [])))
  }
  return grants
}

/** Several wrong passwords close an account's door, and an address's, for a while. */
export const attempts = { perEmail: 8, perAddress: 40, minutes: 15 }

export const passwordLength = { least: 12, most: 200 }

/** What stands in the way of appointing: roles that only one may hold at a time, and orders that are taken. */
export function obstaclesToAppointing(
  wanted: Pick<Membership, 'role' | 'substituteOrder' | 'validFrom' | 'validTo'>,
  others: readonly Membership[],
): string[] {
  const overlapping = others.filter(
    (other) =>
      other.role === wanted.role &&
      (wanted.validTo === null || other.validFrom <= wanted.validTo) &&
      (other.validTo === null || other.validTo >= wanted.validFrom),
  )
  const isAlone = ['chair', 'first_vice_chair', 'second_vice_chair'].includes(wanted.role)
  if (isAlone && overlapping.length > 0) return [text.obstacle.taken(roleLabel(wanted.role))]
  const isOrderTaken = overlapping.some((other) => other.substituteOrder === wanted.substituteOrder)
  if (wanted.role === 'substitute' && isOrderTaken) return [text.obstacle.orderTaken]
  return []
}

export function roleLabel(role: Role): string {
  return text.role[role]
}

export function bodyKindLabel(kind: BodyKind): string {
  return text.kind[kind]
}

/** One row in "my work": something to do now, something that waits for others, or something that comes. */
export type WorkItem = {
  readonly group: 'now' | 'waiting' | 'coming'
  readonly title: string
  readonly href: string
  readonly reference: string | null
  readonly detail: string
  /** ISO day. */
  readonly due: string | null
  /** The words of its button. */
  readonly action: string | null
  readonly isNew?: boolean
  /** What is wrong with it by law, in a few words: shown in red, whatever day it is due. */
  readonly wrong?: string
}

/** Late first, then by day, those without a day last. */
export function inOrder(items: readonly WorkItem[]): WorkItem[] {
  return items.toSorted(
    (a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.title.localeCompare(b.title, 'sv'),
  )
}

/** The courts that hear appeals against an authority's decision not to give out a record (OSL 6:8). */
export const appealCourts = ['goteborg', 'jonkoping', 'stockholm', 'sundsvall'] as const
export type AppealCourt = (typeof appealCourts)[number]

export function appealCourtLabel(court: AppealCourt): string {
  return courtText.names[court]
}
