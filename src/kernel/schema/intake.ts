/** The tables of `intake`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface IntakeTables {
  'intake.acts': {
    id: Generated<number>
    message_id: string
    at: Date
    person_id: string
    act: 'registered' | 'set_aside' | 'released' | 'put_back'
    why: string | null
  }
  'intake.batches': {
    id: Generated<string>
    authority_id: string
    person_id: string
    upload_ids: readonly string[]
    started_at: Date
    ended_at: Date | null
    shared_at: Date
  }
  'intake.handovers': {
    id: Generated<number>
    batch_id: string
    at: Date
    from_person: string
    to_person: string
  }
  'intake.messages': {
    id: Generated<string>
    authority_id: string
    received_at: Date
    via: 'smtp' | 'upload'
    uploaded_by: string | null
    envelope_from: string | null
    envelope_to: Generated<readonly string[]>
    from_name: string | null
    from_address: string | null
    reply_to: string | null
    subject: Generated<string>
    sent_at: Date | null
    header_id: string | null
    body: Generated<string>
    sha256: string
    size: number
    warnings: Generated<unknown>
    automatic: 'auto_reply' | 'bounce' | 'list' | null
    proposed_case_id: string | null
    state: 'waiting' | 'registered' | 'set_aside' | 'quarantined'
    quarantine_reason: 'not_mail' | 'too_large' | 'headers_too_large' | 'null_bytes' | 'too_many_parts' | 'too_deep' | 'archive_bomb' | 'executable' | 'charset_refused' | 'header_injection' | 'several_senders' | 'unreadable' | null
    released_at: Date | null
    record_id: string | null
    handled_by: string | null
    handled_at: Date | null
    reason: 'minor' | 'spam' | 'double' | 'ordered' | 'report' | null
    why: string | null
    letter_id: string | null
  }
  'intake.parts': {
    message_id: string
    position: number
    name: string
    media_type: string
    sha256: string
    size: number
    is_inline: Generated<boolean>
    note: 'executable' | 'archive_bomb' | 'locked_archive' | 'sealed_archive' | 'macros' | 'active' | 'message' | null
  }
}
