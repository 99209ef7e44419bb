/** How often one address may knock on doors that need no sign-in. Counted by each process for itself, in memory. */

import { NotFound, TooMany } from '../errors.ts'
import type { Ctx } from './parts.ts'

/** Several who write on one link from one office save a few times a minute each. */
const mostChanges = 300
/** Whoever asks for what is not there is guessing: a link is 256 random bits. */
const mostMisses = 30
const minute = 60_000
/** Addresses that are counted at once; past it the count begins anew, so that it never grows without end. */
const mostAddresses = 20_000

type Count = { readonly since: number; changes: number; misses: number }
const counts = new Map<string, Count>()

function countOf(c: Ctx, now: Date): Count {
  const address = c.env?.address ?? 'unknown'
  const known = counts.get(address)
  if (known !== undefined && now.getTime() - known.since < minute && now.getTime() >= known.since) return known
  if (counts.size >= mostAddresses) counts.clear()
  const fresh = { since: now.getTime(), changes: 0, misses: 0 }
  counts.set(address, fresh)
  return fresh
}

/** Counts a change. Throws `TooMany` past the limit of an address. */
export function keepPace(c: Ctx, now: Date): void {
  const count = countOf(c, now)
  count.changes += 1
  if (count.changes > mostChanges || count.misses > mostMisses) throw new TooMany(minute / 1000)
}

/** Shows what is open to anyone. Throws `TooMany` to an address that has asked for too much that is not there. */
export async function patiently<T>(c: Ctx, now: Date, show: () => Promise<T>): Promise<T> {
  const count = countOf(c, now)
  if (count.misses > mostMisses) throw new TooMany(minute / 1000)
  try {
    return await show()
  } catch (error) {
    if (error instanceof NotFound) count.misses += 1
    throw error
  }
}
