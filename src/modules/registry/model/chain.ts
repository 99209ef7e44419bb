/** The ledger's chain: each entry carries the hash of the one before it, so that a changed or lost entry shows (J-09). */

import { hash } from 'node:crypto'

export type LedgerEntry = {
  readonly caseId: string
  /** 1, 2, 3 … within the case, without gaps. */
  readonly seq: number
  readonly at: Date
  readonly personId: string | null
  /** The person's name as it was; the system's own when nobody in particular did it. */
  readonly actor: string
  readonly event: string
  readonly facts: Readonly<Record<string, unknown>>
  /** The hash of the entry before; empty for the first. */
  readonly previous: string
  readonly hash: string
}

/** SHA-256, in hex, over the canonical JSON of everything an entry says: the keys in order, no spaces. */
export function hashOf(entry: Omit<LedgerEntry, 'hash'>): string {
  const { caseId, seq, at, personId, actor, event, facts, previous } = entry
  const who = `{"actor":${JSON.stringify(actor)},"at":"${at.toISOString()}","case_id":${JSON.stringify(caseId)}`
  const what = `"event":${JSON.stringify(event)},"facts":${canonical(facts)},"person":${JSON.stringify(personId)}`
  return hash('sha256', `${who},${what},"previous":${JSON.stringify(previous)},"seq":${seq}}`)
}

/** JSON with the keys in order: the same facts always give the same bytes, however the store orders them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** What is wrong with a chain: an entry missing, its link to the one before broken, or its content changed. */
export type ChainFault = {
  readonly caseId: string
  readonly seq: number
  readonly fault: 'missing' | 'link' | 'content'
}

/** Checks one case's entries, in order of `seq`. Empty: whole and unchanged. The last entries cut off do not show. */
export function checkChain(rows: readonly LedgerEntry[]): ChainFault[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]
    const faults: ChainFault[] = []
    const blame = (fault: ChainFault['fault']) => faults.push({ caseId: row.caseId, seq: row.seq, fault })
    if (row.seq !== (before?.seq ?? 0) + 1) blame('missing')
    if (row.previous !== (before?.hash ?? '')) blame('link')
    if (row.hash !== hashOf(row)) blame('content')
    return faults
  })
}
