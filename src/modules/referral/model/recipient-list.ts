/** Whom one asks at once: whole groups, and lists that an authority has saved. Pure. */

import type { Body } from '../../organisation/index.ts'

export const recipientGroups = ['boards', 'companies', 'outside'] as const
/** Every board, every company, or everyone who answers from outside. */
export type RecipientGroup = (typeof recipientGroups)[number]

type Groupable = Pick<Body, 'kind' | 'authorityId'>

/** Whether a body is asked with its group. A company without cases here is of two groups. */
export function isInGroup({ kind, authorityId }: Groupable, group: RecipientGroup): boolean {
  if (group === 'outside') return authorityId === null
  return kind === (group === 'boards' ? 'board' : 'company')
}

/** A list (sändlista): bodies that an authority asks often, under a name of its own. */
export type RecipientList = {
  readonly id: string
  readonly authorityId: string
  readonly name: string
  readonly bodyIds: readonly string[]
  readonly savedAt: Date
  /** When it was removed; it can be put back. */
  readonly removedAt: Date | null
}
