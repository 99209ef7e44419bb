/** What an approval binds to: a sum of exactly the words that were read. Pure. */

import { createHash } from 'node:crypto'
import type { DraftKind } from './draft.ts'

type Words = { readonly kind: DraftKind; readonly content: unknown }

/** SHA-256 of the memo and the statement together, in hex. The order of keys, and of the two, makes no difference. */
export function digestOf(drafts: readonly Words[]): string {
  const whole = drafts
    .map(({ kind, content }) => ({ kind, content }))
    .toSorted((a, b) => a.kind.localeCompare(b.kind, 'en'))
  return createHash('sha256').update(canonical(whole)).digest('hex')
}

/** JSON with its keys in order: the store keeps an object in an order of its own. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
