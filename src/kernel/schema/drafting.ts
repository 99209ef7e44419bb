/** The tables of `drafting`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface DraftingTables {
  'drafting.absences': {
    id: Generated<string>
    authority_id: string
    person_id: string
    substitute_id: string
    from_on: string
    to_on: string
    entered_at: Date
    entered_by: string
    withdrawn_at: Date | null
  }
  'drafting.answer_files': {
    draft_id: string
    sha256: string
    name: string
    media_type: string
    size: number
    added_at: Date
    added_by: string
  }
  'drafting.approvals': {
    submission_id: string
    person_id: string
    position: number
    state: Generated<'waiting' | 'approved' | 'returned'>
    answered_at: Date | null
    note: string | null
    stands_in_for: string | null
    reason: string | null
    step: Generated<number>
    answered_by: string | null
    digest: string | null
  }
  'drafting.chain_holders': {
    role_id: string
    person_id: string
  }
  'drafting.chain_roles': {
    id: Generated<string>
    authority_id: string
    position: number
    step: number
    name: string
  }
  'drafting.considerations': {
    id: Generated<string>
    authority_id: string | null
    position: number
    name: string
    help: string | null
    is_required: Generated<boolean>
    ended_at: Date | null
  }
  'drafting.drafts': {
    id: Generated<string>
    case_id: string
    authority_id: string
    kind: 'memo' | 'statement'
    state: Generated<'draft' | 'submitted' | 'approved' | 'replaced' | 'set_aside'>
    content: unknown
    version: Generated<number>
    created_at: Date
    created_by: string
    saved_at: Date
    saved_by: string
    submission_id: string | null
    record_id: string | null
    fields_version: Generated<number>
    fields_saved_by: string
    template_id: string | null
  }
  'drafting.let_stand': {
    id: Generated<string>
    draft_id: string
    key: string
    code: string
    quote: string | null
    reason: string
    at: Date
    by: string
    taken_up_at: Date | null
  }
  'drafting.mends': {
    draft_id: string
    from_version: number
    code: string
    quote: string | null
    at: Date
    by: string
  }
  'drafting.present': {
    draft_id: string
    client: string
    person_id: string
    field: string | null
    seen_at: Date
  }
  'drafting.submissions': {
    id: Generated<string>
    case_id: string
    authority_id: string
    state: Generated<'waiting' | 'approved' | 'returned' | 'withdrawn'>
    submitted_at: Date
    submitted_by: string
    note: string | null
    digest: string | null
  }
  'drafting.submitted': {
    submission_id: string
    draft_id: string
    kind: 'memo' | 'statement'
    version: number
    content: unknown
  }
  'drafting.text_steps': {
    draft_id: string
    field: string
    version: number
    client: string
    person_id: string
    at: Date
    steps: unknown
  }
  'drafting.texts': {
    draft_id: string
    field: string
    version: number
    doc: unknown
  }
  'drafting.versions': {
    draft_id: string
    version: number
    content: unknown
    saved_at: Date
    saved_by: string
  }
}
