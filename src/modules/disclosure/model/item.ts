/** A record that is asked for: how it is tested, and what becomes of its files. Pure. */

import type { RecordFile } from '../../registry/index.ts'
import { text } from '../text.ts'

export const outcomes = ['whole', 'partly', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

export const ways = ['whole', 'masked', 'uploaded', 'refused'] as const
export type Way = (typeof ways)[number]

/** What becomes of one file of a record that is given out in part. */
export type Part = {
  readonly id: string
  readonly itemId: string
  readonly fileId: string
  readonly way: Way
  /** The copy's own; null for what is not given out. */
  readonly name: string | null
  readonly mediaType: string | null
  readonly sha256: string | null
  readonly size: number | null
  readonly originalSha256: string
  readonly provision: string | null
  readonly madeAt: Date
  readonly madeByName: string
}

export type Item = {
  readonly id: string
  readonly requestId: string
  readonly authorityId: string
  readonly caseId: string
  readonly caseNumber: string
  readonly recordId: string
  readonly recordNumber: string
  /** As the registry shows it to everyone: neutral words when it is marked. */
  readonly title: string
  readonly datedOn: string
  /** When it was struck as registered by mistake: what is kept can be asked for all the same. */
  readonly struckAt: Date | null
  /** Marked now; `wasMarked` when it was chosen or last tested. */
  readonly isMarked: boolean
  readonly wasMarked: boolean
  /** Its whole case is marked: then not even the case's number is told outside. */
  readonly inSecretCase: boolean
  readonly markedBy: string | null
  /** Whether the actor may read what is marked in it. */
  readonly isReadable: boolean
  readonly outcome: Outcome | null
  readonly provision: string | null
  readonly reason: string | null
  readonly assessedAt: Date | null
  readonly assessedByName: string | null
  readonly givenAt: Date | null
  /** The latest version of each file, those the actor may read. */
  readonly files: readonly RecordFile[]
  readonly parts: readonly Part[]
}

/** Nothing warns: it is given out as it is, and whoever chose it has said so. A marking always asks for a new test (B-09). */
export function firstOutcome(isMarked: boolean): Outcome | null {
  return isMarked ? null : 'whole'
}

export function needsTest(item: Item): boolean {
  if (item.outcome === null || isOvertaken(item)) return true
  return item.outcome === 'partly' && faultsOfParts(item).length > 0
}

/**
 * Marked, or with a file that is new, since it was tested: that test was of something else, and a marking always asks for a
 * new one (B-09). What is given out already is given out.
 */
export function isOvertaken({ isMarked, wasMarked, givenAt, outcome, assessedAt, files }: Item): boolean {
  if (givenAt !== null || outcome === null || outcome === 'refused') return false
  const isNewer = assessedAt !== null && files.some(({ addedAt }) => addedAt > assessedAt)
  return (isMarked && !wasMarked) || isNewer
}

/** Not given out, or not all of it. */
export function isHeldBack({ outcome }: Pick<Item, 'outcome'>): boolean {
  return outcome === 'partly' || outcome === 'refused'
}

/** Each file has its answer, and something is given out. */
export function faultsOfParts({ files, parts }: Pick<Item, 'files' | 'parts'>): string[] {
  const answered = new Set(parts.map(({ fileId }) => fileId))
  const left = files.filter(({ id }) => !answered.has(id))
  if (left.length > 0) return left.map(({ name }) => text.obstacle.fileLeft(name))
  return parts.some(({ way }) => way !== 'refused') ? [] : [text.obstacle.nothingGiven]
}

type Test = { readonly outcome: Outcome; readonly provision: string | null; readonly reason: string | null }

/** By the field that can be put right. What is held back has a provision; a warning that is set aside has its reasons. */
export function faultsOfTest(test: Test, isMarked: boolean): Record<string, string> {
  const faults: Record<string, string> = {}
  if (test.outcome !== 'whole' && test.provision === null) faults['provision'] = text.invalid.noProvision
  if (test.outcome === 'whole' && isMarked && test.reason === null) faults['reason'] = text.invalid.noReason
  return faults
}

export function obstaclesToTesting({ isReadable, outcome, givenAt }: Item): string[] {
  if (!isReadable) return [text.obstacle.notReadable]
  return outcome === 'whole' && givenAt !== null ? [text.obstacle.alreadyGiven] : []
}

/** What is given out of a record: the files with their hashes, as the ledger notes them. */
export function givenFiles(item: Item): { readonly name: string; readonly sha256: string; readonly way: Way }[] {
  if (item.outcome === 'whole') return item.files.map(({ name, sha256 }) => ({ name, sha256, way: 'whole' }))
  if (item.outcome !== 'partly') return []
  return item.parts.flatMap(({ name, sha256, way }) =>
    name === null || sha256 === null ? [] : [{ name, sha256, way }],
  )
}
