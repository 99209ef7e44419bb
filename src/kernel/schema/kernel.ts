/** The tables of `kernel`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface KernelTables {
  'kernel.enclosures': {
    letter_id: string
    position: number
    name: string
    media_type: string
    sha256: string
    size: number
  }
  'kernel.letters': {
    id: string
    authority_id: string
    case_id: string | null
    topic: string
    about_id: string | null
    posted_at: Date
    posted_by: string | null
    to_name: string | null
    to_address: string
    from_name: string
    reply_to: string | null
    subject: string
    body: string
    state: Generated<'waiting' | 'sent' | 'failed' | 'bounced'>
    attempts: Generated<number>
    tried_at: Date | null
    next_try_at: Date | null
    reason: string | null
    sent_at: Date | null
    ended_at: Date | null
    message_id: string | null
    again_as: string | null
    settled_at: Date | null
    settled_by: string | null
  }
  'kernel.loose_files': {
    sha256: string
    since: Date
  }
  'kernel.settings': {
    key: string
    value: unknown
  }
  'kernel.uploads': {
    id: Generated<string>
    person_id: string
    name: string
    media_type: string
    sha256: string
    size: number
    uploaded_at: Generated<Date>
  }
}
