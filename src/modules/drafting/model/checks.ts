/** What a draft's checks say today, and what somebody let stand. Pure. */

import type { CheckCode, Finding } from '../../checking/index.ts'
import type { Draft } from './draft.ts'
import { text } from '../text.ts'

/** Something seen and let be, with the reason. */
export type LetStand = {
  readonly id: string
  readonly key: string
  readonly reason: string
  readonly at: Date
  readonly byName: string
}

/** The last fix made with a button, while nothing has been written after it. */
export type LastMend = { readonly fromVersion: number; readonly code: CheckCode; readonly quote: string | null }

export type DraftChecks = {
  /** What is to be looked at, the heaviest first. */
  readonly open: readonly Finding[]
  /** What was let stand, and stands. */
  readonly stands: readonly { readonly finding: Finding; readonly let: LetStand }[]
  readonly mend: LastMend | null
}

/** Findings apart from those that somebody let stand. */
export function sorted(findings: readonly Finding[], all: readonly LetStand[]): Omit<DraftChecks, 'mend'> {
  const byKey = new Map(all.map((one) => [one.key, one]))
  return {
    open: findings.filter(({ key }) => !byKey.has(key)),
    stands: findings.flatMap((finding) => {
      const found = byKey.get(finding.key)
      return found === undefined ? [] : [{ finding, let: found }]
    }),
  }
}

/** A fix is of what the check said: when the words are others by now, there is nothing to carry out. */
export function obstaclesToMending(finding: Finding | undefined): string[] {
  if (finding === undefined) return [text.obstacle.changedSinceCheck]
  return finding.fix === null ? [text.obstacle.noFix] : []
}

/** A fix is taken back as long as it is the last thing that was done. */
export function obstaclesToUndoing(draft: Draft, mend: LastMend | null): string[] {
  return mend === null || draft.version !== mend.fromVersion + 1 ? [text.obstacle.writtenSinceMend] : []
}
