/** Which of those who are chosen a round concerns most, by what the case shows. Pure. */

import type { Assignment } from '../../assignments/index.ts'
import type { Load } from './load.ts'

export const affectedReasons = ['assigned', 'named', 'asked_before'] as const
/** It has got the assignment; the assignment names it; it was asked earlier in the case, and did not abstain. */
export type AffectedReason = (typeof affectedReasons)[number]

export type KnownOfCase = {
  readonly assignment: Pick<Assignment, 'title' | 'text' | 'receivers'> | null
  /** Bodies that were asked in another round of the case, but for those that abstained. */
  readonly askedBefore: readonly string[]
}

type Asked = { readonly bodyId: string; readonly bodyName: string }

/** Why a body counts as most affected; empty: nothing in the case says that it is. */
export function reasonsOf({ bodyId, bodyName }: Asked, { assignment, askedBefore }: KnownOfCase): AffectedReason[] {
  const isTrue: Readonly<Record<AffectedReason, boolean>> = {
    assigned: assignment?.receivers.some((one) => one.bodyId === bodyId) ?? false,
    named: assignment !== null && isNamedIn(`${assignment.title}\n${assignment.text}`, bodyName),
    asked_before: askedBefore.includes(bodyId),
  }
  return affectedReasons.filter((reason) => isTrue[reason])
}

/** As whole words, with or without the s of the genitive. */
function isNamedIn(words: string, name: string): boolean {
  return new RegExp(String.raw`(?<![\p{L}\d])${RegExp.escape(name)}s?(?![\p{L}\d])`, 'iu').test(words)
}

/** Whom to ask when only the most affected are asked; null where the case points out nobody, or everybody. */
export function mostAffected(loads: readonly Pick<Load, 'bodyId' | 'affectedBy'>[]): string[] | null {
  const kept = loads.filter(({ affectedBy }) => affectedBy.length > 0).map(({ bodyId }) => bodyId)
  return kept.length === 0 || kept.length === loads.length ? null : kept
}
