/** What stands in the ledger of a case whose records were asked for, and in the request's own history. */

import type { Outcome, Way } from './item.ts'

type File = { readonly name: string; readonly sha256: string; readonly way: Way }

declare module '../../../kernel/events.ts' {
  interface Events {
    'disclosure.given': {
      requestId: string
      request: string
      record: string
      outcome: Outcome
      provision: string | null
      files: readonly File[]
    }
    'disclosure.refused': { requestId: string; request: string; record: string; provision: string | null }
    'disclosure.referred': { requestId: string; request: string; recordId: string }
    'disclosure.decided': { requestId: string; request: string; provision: string; recordId: string; mandate: string }
  }
}

/** The request's own history holds no titles and no names of files: they may be what is secret. */
export type RequestEvents = {
  registered: { reference: string | null; delivery: string }
  chosen: { records: readonly string[] }
  dropped: { record: string }
  'handed-over': { to: string | null }
  tested: { record: string; outcome: Outcome; provision: string | null }
  masked: { record: string; file: number; boxes: number; provision: string; sha256: string }
  uploaded: { record: string; file: number; sha256: string }
  'file-tested': { record: string; file: number; way: Way }
  answered: { whole: number; partly: number; refused: number; note: string | null }
  'decision-asked': { on: string }
  drafted: { provision: string }
  referred: { caseNumber: string }
  refused: { caseNumber: string; provision: string; mandate: string }
  withdrawn: { note: string | null }
}
export type RequestEvent = keyof RequestEvents

export type HistoryEntry = {
  readonly seq: number
  readonly at: Date
  readonly actor: string
  readonly event: string
  readonly facts: Readonly<Record<string, unknown>>
}
