/** The tables of `answering`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface AnsweringTables {
  'answering.answer_files': {
    recipient_id: string
    sha256: string
    name: string
    media_type: string
    size: number
    added_at: Date
    by_id: string
  }
  'answering.cell_versions': {
    cell_id: string
    version: number
    value: unknown
    by_id: string
    sheet: string
    at: Date
  }
  'answering.cells': {
    id: Generated<string>
    recipient_id: string
    part: 'question' | 'outside' | 'whole'
    question_id: string | null
    version: number
    value: unknown
    by_id: string
    at: Date
  }
  'answering.links': {
    id: Generated<string>
    recipient_id: string
    token_sha256: string
    email: string | null
    made_at: Date
    made_by: string
    used_at: Date | null
    revoked_at: Date | null
    revoked_by: string | null
  }
  'answering.passages': {
    reading_id: string
    position: number
    text: string
    cells: unknown | null
    page: number | null
    stands_in: 'body' | 'note' | 'comment' | 'margin' | 'scan'
    part: 'question' | 'outside' | 'whole' | 'form' | 'aside' | null
    question_id: string | null
    field: string | null
    found_by: 'tag' | 'label' | 'heading' | 'hand' | null
    reason: string | null
    ordinal: number
    origin: number | null
    gap: Generated<string>
  }
  'answering.people': {
    id: Generated<string>
    recipient_id: string
    name: string
    role: string
    joined_at: Date
  }
  'answering.readings': {
    id: Generated<string>
    recipient_id: string
    source: 'link' | 'sender' | 'mail'
    name: string
    media_type: string
    sha256: string
    size: number
    message_id: string | null
    is_own_form: boolean
    made_at: Date
    made_by: string | null
    by_id: string | null
    state: Generated<'open' | 'taken'>
    taken_at: Date | null
    partings: Generated<number>
    whole: unknown | null
    attachments: Generated<unknown>
  }
  'answering.rivals': {
    id: Generated<string>
    cell_id: string
    value: unknown
    by_id: string
    sheet: string
    at: Date
    settled_at: Date | null
    settled_by: string | null
  }
  'answering.submissions': {
    id: Generated<string>
    recipient_id: string
    version: number
    content: unknown
    digest: string
    by_id: string
    by_name: string
    by_role: string
    at: Date
    is_late: boolean
    record_id: string
  }
}
