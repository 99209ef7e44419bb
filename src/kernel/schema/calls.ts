/** The tables of `calls`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface CallsTables {
  'calls.called': {
    call_id: string
    person_id: string
    is_substitute: boolean
  }
  'calls.calls': {
    id: Generated<string>
    meeting_id: string
    version: number
    words: string | null
    held_on: string
    starts_at: string | null
    place: string | null
    sent_at: Date
    sent_by: string
  }
  'calls.items': {
    call_id: string
    item_id: string
    case_id: string
    position: number
    title: string
    papers: readonly string[]
  }
  'calls.readings': {
    meeting_id: string
    person_id: string
    version: number
    read_at: Date
  }
}
