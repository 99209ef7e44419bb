/** Files that came together and wait to be registered: whose they are, and who may finish what was begun. Pure. */

import { startOfDay, swedishDay } from '../../../kernel/time.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { text } from '../text/register.ts'
import { registerBy } from './message.ts'

export type BatchFacts = {
  readonly id: string
  readonly authorityId: string
  readonly personId: string
  readonly personName: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  /** From when the authority's registrars may take it over. */
  readonly sharedAt: Date
  readonly count: number
}

/** Each time somebody took it over from somebody, the first first. */
export type Handover = { readonly at: Date; readonly fromName: string; readonly toName: string }

export type Batch = BatchFacts & {
  /** The person's own; nobody else sees what they are called. */
  readonly uploads: readonly Upload[]
  readonly handovers: readonly Handover[]
}

/**
 * One's own the day it was begun. From the next working day the authority sees it, in time to register it as the law asks
 * (OSL 5:1, B-02).
 */
export function sharedFrom(startedAt: Date): Date {
  return startOfDay(registerBy(swedishDay(startedAt)))
}

type Whose = Pick<BatchFacts, 'personId' | 'personName' | 'endedAt'>

export function obstaclesToFinishing({ personId, personName, endedAt }: Whose, me: string | null): string[] {
  if (endedAt !== null) return [text.obstacle.batchEnded]
  return personId === me ? [] : [text.obstacle.othersBatch(personName)]
}

export function obstaclesToTakingOver({ personId, endedAt }: Whose, me: string | null): string[] {
  if (endedAt !== null) return [text.obstacle.batchEnded]
  return personId === me ? [text.obstacle.ownBatch] : []
}
