/** The tables of `disclosure`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface DisclosureTables {
  'disclosure.descriptions': {
    authority_id: string
    organisation: string | null
    search: string | null
    technical: string | null
    contact: string | null
    secrecy: string | null
    exchange: string | null
    sale: string | null
    changed_at: Date
    changed_by: string | null
  }
  'disclosure.events': {
    request_id: string
    seq: number
    at: Date
    person_id: string | null
    actor: string
    event: string
    facts: unknown
  }
  'disclosure.items': {
    id: Generated<string>
    request_id: string
    authority_id: string
    case_id: string
    record_id: string
    was_marked: boolean
    outcome: 'whole' | 'partly' | 'refused' | null
    provision: string | null
    reason: string | null
    assessed_at: Date | null
    assessed_by: string | null
    given_at: Date | null
  }
  'disclosure.masks': {
    item_id: string
    file_id: string
    text_sha256: string
    lines: readonly number[]
    words: readonly string[]
    patterns: readonly string[]
    saved_at: Date
    saved_by: string
  }
  'disclosure.parts': {
    id: Generated<string>
    item_id: string
    file_id: string
    way: 'whole' | 'masked' | 'uploaded' | 'refused'
    name: string | null
    media_type: string | null
    sha256: string | null
    size: number | null
    original_sha256: string
    provision: string | null
    made_at: Date
    made_by: string
  }
  'disclosure.refusals': {
    request_id: string
    recipient: string | null
    provision: string
    reasons: string
    court: 'goteborg' | 'jonkoping' | 'stockholm' | 'sundsvall'
    drafted_at: Date
    drafted_by: string
    mandate: string | null
    decided_at: Date | null
    decided_by: string | null
    case_id: string | null
    record_id: string | null
    delegated_id: string | null
    board_decision_id: string | null
    referred_at: Date | null
    referred_by: string | null
  }
  'disclosure.requests': {
    id: Generated<string>
    authority_id: string
    year: number
    number: number
    asked: string | null
    reference: string | null
    delivery: 'on_the_spot' | 'paper' | 'email'
    contact: string | null
    received_at: Date
    due_on: string
    late_on: string
    stage: Generated<'new' | 'testing' | 'ready' | 'answered' | 'withdrawn'>
    awaits_decision: Generated<boolean>
    decision_asked_on: string | null
    officer_id: string | null
    registered_by: string
    answered_at: Date | null
    note: string | null
  }
  'disclosure.series': {
    authority_id: string
    year: number
    last: number
  }
}
