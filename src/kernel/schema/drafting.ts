/** The tables of `drafting`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface DraftingTables {
  'drafting.approvals': {
    submission_id: string
    person_id: string
    position: number
    state: Generated<'waiting' | 'approved' | 'returned'>
    answered_at: Date | null
    note: string | null
    stands_in_for: string | null
    reason: string | null
  }
  'drafting.drafts': {
    id: Generated<string>
    case_id: string
    authority_id: string
    kind: 'memo' | 'statement'
    state: Generated<'draft' | 'submitted' | 'approved' | 'replaced'>
    content: unknown
    version: Generated<number>
    created_at: Date
    created_by: string
    saved_at: Date
    saved_by: string
    submission_id: string | null
    record_id: string | null
  }
  'drafting.submissions': {
    id: Generated<string>
    case_id: string
    authority_id: string
    state: Generated<'waiting' | 'approved' | 'returned' | 'withdrawn'>
    submitted_at: Date
    submitted_by: string
    note: string | null
  }
  'drafting.versions': {
    draft_id: string
    version: number
    content: unknown
    saved_at: Date
    saved_by: string
  }
}
